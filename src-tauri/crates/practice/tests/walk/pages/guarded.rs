//! Who gets to see the pages, and what a page may do in a browser.

use practice::{OrgSpec, Page};

use super::browser::{Browser, get, post};
use crate::client::{Reply, raw};
use crate::setting::{Setting, spec};

fn assert_shut(reply: &Reply) {
    assert_eq!(reply.status, 403, "{reply:?}");
    assert!(reply.body.contains("PRACTICE"));
    assert!(!reply.body.contains("Acme Energy"), "{}", reply.body);
    assert_eq!(reply.header("Set-Cookie"), None);
}

fn below(setting: &Setting, path: &str) -> String {
    format!("/{}/{path}", setting.card.org_id)
}

#[tokio::test]
async fn the_pages_stand_on_the_loopback_address_alone() {
    let setting = Setting::new().await;
    let origin = setting.running.pages().origin();
    assert!(origin.starts_with("http://127.0.0.1:"), "{origin}");
    for address in [setting.running.salesforce(), setting.running.gcis()] {
        assert_ne!(address, origin);
    }
}

#[tokio::test]
async fn without_an_address_of_this_run_there_is_nothing_to_see() {
    let setting = Setting::new().await;
    let origin = setting.running.pages().origin();
    for path in [
        "/".to_owned(),
        below(&setting, "setup"),
        below(&setting, "portal"),
        below(&setting, "nothing/here"),
        below(&setting, "enter/0"),
        below(&setting, &format!("enter/{}", "0".repeat(64))),
    ] {
        assert_shut(&get(origin, &path, "").await);
        assert_shut(&get(origin, &path, "practice=0").await);
        assert_shut(&get(origin, &path, "practice=").await);
    }
    assert!(
        setting
            .running
            .pages()
            .open("unheard", Page::Setup)
            .is_none()
    );
}

#[tokio::test]
async fn an_address_has_256_bits_of_chance_and_each_is_new() {
    let setting = Setting::new().await;
    let pages = setting.running.pages();
    let secret = |address: String| address.rsplit_once('/').unwrap().1.to_owned();
    let one = secret(pages.open("walk", Page::Setup).unwrap());
    let other = secret(pages.open("walk", Page::Setup).unwrap());
    assert_ne!(one, other);
    for secret in [one, other] {
        assert_eq!(secret.len(), 64);
        assert!(secret.bytes().all(|byte| byte.is_ascii_hexdigit()));
    }
}

#[tokio::test]
async fn an_address_opens_once_and_again_only_where_it_was_opened() {
    let setting = Setting::new().await;
    let origin = setting.running.pages().origin();
    let address = setting.running.pages().open("walk", Page::Setup).unwrap();
    let path = address.strip_prefix(origin).unwrap();
    let first = get(origin, path, "").await;
    assert_eq!(first.status, 303);
    let cookie = first.header("Set-Cookie").unwrap().to_owned();
    assert!(
        cookie.ends_with(&format!(
            "; Path=/{}; HttpOnly; SameSite=Strict",
            setting.card.org_id
        )),
        "{cookie}"
    );
    assert!(
        path.starts_with(&below(&setting, "")),
        "the browser shows its cookie there"
    );
    assert_shut(&get(origin, path, "").await);
    let cookie = cookie.split(';').next().unwrap();
    let again = get(origin, path, &format!("other=1; {cookie}")).await;
    assert_eq!(again.status, 303);
    assert_eq!(again.header("Set-Cookie"), None);
    let page = get(origin, again.header("Location").unwrap(), cookie).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Acme Energy"));
}

#[tokio::test]
async fn a_session_of_one_org_opens_no_other() {
    let setting = Setting::new().await;
    let other = setting.running.cloud().open_org(OrgSpec {
        key: "other".to_owned(),
        ..spec()
    });
    let origin = setting.running.pages().origin();
    let address = setting.running.pages().open("other", Page::Setup).unwrap();
    let path = address.strip_prefix(origin).unwrap();
    let elsewhere = path.replace(&other.org_id, &setting.card.org_id);
    assert_shut(&get(origin, &elsewhere, "").await);
    let first = get(origin, path, "").await;
    let cookie = first.header("Set-Cookie").unwrap();
    let cookie = cookie.split(';').next().unwrap();
    assert_eq!(
        get(origin, &format!("/{}/setup", other.org_id), cookie)
            .await
            .status,
        200
    );
    assert_shut(&get(origin, &below(&setting, "setup"), cookie).await);
}

#[tokio::test]
async fn of_many_addresses_the_newest_are_good() {
    let setting = Setting::new().await;
    let pages = setting.running.pages();
    let first = pages.open("walk", Page::Setup).unwrap();
    let addresses: Vec<String> = (0..64)
        .map(|_| pages.open("walk", Page::Setup).unwrap())
        .collect();
    let path = |address: &str| address.strip_prefix(pages.origin()).unwrap().to_owned();
    assert_shut(&get(pages.origin(), &path(&first), "").await);
    assert_eq!(
        get(pages.origin(), &path(&addresses[0]), "").await.status,
        303
    );
}

