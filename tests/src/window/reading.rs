//! What a person reads.

use fantoccini::wd::Locator;
use serde_json::{Value, json};

use super::find::with_attribute;
use super::{Window, answered};
use crate::Trouble;

const PAGE: &str = "return document.querySelector('main[data-page]')?.dataset.page ?? null";

impl Window {
    /// The page that the window shows now (`main[data-page]`).
    pub async fn page(&self) -> Result<String, Trouble> {
        let answer = self.run(PAGE, Vec::new()).await?;
        let page = answer.as_str().map(str::to_owned);
        page.ok_or_else(|| Trouble::new("the window shows no page"))
    }

    /// Waits until the window shows `page`.
    pub async fn wait_for_page(&self, page: &str) -> Result<(), Trouble> {
        self.until(async || match self.page().await? {
            now if now == page => Ok(()),
            now => Err(Trouble::new(format!(
                "waiting for the page {page:?}, it is {now:?}"
            ))),
        })
        .await
    }

    /// Waits until an element that matches is shown.
    pub async fn wait_for(&self, css: &str) -> Result<(), Trouble> {
        self.until(async || self.find_css(css).await.map(drop))
            .await
    }

    /// Waits until nothing that matches is shown.
    pub async fn wait_until_gone(&self, css: &str) -> Result<(), Trouble> {
        self.until(async || match self.find_css(css).await {
            Ok(_) => Err(Trouble::new(format!("{css} is still there"))),
            Err(_) => Ok(()),
        })
        .await
    }

    /// Waits until these words can be read somewhere in the window.
    pub async fn wait_for_words(&self, words: &str) -> Result<(), Trouble> {
        self.until(async || {
            let text = self.visible_text().await?;
            if text.contains(words) {
                Ok(())
            } else {
                Err(Trouble::new(format!("nowhere reads {words:?}")))
            }
        })
        .await
    }

    /// Waits until all of these words can be read inside the element `scope` (CSS).
    pub async fn wait_for_words_in(&self, scope: &str, words: &[&str]) -> Result<(), Trouble> {
        self.until(async || {
            let text = answered(scope, self.find_css(scope).await?.text()).await?;
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            match words.iter().find(|words| !text.contains(**words)) {
                None => Ok(()),
                Some(words) => Err(Trouble::new(format!(
                    "{scope} reads {text:?}, not {words:?}"
                ))),
            }
        })
        .await
    }

    /// Waits until the check `code` of a verification has this status.
    pub async fn wait_for_check(&self, code: &str, status: &str) -> Result<(), Trouble> {
        let css = with_attribute("data-check", code) + &with_attribute("data-status", status);
        self.wait_for(&css).await
    }

    /// Waits until the problem `code` is shown and returns what it says.
    pub async fn wait_for_problem(&self, code: &str) -> Result<String, Trouble> {
        self.text(&with_attribute("data-problem", code)).await
    }

    /// The visible text of the first shown element that matches; waits for it.
    pub async fn text(&self, css: &str) -> Result<String, Trouble> {
        self.until(async || answered(css, self.find_css(css).await?.text()).await)
            .await
    }

    /// The visible texts of all elements that match now.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>, Trouble> {
        let mut texts = Vec::new();
        for element in answered(css, self.client.find_all(Locator::Css(css))).await? {
            texts.push(answered(css, element.text()).await?);
        }
        Ok(texts)
    }

    /// All that can be read in the window, as the engine lays it out, its blanks made single.
    pub async fn visible_text(&self) -> Result<String, Trouble> {
        let answer = self
            .run(
                "return document.body.innerText.replace(/\\s+/g, ' ')",
                Vec::new(),
            )
            .await?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }

    /// What the field `name` holds.
    pub async fn value(&self, name: &str) -> Result<String, Trouble> {
        let css = with_attribute("name", name);
        self.until(async || {
            let value = answered(name, self.find_css(&css).await?.prop("value")).await?;
            Ok(value.unwrap_or_default())
        })
        .await
    }

    /// A value on the practice card (`data-practice`).
    pub async fn practice_value(&self, name: &str) -> Result<String, Trouble> {
        self.text(&with_attribute("data-practice", name)).await
    }

    /// An attribute of the first element that matches now.
    pub async fn attribute(&self, css: &str, name: &str) -> Result<Option<String>, Trouble> {
        let script =
            "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? null";
        let answer = self.run(script, vec![json!(css), json!(name)]).await?;
        Ok(answer.as_str().map(str::to_owned))
    }

    /// How many elements match now.
    pub async fn count(&self, css: &str) -> Result<u64, Trouble> {
        let answer = self
            .run(
                "return document.querySelectorAll(arguments[0]).length",
                vec![json!(css)],
            )
            .await?;
        Ok(answer.as_u64().unwrap_or_default())
    }

    /// Where the keyboard's focus is: the accessible name, or else the field's name, or else the tag.
    pub async fn focused(&self) -> Result<String, Trouble> {
        let script = "const e = document.activeElement; \
            return e.getAttribute('aria-label') || e.innerText?.trim() || e.getAttribute('name') || e.localName";
        let answer = self.run(script, Vec::new()).await?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }

    /// The whole page as it is now, for whoever has to find out why a test failed.
    pub async fn source(&self) -> Result<String, Trouble> {
        let answer = self
            .run("return document.documentElement.outerHTML", Vec::new())
            .await?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }

    /// The entries of a list in the page as the script returns them, as text.
    pub async fn list(&self, script: &str) -> Result<Vec<String>, Trouble> {
        let answer = self.run(script, Vec::new()).await?;
        let entries = answer.as_array().cloned().unwrap_or_default();
        Ok(entries
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect())
    }
}
