//! The report as a person reads it.

use std::fmt::{self, Display, Formatter};

use model::catalogue::{Code, FindingStatus};

use super::{FixFound, Found, Report};

impl Display for Report {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        if self.is_practice {
            writeln!(to, "PRACTICE: no real service was asked.")?;
        }
        if let Some(who) = &self.connected_as {
            let kind = match who.sandbox {
                Some(true) => ", a sandbox",
                Some(false) => ", production",
                None => "",
            };
            let (org, id) = (&who.org_name, &who.org_id);
            match &who.username {
                Some(user) => writeln!(to, "Connected as {user} in {org} ({id}){kind}")?,
                None => writeln!(to, "Connected to {org} ({id}){kind}; cannot tell as whom")?,
            }
        }
        let not_asked = Code::NotAsked.entry().name;
        let (asked, rest): (Vec<_>, Vec<_>) = self
            .findings
            .iter()
            .partition(|found| found.code != not_asked);
        for found in asked {
            write!(to, "{found}")?;
        }
        if !rest.is_empty() {
            let count = rest.len();
            writeln!(to, "skipped  {count} more, because an earlier check failed")?;
        }
        to.write_str(if self.passed() {
            "Passed.\n"
        } else {
            "Failed.\n"
        })
    }
}

impl Display for Found {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        let (mark, needs_words) = match self.status {
            FindingStatus::Passed => ("passed ", false),
            FindingStatus::Warning => ("WARNING", true),
            FindingStatus::Failed => ("FAILED ", true),
            FindingStatus::Unknown => ("unknown", true),
            FindingStatus::Skipped => ("skipped", false),
        };
        write!(to, "{mark}  {:<22} {}", self.title, self.summary)?;
        if !self.evidence.is_empty() {
            write!(to, " [{}]", self.evidence)?;
        }
        writeln!(to)?;
        for fix in self.fixes.iter().filter(|_| needs_words) {
            writeln!(to, "         - {fix}")?;
        }
        Ok(())
    }
}

impl Display for FixFound {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        to.write_str(&self.text)?;
        if let Some(words) = self.quick_find {
            write!(to, " Setup ▸ Quick Find: {words}")?;
        }
        if let Some(address) = &self.link {
            write!(to, " <{address}>")?;
        }
        Ok(())
    }
}
