//! Salesforce record ids: 15 case-sensitive characters, and 3 more that make them safe where case is lost.

/// A record id of 15 characters.
pub(crate) struct RecordId(String);

impl RecordId {
    pub(crate) const ORGANIZATION: &str = "00D";
    pub(crate) const USER: &str = "005";
    pub(crate) const CONNECTED_APP: &str = "0H4";
    pub(crate) const EXTERNAL_CLIENT_APP: &str = "0xI";
    pub(crate) const PROFILE: &str = "00e";
    pub(crate) const LOGIN: &str = "0Ya";
    pub(crate) const NAMED_CREDENTIAL: &str = "0XA";
    pub(crate) const PACKAGE_LICENSE: &str = "050";
    pub(crate) const INSTALLED_PACKAGE: &str = "0A3";
    pub(crate) const PACKAGE: &str = "033";
    pub(crate) const PACKAGE_VERSION: &str = "04t";

    /// An id of the object with this three-character prefix. `tail` is its last six characters.
    pub(crate) fn new(prefix: &str, tail: &str) -> Self {
        Self(format!("{prefix}9x0000{tail:0>6}"))
    }

    /// The id with its suffix, as the API always writes it: each letter tells which of five characters are capitals.
    pub(crate) fn into_18(self) -> String {
        const SUFFIX: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
        let suffix: String = self
            .0
            .as_bytes()
            .chunks(5)
            .map(|five| {
                let capitals = five
                    .iter()
                    .enumerate()
                    .filter(|(_, byte)| byte.is_ascii_uppercase())
                    .fold(0, |bits, (place, _)| bits | 1 << place);
                char::from(SUFFIX[capitals])
            })
            .collect();
        self.0 + &suffix
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_suffix_tells_which_characters_are_capitals() {
        assert_eq!(
            RecordId("001A0000006Vm9r".to_owned()).into_18(),
            "001A0000006Vm9rIAC"
        );
    }

    #[test]
    fn an_id_has_fifteen_characters_before_its_suffix() {
        assert_eq!(RecordId::new("00D", "ab1").into_18().len(), 18);
    }
}
