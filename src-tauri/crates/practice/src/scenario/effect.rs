//! What a scenario changes, in words that the services read.

use super::place::Place;
use crate::route::Route;
use crate::salesforce::{OAuthError, Source};

/// One thing that is not as usual.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Effect {
    /// The token endpoint refuses, whoever asks; no login history row is written. By both routes, or by one alone.
    Refused {
        error: OAuthError,
        route: Option<Route>,
    },
    /// The user is turned away although all credentials are right, and *Login History* says so in these words.
    TurnedAway {
        status: &'static str,
        error: OAuthError,
        route: Option<Route>,
        /// Who is turned away; anyone if nobody is named.
        source: Option<Source>,
    },
    /// Something else answers in Salesforce's place, before it looks at the request.
    Answered { at: Place, answer: Answer },
    /// REST refuses a caller whose session is good.
    Denied {
        at: Place,
        status: u16,
        code: &'static str,
        message: &'static str,
    },
    /// The user may not see this object, or the org has none such.
    Hidden(&'static str),
    /// The org's object lacks this field.
    Lacks {
        object: &'static str,
        field: &'static str,
    },
    /// The object has no rows.
    Empty(&'static str),
    /// A column of the object holds another value in every row.
    Says {
        object: &'static str,
        column: &'static str,
        value: Cell,
    },
    /// What only one place in the services knows how to do.
    Quirk(Quirk),
}

/// A whole answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) header: Option<(&'static str, &'static str)>,
    pub(crate) body: Body,
}

/// What an answer carries.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Body {
    Nothing,
    Json(&'static str),
    Page {
        title: &'static str,
        text: &'static str,
    },
    Text(&'static str),
}

/// A value of a column.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Cell {
    Bool(bool),
    Text(&'static str),
}

/// What only one place in the services knows how to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quirk {
    /// The sign-in lands in an org with another id.
    OtherOrg,
    /// The sign-in's signature was made with another secret.
    WrongSignature,
    /// All but a little of the daily API calls are used.
    LimitsNearlyUsed,
    /// No Apex class receives events.
    EndpointAbsent,
    /// The user has no access to the Apex class that receives events.
    EndpointClosed,
    /// The Apex class answers GET as well.
    EndpointAnswersGet,
    /// GCIS is in maintenance.
    GcisDown,
    /// No core system is connected to GCIS.
    NoTenants,
    /// GCIS calls every tenant's environment by a word of its own.
    TenantsUnlabelled,
    /// A colleague connected the org to every tenant.
    ConnectedAlready,
    /// A colleague connects the org to every tenant while it is being registered.
    ConnectedMeanwhile,
    /// GCIS asks two questions more, and does not like the answer to one.
    LaterChecks,
    /// GCIS creates the instance and the answer is lost.
    GcisNoAnswer,
    /// GCIS cannot change the named credential.
    NamedCredentialFails,
    /// What GCIS changes shows in Salesforce only later.
    NamedCredentialLate,
    /// What GCIS changes never shows in Salesforce.
    NamedCredentialUnseen,
}

/// The token endpoint refuses with these two texts.
pub(super) const fn refused(error: &'static str, description: &'static str) -> Effect {
    Effect::Refused {
        error: OAuthError::new(error, description),
        route: None,
    }
}

/// A sign-in fails as any other, and *Login History* alone says why.
pub(super) const fn turned_away(status: &'static str) -> Effect {
    Effect::TurnedAway {
        status,
        error: OAuthError::AUTHENTICATION_FAILURE,
        route: None,
        source: None,
    }
}

pub(super) const fn answered(at: Place, status: u16, body: Body) -> Effect {
    Effect::Answered {
        at,
        answer: Answer {
            status,
            header: None,
            body,
        },
    }
}

pub(super) const fn denied(
    at: Place,
    status: u16,
    code: &'static str,
    message: &'static str,
) -> Effect {
    Effect::Denied {
        at,
        status,
        code,
        message,
    }
}

pub(super) const fn says(object: &'static str, column: &'static str, value: Cell) -> Effect {
    Effect::Says {
        object,
        column,
        value,
    }
}

impl Effect {
    /// The same, met by one route alone.
    pub(super) const fn by(mut self, only: Route) -> Self {
        if let Self::Refused { route, .. } | Self::TurnedAway { route, .. } = &mut self {
            *route = Some(only);
        }
        self
    }

    /// The same, met by one caller alone.
    pub(super) const fn from(mut self, only: Source) -> Self {
        if let Self::TurnedAway { source, .. } = &mut self {
            *source = Some(only);
        }
        self
    }

    /// The same, with a description of the token endpoint's own.
    pub(super) const fn saying(mut self, description: &'static str) -> Self {
        if let Self::TurnedAway { error, .. } = &mut self {
            *error = OAuthError::new("invalid_grant", description);
        }
        self
    }

    /// The same, with a header.
    pub(super) const fn with(mut self, name: &'static str, value: &'static str) -> Self {
        if let Self::Answered { answer, .. } = &mut self {
            answer.header = Some((name, value));
        }
        self
    }
}
