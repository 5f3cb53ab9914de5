//! Where in Salesforce a scenario is met.

/// A part of Salesforce, by its paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Every path.
    Everywhere,
    /// The token endpoint.
    Token,
    /// The identity URL and userinfo.
    Identity,
    /// REST and Apex REST.
    Rest,
    /// REST alone.
    Data,
    /// Apex REST alone.
    Apex,
    /// The limits resource.
    Limits,
    /// The Tooling API.
    Tooling,
    /// The Composite Batch resource.
    Batch,
}

impl Place {
    pub(crate) fn includes(self, path: &str) -> bool {
        let resource = path.strip_prefix("/services/data/v");
        let below = resource
            .and_then(|resource| resource.split_once('/'))
            .map_or("", |(_, below)| below.trim_end_matches('/'));
        match self {
            Self::Everywhere => true,
            Self::Token => path == "/services/oauth2/token",
            Self::Identity => path.starts_with("/id/") || path == "/services/oauth2/userinfo",
            Self::Rest => Self::Data.includes(path) || Self::Apex.includes(path),
            Self::Data => resource.is_some(),
            Self::Apex => path.starts_with("/services/apexrest/"),
            Self::Limits => below == "limits",
            Self::Tooling => below.starts_with("tooling"),
            Self::Batch => below == "composite/batch",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_path_is_in_its_own_places_alone() {
        use Place::{Apex, Batch, Data, Everywhere, Identity, Limits, Rest, Token, Tooling};
        let all = [
            Everywhere, Token, Identity, Rest, Data, Apex, Limits, Tooling, Batch,
        ];
        for (path, places) in [
            ("/", &[Everywhere][..]),
            ("/services/data", &[Everywhere]),
            ("/services/data/", &[Everywhere]),
            ("/services/oauth2/token", &[Everywhere, Token]),
            ("/services/oauth2/userinfo", &[Everywhere, Identity]),
            ("/id/00D/005", &[Everywhere, Identity]),
            ("/services/data/v68.0", &[Everywhere, Rest, Data]),
            ("/services/data/v68.0/query", &[Everywhere, Rest, Data]),
            (
                "/services/data/v68.0/limits/",
                &[Everywhere, Rest, Data, Limits],
            ),
            (
                "/services/data/v68.0/tooling/query",
                &[Everywhere, Rest, Data, Tooling],
            ),
            (
                "/services/data/v68.0/composite/batch",
                &[Everywhere, Rest, Data, Batch],
            ),
            ("/services/apexrest/gtx/events", &[Everywhere, Rest, Apex]),
        ] {
            let found: Vec<Place> = all
                .into_iter()
                .filter(|place| place.includes(path))
                .collect();
            assert_eq!(found, places, "{path}");
        }
    }
}
