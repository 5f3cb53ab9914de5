//! Which request is cut.

/// A request of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The POST that creates an instance.
    Create,
    /// The GET by which an instance is looked for.
    List,
    /// The PUT that replaces an instance's credentials.
    Replace,
    /// The GET of one instance.
    Instance,
    /// The POST that rotates a named credential.
    Rotate,
    /// The GET of a named credential.
    NamedCredential,
}

impl Target {
    /// Whether it is this request.
    pub fn is(self, method: &str, path: &str) -> bool {
        let path = path.split('?').next().unwrap_or_default();
        let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        let ["v1", "connector-instances", rest @ ..] = parts.as_slice() else {
            return false;
        };
        match self {
            Self::Create => method == "POST" && rest.is_empty(),
            Self::List => method == "GET" && rest.is_empty(),
            Self::Replace => method == "PUT" && matches!(rest, [_, "credentials"]),
            Self::Instance => method == "GET" && matches!(rest, [_]),
            Self::Rotate => method == "POST" && matches!(rest, [_, "named-credential", "rotate"]),
            Self::NamedCredential => method == "GET" && matches!(rest, [_, "named-credential"]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_known_by_its_method_and_its_path() {
        assert!(Target::Create.is("POST", "/v1/connector-instances"));
        assert!(Target::List.is("GET", "/v1/connector-instances?reference=a"));
        assert!(Target::Instance.is("GET", "/v1/connector-instances/a"));
        assert!(Target::Replace.is("PUT", "/v1/connector-instances/a/credentials"));
        assert!(Target::Rotate.is("POST", "/v1/connector-instances/a/named-credential/rotate"));
        assert!(!Target::Create.is("POST", "/oauth2/token"));
        assert!(!Target::Instance.is("GET", "/v1/connector-instances"));
        assert!(!Target::NamedCredential.is("POST", "/v1/connector-instances/a/named-credential"));
    }
}
