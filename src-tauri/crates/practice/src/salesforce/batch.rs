//! `POST /services/data/vXX.0/composite/batch`: up to 25 requests in one.
//!
//! Source: REST API Developer Guide, "Composite Batch". The guide gives the statuses of its errors and
//! `BATCH_PROCESSING_HALTED`; the other codes are Salesforce's usual ones for such bodies.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Path;
use axum::http::{HeaderMap, Method, Request, Uri, header};
use axum::{Extension, Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::errors::RestError;
use super::versions;
use crate::origin::Host;

const MOST: usize = 25;
/// The first version whose resources can be batched.
const FIRST_VERSION: f32 = 34.0;
/// Those of the resources that can be batched which are spoken here.
const RESOURCES: [&str; 3] = ["limits", "query", "sobjects"];
/// More than any answer of the practice Salesforce.
const LONGEST_ANSWER: usize = 1 << 20;

/// The resources to which subrequests go: the very ones that are reached without a batch.
#[derive(Clone)]
pub(super) struct Resources(pub(super) Router);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Batch {
    batch_requests: Vec<Subrequest>,
    #[serde(default)]
    halt_on_error: bool,
}

#[derive(Deserialize)]
struct Subrequest {
    method: String,
    url: String,
}

/// Runs the subrequests one after the other. What is wrong with one of them as it is written spoils all.
pub(super) async fn batch(
    Path(version): Path<String>,
    Extension(resources): Extension<Resources>,
    Extension(host): Extension<Host>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, RestError> {
    versions::known(&version)?;
    let batch: Batch = serde_json::from_slice(&body).map_err(|_| malformed("batchRequests"))?;
    if batch.batch_requests.len() > MOST {
        return Err(RestError::bad_request(
            "LIMIT_EXCEEDED",
            format!("A batch can't contain more than {MOST} subrequests."),
        ));
    }
    let read = |subrequest: &Subrequest| address(&version, subrequest);
    let addresses = batch.batch_requests.iter().map(read);
    let addresses: Vec<(Method, Uri)> = addresses.collect::<Result<_, _>>()?;
    let mut results = Vec::with_capacity(addresses.len());
    let (mut has_errors, mut halted) = (false, false);
    for (method, uri) in addresses {
        let (status, result) = if halted {
            (412, halted_error())
        } else {
            let mut request = Request::new(Body::empty());
            *request.method_mut() = method;
            *request.uri_mut() = uri;
            if let Some(authorization) = headers.get(header::AUTHORIZATION) {
                let own = request.headers_mut();
                own.insert(header::AUTHORIZATION, authorization.clone());
            }
            request.extensions_mut().insert(host.clone());
            ask(&resources, request).await
        };
        if status >= 400 {
            has_errors = true;
            halted = batch.halt_on_error;
        }
        results.push(json!({ "statusCode": status, "result": result }));
    }
    Ok(Json(json!({ "hasErrors": has_errors, "results": results })))
}

/// Reads a subrequest's method and URL, which may leave out `/services/data/`.
fn address(version: &str, subrequest: &Subrequest) -> Result<(Method, Uri), RestError> {
    let method = Method::from_bytes(subrequest.method.to_ascii_uppercase().as_bytes());
    let method = method.map_err(|_| malformed("method"))?;
    let url = subrequest.url.trim_start_matches('/');
    let url = url.strip_prefix("services/data/").unwrap_or(url);
    let (path, _) = url.split_once('?').unwrap_or((url, ""));
    let mut segments = path.split('/');
    let asked = number(segments.next().unwrap_or_default());
    let in_range = asked.is_some_and(|asked| {
        (FIRST_VERSION..=number(version).unwrap_or_default()).contains(&asked)
    });
    let batched = segments
        .next()
        .is_some_and(|resource| RESOURCES.contains(&resource));
    let uri = format!("/services/data/{url}").parse();
    match uri {
        Ok(uri) if in_range && batched => Ok((method, uri)),
        _ => Err(malformed("url")),
    }
}

fn number(version: &str) -> Option<f32> {
    version.strip_prefix('v')?.parse().ok()
}

async fn ask(resources: &Resources, request: Request<Body>) -> (u16, Value) {
    let Ok(response) = resources.0.clone().oneshot(request).await;
    let status = response.status().as_u16();
    let bytes = to_bytes(response.into_body(), LONGEST_ANSWER).await;
    let result = serde_json::from_slice(&bytes.unwrap_or_default()).unwrap_or_default();
    (status, result)
}

fn malformed(member: &str) -> RestError {
    RestError::bad_request(
        "JSON_PARSER_ERROR",
        format!("The batch request is not valid at '{member}'."),
    )
}

fn halted_error() -> Value {
    json!([{
        "errorCode": "BATCH_PROCESSING_HALTED",
        "message": "Batch processing halted per request",
    }])
}
