//! From an app's form to the app, and back.

use crate::app::{Common, Filled, api_name};
use crate::pages::entered::Entered;
use crate::pages::form::{Field, Kind};

/// Fields that have a place of their own in an app.
const OWN: [&str; 4] = ["name", "api_name", "oauth", "scopes"];

impl Common {
    /// Takes what was entered in these fields.
    pub(super) fn fill(&mut self, entered: &Entered, fields: &[Field]) {
        entered.text("name").clone_into(&mut self.name);
        self.api_name = match entered.text("api_name") {
            "" => api_name(&self.name),
            given => given.to_owned(),
        };
        self.oauth = entered.ticked("oauth");
        self.scopes = entered.all("scopes").map(str::to_owned).collect();
        let others = fields.iter().filter(|field| !OWN.contains(&field.name));
        for field in others {
            let value = match field.kind {
                Kind::Tick if entered.ticked(field.name) => "on",
                _ => entered.text(field.name),
            };
            if value.is_empty() {
                self.filled.remove(field.name);
            } else {
                self.filled.insert(field.name.to_owned(), value.to_owned());
            }
        }
    }

    /// The form as it was filled in.
    pub(super) fn entered(&self) -> Entered {
        let filled: &Filled = &self.filled;
        let scopes = self.scopes.iter().map(|scope| ("scopes", scope.as_str()));
        let mut values: Vec<(&str, &str)> = scopes.collect();
        values.extend([("name", self.name.as_str()), ("api_name", &self.api_name)]);
        values.extend(self.oauth.then_some(("oauth", "on")));
        values.extend(
            filled
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str())),
        );
        Entered::of(values)
    }
}
