//! What happens next: what makes events flow, and the hand-over.

use model::guide::next;

use super::Sheet;
use super::blocks::points;
use crate::documents::Section;

pub(super) fn section(sheet: Sheet<'_>) -> Section {
    let declined = sheet.onboarding().is_some_and(|onboarding| {
        let credential = &onboarding.facts.named_credential;
        credential.declined.is_some()
    });
    Section {
        title: "What happens next".to_owned(),
        blocks: vec![
            sheet.tasks(next::tasks(!declined)),
            points(next::MAPPING.iter().copied()),
        ],
    }
}
