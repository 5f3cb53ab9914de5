//! What is said once the practice services answer: where they are, what to sign in with, and how to trust them.

use std::fmt::{Display, Formatter, Result};
use std::path::{self, PathBuf};

use practice::{Card, Page, PagesAddress, Running};
use serde::Serialize;

/// Where a person practises. Each address lets in the first browser that opens it, and no other.
#[derive(Serialize)]
struct Pages {
    /// Salesforce's Setup.
    setup: String,
    /// The GCIS portal.
    portal: String,
}

impl Pages {
    /// Nothing if no such org is open.
    fn of(address: &PagesAddress, org_key: &str) -> Option<Self> {
        Some(Self {
            setup: address.open(org_key, Page::Setup)?,
            portal: address.open(org_key, Page::Portal)?,
        })
    }
}

/// The addresses and the values of the practice org.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Announcement<'a> {
    /// The raw origin, for callers that cannot be told of names.
    salesforce: &'a str,
    /// Where users sign in by name.
    login: &'a str,
    gcis: &'a str,
    pages: Option<Pages>,
    /// The certificate to trust, over https.
    ca_file: Option<PathBuf>,
    #[serde(flatten)]
    card: &'a Card,
}

impl<'a> Announcement<'a> {
    /// Of the org that was opened under `org_key`, whose card this is.
    pub(super) fn of(running: &'a Running, org_key: &str, card: &'a Card) -> Self {
        let file = running.authority_file();
        Self {
            salesforce: running.salesforce(),
            login: running.login(),
            gcis: running.gcis(),
            pages: Pages::of(running.pages(), org_key),
            ca_file: file.map(|file| path::absolute(file).unwrap_or_else(|_| file.to_owned())),
            card,
        }
    }

    /// One object on one line.
    pub(super) fn json(&self) -> String {
        serde_json::json!(self).to_string()
    }
}

impl Display for Announcement<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let card = self.card;
        writeln!(
            formatter,
            "PRACTICE: invented values. Never type real values here."
        )?;
        for (label, value) in [
            ("Practice Salesforce", self.salesforce),
            ("Login URL", self.login),
            ("Practice GCIS", self.gcis),
            ("My Domain", &card.my_domain),
            ("Username", &card.username),
            ("Password", &card.password),
            ("Security Token", &card.security_token),
            ("Consumer Key", &card.consumer_key),
            ("Consumer Secret", &card.consumer_secret),
            ("External Client App Consumer Key", &card.eca_consumer_key),
            (
                "External Client App Consumer Secret",
                &card.eca_consumer_secret,
            ),
            ("Event Endpoint", &card.event_endpoint),
            ("GCIS client ID", &card.gcis_client_id),
            ("GCIS client secret", &card.gcis_client_secret),
        ] {
            writeln!(formatter, "{label:<36} {value}")?;
        }
        if let Some(pages) = &self.pages {
            visit(formatter, pages)?;
        }
        if let Some(file) = &self.ca_file {
            trust(formatter, &file.display().to_string(), &card.my_domain)?;
        }
        formatter.write_str("Press Ctrl-C to stop.")
    }
}

fn visit(formatter: &mut Formatter<'_>, Pages { setup, portal }: &Pages) -> Result {
    write!(
        formatter,
        "
To practise in a browser, open:
  Setup                {setup}
  GCIS portal          {portal}
Each address lets in the first browser that opens it, and no other. The next start gives new ones.

"
    )
}

fn trust(formatter: &mut Formatter<'_>, file: &str, my_domain: &str) -> Result {
    write!(
        formatter,
        "
To trust it, name its certificate to one program at a time:
  connectorctl check   --ca-file {file}
  OpenSSL, curl        SSL_CERT_FILE={file}
  Node                 NODE_EXTRA_CA_CERTS={file}
  Python requests      REQUESTS_CA_BUNDLE={file}
It is good for seven days or until the next start, and for Salesforce's names and this computer only.
Nothing was installed, and nothing ever is: it is trusted where you name it and nowhere else. The private keys are in
memory alone.
These names have to lead to 127.0.0.1 for that program:
  login.salesforce.com  test.salesforce.com  {my_domain}

"
    )
}

#[cfg(test)]
mod tests {
    use practice::{Options, OrgSpec};

    use super::*;

    async fn told(org_key: &str) -> (String, serde_json::Value) {
        let running = practice::start(Options::default()).await.unwrap();
        let card = running.cloud().open_org(OrgSpec {
            key: "announced".to_owned(),
            name: "Northwind Energy".to_owned(),
            username: "gcis@northwind.example".to_owned(),
            sandbox: false,
            my_domain: "northwind".to_owned(),
        });
        let announcement = Announcement::of(&running, org_key, &card);
        let json = serde_json::from_str(&announcement.json()).unwrap();
        (announcement.to_string(), json)
    }

    #[tokio::test]
    async fn a_person_and_a_script_are_told_of_the_same_pages() {
        let (text, json) = told("announced").await;
        for page in ["setup", "portal"] {
            let address = json["pages"][page].as_str().unwrap();
            assert!(text.contains(address), "{address} is not in:\n{text}");
        }
        assert_ne!(json["pages"]["setup"], json["pages"]["portal"]);
    }

    #[tokio::test]
    async fn an_org_that_is_not_open_has_no_pages() {
        let (text, json) = told("another").await;
        assert!(json["pages"].is_null());
        assert!(!text.contains("GCIS portal"), "{text}");
    }
}
