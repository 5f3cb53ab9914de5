//! The user's own Login History: who else signs in as it.
//!
//! From API 37 on any user may query its own rows (Object Reference, `LoginHistory`).

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use model::catalogue::Code;
use model::onboarding::{SignIn, Whose};

use super::super::Context;
use super::super::ask::{Answers, Ask};
use super::Verdict;
use crate::salesforce::wire::LoginRow;

/// How far a line's time may be from the time of the token it belongs to. Both are Salesforce's
/// own clock; the line has whole seconds.
const NEAR: SignedDuration = SignedDuration::from_secs(3);

/// What the history shows, in one line.
pub(in super::super) fn sign_ins(answers: &Answers, context: &Context<'_>) -> Verdict {
    let rows = match read(answers, context) {
        Ok(rows) if rows.is_empty() => {
            return Verdict::unknown(Code::SignInsUnread, "no line is shown yet");
        }
        Ok(rows) => rows,
        Err(why) => return Verdict::unknown(Code::SignInsUnread, why),
    };
    if rows.iter().any(|row| row.whose == Whose::Unknown) {
        let why = "the line of this sign-in is not shown yet";
        return Verdict::unknown(Code::SignInsUnread, why);
    }
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
    let mut lines: Vec<SignIn> = rows.into_iter().filter_map(line).collect();
    let own = context.expect.own_sign_ins.iter().copied();
    let own: Vec<Timestamp> = own.chain(context.session.issued_at).collect();
    let desk = addresses(&lines, &own);
    let from_here = |line: &SignIn| desk.contains(&line.source_ip);
    let apps: BTreeSet<String> = lines
        .iter()
        .filter(|line| from_here(line) && own.iter().any(|own| is_near(line.at, *own)))
        .map(|line| line.application.clone())
        .collect();
    for line in &mut lines {
        line.whose = if desk.is_empty() {
            Whose::Unknown
        } else if desk.contains(&line.source_ip) {
            Whose::ThisDesk
        } else if apps.contains(&line.application) {
            Whose::Elsewhere
        } else {
            Whose::OtherApp
        };
    }
    Ok(lines)
}

fn line(row: LoginRow) -> Option<SignIn> {
    Some(SignIn {
        at: row.login_time.parse().ok()?,
        source_ip: row.source_ip.unwrap_or_default(),
        application: row.application.unwrap_or_default(),
        status: row.status.unwrap_or_default(),
        whose: Whose::Unknown,
    })
}

/// The addresses by which this desk is seen: those of the lines at the times of its own sign-ins.
///
/// Somebody else may have signed in within the same seconds. Where other sign-ins of this desk
/// tell its address, that is enough; else the line nearest in time is taken for its own.
fn addresses(lines: &[SignIn], own: &[Timestamp]) -> BTreeSet<String> {
    let near = |own: Timestamp| {
        let near = lines.iter().filter(move |line| is_near(line.at, own));
        near.filter(|line| !line.source_ip.is_empty())
    };
    let seen = |own: Timestamp| near(own).map(|line| line.source_ip.clone()).collect();
    let seen: Vec<BTreeSet<String>> = own.iter().map(|own| seen(*own)).collect();
    let alone = seen.iter().filter(|addresses| addresses.len() == 1);
    let desk: BTreeSet<String> = alone.flatten().cloned().collect();
    if !desk.is_empty() {
        return desk;
    }
    let nearest = |own: &Timestamp| {
        let distance = |line: &&SignIn| line.at.duration_since(*own).abs();
        let nearest = near(*own).min_by_key(distance)?;
        let same = near(*own).filter(|line| distance(line) == distance(&nearest));
        let mut same = same.map(|line| &line.source_ip);
        same.all(|address| *address == nearest.source_ip)
            .then(|| nearest.source_ip.clone())
    };
    own.iter().filter_map(nearest).collect()
}

fn is_near(line: Timestamp, own: Timestamp) -> bool {
    line.duration_since(own).abs() <= NEAR
}
