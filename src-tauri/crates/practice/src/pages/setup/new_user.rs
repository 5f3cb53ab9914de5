//! *New User*.

use axum::Extension;
use axum::extract::State;
use axum::response::IntoResponse;
use maud::{Markup, html};

use super::on_to;
use crate::mail::Letter;
use crate::org::Org;
use crate::pages::entered::Entered;
use crate::pages::form::{Amiss, Field, Kind, check, choices, form, section, summary};
use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;
use crate::pages::{Pages, Shown};
use crate::profile::{LICENCES, Profile};
use crate::record_id::RecordId;
use crate::user::{About, User};

const PATH: &str = "setup/users/new";

/// Salesforce's own words for a username that is taken.
const DUPLICATE: &str = "Duplicate Username. The username already exists in this or another Salesforce organization. \
                         Usernames must be unique across all Salesforce organizations. To resolve, use a different \
                         username (it doesn't need to match the user's email address).";
const NOT_A_USERNAME: &str =
    "Your username must be in the form of an email address (for example, john@acme.com).";
const LONGEST_ALIAS: usize = 8;

fn general() -> Vec<Field> {
    let mut fields = vec![
        Field::text("first_name", "First Name"),
        Field::text("last_name", "Last Name").required(),
        Field::text("alias", "Alias").required(),
        Field::text("email", "Email").required(),
        Field::text("username", "Username").required(),
        Field::text("nickname", "Nickname").required(),
        Field::text("role", "Role"),
    ];
    fields.extend(rights());
    fields
}

/// Licence and profile, which decide what a user may do.
pub(super) fn rights() -> Vec<Field> {
    let profiles = choices(&Profile::ALL.map(Profile::name));
    vec![
        Field::new("licence", "User License", Kind::One(choices(&LICENCES))).required(),
        Field::new("profile", "Profile", Kind::One(profiles)).required(),
    ]
}

fn notice() -> Vec<Field> {
    vec![Field::tick(
        "notify",
        "Generate new password and notify user immediately",
    )]
}

/// What is amiss with licence and profile.
pub(super) fn check_rights(entered: &Entered, amiss: &mut Amiss) {
    let profile = Profile::by_name(entered.text("profile"));
    if profile.is_some_and(|profile| profile.licence() != entered.text("licence")) {
        let words = "This profile belongs to another user license. Choose one that goes with it.";
        amiss.entry("profile").or_insert_with(|| words.to_owned());
    }
}

/// `GET setup/users/new`.
pub(super) async fn blank(Extension(visitor): Extension<Visitor>) -> Markup {
    shown(&visitor, &Entered::of([("notify", "on")]), &Amiss::new())
}

/// `POST setup/users/new`.
pub(super) async fn create(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Extension(entered): Extension<Entered>,
) -> Shown {
    let amiss = pages.org(&visitor, |org, _| amiss(org, &entered))?;
    if !amiss.is_empty() {
        return Ok(shown(&visitor, &entered, &amiss).into_response());
    }
    let id = pages.change(&visitor, |org, random, now| {
        let id = random.record_id(RecordId::USER);
        let username = entered.text("username").to_owned();
        let mut user = User::new(id, username.clone(), about(&entered));
        if entered.ticked("notify") {
            user.receive(Letter::Welcome, random, now);
        }
        org.add_user(user);
        Ok(org.user_called(&username).map(|user| user.id.clone()))
    })?;
    Ok(on_to(
        &visitor,
        &format!("setup/users/{}", id.unwrap_or_default()),
    ))
}

fn about(entered: &Entered) -> About {
    let text = |name: &str| entered.text(name).to_owned();
    About {
        first_name: text("first_name"),
        last_name: text("last_name"),
        alias: text("alias"),
        email: text("email"),
        nickname: text("nickname"),
        role: text("role"),
        profile: Profile::by_name(entered.text("profile")).unwrap_or_default(),
    }
}

fn amiss(org: &Org, entered: &Entered) -> Amiss {
    let mut amiss = check(&general(), entered);
    check_rights(entered, &mut amiss);
    let username = entered.text("username");
    let words = if !is_address(username) {
        Some(NOT_A_USERNAME)
    } else if !org.is_free(username) {
        Some(DUPLICATE)
    } else {
        None
    };
    if let Some(words) = words {
        amiss.entry("username").or_insert_with(|| words.to_owned());
    }
    if !is_address(entered.text("email")) {
        let words = || "Invalid Email Address".to_owned();
        amiss.entry("email").or_insert_with(words);
    }
    if entered.text("alias").chars().count() > LONGEST_ALIAS {
        let words = format!("Alias: at most {LONGEST_ALIAS} characters.");
        amiss.insert("alias", words);
    }
    amiss
}

/// Whether a text has the form of an e-mail address, as far as a form looks.
fn is_address(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(name, domain)| {
        let domain_is_dotted =
            domain.split('.').count() > 1 && !domain.split('.').any(str::is_empty);
        !name.is_empty()
            && domain_is_dotted
            && !text.contains(char::is_whitespace)
            && !domain.contains('@')
    })
}

fn shown(visitor: &Visitor, entered: &Entered, amiss: &Amiss) -> Markup {
    let fields = html! {
        (section("General Information", &general(), entered, amiss))
        (section("Notice", &notice(), entered, amiss))
    };
    let body = html! {
        p.hint { "The practice org came with a user of the username that Connector Setup proposes. If you enter that \
                  username, your user takes its place." }
        (summary(amiss))
        (form(visitor, PATH, "Save", &fields))
    };
    page(visitor, Area::Setup, "New User", &body)
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn a_username_has_the_form_of_an_address() {
        for fine in ["a@b.example", "gcis.x@acme.example.uat"] {
            assert!(is_address(fine), "{fine}");
        }
        for wrong in [
            "",
            "a",
            "a@b",
            "@b.example",
            "a@b.",
            "a@.example",
            "a b@c.example",
            "a@b@c.example",
        ] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }
}
