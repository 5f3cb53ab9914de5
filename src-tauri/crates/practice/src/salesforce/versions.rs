//! The API versions that the practice Salesforce speaks.

use std::ops::RangeInclusive;

use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::Salesforce;
use super::errors::RestError;
use crate::origin::Host;
use crate::world::SalesforceSession;

/// The versions that an org lists in Winter '27: those before were retired in Summer '25 (help.salesforce.com KB
/// 005321531), and clients with older defaults than the newest still find theirs.
const VERSIONS: RangeInclusive<u32> = 31..=68;

/// `GET /services/data`, which needs no sign-in.
pub(super) async fn versions() -> Json<Value> {
    let listed = VERSIONS.map(|version| {
        json!({
            "label": release(version),
            "url": format!("/services/data/v{version}.0"),
            "version": format!("{version}.0"),
        })
    });
    Json(listed.collect())
}

/// The release that brought a version: three a year, 31.0 in Summer '14.
fn release(version: u32) -> String {
    let since = version.saturating_sub(*VERSIONS.start());
    let (season, year) = match since % 3 {
        0 => ("Summer", 14),
        1 => ("Winter", 15),
        _ => ("Spring", 15),
    };
    format!("{season} '{}", year + since / 3)
}

/// `GET /services/data/vXX.0/`.
pub(super) async fn resources(
    State(salesforce): State<Salesforce>,
    Extension(host): Extension<Host>,
    Extension(session): Extension<SalesforceSession>,
    Path(version): Path<String>,
) -> Result<Json<Value>, RestError> {
    known(&version)?;
    let here = salesforce.origin.url(&host);
    let resource = |name: &str| format!("/services/data/{version}/{name}");
    Ok(Json(json!({
        "composite": resource("composite"),
        "identity": format!("{here}/id/{}/{}", session.org_id, session.user_id),
        "limits": resource("limits"),
        "query": resource("query"),
        "sobjects": resource("sobjects"),
        "tooling": resource("tooling"),
    })))
}

/// `GET …/composite` and `GET …/tooling`: what there is below.
pub(super) async fn below(uri: Uri, Path(version): Path<String>) -> Result<Json<Value>, RestError> {
    known(&version)?;
    let path = uri.path().trim_end_matches('/');
    let name = if path.ends_with("/tooling") {
        "query"
    } else {
        "batch"
    };
    Ok(Json(json!({ name: format!("{path}/{name}") })))
}

/// Whether a version named in a path, as in `v68.0`, is spoken here.
pub(super) fn known(version: &str) -> Result<(), RestError> {
    let number = version.strip_prefix('v').unwrap_or_default();
    if VERSIONS
        .into_iter()
        .any(|known| number == format!("{known}.0"))
    {
        return Ok(());
    }
    match number.parse::<f32>() {
        Ok(number) if number < 31.0 => Err(RestError::new(
            StatusCode::GONE,
            "UNSUPPORTED_API_VERSION",
            "The requested API version is no longer available.",
        )),
        _ => Err(RestError::not_found(
            "The requested resource does not exist",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listed_version_is_known() {
        for version in ["v31.0", "v59.0", "v68.0"] {
            assert_eq!(known(version), Ok(()), "{version}");
        }
    }

    #[test]
    fn a_version_bears_the_name_of_its_release() {
        for (version, name) in [
            (31, "Summer '14"),
            (50, "Winter '21"),
            (60, "Spring '24"),
            (67, "Summer '26"),
            (68, "Winter '27"),
        ] {
            assert_eq!(release(version), name);
        }
    }

    #[test]
    fn a_retired_version_is_gone_and_an_unheard_one_not_found() {
        assert_eq!(
            known("v30.0").unwrap_err().code(),
            "UNSUPPORTED_API_VERSION"
        );
        assert_eq!(known("v99.0").unwrap_err().code(), "NOT_FOUND");
        assert_eq!(known("68.0").unwrap_err().code(), "NOT_FOUND");
    }
}
