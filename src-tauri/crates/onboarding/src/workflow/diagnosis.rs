//! What the person saw in Login History, and what a text means.

use model::catalogue::{Code, Problem, explain, login_history};
use uuid::Uuid;

use super::problem::problem;
use super::snapshot::{ExplainedView, Snapshot, explained};
use super::workspace::Workspace;

impl Workspace {
    /// What the newest line of Login History says, by its status' stable name; nothing takes the
    /// answer back. The trail keeps it.
    pub fn answer_history(&self, id: Uuid, status: Option<&str>) -> Result<Snapshot, Problem> {
        let status = match status {
            Some(status) => {
                Some(login_history::of_id(status).ok_or_else(|| problem(Code::UnknownItem))?)
            }
            None => None,
        };
        let word = status.map_or("taken_back", |status| status.id);
        self.say(id, "login_history_says", word, |onboarding| {
            onboarding.facts.history_status = status.map(|status| status.id.to_owned());
        })
    }

    /// What a text means that Salesforce or the portal showed, best first; nothing where the
    /// catalogue does not know it.
    pub fn explain(&self, id: Uuid, text: &str) -> Result<Vec<ExplainedView>, Problem> {
        let onboarding = self.load(id)?;
        let hits = explain(text).into_iter();
        Ok(hits.map(|hit| explained(hit.code, &onboarding)).collect())
    }
}
