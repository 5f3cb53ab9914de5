//! Beside a browser on the same machine.

use crate::client::{raw, send};
use crate::setting::Setting;

#[tokio::test]
async fn both_services_bind_the_loopback_address_alone() {
    let setting = Setting::new().await;
    for origin in [setting.running.salesforce(), setting.running.gcis()] {
        assert!(origin.starts_with("http://127.0.0.1:"), "{origin}");
    }
}

#[tokio::test]
async fn a_rebound_host_name_is_refused_by_both_services() {
    let setting = Setting::new().await;
    for origin in [setting.running.salesforce(), setting.running.gcis()] {
        let reply = raw(
            origin,
            "GET /services/data HTTP/1.1\r\nHost: evil.example\r\n",
            "",
        )
        .await
        .unwrap();
        assert_eq!(reply.status, 403);
        assert_eq!(reply.header("X-Practice"), Some("nothing here is real"));
    }
}

#[tokio::test]
async fn a_web_page_is_refused_and_never_given_a_cors_header() {
    let setting = Setting::new().await;
    for origin in [setting.running.salesforce(), setting.running.gcis()] {
        for header in [
            ("Origin", "https://evil.example"),
            ("Sec-Fetch-Site", "cross-site"),
        ] {
            for method in ["GET", "OPTIONS", "POST"] {
                let reply = send(method, origin, "/services/data", &[header], "")
                    .await
                    .unwrap();
                assert_eq!(reply.status, 403);
                assert_eq!(reply.header("Access-Control-Allow-Origin"), None);
            }
        }
    }
}

#[tokio::test]
async fn every_answer_says_that_it_is_practice() {
    let setting = Setting::new().await;
    for path in ["/services/data", "/nothing/here"] {
        let reply = send("GET", setting.running.salesforce(), path, &[], "")
            .await
            .unwrap();
        assert_eq!(reply.header("X-Practice"), Some("nothing here is real"));
    }
}

#[tokio::test]
async fn a_stopped_cloud_answers_no_more() {
    let setting = Setting::new().await;
    let origins = [
        setting.running.salesforce().to_owned(),
        setting.running.gcis().to_owned(),
    ];
    setting.running.stop().await;
    for origin in origins {
        assert!(
            send("GET", &origin, "/services/data", &[], "")
                .await
                .is_err()
        );
    }
}

#[tokio::test]
async fn a_connection_kept_open_does_not_hold_up_the_stop() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let setting = Setting::new().await;
    let host = setting
        .running
        .salesforce()
        .trim_start_matches("http://")
        .to_owned();
    let mut stream = tokio::net::TcpStream::connect(&host).await.unwrap();
    let request = format!("GET /services/data HTTP/1.1\r\nHost: {host}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    stream.read_exact(&mut [0; 12]).await.unwrap();
    let stopped = tokio::time::timeout(std::time::Duration::from_secs(2), setting.running.stop());
    assert!(stopped.await.is_ok());
}
