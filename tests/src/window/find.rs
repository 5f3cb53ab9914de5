//! Finding what a person means.

use fantoccini::elements::{Element, ElementRef};
use fantoccini::wd::Locator;
use serde_json::{Value, json};

use super::{Window, answered};
use crate::Trouble;

const FIND: &str = include_str!("find.js");
/// How `WebDriver` marks a reference to an element in JSON.
const REFERENCE: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Window {
    /// The one thing to click that says these words (visible text or accessible name), inside `scope` if given.
    pub(super) async fn find_words(
        &self,
        words: &str,
        scope: Option<&str>,
    ) -> Result<Element, Trouble> {
        let answer = self.run(FIND, vec![json!(words), json!(scope)]).await?;
        match answer
            .pointer(&format!("/element/{REFERENCE}"))
            .and_then(Value::as_str)
        {
            Some(id) => {
                let reference = ElementRef::from(id.to_owned());
                Ok(Element::from_element_id(self.client.clone(), reference))
            }
            None => Err(Trouble::new(
                answer["why"].as_str().unwrap_or("nothing was found"),
            )),
        }
    }

    /// The first shown element that matches a CSS selector.
    pub(super) async fn find_css(&self, css: &str) -> Result<Element, Trouble> {
        let all = answered(css, self.client.find_all(Locator::Css(css))).await?;
        let count = all.len();
        for element in all {
            if answered(css, element.is_displayed()).await? {
                return Ok(element);
            }
        }
        let how = if count == 0 {
            "there is no"
        } else {
            "not visible:"
        };
        Err(Trouble::new(format!("{how} {css}")))
    }
}

/// A CSS attribute selector with any value.
pub(super) fn with_attribute(name: &str, value: &str) -> String {
    let value = value.replace('\\', "\\\\").replace('"', "\\\"");
    format!("[{name}=\"{value}\"]")
}
