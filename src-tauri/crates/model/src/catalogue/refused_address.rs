//! What to do where Salesforce refused GCIS for the address it came from.
//!
//! Login History names that one address. GCIS's ranges are not public, so none is proposed here:
//! the one that was seen, and whom to ask for the others.

use core::net::IpAddr;
use std::borrow::Cow;

use super::{Code, Fix, Remedy};
use crate::Route;
use crate::guide::connected_app::CONTACT_EMAIL;
use crate::guide::link::Link;

/// *Login IP Ranges* of a profile: the same address in both fields allows it alone (Salesforce
/// Security Guide, `users_profiles_epui_login_ip_ranges_edit`).
const IN_THE_PROFILE: Remedy = Remedy::new(
    "Open the service user’s profile, then Login IP Ranges, and click Add IP Ranges. Enter the \
     address that was refused as IP Start Address and as IP End Address: that allows it alone, as \
     a /32 does.",
)
.at(Link::Profiles);

/// A profile without ranges lets every address in; the first one shuts out all others.
const BESIDE_OTHERS: Remedy = Remedy::new(
    "If the org must enforce them and the user’s profile has Login IP Ranges, add the address that \
     was refused there, as IP Start Address and as IP End Address (a /32). Where a profile has \
     none yet, the first range shuts out every other address.",
)
.at(Link::Profiles);

/// *Trusted IP Ranges* of the org (help.salesforce.com, `security_networkaccess`).
const IN_THE_ORG: Remedy = Remedy::new(
    "If the token is there, trust the address in the whole org: add it under Trusted IP Ranges, as \
     Start IP Address and as End IP Address (a /32).",
)
.at(Link::NetworkAccess);

const ASK: Remedy = Remedy::new(
    "It may be one of several, and GCIS’s addresses are not public: ask your Gentrack contact for \
     the whole range, then allow that. This question can be sent as it is.",
);

const WHOM: Remedy = Remedy::new(
    "If you have no contact yet, ask at the address that Gentrack’s page gives as the app’s \
     Contact Email.",
)
.copy(CONTACT_EMAIL);

/// The fixes of a code where Login History shows the address that was refused; nothing for a code
/// that is not about addresses, or where no address is shown.
pub fn fixes_with_address(
    code: Code,
    address: &str,
    route: Route,
    can_open: impl Fn(Link) -> bool,
) -> Option<Vec<Fix>> {
    let address: IpAddr = address.trim().parse().ok()?;
    // How many of the entry's own fixes come before it.
    let (before, range) = match code {
        Code::LoginIpRange => (0, IN_THE_PROFILE),
        Code::AppIpNotAllowed => (1, BESIDE_OTHERS),
        Code::ActivationRequired => (1, IN_THE_ORG),
        _ => return None,
    };
    let mut fixes = code.entry().fixes(route, &can_open);
    fixes.truncate(before);
    fixes.push(copying(range.to_fix(&can_open), address.to_string()));
    let question = format!(
        "Which IP addresses does GCIS sign in to Salesforce from? Login History shows that it was \
         refused from {address}."
    );
    fixes.push(copying(ASK.to_fix(&can_open), question));
    fixes.push(WHOM.to_fix(&can_open));
    Some(fixes)
}

fn copying(mut fix: Fix, value: String) -> Fix {
    fix.copy = Some(Cow::Owned(value));
    fix
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(code: Code, address: &str) -> Option<Vec<String>> {
        let fixes = fixes_with_address(code, address, Route::ConnectedApp, |_| true)?;
        let copies = fixes.into_iter().filter_map(|fix| fix.copy);
        Some(copies.map(Cow::into_owned).collect())
    }

    #[test]
    fn the_address_that_was_refused_is_there_to_copy_and_no_other() {
        for (code, link) in [
            (Code::LoginIpRange, Link::Profiles),
            (Code::AppIpNotAllowed, Link::Profiles),
            (Code::ActivationRequired, Link::NetworkAccess),
        ] {
            for route in Route::ALL {
                let fixes = fixes_with_address(code, "203.0.113.25", route, |_| true).unwrap();
                let mut at_address = fixes
                    .iter()
                    .filter(|fix| fix.copy.as_deref() == Some("203.0.113.25"));
                assert_eq!(at_address.next().and_then(|fix| fix.link), Some(link));
                assert!(at_address.next().is_none());
            }
            let copied = copied(code, "2001:db8::25").unwrap();
            assert!(copied.contains(&"2001:db8::25".to_owned()), "{code:?}");
            assert!(copied.contains(&CONTACT_EMAIL.to_owned()));
        }
    }

    #[test]
    fn what_is_no_address_or_has_nothing_to_do_with_one_gets_no_range() {
        assert_eq!(copied(Code::LoginIpRange, "Salesforce.com IP"), None);
        assert_eq!(copied(Code::LoginIpRange, ""), None);
        assert_eq!(copied(Code::UserLocked, "203.0.113.25"), None);
    }
}
