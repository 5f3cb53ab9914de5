//! The one question that the system asks and not the window: before a secret is copied.
//!
//! Nothing that runs in the window can answer it or go round it, and no page of the window looks
//! like it.

use std::sync::atomic::{AtomicBool, Ordering};

use model::field::SecretField;
use rfd::{AsyncMessageDialog, MessageButtons, MessageDialogResult, MessageLevel};
use tauri::WebviewWindow;

const COPY: &str = "Copy";
const CANCEL: &str = "Don’t copy";

/// At most one question is open at a time.
#[derive(Debug, Default)]
pub(crate) struct Question(AtomicBool);

impl Question {
    /// Asks whether a secret of a customer may be copied. No, too, while another question is open:
    /// two of them could be taken for each other.
    pub(crate) async fn may_copy(
        &self,
        window: &WebviewWindow,
        field: SecretField,
        customer: &str,
    ) -> bool {
        if self.0.swap(true, Ordering::SeqCst) {
            return false;
        }
        let asked = Asked(&self.0);
        let answer = AsyncMessageDialog::new()
            .set_parent(window)
            .set_level(MessageLevel::Warning)
            .set_title(title(field, customer))
            .set_description(WHERE_IT_GOES)
            .set_buttons(MessageButtons::OkCancelCustom(COPY.into(), CANCEL.into()))
            .show()
            .await;
        drop(asked);
        // Which of the two is answered for the same button depends on the system.
        match answer {
            MessageDialogResult::Ok => true,
            MessageDialogResult::Custom(button) => button == COPY,
            _ => false,
        }
    }
}

/// Open until dropped.
struct Asked<'a>(&'a AtomicBool);

impl Drop for Asked<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// Without a word that anybody typed: GTK reads this text as a pattern and the title as plain text.
const WHERE_IT_GOES: &str = "It goes to this computer’s clipboard, for you to paste into the GCIS \
    Developer Portal. Every program you run can read it there.\n\nIt stays for 45 seconds at most; \
    then it is taken away.";

/// Which secret, and whose.
fn title(field: SecretField, customer: &str) -> String {
    // A name with line breaks or marks of direction could make the question read otherwise.
    let is_plain = |c: &char| !c.is_control() && !model::is_unseen(*c);
    let customer: String = customer.chars().filter(is_plain).collect();
    format!("Copy the {} of {customer}?", field.label())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clipboard::SECRET_STAYS;

    #[test]
    fn it_names_the_secret_and_the_customer_and_how_long_it_stays() {
        let asked = title(SecretField::EcaConsumerSecret, "Northwind Energy");
        assert_eq!(asked, "Copy the Consumer Secret of Northwind Energy?");
        let seconds = format!("{} seconds", SECRET_STAYS.as_secs());
        assert!(WHERE_IT_GOES.contains(&seconds));
    }

    #[test]
    fn a_customers_name_cannot_change_what_is_asked() {
        let asked = title(SecretField::Password, "North\u{202e}wind\n\0 100%s");
        assert_eq!(asked, "Copy the Password of Northwind 100%s?");
        assert!(!WHERE_IT_GOES.contains('%'));
    }
}
