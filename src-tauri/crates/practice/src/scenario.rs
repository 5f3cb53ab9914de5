//! What a caller of the practice cloud meets.

mod effect;
mod place;
mod reading;

use std::fmt;
use std::str::FromStr;

pub(crate) use effect::{Answer, Body, Cell, Effect, Quirk};

use crate::route::Route;

/// Where in a walk a scenario is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// The token endpoint says what is wrong.
    SignIn,
    /// The sign-in fails as any other, and *Login History* alone says why.
    History,
    /// The sign-in succeeds, and what follows is refused.
    AfterSignIn,
    /// Answers that are not in the expected shape.
    Shapes,
    /// What a look around the org finds.
    Preflight,
    /// GCIS.
    Gcis,
}

impl Group {
    /// All groups, in the order in which a walk meets them.
    pub const ALL: [Self; 6] = [
        Self::SignIn,
        Self::History,
        Self::AfterSignIn,
        Self::Shapes,
        Self::Preflight,
        Self::Gcis,
    ];

    /// A stable name for settings and command lines.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::History => "history",
            Self::AfterSignIn => "after_sign_in",
            Self::Shapes => "shapes",
            Self::Preflight => "preflight",
            Self::Gcis => "gcis",
        }
    }
}

/// All that is known of a scenario.
struct Row {
    name: &'static str,
    title: &'static str,
    description: &'static str,
    group: Group,
    effects: &'static [Effect],
}

/// Makes the enum, its list and its rows of one table, so that none can be without the others.
macro_rules! scenarios {
    ($($group:ident {$(
        $(#[$attribute:meta])* $variant:ident $name:literal $title:literal $description:literal => [$($effect:expr),*];
    )+})+) => {
        /// One thing that can go wrong at the real services, or nothing at all.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub enum Scenario {$($(
            #[doc = $description] $(#[$attribute])* $variant,
        )+)+}

        impl Scenario {
            /// All scenarios, in the order in which a walk meets them.
            pub const ALL: [Self; [$($($name),+),+].len()] = [$($(Self::$variant),+),+];

            pub(super) const fn row(self) -> Row {
                match self {$($(
                    Self::$variant => Row {
                        name: $name,
                        title: $title,
                        description: $description,
                        group: Group::$group,
                        effects: const { &[$($effect),*] as &[Effect] },
                    },
                )+)+}
            }
        }
    };
}

mod table;

pub use table::Scenario;

impl Scenario {
    /// A stable name for settings and command lines.
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// What it is called in a list: at most 40 characters.
    pub const fn title(self) -> &'static str {
        self.row().title
    }

    /// What a person will meet, in a sentence.
    pub const fn description(self) -> &'static str {
        self.row().description
    }

    /// Where in a walk it is met.
    pub const fn group(self) -> Group {
        self.row().group
    }

    /// The one route that meets it; none if both do.
    pub fn route(self) -> Option<Route> {
        self.effects().find_map(|effect| match effect {
            Effect::Refused { route, .. } | Effect::TurnedAway { route, .. } => *route,
            _ => None,
        })
    }
}

impl fmt::Display for Scenario {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// A name that no scenario has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no practice scenario named {0:?}")]
pub struct UnknownScenario(String);

impl FromStr for Scenario {
    type Err = UnknownScenario;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|scenario| scenario.name() == name)
            .ok_or_else(|| UnknownScenario(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_scenario_is_found_by_its_own_name() {
        for scenario in Scenario::ALL {
            assert_eq!(scenario.name().parse(), Ok(scenario));
        }
    }

    #[test]
    fn names_are_snake_case_titles_short_and_descriptions_sentences() {
        for scenario in Scenario::ALL {
            let name = scenario.name();
            let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
            assert!(name.bytes().all(plain), "{name}");
            let title = scenario.title();
            assert!((1..=40).contains(&title.chars().count()), "{title}");
            assert!(title.starts_with(char::is_uppercase), "{title}");
            assert!(!title.ends_with('.'), "{title}");
            let description = scenario.description();
            assert!(description.starts_with(char::is_uppercase), "{name}");
            assert!(description.ends_with('.'), "{name}");
            assert_eq!(description.matches(". ").count(), 0, "{name}");
        }
    }

    #[test]
    fn no_two_scenarios_share_a_title() {
        let titles: HashSet<&str> = Scenario::ALL.iter().map(|one| one.title()).collect();
        assert_eq!(titles.len(), Scenario::ALL.len());
    }

    #[test]
    fn groups_follow_one_another() {
        let mut groups: Vec<Group> = Scenario::ALL.iter().map(|one| one.group()).collect();
        groups.dedup();
        assert_eq!(groups, Group::ALL);
    }

    #[test]
    fn all_but_the_smooth_one_have_an_effect() {
        for scenario in Scenario::ALL {
            let smooth = scenario == Scenario::default();
            assert_eq!(scenario.effects().count() == 0, smooth, "{scenario}");
        }
    }

    #[test]
    fn another_name_is_refused() {
        assert!("sunny".parse::<Scenario>().is_err());
    }
}
