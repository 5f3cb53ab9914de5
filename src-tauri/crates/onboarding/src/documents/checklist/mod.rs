//! The checklist of the whole procedure: of an onboarding on its own route, or blank, with nothing
//! connected.

mod after_registration;
mod app;
mod blocks;
mod named_credential;
mod prerequisites;
mod register;
mod route;
mod service_user;
mod sheet;
#[cfg(test)]
mod tests;
mod values;
mod verify;

use jiff::civil::Date;

use super::Document;

pub use sheet::Sheet;

/// The checklist as it is on a day. On a blank one every box is empty and the page's own
/// place-holders stand.
pub fn checklist(sheet: Sheet<'_>, today: Date) -> Document {
    let mut sections = vec![prerequisites::section(sheet), route::section(sheet, today)];
    for route in sheet.routes() {
        sections.extend([
            app::section(sheet, route),
            service_user::section(sheet, route),
            values::section(sheet, route),
            verify::section(sheet, route, today),
        ]);
    }
    sections.extend([
        register::section(sheet),
        named_credential::section(sheet),
        after_registration::section(sheet),
    ]);
    Document {
        title: sheet.title(),
        subtitle: sheet.subtitle(today),
        sections,
    }
}
