//! The checklist of the whole procedure: of an onboarding, or blank, with nothing connected.

use jiff::Timestamp;
use jiff::civil::Date;
use model::field::SecretField;
use model::guide::{
    Places, Setting, Task, connected_app, dates, named_credential, portal, prerequisites,
    service_user,
};
use model::onboarding::{CredentialKnown, CredentialState, RegistrationProof};
use model::provenance::Attestor;
use model::{Environment, Onboarding};

use super::{Block, Document, Item, Section};

/// The checklist; without an onboarding, every box is empty and the page's own place-holders
/// stand.
pub fn checklist(onboarding: Option<&Onboarding>, today: Date) -> Document {
    let title = onboarding.map_or_else(
        || "Salesforce Sales Cloud connector: checklist".to_owned(),
        |onboarding| format!("{}: Salesforce Sales Cloud connector", onboarding.name),
    );
    let today = today.strftime("%-d %b %Y");
    let subtitle = match onboarding {
        None => format!("For a connected app. As of {today}."),
        Some(onboarding) if onboarding.environment == Environment::Practice => {
            format!("PRACTICE: nothing here is real. As of {today}.")
        }
        Some(onboarding) => format!("{}. As of {today}.", onboarding.environment.title()),
    };
    let page = Page { onboarding };
    Document {
        title,
        subtitle,
        sections: vec![
            page.prerequisites(),
            page.connected_app(),
            page.service_user(),
            page.credentials(),
            page.verify(),
            page.register(),
            page.named_credential(),
            after_registration(),
        ],
    }
}

struct Page<'a> {
    onboarding: Option<&'a Onboarding>,
}

