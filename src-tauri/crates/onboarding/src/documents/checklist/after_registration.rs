//! What Gentrack's page on event configuration adds, and the vendor's set-up page leaves out.

use model::guide::portal;

use super::blocks::numbered;
use crate::documents::Section;

pub(super) fn section() -> Section {
    Section {
        title: "After registration".to_owned(),
        blocks: vec![numbered(portal::AFTER_REGISTRATION)],
    }
}
