//! The suites, and which test program belongs to which.

/// A part of the tests that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Suite {
    Format,
    Lint,
    Types,
    Structure,
    Unit,
    Sockets,
    Keychain,
    Window,
    Browser,
}

impl Suite {
    /// All, in the order in which they run: what fails fast comes first.
    pub(crate) const ALL: [Self; 9] = [
        Self::Format,
        Self::Lint,
        Self::Types,
        Self::Structure,
        Self::Unit,
        Self::Sockets,
        Self::Keychain,
        Self::Window,
        Self::Browser,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lint => "lint",
            Self::Types => "types",
            Self::Structure => "structure",
            Self::Unit => "unit",
            Self::Sockets => "sockets",
            Self::Keychain => "keychain",
            Self::Window => "window",
            Self::Browser => "browser",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|suite| suite.word() == word)
    }

    /// Whether its tests are checks of the sources, which need no program of ours.
    pub(crate) fn is_static(self) -> bool {
        matches!(
            self,
            Self::Format | Self::Lint | Self::Types | Self::Structure
        )
    }

    /// The suite of a test program: a crate's own tests, or one of the acceptance tests by how its name begins.
    pub(crate) fn of(package: &str, target: &str, is_integration: bool) -> Self {
        if package != "acceptance" || !is_integration {
            return Self::Unit;
        }
        match target.split('_').next() {
            Some("keychain") => Self::Keychain,
            Some("window" | "desktop" | "tour") => Self::Window,
            Some("browser") => Self::Browser,
            _ => Self::Sockets,
        }
    }

    /// How many of its tests may run at once; none: as many as there are processors.
    pub(crate) fn threads(self) -> Option<u8> {
        // Each of these starts a desktop or a browser of its own; more of them at once only wait for one another.
        matches!(self, Self::Keychain | Self::Window | Self::Browser).then_some(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_where_a_program_belongs() {
        assert_eq!(Suite::of("model", "journey", true), Suite::Unit);
        assert_eq!(Suite::of("acceptance", "acceptance", false), Suite::Unit);
        assert_eq!(
            Suite::of("acceptance", "sockets_register", true),
            Suite::Sockets
        );
        assert_eq!(Suite::of("acceptance", "clients", true), Suite::Sockets);
        assert_eq!(Suite::of("acceptance", "keychain", true), Suite::Keychain);
        assert_eq!(Suite::of("acceptance", "desktop", true), Suite::Window);
        assert_eq!(Suite::of("acceptance", "browser", true), Suite::Browser);
    }

    #[test]
    fn words_lead_back_to_suites() {
        for suite in Suite::ALL {
            assert_eq!(Suite::from_word(suite.word()), Some(suite));
        }
    }
}
