//! What proves an operation, and what does not.

use super::*;

pub(super) const SERVICE_USER: &str = "005000000000001AAA";
pub(super) const SOMEBODY: &str = "005000000000002AAA";

pub(super) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap()
}

pub(super) fn row(id: &str, modified: i64, by: &str) -> ListedCredential {
    ListedCredential {
        id: format!("0XA00000000000{id}"),
        developer_name: format!("Credential_{id}"),
        label: String::new(),
        created_at: Some(at(modified)),
        modified_at: Some(at(modified)),
        modified_by_id: Some(by.to_owned()),
        modified_by: None,
    }
}

pub(super) fn list(second: i64, rows: &[ListedCredential]) -> CredentialList {
    CredentialList {
        at: at(second),
        user_id: SERVICE_USER.to_owned(),
        rows: rows.to_vec(),
        external: None,
    }
}

/// Judged by a look at 0 s and one at 60 s.
pub(super) fn judged(
    action: CredentialAction,
    before: &[ListedCredential],
    after: &[ListedCredential],
    known: Known<'_>,
) -> Verdict {
    judge(
        action,
        &Looked::Listed(list(0, before)),
        &list(60, after),
        known,
    )
    .0
}

pub(super) const NOBODY_KNOWS: Known<'_> = Known {
    id: None,
    name: None,
};
pub(super) const OURS: Known<'_> = Known {
    id: None,
    name: Some("Credential_1"),
};

fn untold(mut row: ListedCredential) -> ListedCredential {
    row.created_at = None;
    row.modified_at = None;
    row.modified_by_id = None;
    row
}

