//! Why a host was refused.

use crate::catalogue::Code;

/// Why a host was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was typed.
    Empty,
    /// A user name stands before the host.
    UserName,
    /// A port stands behind it.
    Port,
    /// It is an IP address, however written.
    IpAddress,
    /// A character stands in it that no host name has, seen or unseen.
    Characters,
    /// A letter of another alphabet stands in it, or the `xn--` that stands for such letters.
    OtherAlphabet,
    /// A scheme other than http or https stands before it.
    Scheme,
    /// It has not the form of a host name.
    NotAHost,
    /// A Salesforce host that carries what an org's users publish: sites, pages, files.
    UsersContent,
    /// The host is not one that Salesforce gives to an org.
    NotSalesforce,
    /// A live host in practice, or a practice host outside it.
    OtherEnvironment,
    /// The host is shared by all orgs, and the route needs the org's own.
    NeedsMyDomain,
}

impl Refusal {
    /// The catalogue's code, with the words that say what to change in a Login URL.
    pub fn code(self) -> Code {
        match self {
            Self::Empty => Code::LoginUrlMissing,
            Self::UserName => Code::LoginUrlUserName,
            Self::Port => Code::LoginUrlPort,
            Self::IpAddress => Code::LoginUrlIpAddress,
            Self::Characters => Code::LoginUrlCharacters,
            Self::OtherAlphabet => Code::LoginUrlOtherAlphabet,
            Self::Scheme => Code::LoginUrlScheme,
            Self::NotAHost => Code::LoginUrlNotAHost,
            Self::UsersContent => Code::LoginUrlUsersContent,
            Self::NotSalesforce => Code::LoginUrlNotSalesforce,
            Self::OtherEnvironment => Code::LoginUrlOtherEnvironment,
            Self::NeedsMyDomain => Code::LoginUrlNeedsMyDomain,
        }
    }
}
