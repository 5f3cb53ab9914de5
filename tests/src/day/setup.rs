//! Filling in Salesforce's forms with what the wizard shows.

use super::{Day, Line};
use crate::Trouble;

/// Fields that are groups of boxes.
const GROUPS: [&str; 2] = ["Selected OAuth Scopes", "OAuth Scopes"];

/// Where Salesforce's form words it otherwise than the vendor's page, which the wizard follows.
const OTHERWISE: [(&str, &str); 2] = [
    ("Use Digital Signature", "Use digital signatures"),
    ("Full access", "Full access (full)"),
];

/// What `lines` say, but for these labels.
pub(super) fn but(mut lines: Vec<Line>, but: &[(&str, &str)]) -> Result<Vec<Line>, Trouble> {
    for (label, value) in but {
        let mut all = lines.iter_mut();
        let line = all.find(|line| line.label == *label);
        let line = line.ok_or_else(|| Trouble::new(format!("the wizard shows no {label}")))?;
        (*value).clone_into(&mut line.value);
    }
    Ok(lines)
}

impl Day<'_> {
    /// Fills in each line in its order. What the wizard leaves to Salesforce (in brackets) is left.
    pub(super) async fn fill_in(&mut self, lines: &[Line]) -> Result<(), Trouble> {
        for Line { label, value } in lines {
            let label = in_salesforces_words(label);
            match value.as_str() {
                "Checked" => self.browser.tick(label, true).await?,
                "Unchecked" => self.browser.tick(label, false).await?,
                left if left.starts_with('(') => {}
                option if GROUPS.contains(&label) => {
                    let option = in_salesforces_words(option);
                    self.browser.choose(label, &[option]).await?;
                }
                text => self.browser.enter(label, text).await?,
            }
        }
        Ok(())
    }
}

fn in_salesforces_words(words: &str) -> &str {
    let mut all = OTHERWISE.iter();
    let other = all.find(|(ours, _)| *ours == words);
    other.map_or(words, |(_, theirs)| theirs)
}