impl Page<'_> {
    fn places(&self) -> Places<'_> {
        self.onboarding.map_or(
            Places {
                domain: "",
                sandbox: "",
            },
            Onboarding::places,
        )
    }

    fn is_done(&self, id: &str) -> bool {
        self.onboarding
            .is_some_and(|onboarding| onboarding.facts.done.contains_key(id))
    }

    fn prerequisites(&self) -> Section {
        let items = prerequisites::ALL.iter().map(|p| {
            let said = self
                .onboarding
                .and_then(|o| o.facts.prerequisites.get(p.id));
            let who = said.map_or("", |said| match said.by {
                Attestor::Me => "checked by the admin",
                Attestor::Colleague => "a colleague said so",
                Attestor::Gentrack => "Gentrack said so",
            });
            let note = match said {
                Some(_) => p.detail.to_owned(),
                None => format!("{} Ask: {}.", p.detail, p.ask),
            };
            Item::new(said.is_some(), p.title, who).with_note(note)
        });
        Section {
            title: "Before you start".to_owned(),
            blocks: vec![Block::Items(items.collect())],
        }
    }

    fn settings(&self, settings: &[Setting]) -> Block {
        let items = settings.iter().map(|setting| {
            let value = setting.value.words(&self.places());
            Item::new(self.is_done(setting.id), setting.label, value).with_note(setting.note)
        });
        Block::Items(items.collect())
    }

    fn tasks(&self, tasks: &[Task]) -> Block {
        let items = tasks
            .iter()
            .map(|task| Item::new(self.is_done(task.id), task.title, "").with_note(task.detail));
        Block::Items(items.collect())
    }

    fn connected_app(&self) -> Section {
        let saved = self.onboarding.is_some_and(|o| o.facts.app_saved.is_some());
        Section {
            title: "Connected app".to_owned(),
            blocks: vec![
                text(connected_app::WHY),
                text("In Salesforce: Setup ▸ App Manager ▸ New Connected App."),
                text(connected_app::CREATION_BLOCKED),
                self.settings(connected_app::SETTINGS),
                Block::Heading("Leave as they are".to_owned()),
                points(connected_app::LEAVE_AS_THEY_ARE),
                Block::Items(vec![
                    Item::new(saved, "Click Save, then Continue", "")
                        .with_note(format!("Salesforce says: {}.", connected_app::WARNING)),
                ]),
                text(connected_app::KEY_AND_SECRET),
            ],
        }
    }

    fn service_user(&self) -> Section {
        Section {
            title: "Service user".to_owned(),
            blocks: vec![
                text("Is this user already used by a connector?"),
                text(service_user::IN_USE),
                self.tasks(service_user::BEFORE),
                text("In Salesforce: Setup ▸ Users ▸ New User."),
                self.settings(service_user::SETTINGS),
                Block::Heading("Also review".to_owned()),
                self.tasks(service_user::REVIEW),
                Block::Heading("Security token".to_owned()),
                self.tasks(service_user::TOKEN),
                text(service_user::LINK_MISSING),
            ],
        }
    }

    fn credentials(&self) -> Section {
        let fields = self.onboarding.map(|onboarding| &onboarding.fields);
        let typed = |label: &str, value: Option<&str>| {
            let value = value.unwrap_or_default();
            Item::new(!value.is_empty(), label, value)
        };
        let secret = |field: SecretField| {
            let stored = self
                .onboarding
                .is_some_and(|o| o.secrets.contains_key(&field));
            Item::new(
                stored,
                field.label(),
                if stored { "stored, not printed" } else { "" },
            )
        };
        let tenant = fields.and_then(|fields| fields.tenant.as_ref());
        let mut items = vec![typed("Username", fields.map(|f| f.username.as_str()))];
        items.extend(SecretField::ALL.map(secret));
        items.extend([
            typed("Login URL", fields.map(|f| f.login_url.as_str()))
                .with_note("Default: login.salesforce.com. Your My Domain host is better."),
            typed("Event Endpoint", fields.map(|f| f.event_endpoint.as_str()))
                .with_note("The Apex REST path; upper and lower case count."),
            typed("Tenant", tenant.map(|tenant| tenant.name.as_str())),
        ]);
        Section {
            title: "Values for Setup New Instance".to_owned(),
            blocks: vec![
                text("Do not write passwords, tokens or secrets on this sheet."),
                Block::Items(items),
            ],
        }
    }

    fn verify(&self) -> Section {
        let connection = self.onboarding.and_then(Onboarding::current_connection);
        let item = match connection {
            Some(verified) => {
                let as_who = &verified.value;
                let value = format!(
                    "{} in {} ({})",
                    as_who.username, as_who.org_name, as_who.org_id
                );
                Item::new(true, "Connected as", value)
                    .with_note(format!("Verified {}.", day(verified.at)))
            }
            None => Item::new(false, "Connected as", ""),
        };
        let ends = dates::PASSWORD_FLOW_ENDS;
        Section {
            title: "Verify sign-in".to_owned(),
            blocks: vec![
                Block::Items(vec![item]),
                text(&format!(
                    "Salesforce ends this way of signing in on {}. After that the connector needs \
                     an External Client App.",
                    ends.strftime("%-d %b %Y")
                )),
            ],
        }
    }

    fn register(&self) -> Section {
        let label = "The connector instance is saved";
        let registered = self.onboarding.and_then(|o| o.facts.registered.as_ref());
        let now = self.onboarding.and_then(Onboarding::registration_basis);
        let item = registered.map_or_else(
            || Item::new(false, label, ""),
            |registered| {
                let is_current = now.as_ref() == Some(&registered.basis);
                let (value, note) = match &registered.proof {
                    RegistrationProof::Attested(said) => {
                        ("attested", format!("Seen in the portal {}.", day(said.at)))
                    }
                    RegistrationProof::Verified { instance_id, at } => (
                        instance_id.as_str(),
                        format!("Verified: GCIS answered {}.", day(*at)),
                    ),
                };
                let rest = if is_current {
                    ""
                } else {
                    " Values have changed since."
                };
                let tenant = &registered.tenant.name;
                Item::new(is_current, label, value)
                    .with_note(format!("Tenant {tenant}. {note}{rest}"))
            },
        );
        Section {
            title: "Register the connector".to_owned(),
            blocks: vec![
                numbered(portal::OPEN_DIALOG),
                text("Fill in the values above, then:"),
                numbered(portal::SAVE),
                text(portal::WORDS_MAY_DIFFER),
                Block::Items(vec![item]),
            ],
        }
    }

    fn named_credential(&self) -> Section {
        let credential = self
            .onboarding
            .map(|onboarding| &onboarding.facts.named_credential);
        let (done, state) = match credential {
            Some(credential) if credential.declined.is_some() => (true, "not wanted"),
            Some(credential) => match credential.state {
                CredentialState::NotEnabled => (false, ""),
                CredentialState::Adding => (false, "being added"),
                CredentialState::Active => (true, "active"),
                CredentialState::Rotating => (false, "being rotated"),
                CredentialState::Revoking => (false, "being revoked"),
                CredentialState::Revoked => (true, "revoked"),
                CredentialState::Failed => (false, "the last operation failed"),
            },
            None => (false, ""),
        };
        let known = credential.filter(|credential| credential.declined.is_none());
        let who = match known.and_then(|credential| credential.known) {
            Some(CredentialKnown::Attested(_)) => "Attested: seen in the portal.",
            Some(CredentialKnown::Verified { .. }) => "Verified: GCIS said so.",
            None => "",
        };
        Section {
            title: "Named credential (optional)".to_owned(),
            blocks: vec![
                text(named_credential::WHAT),
                numbered(portal::OPEN_NAMED_CREDENTIALS),
                Block::Items(vec![
                    Item::new(done, "Named credential", state).with_note(who),
                ]),
                Block::Heading("Add".to_owned()),
                points(named_credential::ADD_NOTES),
                text(named_credential::PERMISSION),
                Block::Heading("Rotate".to_owned()),
                points(named_credential::ROTATE_NOTES),
                Block::Heading("Revoke".to_owned()),
                points(named_credential::REVOKE_NOTES),
                text(named_credential::HOW_TO_CALL),
            ],
        }
    }
}

/// A moment as a document prints it.
fn day(at: Timestamp) -> String {
    at.strftime("%-d %b %Y %H:%M UTC").to_string()
}

/// What Gentrack's page on event configuration adds, and the vendor's set-up page leaves out.
fn after_registration() -> Section {
    Section {
        title: "After registration".to_owned(),
        blocks: vec![numbered(portal::AFTER_REGISTRATION)],
    }
}

fn text(words: &str) -> Block {
    Block::Text(words.to_owned())
}

fn numbered(steps: &[&str]) -> Block {
    Block::Numbered(steps.iter().map(|&step| step.to_owned()).collect())
}

fn points(points: &[&str]) -> Block {
    Block::Points(points.iter().map(|&point| point.to_owned()).collect())
}
