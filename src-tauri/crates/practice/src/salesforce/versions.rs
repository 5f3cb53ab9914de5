//! The API versions that the practice Salesforce speaks.

use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::Salesforce;
use super::errors::RestError;
use crate::origin::Host;
use crate::world::SalesforceSession;

/// Source: Salesforce release numbers, Spring '24 = 60.0 to Winter '27 = 68.0.
const VERSIONS: [(&str, &str); 9] = [
    ("60.0", "Spring '24"),
    ("61.0", "Summer '24"),
    ("62.0", "Winter '25"),
    ("63.0", "Spring '25"),
    ("64.0", "Summer '25"),
    ("65.0", "Winter '26"),
    ("66.0", "Spring '26"),
    ("67.0", "Summer '26"),
    ("68.0", "Winter '27"),
];

/// `GET /services/data`, which needs no sign-in.
pub(super) async fn versions() -> Json<Value> {
    let listed = VERSIONS.iter().map(|(version, label)| {
        json!({ "label": label, "url": format!("/services/data/v{version}"), "version": version })
    });
    Json(listed.collect())
}

/// `GET /services/data/vXX.0/`.
pub(super) async fn resources(
    State(salesforce): State<Salesforce>,
    Extension(host): Extension<Host>,
    Extension(session): Extension<SalesforceSession>,
    Path(version): Path<String>,
) -> Result<Json<Value>, RestError> {
    known(&version)?;
    let user_id = salesforce.cloud.look(|saved, _| {
        let org = saved.orgs.get(&session.org_key);
        org.map(|org| org.user.id.clone()).unwrap_or_default()
    });
    let here = salesforce.origin.url(&host);
    let resource = |name: &str| format!("/services/data/{version}/{name}");
    Ok(Json(json!({
        "composite": resource("composite"),
        "identity": format!("{here}/id/{}/{user_id}", session.org_id),
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
    if VERSIONS.iter().any(|(known, _)| *known == number) {
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
        assert_eq!(known("v68.0"), Ok(()));
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
