//! Lets a request through to the pages of one org: with its session, and if it posts, with a form of these pages.

use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::entered::Entered;
use super::session::guest;
use super::{Pages, look};

/// More than any form of these pages holds.
const LONGEST_FORM: usize = 64 << 10;

/// The field that carries a form's mark.
pub(super) const FORM_MARK: &str = "practice-form";

/// Whose pages are seen.
#[derive(Clone)]
pub(super) struct Visitor {
    /// The caller's key of the org.
    pub(super) org_key: String,
    pub(super) org_id: String,
    pub(super) org_name: String,
    /// What the forms carry.
    pub(super) form_mark: String,
}

impl Visitor {
    /// The path of a page of this org.
    pub(super) fn path(&self, below: &str) -> String {
        format!("/{}/{below}", self.org_id)
    }
}

/// Hands on the visitor, and what was entered where a form was sent: no handler meets a form that was not checked.
pub(super) async fn admit(
    State(pages): State<Pages>,
    mut request: Request,
    next: Next,
) -> Response {
    let visitor = visitor(&pages, &request);
    let Some(visitor) = visitor else {
        return look::no_session();
    };
    if request.method() == Method::POST {
        let Some(entered) = entered(&visitor, &mut request).await else {
            let why = "This form is not one of this session. Open the page again, then send it.";
            return (StatusCode::FORBIDDEN, look::closed(why)).into_response();
        };
        request.extensions_mut().insert(entered);
    }
    request.extensions_mut().insert(visitor);
    next.run(request).await
}

fn visitor(pages: &Pages, request: &Request) -> Option<Visitor> {
    let org_id = request.uri().path().split('/').nth(1)?;
    pages.cloud.look(|saved, live| {
        let guest = guest(saved, live, org_id, request.headers())?;
        let org = saved.orgs.get(&guest.org_key)?;
        Some(Visitor {
            form_mark: guest.form_mark(),
            org_name: org.name.clone(),
            org_id: org.id.clone(),
            org_key: guest.org_key,
        })
    })
}

async fn entered(visitor: &Visitor, request: &mut Request) -> Option<Entered> {
    let kind = request.headers().get(header::CONTENT_TYPE)?.to_str().ok()?;
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return None;
    }
    let body = std::mem::take(request.body_mut());
    let body = to_bytes(body, LONGEST_FORM).await.ok()?;
    let entered = Entered::read(&body);
    same(entered.as_typed(FORM_MARK), &visitor.form_mark).then_some(entered)
}

/// Compares without telling by its time how much of it is right.
fn same(given: &str, wanted: &str) -> bool {
    let pairs = given.bytes().zip(wanted.bytes());
    given.len() == wanted.len() && pairs.fold(0, |odd, (one, other)| odd | (one ^ other)) == 0
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn only_the_very_same_mark_is_the_same() {
        assert!(same("abc", "abc"));
        for other in ["", "ab", "abd", "abcd"] {
            assert!(!same(other, "abc"), "{other}");
        }
    }
}
