//! A problem, as a command line says it.

use model::catalogue::Problem;

/// What happened, what the system said of it, and what to do, a line each.
pub(crate) fn told(problem: &Problem) -> String {
    let happened = format!("{}.", problem.message);
    let detail = Some(problem.detail.clone()).filter(|detail| !detail.is_empty());
    let fixes = problem.fixes.iter().map(|fix| fix.text.to_owned());
    let lines = [happened].into_iter().chain(detail).chain(fixes);
    lines.collect::<Vec<_>>().join("\n")
}
