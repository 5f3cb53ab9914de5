//! Running other programs.

use std::io::{self, BufRead, BufReader, PipeReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::interrupt;
use crate::stop::Stop;

/// How long we wait, after a program's end, for what it left to end as well.
const LINGER: Duration = Duration::from_secs(20);

/// Runs a program in full view; whether it succeeded.
pub(crate) fn show(mut command: Command) -> Result<bool, Stop> {
    interrupt::check()?;
    let mut child = spawn(&mut command)?;
    let status = child.wait();
    interrupt::set_child(None);
    interrupt::check()?;
    Ok(status.map_err(Stop::told(&name(&command)))?.success())
}

/// Runs a program in full view; its failure ends the command, with these words.
pub(crate) fn must(command: Command, otherwise: &str) -> Result<(), Stop> {
    if show(command)? {
        Ok(())
    } else {
        Err(Stop::Failed(otherwise.to_owned()))
    }
}

/// Runs a program out of view; whether it succeeded, and all that it wrote.
pub(crate) fn capture(command: Command) -> Result<(bool, String), Stop> {
    let mut text = String::new();
    let status = follow(command, |line| {
        text.push_str(line);
        text.push('\n');
    })?;
    Ok((status.success(), text))
}

/// What a program prints, without its complaints; `None` if it fails or is not there.
pub(crate) fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program and hands on each line that it, or what it started, writes, until the last of them has ended.
///
/// That is how an interrupted test's private desktop, which ends by itself, is waited for.
pub(crate) fn follow(mut command: Command, mut line: impl FnMut(&str)) -> Result<ExitStatus, Stop> {
    interrupt::check()?;
    let name = name(&command);
    let (reader, writer) = io::pipe().map_err(Stop::told(&name))?;
    let twin = writer.try_clone().map_err(Stop::told(&name))?;
    command.stdin(Stdio::null()).stdout(twin).stderr(writer);
    let mut child = spawn(&mut command)?;
    // It holds the writing ends, which would keep the pipe open.
    drop(command);

    let lines = lines(reader);
    let mut ended: Option<(ExitStatus, Instant)> = None;
    loop {
        match lines.recv_timeout(Duration::from_millis(100)) {
            Ok(text) => line(&text),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                let now = child.try_wait().map_err(Stop::told(&name))?;
                ended = ended.or(now.map(|status| (status, Instant::now())));
                if ended.is_some_and(|(_, when)| when.elapsed() > LINGER) {
                    line(&format!(
                        "{name} ended, but something that it started is still running."
                    ));
                    break;
                }
            }
        }
    }
    let status = child.wait().map_err(Stop::told(&name));
    interrupt::set_child(None);
    interrupt::check()?;
    status
}

fn spawn(command: &mut Command) -> Result<Child, Stop> {
    let child = command.spawn().map_err(Stop::told(&name(command)))?;
    interrupt::set_child(Some(child.id()));
    Ok(child)
}

fn lines(reader: PipeReader) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut reader = BufReader::new(reader);
        let mut bytes = Vec::new();
        while reader
            .read_until(b'\n', &mut bytes)
            .is_ok_and(|read| read > 0)
        {
            let text = String::from_utf8_lossy(&bytes)
                .trim_end_matches(['\n', '\r'])
                .to_owned();
            bytes.clear();
            if sender.send(text).is_err() {
                break;
            }
        }
    });
    receiver
}

fn name(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    program
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