#[test]
fn each_operation_is_judged_by_what_changed_and_by_whom() {
    use CredentialAction::{Add, Revoke, Rotate};
    use Unclear as U;
    let yes = Verdict::Verified;
    let no = Verdict::CannotTell;
    let old = || row("1", -500, SERVICE_USER);
    let new = || row("1", 20, SERVICE_USER);
    let by_other = || row("1", 20, SOMEBODY);
    let other = || row("2", -900, SOMEBODY);
    let other_new = || row("2", 30, SERVICE_USER);
    for (what, action, before, after, known, verdict) in [
        (
            "a new one",
            Add,
            vec![],
            vec![new()],
            NOBODY_KNOWS,
            yes(Seen::Appeared),
        ),
        (
            "beside another",
            Add,
            vec![other()],
            vec![new(), other()],
            NOBODY_KNOWS,
            yes(Seen::Appeared),
        ),
        (
            "nothing",
            Add,
            vec![other()],
            vec![other()],
            NOBODY_KNOWS,
            no(U::NothingYet),
        ),
        (
            "by another",
            Add,
            vec![],
            vec![by_other()],
            NOBODY_KNOWS,
            no(U::SomebodyElse),
        ),
        (
            "by another, under GCIS's name",
            Add,
            vec![],
            vec![by_other()],
            OURS,
            yes(Seen::Appeared),
        ),
        (
            "two new ones",
            Add,
            vec![],
            vec![new(), other_new()],
            NOBODY_KNOWS,
            no(U::Several),
        ),
        (
            "two, one under GCIS's name",
            Add,
            vec![],
            vec![new(), other_new()],
            OURS,
            yes(Seen::Appeared),
        ),
        (
            "an old one comes into view",
            Add,
            vec![],
            vec![old()],
            NOBODY_KNOWS,
            no(U::OtherTime),
        ),
        (
            "an old one of GCIS's comes into view",
            Add,
            vec![],
            vec![old()],
            OURS,
            no(U::OtherTime),
        ),
        (
            "it was there",
            Add,
            vec![old()],
            vec![new()],
            NOBODY_KNOWS,
            no(U::ThereBefore),
        ),
        (
            "nobody told who",
            Add,
            vec![],
            vec![untold(new())],
            NOBODY_KNOWS,
            no(U::WhoUnknown),
        ),
        (
            "changed",
            Rotate,
            vec![old()],
            vec![new()],
            NOBODY_KNOWS,
            yes(Seen::Changed),
        ),
        (
            "made anew",
            Rotate,
            vec![other()],
            vec![new(), other()],
            NOBODY_KNOWS,
            yes(Seen::Changed),
        ),
        (
            "unchanged",
            Rotate,
            vec![old()],
            vec![old()],
            NOBODY_KNOWS,
            no(U::NothingYet),
        ),
        (
            "by another",
            Rotate,
            vec![old()],
            vec![by_other()],
            OURS,
            no(U::SomebodyElse),
        ),
        (
            "two changed",
            Rotate,
            vec![old(), other()],
            vec![new(), other_new()],
            NOBODY_KNOWS,
            no(U::Several),
        ),
        (
            "two changed, one is GCIS's",
            Rotate,
            vec![old(), other()],
            vec![new(), other_new()],
            OURS,
            yes(Seen::Changed),
        ),
        (
            "another of its own changed",
            Rotate,
            vec![old(), other()],
            vec![old(), other_new()],
            OURS,
            no(U::NothingYet),
        ),
        (
            "no times",
            Rotate,
            vec![untold(old())],
            vec![untold(old())],
            NOBODY_KNOWS,
            no(U::WhoUnknown),
        ),
        (
            "a time before the look",
            Rotate,
            vec![old()],
            vec![row("1", -100, SERVICE_USER)],
            NOBODY_KNOWS,
            no(U::OtherTime),
        ),
        (
            "clocks a little apart",
            Rotate,
            vec![old()],
            vec![row("1", -2, SERVICE_USER)],
            NOBODY_KNOWS,
            yes(Seen::Changed),
        ),
        ("gone", Revoke, vec![old()], vec![], OURS, no(U::Gone)),
        (
            "gone beside another",
            Revoke,
            vec![old(), other()],
            vec![other()],
            OURS,
            no(U::Gone),
        ),
        (
            "one is gone, but whose?",
            Revoke,
            vec![old()],
            vec![],
            NOBODY_KNOWS,
            no(U::WhichUnknown),
        ),
        (
            "all are gone",
            Revoke,
            vec![old(), other()],
            vec![],
            OURS,
            no(U::Several),
        ),
        (
            "another is gone",
            Revoke,
            vec![old(), other()],
            vec![old()],
            OURS,
            no(U::NothingYet),
        ),
        (
            "blanked",
            Revoke,
            vec![old()],
            vec![new()],
            OURS,
            yes(Seen::Changed),
        ),
        (
            "blanked by another",
            Revoke,
            vec![old()],
            vec![by_other()],
            OURS,
            no(U::SomebodyElse),
        ),
        (
            "still there",
            Revoke,
            vec![old()],
            vec![old()],
            OURS,
            no(U::NothingYet),
        ),
    ] {
        assert_eq!(
            judged(action, &before, &after, known),
            verdict,
            "{action:?}: {what}"
        );
    }
}

#[test]
fn without_a_look_before_nothing_is_proven() {
    let before = Looked::Not {
        why: Unclear::NotAllowed,
        detail: String::new(),
    };
    let after = list(60, &[row("1", 20, SERVICE_USER)]);
    let (verdict, _) = judge(CredentialAction::Add, &before, &after, NOBODY_KNOWS);
    assert_eq!(verdict, Verdict::CannotTell(Unclear::NoLookBefore));
}

#[test]
fn what_another_user_sees_is_not_compared() {
    let mut after = list(60, &[row("1", 20, SERVICE_USER)]);
    after.user_id = SOMEBODY.to_owned();
    let (verdict, _) = judge(
        CredentialAction::Add,
        &Looked::Listed(list(0, &[])),
        &after,
        OURS,
    );
    assert_eq!(verdict, Verdict::CannotTell(Unclear::OtherUser));
}

#[test]
fn an_id_is_the_same_with_15_and_with_18_characters() {
    let before = vec![row("1", -500, SERVICE_USER)];
    let mut after = before.clone();
    after[0].id.push_str("AAA");
    after[0].modified_by_id = Some(SERVICE_USER[..15].to_owned());
    after[0].modified_at = Some(at(10));
    let verdict = judged(CredentialAction::Rotate, &before, &after, NOBODY_KNOWS);
    assert_eq!(verdict, Verdict::Verified(Seen::Changed));
}
