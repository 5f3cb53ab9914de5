//! Secrets come from the environment, the keychain or a prompt, never from arguments.

use std::io::{BufReader, Read as _, Write as _};
use std::process::{Command, Stdio};

use acceptance::programs::clean;

use crate::desk::{CONNECTED_APP, Desk, EXTERNAL_CLIENT_APP, at_home, command, program, run};

#[test]
fn no_argument_takes_a_secret() {
    let data = tempfile::tempdir().unwrap();
    let help = run(command(data.path()).args(["check", "--help"]));
    assert_eq!(help.code, 0);
    let options: Vec<&str> = help
        .stdout
        .split_whitespace()
        .filter(|word| word.starts_with("--"))
        .collect();
    assert!(options.contains(&"--username"), "{options:?}");
    for word in ["password", "token", "secret", "key"] {
        let named = options.iter().find(|option| option.contains(word));
        assert_eq!(named, None);
    }
    assert!(help.stdout.contains("CONNECTOR_CONSUMER_SECRET"));
}

#[test]
fn a_secret_given_as_an_argument_is_refused_and_not_repeated() {
    let data = tempfile::tempdir().unwrap();
    for words in [
        &["--password=hunter2"][..],
        &["--password", "hunter2"],
        &["--secret=hunter2"],
    ] {
        for json in [&["--json"][..], &[]] {
            let ran = run(command(data.path()).arg("check").args(words).args(json));
            assert_eq!(ran.code, 2, "{words:?}");
            assert!(
                !format!("{}{}", ran.stdout, ran.stderr).contains("hunter2"),
                "{words:?}"
            );
        }
    }
}

#[test]
fn what_was_tidied_or_looks_swapped_is_told_beside_the_object_and_without_the_value() {
    let desk = Desk::new("smooth");
    let practice = desk.practice();
    let mut check = desk.check(EXTERNAL_CLIENT_APP, &desk.my_domain(), &[""; 0]);
    check.env(
        "CONNECTOR_CONSUMER_KEY",
        format!(" {}\n", practice.eca_consumer_key),
    );
    let ran = run(&mut check);
    assert_eq!(ran.object()["outcome"], "passed");
    assert!(ran.stderr.starts_with("Consumer Key: "), "{}", ran.stderr);
    ran.assert_silent_about(practice);

    check
        .env("CONNECTOR_CONSUMER_KEY", &practice.eca_consumer_secret)
        .env("CONNECTOR_CONSUMER_SECRET", &practice.eca_consumer_key);
    let ran = run(&mut check);
    assert_eq!(ran.code, 1);
    assert!(
        ran.stderr.contains("Consumer Key and Secret: "),
        "{}",
        ran.stderr
    );
    ran.assert_silent_about(practice);
}

fn on_a_terminal(program: &str, desk: &Desk, answers: &[(&str, &str)]) -> String {
    let mut script = clean("script");
    at_home(&mut script, desk.data.path());
    at_a_terminal(script, program, answers)
}

/// What a terminal shows while a program asks: `answers` holds each prompt and what is typed at it.
pub(crate) fn at_a_terminal(
    mut script: Command,
    program: &str,
    answers: &[(&str, &str)],
) -> String {
    let mut script = script
        .args([
            "--quiet",
            "--return",
            "--echo",
            "always",
            "--command",
            program,
            "/dev/null",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut keyboard = script.stdin.take().unwrap();
    let mut screen = BufReader::new(script.stdout.take().unwrap());
    let mut shown = Vec::new();
    for (prompt, typed) in answers {
        let from = shown.len();
        while !String::from_utf8_lossy(&shown[from..]).contains(prompt) {
            let mut byte = [0];
            let read = screen.read(&mut byte).unwrap();
            assert_ne!(
                read,
                0,
                "{prompt} was not asked: {}",
                String::from_utf8_lossy(&shown)
            );
            shown.push(byte[0]);
        }
        writeln!(keyboard, "{typed}").unwrap();
    }
    screen.read_to_end(&mut shown).unwrap();
    script.wait().unwrap();
    String::from_utf8(shown).unwrap()
}

#[test]
fn a_terminal_is_asked_for_what_the_environment_lacks_and_shows_no_letter_of_it() {
    let desk = Desk::new("smooth");
    let practice = desk.practice();
    let asks = "sh -c 'echo Name: ; read -r name'";
    let shown = on_a_terminal(asks, &desk, &[("Name:", "a name to see")]);
    assert!(
        shown.contains("a name to see"),
        "this terminal shows what is typed: {shown}"
    );

    let check = format!(
        "{} check --json --route {CONNECTED_APP} --environment practice --login-url {} --username {}",
        program().display(),
        practice.login,
        practice.username
    );
    let answers = [
        ("Password: ", practice.password.as_str()),
        ("Security Token: ", &practice.security_token),
        ("Consumer Key: ", &practice.consumer_key),
        ("Consumer Secret: ", &practice.consumer_secret),
    ];
    let shown = on_a_terminal(&check, &desk, &answers);
    assert!(shown.contains(r#""outcome":"passed""#), "{shown}");
    for (_, secret) in answers {
        assert!(!shown.contains(secret), "{shown}");
    }
}
