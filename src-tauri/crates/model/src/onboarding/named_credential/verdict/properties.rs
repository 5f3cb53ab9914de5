//! What holds whatever Salesforce lists.

use proptest::prelude::*;

use super::tests::{NOBODY_KNOWS, OURS, SERVICE_USER, SOMEBODY, at, judged, list, row};
use super::*;

fn action() -> impl Strategy<Value = CredentialAction> {
    proptest::sample::select(vec![
        CredentialAction::Add,
        CredentialAction::Rotate,
        CredentialAction::Revoke,
    ])
}

prop_compose! {
    /// A row whose members may or may not be told.
    fn any_row()(
        id in 1..4_u8,
        (created, modified) in (-200..200_i64, -200..200_i64),
        by in proptest::sample::select(vec![None, Some(SERVICE_USER), Some(SOMEBODY)]),
        (has_created, has_modified) in any::<(bool, bool)>(),
    ) -> ListedCredential {
        let mut row = row(&id.to_string(), modified, "");
        row.created_at = has_created.then(|| at(created));
        row.modified_at = has_modified.then(|| at(modified));
        row.modified_by_id = by.map(str::to_owned);
        row
    }
}

fn rows() -> impl Strategy<Value = Vec<ListedCredential>> {
    proptest::collection::vec(any_row(), 0..4).prop_map(|mut rows| {
        rows.sort_by(|one, other| one.id.cmp(&other.id));
        rows.dedup_by(|one, other| one.id == other.id);
        rows
    })
}

fn known() -> impl Strategy<Value = Known<'static>> {
    proptest::sample::select(vec![NOBODY_KNOWS, OURS])
}

proptest! {
    #[test]
    fn two_looks_at_the_same_prove_nothing(
        action in action(), rows in rows(), known in known(),
    ) {
        let verdict = judged(action, &rows, &rows, known);
        prop_assert!(matches!(verdict, Verdict::CannotTell(_)));
    }

    #[test]
    fn verified_is_said_only_of_what_nobody_else_can_have_done(
        action in action(), before in rows(), after in rows(), known in known(),
    ) {
        let looked = Looked::Listed(list(0, &before));
        let (verdict, row) = judge(action, &looked, &list(60, &after), known);
        if let Verdict::Verified(seen) = verdict {
            let row = row.unwrap();
            let was = before.iter().find(|old| old.id == row.id);
            let by_service_user = row.is_by(SERVICE_USER) == Some(true);
            let within = |moment: Option<Timestamp>| {
                moment.is_some_and(|moment| moment >= at(-30) && moment <= at(90))
            };
            match seen {
                Seen::Appeared => {
                    prop_assert_eq!(action, CredentialAction::Add);
                    prop_assert!(was.is_none() && within(row.created_at));
                    prop_assert!(by_service_user || row.developer_name == "Credential_1");
                }
                Seen::Changed => {
                    prop_assert!(action != CredentialAction::Add);
                    prop_assert!(by_service_user && within(row.modified_at));
                    prop_assert!(was.is_none_or(|was| was.modified_at < row.modified_at));
                }
            }
        }
    }

    #[test]
    fn the_order_of_the_rows_does_not_matter(
        action in action(), before in rows(), after in rows(), known in known(),
    ) {
        let (mut before_turned, mut after_turned) = (before.clone(), after.clone());
        before_turned.reverse();
        after_turned.reverse();
        prop_assert_eq!(
            judged(action, &before, &after, known),
            judged(action, &before_turned, &after_turned, known)
        );
    }

    #[test]
    fn nothing_listed_before_proves_nothing(
        action in action(), after in rows(), known in known(),
    ) {
        let before = Looked::Not { why: Unclear::NotSignedIn, detail: String::new() };
        let (verdict, row) = judge(action, &before, &list(60, &after), known);
        prop_assert_eq!(verdict, Verdict::CannotTell(Unclear::NoLookBefore));
        prop_assert_eq!(row, None);
    }
}
