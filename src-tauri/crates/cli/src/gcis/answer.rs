//! What is printed: one object for a script, sentences for a person.

use std::fmt::Display;
use std::process::ExitCode;

use model::catalogue::{Fix, Problem, Retry};
use serde::Serialize;

use super::arguments::SavedOptions;
use super::stop::Stop;
use crate::problem::told;
use crate::{FAILED, USAGE};

/// The object.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a, T: Serialize> {
    command: &'a str,
    outcome: Outcome,
    onboarding: Option<&'a str>,
    #[serde(flatten)]
    facts: Option<&'a T>,
    problem: Option<InTheWay<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Outcome {
    Done,
    Failed,
}

/// A problem in the form that scripts read.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct InTheWay<'a> {
    code: &'a str,
    summary: &'a str,
    evidence: &'a str,
    field: Option<&'a str>,
    retry: Retry,
    fixes: Vec<ToDo<'a>>,
}

/// One fix; what it does not have is left out.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ToDo<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    copy: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quick_find: Option<&'a str>,
}

/// Prints what came of a command and says how the program ends.
pub(super) fn tell<T: Serialize + Display>(
    command: &str,
    options: &SavedOptions,
    facts: &T,
    ended: &Result<(), Stop>,
) -> Result<ExitCode, String> {
    let stop = ended.as_ref().err();
    if options.json {
        let name = Some(options.onboarding.as_str());
        println!("{}", object(command, name, Some(facts), stop)?);
    } else {
        print!("{facts}");
        if let Some(stop) = stop {
            println!("{}", told(&stop.problem));
        }
    }
    Ok(match stop {
        None => ExitCode::SUCCESS,
        Some(stop) if stop.is_usage => ExitCode::from(USAGE),
        Some(_) => ExitCode::from(FAILED),
    })
}

/// The object for a command line that could not be read.
pub(super) fn misused(command: &str, words: &str) -> Result<String, String> {
    object::<()>(command, None, None, Some(&Stop::misused(words)))
}

fn object<T: Serialize>(
    command: &str,
    onboarding: Option<&str>,
    facts: Option<&T>,
    stop: Option<&Stop>,
) -> Result<String, String> {
    let answer = Answer {
        command,
        outcome: match stop {
            None => Outcome::Done,
            Some(_) => Outcome::Failed,
        },
        onboarding,
        facts,
        problem: stop.map(|stop| in_the_way(&stop.problem)),
    };
    serde_json::to_string(&answer).map_err(|error| error.to_string())
}

fn in_the_way(problem: &Problem) -> InTheWay<'_> {
    InTheWay {
        code: problem.code,
        summary: problem.message,
        evidence: &problem.detail,
        field: problem.field,
        retry: problem.retry,
        fixes: problem.fixes.iter().map(to_do).collect(),
    }
}

fn to_do(fix: &Fix) -> ToDo<'_> {
    ToDo {
        text: fix.text,
        copy: fix.copy.as_deref(),
        quick_find: fix.quick_find,
    }
}