#[tokio::test]
async fn a_rebound_host_name_is_refused() {
    let setting = Setting::new().await;
    let browser = Browser::open(&setting, Page::Setup).await;
    let origin = setting.running.pages().origin();
    let port = origin.rsplit_once(':').unwrap().1;
    for host in [
        "evil.example".to_owned(),
        format!("localhost:{port}"),
        "127.0.0.1".to_owned(),
    ] {
        for path in [browser.path.as_str(), "/style.css", "/"] {
            let head = format!(
                "GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\n",
                browser.cookie()
            );
            assert_shut(&raw(origin, &head, "").await.unwrap());
        }
    }
}

#[tokio::test]
async fn another_web_page_reads_nothing_and_sends_nothing() {
    let setting = Setting::new().await;
    let browser = Browser::open(&setting, Page::Setup).await;
    let origin = setting.running.pages().origin();
    let host = origin.trim_start_matches("http://");
    let mark = "Content-Type: application/x-www-form-urlencoded";
    for sign in [
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://127.0.0.1:1",
    ] {
        for method in ["GET", "POST", "OPTIONS"] {
            let head = format!(
                "{method} {} HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\n{mark}\r\n{sign}\r\n",
                browser.path,
                browser.cookie()
            );
            let reply = raw(origin, &head, "").await.unwrap();
            assert_shut(&reply);
            assert_eq!(reply.header("Access-Control-Allow-Origin"), None);
        }
    }
}

#[tokio::test]
async fn another_web_page_does_not_use_an_address_up() {
    let setting = Setting::new().await;
    let origin = setting.running.pages().origin();
    let address = setting.running.pages().open("walk", Page::Setup).unwrap();
    let path = address.strip_prefix(origin).unwrap();
    let host = origin.trim_start_matches("http://");
    let head = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nSec-Fetch-Site: cross-site\r\n");
    assert_shut(&raw(origin, &head, "").await.unwrap());
    assert_eq!(get(origin, path, "").await.status, 303);
}

#[tokio::test]
async fn every_answer_is_marked_and_tells_the_browser_to_be_careful() {
    let setting = Setting::new().await;
    let browser = Browser::open(&setting, Page::Setup).await;
    let origin = setting.running.pages().origin();
    let missing = below(&setting, "nothing/here");
    for path in [browser.path.as_str(), "/style.css", "/", missing.as_str()] {
        let reply = get(origin, path, &browser.cookie()).await;
        for (name, value) in [
            ("X-Practice", "nothing here is real"),
            ("Cache-Control", "no-store"),
            ("X-Frame-Options", "DENY"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "same-origin"),
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            ),
        ] {
            assert_eq!(reply.header(name), Some(value), "{path}");
        }
        assert_eq!(reply.header("Access-Control-Allow-Origin"), None);
    }
}

#[tokio::test]
async fn the_pages_load_nothing_but_their_style() {
    let setting = Setting::new().await;
    let browser = Browser::open(&setting, Page::Setup).await;
    let page = &browser.shown.body;
    assert!(page.contains(r#"<link rel="stylesheet" href="/style.css">"#));
    for other in ["<script", "<img", " style=", " on", "javascript:"] {
        let inside_a_tag = page.split('<').filter_map(|piece| piece.split('>').next());
        let other = other.trim_start_matches('<');
        assert!(
            !inside_a_tag.clone().any(|tag| tag.contains(other)),
            "{other}"
        );
    }
    let style = get(setting.running.pages().origin(), "/style.css", "").await;
    assert_eq!(
        style.header("Content-Type"),
        Some("text/css; charset=utf-8")
    );
    assert!(!style.body.contains("url(") && !style.body.contains("@import"));
}

#[tokio::test]
async fn the_doors_for_programs_still_refuse_a_browser_with_a_session() {
    let setting = Setting::new().await;
    let browser = Browser::open(&setting, Page::Setup).await;
    for door in [setting.running.salesforce(), setting.running.gcis()] {
        let reply = get(door, "/services/data", &browser.cookie()).await;
        assert_eq!(reply.status, 403);
    }
}

#[tokio::test]
async fn a_stopped_cloud_shows_no_page() {
    let setting = Setting::new().await;
    let origin = setting.running.pages().origin().to_owned();
    setting.running.stop().await;
    let host = origin.trim_start_matches("http://");
    let head = format!("GET / HTTP/1.1\r\nHost: {host}\r\n");
    assert!(raw(&origin, &head, "").await.is_err());
}

#[tokio::test]
async fn a_form_without_this_sessions_mark_is_refused() {
    let setting = Setting::new().await;
    let browser = Browser::open(&setting, Page::Setup).await;
    let stranger = Browser::open(&setting, Page::Setup).await;
    let origin = setting.running.pages().origin();
    let path = below(&setting, "setup/time");
    for body in ["", "practice-form=", "practice-form=0"] {
        assert_shut(&post(origin, &path, &browser.cookie(), body).await);
    }
    let mark = stranger.form_mark();
    assert_ne!(mark, browser.form_mark());
    let body = format!("practice-form={mark}");
    assert_shut(&post(origin, &path, &browser.cookie(), &body).await);
    assert_shut(&post(origin, &path, "", &body).await);
    let long = format!("{body}&more={}", "m".repeat(1 << 17));
    assert_shut(&post(origin, &path, &stranger.cookie(), &long).await);
    let host = origin.trim_start_matches("http://");
    let plain = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\nOrigin: {origin}\r\nContent-Type: text/plain\r\n",
        stranger.cookie()
    );
    assert_shut(&raw(origin, &plain, &body).await.unwrap());
    assert_eq!(
        post(origin, &path, &stranger.cookie(), &body).await.status,
        303
    );
}
