//! Requests to register whose answer never came: looked for before another is sent, and after one
//! was refused.

use jiff::{SignedDuration, Timestamp};
use model::catalogue::{Code, Problem};
use model::onboarding::{Facts, RegistrationAttempt, RegistrationBasis};
use uuid::Uuid;

use super::problem::problem;
use crate::gcis::{Gcis, GcisError, Instance};

/// A request that has shown no effect for so long never arrived: this program itself gives one up
/// after half a minute, and what stands in between holds none for minutes.
pub(super) const ON_ITS_WAY: SignedDuration = SignedDuration::from_mins(5);

/// Asks GCIS for what any of the attempts has made.
pub(super) async fn made_already(
    gcis: &Gcis<'_>,
    facts: &Facts,
) -> Result<Option<(RegistrationAttempt, Instance)>, GcisError> {
    for attempt in facts.unanswered() {
        if let Some(made) = gcis.find(attempt.key).await? {
            return Ok(Some((attempt.clone(), made)));
        }
    }
    Ok(None)
}

/// The key to send this payload under: the one that it was sent under before, else a new one.
///
/// GCIS connects an org to a tenant once, whatever the keys. For another tenant it would make
/// another instance, so a request that may still arrive is waited for.
pub(super) fn key_for(facts: &Facts, basis: &RegistrationBasis) -> Result<Uuid, Problem> {
    let before = |attempt: &&RegistrationAttempt| attempt.basis == *basis;
    if let Some(same) = facts.unanswered().find(before) {
        return Ok(same.key);
    }
    none_on_its_way(facts, &basis.tenant)?;
    Ok(Uuid::new_v4())
}

/// Waits for a request for another tenant than this one that may still arrive.
pub(super) fn none_on_its_way(facts: &Facts, tenant: &str) -> Result<(), Problem> {
    let may_arrive = |attempt: &&RegistrationAttempt| {
        attempt.basis.tenant != tenant && Timestamp::now().duration_since(attempt.at) < ON_ITS_WAY
    };
    match facts.unanswered().find(may_arrive) {
        None => Ok(()),
        Some(attempt) => {
            let until = (attempt.at + ON_ITS_WAY).strftime("%H:%M UTC");
            let words = format!(
                "The request for the tenant {} may still arrive. GCIS is asked again after {until}.",
                attempt.tenant.name
            );
            Err(problem(Code::OutcomeUnknown).with_detail(words))
        }
    }
}

/// The request that may still have made an instance, or make one, and from when on GCIS can say: it
/// was not asked yet after the time that a request can take.
pub(super) fn still_open(facts: &Facts) -> Option<(&RegistrationAttempt, Timestamp)> {
    let open = facts.unanswered().filter_map(|attempt| {
        let until = attempt.at + ON_ITS_WAY;
        let looked_up = attempt.looked_up_at.is_some_and(|at| at >= until);
        (!looked_up).then_some((attempt, until))
    });
    open.max_by_key(|(_, until)| *until)
}

