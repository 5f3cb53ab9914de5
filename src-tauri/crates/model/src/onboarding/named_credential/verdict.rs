//! The verdict: does what Salesforce lists before and after an operation prove it?
//!
//! It proves an Add that one is there which was absent before, a Rotate that the service user
//! changed one within the operation's window, a Revoke that the service user changed Gentrack's own
//! so. All else is *cannot tell*: of one that is gone nobody tells who removed it. Every moment compared is Salesforce's own.

use jiff::{SignedDuration, Timestamp};

use super::{CredentialAction, CredentialList, ListedCredential, Looked, Seen, Unclear, Verdict};

/// How far apart the clocks within Salesforce may be: the `Date` of an answer is made elsewhere than
/// `LastModifiedDate`, and has whole seconds.
const SKEW: SignedDuration = SignedDuration::from_secs(30);

/// What is known of Gentrack's own credential.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known<'a> {
    /// Salesforce's id of it, from an earlier look.
    pub id: Option<&'a str>,
    /// Its name, by GCIS.
    pub name: Option<&'a str>,
}

impl Known<'_> {
    fn is(&self, row: &ListedCredential) -> bool {
        let by_name = |name: &str| row.developer_name.eq_ignore_ascii_case(name);
        self.id.is_some_and(|id| row.has_id(id)) || self.name.is_some_and(by_name)
    }
}

/// Judges an operation by the lists before and after it, and answers with the credential that the
/// verdict speaks of.
pub fn judge(
    action: CredentialAction,
    before: &Looked,
    after: &CredentialList,
    known: Known<'_>,
) -> (Verdict, Option<ListedCredential>) {
    let Looked::Listed(before) = before else {
        return (Verdict::CannotTell(Unclear::NoLookBefore), None);
    };
    if before.user_id != after.user_id {
        return (Verdict::CannotTell(Unclear::OtherUser), None);
    }
    let changes = Changes::between(before, after, known);
    let (verdict, row) = match action {
        CredentialAction::Add => changes.added(),
        CredentialAction::Rotate => changes.rotated(),
        CredentialAction::Revoke => changes.revoked(),
    };
    (verdict, row.cloned())
}

type Judged<'a> = (Verdict, Option<&'a ListedCredential>);

fn verified(seen: Seen, row: &ListedCredential) -> Judged<'_> {
    (Verdict::Verified(seen), Some(row))
}

fn cannot_tell(why: Unclear, row: Option<&ListedCredential>) -> Judged<'_> {
    (Verdict::CannotTell(why), row)
}

/// What differs between two lists.
struct Changes<'a> {
    before: &'a CredentialList,
    after: &'a CredentialList,
    appeared: Vec<&'a ListedCredential>,
    changed: Vec<&'a ListedCredential>,
    gone: Vec<&'a ListedCredential>,
    /// Whether these are changes of Gentrack's own alone.
    is_known: bool,
    /// Whether a row that stayed tells no time of its last change.
    is_timeless: bool,
}

impl<'a> Changes<'a> {
    /// Where Gentrack's own is known and listed, no other counts.
    fn between(before: &'a CredentialList, after: &'a CredentialList, known: Known<'_>) -> Self {
        let mut all = before.rows.iter().chain(&after.rows);
        let is_known = all.any(|row| known.is(row));
        let counts = |row: &&ListedCredential| !is_known || known.is(row);
        let twin = |list: &'a CredentialList, row: &ListedCredential| {
            list.rows.iter().find(|other| other.has_id(&row.id))
        };
        let mut changes = Self {
            before,
            after,
            appeared: Vec::new(),
            changed: Vec::new(),
            gone: Vec::new(),
            is_known,
            is_timeless: false,
        };
        for row in after.rows.iter().filter(counts) {
            match twin(before, row) {
                None => changes.appeared.push(row),
                Some(earlier) => match (earlier.modified_at, row.modified_at) {
                    (Some(then), Some(now)) if now > then => changes.changed.push(row),
                    (Some(_), Some(_)) => {}
                    _ => changes.is_timeless = true,
                },
            }
        }
        let lost = |row: &&ListedCredential| twin(after, row).is_none();
        changes.gone = before.rows.iter().filter(counts).filter(lost).collect();
        changes
    }

    fn added(&self) -> Judged<'a> {
        match self.appeared[..] {
            [] if !self.changed.is_empty() => {
                cannot_tell(Unclear::ThereBefore, self.changed.first().copied())
            }
            [] => cannot_tell(Unclear::NothingYet, None),
            // Its name is GCIS's own: that tells whose it is where Salesforce does not.
            [row] if self.is_known && row.created_at.is_some_and(|at| self.is_within(at)) => {
                verified(Seen::Appeared, row)
            }
            _ => self.by_service_user(&self.appeared, Seen::Appeared, |row| row.created_at),
        }
    }

    fn rotated(&self) -> Judged<'a> {
        let renewed: Vec<_> = self.changed.iter().chain(&self.appeared).copied().collect();
        if renewed.is_empty() {
            return self.nothing();
        }
        self.by_service_user(&renewed, Seen::Changed, |row| row.modified_at)
    }

    fn revoked(&self) -> Judged<'a> {
        // A user that may no longer read the list would see it empty.
        let all_gone = self.after.rows.is_empty() && self.before.rows.len() > 1;
        match self.gone[..] {
            [] if self.changed.is_empty() => self.nothing(),
            [] => self.by_service_user(&self.changed, Seen::Changed, |row| row.modified_at),
            _ if all_gone => cannot_tell(Unclear::Several, None),
            [row] if self.is_known => cannot_tell(Unclear::Gone, Some(row)),
            [row] => cannot_tell(Unclear::WhichUnknown, Some(row)),
            _ => cannot_tell(Unclear::Several, None),
        }
    }

    fn nothing(&self) -> Judged<'a> {
        if self.is_timeless {
            cannot_tell(Unclear::WhoUnknown, None)
        } else {
            cannot_tell(Unclear::NothingYet, None)
        }
    }

    /// Verified if the service user changed exactly one of these within the window.
    fn by_service_user(
        &self,
        rows: &[&'a ListedCredential],
        seen: Seen,
        moment: impl Fn(&ListedCredential) -> Option<Timestamp>,
    ) -> Judged<'a> {
        let by_it = |row: &&ListedCredential| row.is_by(&self.after.user_id) == Some(true);
        let mine: Vec<_> = rows.iter().copied().filter(|row| by_it(row)).collect();
        match mine[..] {
            [row] => match moment(row) {
                Some(at) if self.is_within(at) => verified(seen, row),
                Some(_) => cannot_tell(Unclear::OtherTime, Some(row)),
                None => cannot_tell(Unclear::WhoUnknown, Some(row)),
            },
            [] => {
                let first = rows.first().copied();
                let untold = rows
                    .iter()
                    .any(|row| row.is_by(&self.after.user_id).is_none());
                let why = if untold {
                    Unclear::WhoUnknown
                } else {
                    Unclear::SomebodyElse
                };
                cannot_tell(why, first)
            }
            _ => cannot_tell(Unclear::Several, None),
        }
    }

    fn is_within(&self, at: Timestamp) -> bool {
        let since = at.duration_since(self.before.at);
        let until = self.after.at.duration_since(at);
        since >= -SKEW && until >= -SKEW
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
