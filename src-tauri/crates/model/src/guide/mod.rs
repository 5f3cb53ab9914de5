//! The vendor's instructions as data.
//!
//! Words and order follow *Salesforce Sales Cloud V2* on help.gentrack.com; what Salesforce's own
//! pages add is marked in the docstrings. Portal addresses, menu words and dates stand here and
//! nowhere else, so that a change of the vendor's page is a change of data.

pub mod connected_app;
pub mod credential_sighting;
pub mod dates;
pub mod external_client_app;
pub mod link;
pub mod moving;
pub mod named_credential;
pub mod next;
mod of_route;
pub mod portal;
pub mod prerequisites;
pub mod route;
pub mod service_user;

use crate::Route;

pub use of_route::RouteGuide;

/// The version of Salesforce's Metadata API that a project for its CLI is written for: Spring '26,
/// which every org has by now, and which has every element that the project holds.
pub const METADATA_API_VERSION: &str = "66.0";

/// One line of a Salesforce form: the label as Salesforce prints it and what to enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Stable name, unique in the whole guide; records keep ticks under it.
    pub id: &'static str,
    /// Salesforce's own label.
    pub label: &'static str,
    /// What to enter.
    pub value: Value,
    /// One sentence that helps here, or nothing.
    pub note: &'static str,
}

/// What to enter in a field of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Text to copy. May hold the place-holders of [`fill`].
    Text(&'static str),
    /// An entry to choose from a list.
    Choose(&'static str),
    /// A box to tick.
    Checked,
    /// A box to leave without a tick.
    Unchecked,
    /// Nothing to enter.
    Blank,
    /// Salesforce fills it in.
    Generated,
    /// Salesforce's own default stays.
    Default,
}

impl Value {
    /// The page's own words for it, place-holders filled in.
    pub fn words(self, places: &Places<'_>) -> String {
        match self {
            Self::Text(text) => places.fill(text),
            Self::Choose(entry) => entry.to_owned(),
            Self::Checked => "Checked".to_owned(),
            Self::Unchecked => "Unchecked".to_owned(),
            Self::Blank => "(leave blank)".to_owned(),
            Self::Generated => "(auto generated)".to_owned(),
            Self::Default => "(leave default values)".to_owned(),
        }
    }
}

/// One tab, section or dialog of Salesforce, filled in from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// Stable name, unique in the whole guide.
    pub id: &'static str,
    /// Salesforce's own heading.
    pub title: &'static str,
    /// Where to click, in one or two sentences.
    pub detail: &'static str,
    /// The Setup page it opens from.
    pub link: Option<link::Link>,
    /// Its fields in their order.
    pub settings: &'static [Setting],
}

/// Something to do or to look at, ticked when done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Task {
    /// Stable name, unique in the whole guide.
    pub id: &'static str,
    /// What to do, as an instruction.
    pub title: &'static str,
    /// Why, or how.
    pub detail: &'static str,
    /// The Setup page it happens on.
    pub link: Option<link::Link>,
}

/// What the guide's place-holders stand for in one onboarding.
#[derive(Debug, Clone, Copy)]
pub struct Places<'a> {
    /// For `[your domain]`.
    pub domain: &'a str,
    /// The sandbox's name, or nothing outside a sandbox.
    pub sandbox: &'a str,
}

impl Places<'_> {
    /// Fills in the place-holders; an unknown domain stays as the page prints it.
    pub fn fill(&self, text: &str) -> String {
        let domain = if self.domain.is_empty() {
            "[your domain]"
        } else {
            self.domain
        };
        let suffix = if self.sandbox.is_empty() {
            String::new()
        } else {
            format!(".{}", self.sandbox)
        };
        text.replace("[your domain]", domain)
            .replace("[sandbox suffix]", &suffix)
    }
}

/// Every item of the guide that can be ticked, of both routes, in the order of the walk.
pub fn all_items() -> impl Iterator<Item = &'static str> {
    let of_routes = Route::ALL.into_iter().flat_map(|route| {
        let guide = route.guide();
        guide.app_items().into_iter().chain(guide.user_items())
    });
    let after = next::ALL.iter().chain(moving::RETIRE);
    of_routes.chain(after.map(|task| task.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_has_a_name_of_its_own() {
        let forms = connected_app::FORMS
            .iter()
            .chain(external_client_app::FORMS);
        let others = prerequisites::ALL
            .iter()
            .map(|p| p.id)
            .chain(forms.map(|f| f.id));
        let mut seen = std::collections::BTreeSet::new();
        for id in all_items().chain(others) {
            assert!(seen.insert(id), "{id} stands twice");
        }
    }

    #[test]
    fn the_items_of_a_route_are_told_by_their_names() {
        let app = external_client_app::FORMS
            .iter()
            .flat_map(|form| form.settings)
            .map(|setting| (setting.id, "eca."));
        let user = service_user::ECA_SETTINGS
            .iter()
            .map(|setting| setting.id)
            .chain(service_user::ECA_REVIEW.iter().map(|task| task.id))
            .map(|id| (id, "eca_user."));
        for (id, start) in app.chain(user) {
            assert!(id.starts_with(start), "{id}");
            assert!(
                all_items().any(|known| known == id),
                "{id} cannot be ticked"
            );
        }
    }

    #[test]
    fn places_are_filled_in() {
        let places = Places {
            domain: "northwind.example",
            sandbox: "uat",
        };
        assert_eq!(
            places.fill(service_user::USERNAME),
            "gcis-salesforce-sales-cloud-connector@northwind.example.uat"
        );
        let unknown = Places {
            domain: "",
            sandbox: "",
        };
        assert_eq!(
            unknown.fill(service_user::USERNAME),
            "gcis-salesforce-sales-cloud-connector@[your domain]"
        );
    }
}
