//! `connectorctl practice` as a person and a script meet it.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::process::{Child, Stdio};

use acceptance::cloud::Cloud;
use acceptance::programs::{built, clean};
use rustix::process::{Pid, Signal, kill_process};

const LAST_LINE: &str = "Press Ctrl-C to stop.\n";

/// The program and what it says, once it has said all.
fn serving(arguments: &[&str]) -> (Child, String) {
    let mut child = clean(built("connectorctl", "connectorctl").unwrap())
        .arg("practice")
        .args(arguments)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = String::new();
    for line in lines.map(Result::unwrap) {
        said += &line;
        said.push('\n');
        if said.ends_with(LAST_LINE) {
            break;
        }
    }
    (child, said)
}

fn end(mut child: Child, signal: Signal) {
    let id = Pid::from_child(&child);
    kill_process(id, signal).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{signal:?}");
}

#[test]
fn it_ends_in_order_when_it_is_interrupted_or_terminated() {
    for signal in [Signal::INT, Signal::TERM] {
        let (child, said) = serving(&[]);
        assert!(said.contains("http://login.salesforce.practice:"), "{said}");
        end(child, signal);
    }
}

#[test]
fn over_https_it_says_how_it_is_trusted_and_leaves_one_file_without_a_key() {
    let folder = tempfile::tempdir().unwrap();
    let trust = folder.path().join("trust");
    let (child, said) = serving(&["--tls", trust.to_str().unwrap()]);
    let file = trust.join("ca.pem").display().to_string();
    for words in [
        format!("--ca-file {file}"),
        format!("SSL_CERT_FILE={file}"),
        format!("NODE_EXTRA_CA_CERTS={file}"),
        format!("REQUESTS_CA_BUNDLE={file}"),
        "Nothing was installed".to_owned(),
        "lead to 127.0.0.1".to_owned(),
        "https://login.salesforce.com:".to_owned(),
        "northwind-energy.my.salesforce.com".to_owned(),
    ] {
        assert!(said.contains(&words), "{words} is not in:\n{said}");
    }
    end(child, Signal::TERM);
    let left: Vec<_> = fs::read_dir(&trust)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["ca.pem"]);
    assert!(!fs::read_to_string(file).unwrap().contains("PRIVATE"));
}

#[test]
fn the_same_is_said_to_scripts_on_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let cloud = Cloud::start(&["--tls", folder.path().to_str().unwrap()]).unwrap();
    let announcement = cloud.announcement();
    assert!(announcement.salesforce.starts_with("https://127.0.0.1:"));
    assert!(announcement.gcis.starts_with("https://127.0.0.1:"));
    let port = announcement.salesforce.rsplit_once(':').unwrap().1;
    assert_eq!(
        announcement.login,
        format!("https://login.salesforce.com:{port}")
    );
    assert_eq!(
        announcement.ca_file.as_deref(),
        Some(folder.path().join("ca.pem").as_path())
    );
    cloud.stop().unwrap();
}

#[test]
fn a_taken_port_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let trouble = Cloud::start(&["--salesforce-port", &port]).err().unwrap();
    let words = trouble.to_string();
    assert!(
        words.contains(&format!("Salesforce cannot listen on 127.0.0.1:{port}")),
        "{words}"
    );
}