/// That no request to register is open: beside one nothing is set up in the portal.
pub(super) fn nothing_is_open(facts: &Facts) -> Result<(), Problem> {
    let Some((attempt, until)) = still_open(facts) else {
        return Ok(());
    };
    let words = format!(
        "The request of {} for the tenant {} may still make an instance. Look again after {}.",
        attempt.at.strftime("%H:%M UTC"),
        attempt.tenant.name,
        until.strftime("%H:%M UTC")
    );
    Err(problem(Code::OutcomeUnknown).with_detail(words))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use model::Route;
    use model::onboarding::{SignInBasis, Tenant};

    use super::*;

    fn basis(username: &str, tenant: &str) -> RegistrationBasis {
        RegistrationBasis {
            sign_in: SignInBasis {
                route: Route::ConnectedApp,
                login_url: String::new(),
                username: username.to_owned(),
                secrets: BTreeMap::new(),
            },
            event_endpoint: String::new(),
            tenant: tenant.to_owned(),
        }
    }

    fn attempt(basis: RegistrationBasis, minutes_ago: i64) -> RegistrationAttempt {
        RegistrationAttempt {
            key: Uuid::new_v4(),
            tenant: Tenant {
                id: Some(basis.tenant.clone()),
                name: basis.tenant.clone(),
                product: None,
                environment: None,
            },
            basis,
            at: Timestamp::now() - SignedDuration::from_mins(minutes_ago),
            looked_up_at: None,
        }
    }

    fn after(minutes_ago: i64) -> (Facts, Uuid) {
        let mut facts = Facts::default();
        let first = attempt(basis("a", "one"), minutes_ago);
        let key = first.key;
        facts.begin(first);
        (facts, key)
    }

    #[test]
    fn the_same_payload_goes_under_its_own_key_however_many_came_between() {
        let (mut facts, key) = after(1);
        facts.begin(attempt(basis("b", "one"), 0));
        assert_eq!(key_for(&facts, &basis("a", "one")).unwrap(), key);
    }

    #[test]
    fn other_credentials_for_the_same_tenant_need_not_wait() {
        let (facts, key) = after(1);
        assert_ne!(key_for(&facts, &basis("b", "one")).unwrap(), key);
    }

    #[test]
    fn another_tenant_waits_until_nothing_can_arrive_any_more() {
        let (facts, _) = after(1);
        let waits = key_for(&facts, &basis("a", "two")).unwrap_err();
        assert_eq!(waits.code, "outcome_unknown");
        assert!(waits.detail.contains("tenant one"), "{}", waits.detail);
        let (facts, _) = after(6);
        assert!(key_for(&facts, &basis("a", "two")).is_ok());
    }

    #[test]
    fn a_refusal_says_nothing_of_the_attempts_before_it() {
        let (before, key) = after(1);
        let mut now = before.clone();
        let refused = attempt(basis("b", "one"), 0);
        now.begin(refused.clone());
        now.refused(refused.key, &before, Timestamp::now());
        assert_eq!(keys(&now), [key]);
        assert!(now.attempt.is_some_and(|attempt| !attempt.is_unknown()));
    }

    #[test]
    fn a_refusal_under_a_key_of_before_leaves_what_was_sent_under_it_before() {
        let (mut before, key) = after(3);
        before.begin(attempt(basis("b", "one"), 2));
        let mut now = before.clone();
        let again = RegistrationAttempt {
            at: Timestamp::now(),
            ..before.earlier_attempts[0].clone()
        };
        now.begin(again);
        now.refused(key, &before, Timestamp::now());
        assert_eq!(keys(&now), keys(&before));
        assert_eq!(now.earlier_attempts, before.earlier_attempts);
    }

    #[test]
    fn a_refusal_takes_no_attempt_with_it_that_was_begun_meanwhile() {
        let (before, first) = after(2);
        let mut now = before.clone();
        let refused = attempt(basis("b", "one"), 1);
        let meanwhile = attempt(basis("c", "one"), 0);
        now.begin(refused.clone());
        now.begin(meanwhile.clone());
        now.refused(refused.key, &before, Timestamp::now());
        assert_eq!(keys(&now), [meanwhile.key, first]);
        assert!(now.attempt.is_some_and(|attempt| attempt.is_unknown()));
    }

    #[test]
    fn an_answer_for_one_tenant_keeps_what_may_arrive_for_another() {
        for (tenant, minutes_ago, stays) in [("one", 1, false), ("two", 1, true), ("two", 6, false)]
        {
            let (mut facts, key) = after(minutes_ago);
            facts.answered(tenant, Timestamp::now() - ON_ITS_WAY);
            let expected: &[Uuid] = if stays { &[key] } else { &[] };
            assert_eq!(keys(&facts), expected, "{tenant}, {minutes_ago}");
            assert!(facts.attempt.is_none(), "an instance is known");
        }
    }

    fn keys(facts: &Facts) -> Vec<Uuid> {
        facts.unanswered().map(|attempt| attempt.key).collect()
    }
}
