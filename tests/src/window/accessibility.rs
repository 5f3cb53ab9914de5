//! The page as axe-core judges it.

use std::fmt::{Display, Formatter, Result as Written};
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::Window;
use crate::Trouble;

const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../ui/node_modules/axe-core/axe.min.js"
);
const RUN: &str = "const done = arguments[arguments.length - 1]; \
    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], \
                        resultTypes: ['violations'] }) \
      .then((result) => done({ violations: result.violations.map((one) => ({ rule: one.id, \
          impact: one.impact ?? 'unknown', help: one.help, places: one.nodes.map((node) => node.html) })) }), \
        (error) => done({ error: String(error) }))";

/// A rule of axe-core that the page breaks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Violation {
    /// The rule's id.
    pub rule: String,
    /// How bad axe-core finds it: minor, moderate, serious or critical.
    pub impact: String,
    /// What should be so.
    pub help: String,
    /// The HTML of every place where it is not.
    pub places: Vec<String>,
}

impl Display for Violation {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Written {
        let Self {
            rule,
            impact,
            help,
            places,
        } = self;
        write!(
            formatter,
            "{rule} ({impact}): {help}: {}",
            places.join(" · ")
        )
    }
}

#[derive(Deserialize)]
struct Verdict {
    #[serde(default)]
    violations: Vec<Violation>,
    error: Option<String>,
}

impl Window {
    /// The rules of axe-core (WCAG 2.2 AA and good practice) that the page breaks as it is now.
    pub async fn violations(&self) -> Result<Vec<Violation>, Trouble> {
        // Contrast is measured on what is painted; half-faded text would fail by chance.
        self.painted().await?;
        if self.run("return typeof axe", Vec::new()).await? != "object" {
            let source = fs::read_to_string(Path::new(AXE)).map_err(Trouble::told("axe-core"))?;
            self.run(&source, Vec::new()).await?;
        }
        let answer = self.run_async(RUN, Vec::new()).await?;
        let verdict: Verdict =
            serde_json::from_value(answer).map_err(Trouble::told("axe-core's verdict"))?;
        match verdict.error {
            Some(error) => Err(Trouble::new(format!("axe-core: {error}"))),
            None => Ok(verdict.violations),
        }
    }
}
