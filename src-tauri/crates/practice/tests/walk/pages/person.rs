//! What a person does on the pages, in a few words.

use practice::{Card, Page};
use url::form_urlencoded::Serializer;

use super::browser::Browser;
use crate::client::Reply;
use crate::setting::{FORM, Setting};

/// A key and its secret.
pub(crate) struct Keys {
    pub(crate) key: String,
    pub(crate) secret: String,
}

/// What a sign-in was answered with: the error and its description, or nothing.
pub(crate) fn refusal(reply: &Reply) -> Option<(String, String)> {
    if reply.status == 200 {
        return None;
    }
    let body = reply.json();
    let text = |name: &str| body[name].as_str().unwrap().to_owned();
    Some((text("error"), text("error_description")))
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "it is what `refusal` is held against"
)]
pub(crate) fn refused(error: &str, description: &str) -> Option<(String, String)> {
    Some((error.to_owned(), description.to_owned()))
}

impl Browser {
    /// Makes a connected app as the vendor's page says, but for these fields; ends on its own page.
    pub(crate) async fn make_connected_app(&mut self, but: &[(&str, &str)]) {
        self.go("setup/connected-apps/new").await;
        let mut filled = vec![
            ("name", "Our Connector"),
            ("contact_email", "ops-gcis@gentrack.com"),
            ("oauth", "on"),
            ("callback", "http://localhost"),
            ("scopes", "full"),
        ];
        filled.retain(|(name, _)| !but.iter().any(|(other, _)| name == other));
        filled.extend(but);
        self.send("Save", &filled).await;
        assert!(
            self.text().contains("Allow from 2-10 minutes"),
            "{}",
            self.text()
        );
        self.follow("Continue").await;
    }

    /// Reads key and secret behind the button of an app's own page, with the code of the admin's mail.
    pub(crate) async fn keys(&mut self, words: &str) -> Keys {
        self.follow(words).await;
        self.send("Send a verification code", &[]).await;
        let entry = self.path.clone();
        self.follow("Your mailbox (admin)").await;
        let text = self.text();
        let code = text.split("Verification Code: ").nth(1).unwrap();
        let code = code.split(' ').next().unwrap().to_owned();
        let below = entry.splitn(3, '/').nth(2).unwrap().to_owned();
        self.go(&below).await;
        self.send("Verify", &[("code", &code)]).await;
        Keys {
            key: self.beside("Consumer Key"),
            secret: self.beside("Consumer Secret"),
        }
    }

    /// Makes a user as the vendor's page says, but for these fields; ends on its own page.
    pub(crate) async fn make_user(&mut self, but: &[(&str, &str)]) {
        self.go("setup/users/new").await;
        let mut filled = vec![
            ("last_name", "gcis"),
            ("alias", "gcis"),
            ("email", "gcis@acme.example"),
            ("username", "trained@acme.example"),
            ("nickname", "trained"),
            ("licence", "Salesforce"),
            ("profile", "Standard User"),
        ];
        filled.retain(|(name, _)| !but.iter().any(|(other, _)| name == other));
        filled.extend(but);
        self.send("Save", &filled).await;
    }

    /// From a user's page: opens its mailbox, sets this password by the link of these words, goes back.
    pub(crate) async fn set_password(&mut self, link: &str, password: &str) {
        let own = self.path.splitn(3, '/').nth(2).unwrap().to_owned();
        self.follow("Mailbox").await;
        self.follow(link).await;
        self.send(
            "Change Password",
            &[("password", password), ("again", password)],
        )
        .await;
        assert!(
            self.text().contains("The password is set."),
            "{}",
            self.text()
        );
        self.go(&own).await;
    }

    /// From a user's page: resets the token as this user, reads it in the mailbox, goes back.
    pub(crate) async fn reset_token(&mut self) -> String {
        let own = self.path.splitn(3, '/').nth(2).unwrap().to_owned();
        self.follow("Reset My Security Token").await;
        self.send("Reset Security Token", &[]).await;
        self.follow("Mailbox").await;
        let token = self.newest_token();
        self.go(&own).await;
        token
    }

    /// The newest token in the mailbox that is open.
    pub(crate) fn newest_token(&self) -> String {
        let text = self.text();
        let token = text.split("(case-sensitive): ").nth(1).unwrap();
        token.split(' ').next().unwrap().to_owned()
    }

    /// The newest line of Login History: who, from where, with which status, by which app.
    pub(crate) async fn newest_login(&mut self) -> [String; 4] {
        self.go("setup/login-history").await;
        let (_, rows) = self.shown.body.split_once("<tbody>").unwrap();
        let cells: Vec<String> = rows
            .split("<td>")
            .skip(1)
            .take(6)
            .map(|cell| cell.split('<').next().unwrap().to_owned())
            .collect();
        [0, 2, 4, 5].map(|place: usize| cells[place].clone())
    }

    /// How many lines Login History has.
    pub(crate) async fn logins(&mut self) -> usize {
        self.go("setup/login-history").await;
        self.shown
            .body
            .matches("<td>Remote Access 2.0</td>")
            .count()
    }
}

impl Setting {
    pub(crate) async fn browser(&self) -> Browser {
        Browser::open(self, Page::Setup).await
    }

    /// A password sign-in with the ready user, by another app.
    pub(crate) async fn sign_in_by(&self, keys: &Keys) -> Reply {
        self.sign_in(&[("client_id", &keys.key), ("client_secret", &keys.secret)])
            .await
    }

    /// A sign-in by client credentials at the org's own host.
    pub(crate) async fn grant(&self, keys: &Keys) -> Reply {
        let body = Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_id", &keys.key)
            .append_pair("client_secret", &keys.secret)
            .finish();
        let host = self.named(&self.card.my_domain);
        self.salesforce_at(&host, "POST", "/services/oauth2/token", &[FORM], &body)
            .await
    }

    /// What the ready external client app opens.
    pub(crate) fn eca_keys(&self) -> Keys {
        let Card {
            eca_consumer_key: key,
            eca_consumer_secret: secret,
            ..
        } = self.card.clone();
        Keys { key, secret }
    }
}
