//! What a person does: click, type, choose, press a key.

use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::json;

use super::find::with_attribute;
use super::{Window, answered};
use crate::Trouble;

const HOLD_CONTROL: char = '\u{E009}';
const LET_GO: char = '\u{E000}';

impl Window {
    /// Clicks the one button, link, box or label that says `words` (its visible text or its accessible name).
    pub async fn click(&self, words: &str) -> Result<(), Trouble> {
        self.until(async || self.press(self.find_words(words, None).await?, words).await)
            .await
    }

    /// Clicks what says `words` inside the element `scope` (CSS), where the words alone stand in many places.
    pub async fn click_in(&self, scope: &str, words: &str) -> Result<(), Trouble> {
        self.until(async || {
            self.press(self.find_words(words, Some(scope)).await?, words)
                .await
        })
        .await
    }

    /// Clicks the first shown element that matches a CSS selector.
    pub async fn click_css(&self, css: &str) -> Result<(), Trouble> {
        self.until(async || {
            let element = self.find_css(css).await?;
            if !answered(css, element.is_enabled()).await? {
                return Err(Trouble::new(format!("{css} is disabled")));
            }
            self.press(element, css).await
        })
        .await
    }

    /// Clicks the page's one primary action.
    pub async fn click_primary(&self) -> Result<(), Trouble> {
        self.click_css("[data-primary]:not([aria-disabled=true])")
            .await
    }

    /// Clicks a step in the rail.
    pub async fn click_step(&self, step: &str) -> Result<(), Trouble> {
        self.click_css(&with_attribute("data-step", step)).await
    }

    /// Ticks or unticks a row of a list of things to confirm.
    pub async fn click_item(&self, item: &str) -> Result<(), Trouble> {
        let row = with_attribute("data-item", item);
        let own =
            format!("{row}[role=checkbox], {row} [role=checkbox], {row} input[type=checkbox]");
        self.click_css(&own).await
    }

    /// Replaces what stands in the field `name` by `text`, key by key.
    pub async fn fill(&self, name: &str, text: &str) -> Result<(), Trouble> {
        let css = with_attribute("name", name);
        self.until(async || {
            let field = self.find_css(&css).await?;
            self.press(field.clone(), name).await?;
            let all = format!("{HOLD_CONTROL}a{LET_GO}{}", char::from(Key::Backspace));
            answered(name, field.send_keys(&all)).await?;
            if !text.is_empty() {
                answered(name, field.send_keys(text)).await?;
            }
            let holds = answered(name, field.prop("value"))
                .await?
                .unwrap_or_default();
            if holds == text {
                Ok(())
            } else {
                // Without the text: it may be a secret, and this ends up in a log.
                let (held, typed) = (holds.chars().count(), text.chars().count());
                Err(Trouble::new(format!(
                    "{name} holds {held} characters after typing {typed}"
                )))
            }
        })
        .await
    }

    /// Clicks the first shown element that matches and types `text` into it, key by key.
    pub async fn type_into(&self, css: &str, text: &str) -> Result<(), Trouble> {
        self.click_css(css).await?;
        answered(css, self.find_css(css).await?.send_keys(text)).await
    }

    /// Pastes what is on the clipboard over what stands in the field `name`.
    pub async fn paste_into(&self, name: &str) -> Result<(), Trouble> {
        let field = self.find_css(&with_attribute("name", name)).await?;
        self.press(field.clone(), name).await?;
        let keys = format!("{HOLD_CONTROL}av{LET_GO}");
        answered(name, field.send_keys(&keys)).await
    }

    /// Presses a key where the focus is.
    pub async fn key(&self, key: Key) -> Result<(), Trouble> {
        let focused = answered("the focus", self.client.active_element()).await?;
        answered("a key", focused.send_keys(&char::from(key).to_string())).await
    }

    async fn press(&self, element: Element, what: &str) -> Result<(), Trouble> {
        let element_as_argument = serde_json::to_value(&element).map_err(Trouble::told(what))?;
        let middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.run(middle, vec![json!(element_as_argument)]).await?;
        answered(what, element.click()).await
    }
}
