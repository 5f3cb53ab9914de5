//! The part of a browser that the pages need: one cookie, links, and forms filled in by their fields.

use practice::{Page, Running};
use url::form_urlencoded::Serializer;

use crate::client::{Reply, raw};
use crate::setting::Setting;

/// A browser that was let in to the pages of one org.
pub(crate) struct Browser {
    origin: String,
    cookie: String,
    /// Where it is.
    pub(crate) path: String,
    /// What it shows.
    pub(crate) shown: Reply,
}

impl Browser {
    /// Opens a page of the org that every setting has.
    pub(crate) async fn open(setting: &Setting, page: Page) -> Self {
        Self::open_in(&setting.running, "walk", page).await
    }

    pub(crate) async fn open_in(running: &Running, org_key: &str, page: Page) -> Self {
        let address = running.pages().open(org_key, page).unwrap();
        let origin = running.pages().origin().to_owned();
        let path = address.strip_prefix(&origin).unwrap().to_owned();
        let entered = get(&origin, &path, "").await;
        assert_eq!(entered.status, 303, "{entered:?}");
        let cookie = entered.header("Set-Cookie").unwrap();
        let cookie = cookie.split(';').next().unwrap().to_owned();
        let path = entered.header("Location").unwrap().to_owned();
        let mut browser = Self {
            origin,
            cookie,
            path: String::new(),
            shown: entered,
        };
        browser.visit(path).await;
        browser
    }

    /// Goes to a path below the org's own.
    pub(crate) async fn go(&mut self, below: &str) -> &Reply {
        let org = self.path.split('/').nth(1).unwrap();
        self.visit(format!("/{org}/{below}")).await
    }

    /// Follows the link of these words.
    pub(crate) async fn follow(&mut self, words: &str) -> &Reply {
        let end = format!(">{words}</a>");
        let before = self.shown.body.split(&end).next().unwrap();
        assert!(
            before.len() < self.shown.body.len(),
            "no link {words}: {}",
            self.text()
        );
        let (_, link) = before.rsplit_once("<a ").unwrap();
        let path = between(link, "href=\"", "\"");
        self.visit(path).await
    }

    /// Sends the form that has the button of these words, with these fields in place of what it held. An empty value
    /// takes a tick away.
    pub(crate) async fn send(&mut self, button: &str, filled: &[(&str, &str)]) -> &Reply {
        let end = format!(">{button}</button>");
        let before = self.shown.body.split(&end).next().unwrap();
        assert!(
            before.len() < self.shown.body.len(),
            "no button {button}: {}",
            self.text()
        );
        let (_, form) = before.rsplit_once("<form ").unwrap();
        let path = between(form, "action=\"", "\"");
        let mut fields = fields(form);
        for (name, _) in filled {
            fields.retain(|(field, _)| field != name);
        }
        let filled = filled.iter().filter(|(_, value)| !value.is_empty());
        fields.extend(filled.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let body = Serializer::new(String::new()).extend_pairs(fields).finish();
        let reply = post(&self.origin, &path, &self.cookie, &body).await;
        if reply.status == 303 {
            let next = reply.header("Location").unwrap().to_owned();
            return self.visit(next).await;
        }
        self.path = path;
        self.shown = reply;
        &self.shown
    }

    /// The page as read: without tags, spaces as one.
    pub(crate) fn text(&self) -> String {
        read(&self.shown.body)
    }

    /// What stands in the page's list beside a label.
    pub(crate) fn beside(&self, label: &str) -> String {
        let start = format!("<dt>{label}</dt><dd>");
        assert!(
            self.shown.body.contains(&start),
            "no {label}: {}",
            self.text()
        );
        read(&between(&self.shown.body, &start, "</dd>"))
    }

    /// What a field of a form holds.
    pub(crate) fn field(&self, name: &str) -> Vec<String> {
        let all = fields(&self.shown.body).into_iter();
        all.filter(|(field, _)| field == name)
            .map(|(_, value)| value)
            .collect()
    }

    /// What it sends along with every request.
    pub(crate) fn cookie(&self) -> String {
        self.cookie.clone()
    }

    /// What the forms of this session carry.
    pub(crate) fn form_mark(&self) -> String {
        self.field("practice-form").remove(0)
    }

    async fn visit(&mut self, path: String) -> &Reply {
        self.path = path;
        self.shown = get(&self.origin, &self.path, &self.cookie).await;
        while self.shown.status == 303 {
            let next = self.shown.header("Location").unwrap();
            next.clone_into(&mut self.path);
            self.shown = get(&self.origin, &self.path, &self.cookie).await;
        }
        &self.shown
    }
}

/// Asks for a page as a browser does when a person follows a link of the pages.
pub(crate) async fn get(origin: &str, path: &str, cookie: &str) -> Reply {
    let host = origin.trim_start_matches("http://");
    let head = format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\n"
    );
    raw(origin, &head, "").await.unwrap()
}

/// Sends a form as a browser does.
pub(crate) async fn post(origin: &str, path: &str, cookie: &str, body: &str) -> Reply {
    let host = origin.trim_start_matches("http://");
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nOrigin: {origin}\r\n\
         Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    );
    raw(origin, &head, body).await.unwrap()
}

/// The fields of all forms in a piece of a page, as a browser would send them untouched.
fn fields(html: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for piece in html.split('<').skip(1) {
        let Some((tag, _)) = piece.split_once('>') else {
            continue;
        };
        let attribute = |name: &str| {
            let start = format!(" {name}=\"");
            tag.contains(&start)
                .then(|| unescaped(&between(tag, &start, "\"")))
        };
        let marked = |mark: &str| tag.split(' ').any(|word| word == mark);
        if tag.starts_with("input ") {
            let name = attribute("name").unwrap();
            match attribute("type").unwrap().as_str() {
                "checkbox" | "radio" if !marked("checked") => {}
                "checkbox" => {
                    let value = attribute("value").unwrap_or_else(|| "on".to_owned());
                    fields.push((name, value));
                }
                _ => fields.push((name, attribute("value").unwrap_or_default())),
            }
        } else if tag.starts_with("select ") {
            fields.push((attribute("name").unwrap(), String::new()));
        } else if tag.starts_with("option ") && marked("selected") {
            fields.last_mut().unwrap().1 = attribute("value").unwrap();
        }
    }
    fields
}

fn between(text: &str, start: &str, end: &str) -> String {
    let (_, rest) = text.split_once(start).unwrap();
    rest.split(end).next().unwrap().to_owned()
}

fn read(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
        if !tag.is_empty() {
            text.push(' ');
        }
        text.push_str(words);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    unescaped(&words.join(" "))
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}
