//! What a person entered in a form.

use url::form_urlencoded;

/// A form's fields as sent: names may come more than once, and a box without a tick does not come at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entered(Vec<(String, String)>);

impl Entered {
    /// Reads a form's body, or a query.
    pub(super) fn read(body: &[u8]) -> Self {
        Self(form_urlencoded::parse(body).into_owned().collect())
    }

    /// A form that is shown with these values.
    pub(super) fn of<N: Into<String>, V: Into<String>>(
        values: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let values = values.into_iter();
        Self(
            values
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        )
    }

    /// The same with one value more.
    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    /// A field's text without the white space around it; empty where it did not come.
    pub(super) fn text(&self, name: &str) -> &str {
        self.as_typed(name).trim()
    }

    /// A field's text to the letter.
    pub(super) fn as_typed(&self, name: &str) -> &str {
        let mut fields = self.0.iter();
        let field = fields.find(|(field, _)| field == name);
        field.map_or("", |(_, value)| value)
    }

    /// Every value of a field.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let fields = self.0.iter().filter(move |(field, _)| field == name);
        fields.map(|(_, value)| value.as_str())
    }

    /// Whether a box is ticked.
    pub(super) fn ticked(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// Whether a field came with this value.
    pub(super) fn holds(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|one| one == value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_a_browser_sends_it() {
        let entered = Entered::read(b"name=+Acme%20%26+Sons+&scopes=api&scopes=full&oauth=on");
        assert_eq!(entered.text("name"), "Acme & Sons");
        assert_eq!(entered.as_typed("name"), " Acme & Sons ");
        assert_eq!(entered.all("scopes").collect::<Vec<_>>(), ["api", "full"]);
        assert!(entered.ticked("oauth") && !entered.ticked("pkce"));
        assert!(entered.holds("scopes", "full") && !entered.holds("scopes", "web"));
        assert_eq!(entered.text("absent"), "");
    }
}
