//! The user's own Login History: who else signs in as it.
//!
//! From API 37 on any user may query its own rows (Object Reference, `LoginHistory`).

use jiff::Timestamp;
use model::catalogue::Code;
use model::onboarding::{SignIn, Whose};

use super::super::Context;
use super::super::ask::{Answers, Ask};
use super::Verdict;
use super::own_lines::{Line, own_lines};
use crate::salesforce::wire::LoginRow;

/// What the history shows, in one line.
pub(in super::super) fn sign_ins(answers: &Answers, context: &Context<'_>) -> Verdict {
    let rows = match read(answers, context) {
        Ok(rows) if rows.is_empty() => {
            return Verdict::unknown(Code::SignInsUnread, "no line is shown yet");
        }
        Ok(rows) => rows,
        Err(why) => return Verdict::unknown(Code::SignInsUnread, why),
    };
    let elsewhere = rows.iter().filter(|row| row.whose == Whose::Elsewhere);
    let evidence = match elsewhere.max_by_key(|row| row.at) {
        Some(newest) => format!(
            "newest from elsewhere: {} from {}, {}",
            newest.at.strftime("%F %T UTC"),
            newest.source_ip,
            newest.status
        ),
        None => "none from another address yet".to_owned(),
    };
    Verdict::passed(Code::SignInsRead, evidence)
}

/// The lines, newest first, each with whose it was.
///
/// The line of this very sign-in is known by its time; it shows the address and the app by which
/// this desk is seen. What comes through the same app from another address is the connector's.
pub(in super::super) fn read(
    answers: &Answers,
    context: &Context<'_>,
) -> Result<Vec<SignIn>, String> {
    let rows = answers.rows::<LoginRow>(Ask::SignIns)?;
    let rows: Vec<(Timestamp, LoginRow)> = rows
        .into_iter()
        .filter_map(|row| Some((row.login_time.parse().ok()?, row)))
        .collect();
    let lines: Vec<Line<'_>> = rows
        .iter()
        .map(|(at, row)| (*at, row.source_ip.as_deref().unwrap_or_default()))
        .collect();
    let mut times = context.expect.own_sign_ins.clone();
    times.extend(context.session.issued_at);
    let is_own = own_lines(&lines, &times);
    let own: Vec<&LoginRow> = rows
        .iter()
        .zip(&is_own)
        .filter_map(|((_, row), own)| own.then_some(row))
        .collect();
    let from_here = |row: &LoginRow| own.iter().any(|own| own.source_ip == row.source_ip);
    let same_app = |row: &LoginRow| own.iter().any(|own| own.application == row.application);
    let whose = |row: &LoginRow| {
        if from_here(row) {
            Whose::ThisDesk
        } else if own.is_empty() {
            Whose::Unknown
        } else if same_app(row) {
            Whose::Elsewhere
        } else {
            Whose::OtherApp
        }
    };
    Ok(rows
        .iter()
        .map(|(at, row)| SignIn {
            at: *at,
            source_ip: row.source_ip.clone().unwrap_or_default(),
            application: row.application.clone().unwrap_or_default(),
            status: row.status.clone().unwrap_or_default(),
            whose: whose(row),
        })
        .collect())
}
