//! What each part of the services asks of a scenario.

use super::effect::{Answer, Effect, Quirk};
use super::table::Scenario;
use crate::route::Route;
use crate::salesforce::{OAuthError, Source};

impl Scenario {
    pub(crate) fn effects(self) -> impl Iterator<Item = &'static Effect> {
        self.row().effects.iter()
    }

    /// Whether something is odd that only one place knows how to do.
    pub(crate) fn has(self, quirk: Quirk) -> bool {
        self.effects()
            .any(|effect| matches!(effect, Effect::Quirk(other) if *other == quirk))
    }

    /// What the token endpoint refuses a sign-in by this route with, whoever asks.
    pub(crate) fn refusal(self, by: Route) -> Option<OAuthError> {
        self.effects().find_map(|effect| match effect {
            Effect::Refused { error, route } if route.is_none_or(|route| route == by) => {
                Some(*error)
            }
            _ => None,
        })
    }

    /// What a user with good credentials is turned away with: *Login History*'s words and the token endpoint's.
    pub(crate) fn turning_away(
        self,
        by: Route,
        from: Source,
    ) -> Option<(&'static str, OAuthError)> {
        self.effects().find_map(|effect| match effect {
            Effect::TurnedAway {
                status,
                error,
                route,
                source,
            } if route.is_none_or(|route| route == by)
                && source.is_none_or(|source| source == from) =>
            {
                Some((*status, *error))
            }
            _ => None,
        })
    }

    /// What REST refuses a signed-in caller at a path with: the status, the code and the message.
    pub(crate) fn denial(self, path: &str) -> Option<(u16, &'static str, &'static str)> {
        self.effects().find_map(|effect| match *effect {
            Effect::Denied {
                at,
                status,
                code,
                message,
            } if at.includes(path) => Some((status, code, message)),
            _ => None,
        })
    }

    /// What answers at a path in Salesforce's place.
    pub(crate) fn answer(self, path: &str) -> Option<Answer> {
        self.effects().find_map(|effect| match effect {
            Effect::Answered { at, answer } if at.includes(path) => Some(*answer),
            _ => None,
        })
    }
}
