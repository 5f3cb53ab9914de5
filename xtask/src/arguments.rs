//! What was typed after `cargo xtask`.

use std::path::PathBuf;

use crate::stop::Stop;

pub(crate) const USAGE: &str = "\
Usage: cargo xtask COMMAND

  run                 install what is missing, build, and open the wizard in practice;
                      without a display: walk through it and keep a picture of every page
      --live          open it without practice
      --tour DIR      walk through it on a private display and keep the pictures in DIR, those of the
                      other route in DIR/external-client-app, of what can go wrong in DIR/states,
                      of the practice pages in DIR/practice
  test [NAME…]        run all suites, or only the suites or tests that are named
      --all           the long ones too
      --list          name the suites and their tests
  bench [NAME]        measure one thing, built for release; without a name, say what can be measured
  bindings            write the window's types anew from the backend's
";

/// What a person asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Order {
    Help,
    Run(Run),
    Test(Test),
    /// The one of this name; without one, the list of all.
    Bench(Option<String>),
    Bindings,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) live: bool,
    pub(crate) tour: Option<PathBuf>,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Test {
    pub(crate) all: bool,
    pub(crate) list: bool,
    pub(crate) names: Vec<String>,
}

impl Order {
    pub(crate) fn from_words(words: &[String]) -> Result<Self, Stop> {
        let Some((command, rest)) = words.split_first() else {
            return Ok(Self::Help);
        };
        if words.iter().any(|word| word == "--help" || word == "-h") {
            return Ok(Self::Help);
        }
        match command.as_str() {
            "help" => Ok(Self::Help),
            "run" => run(rest).map(Self::Run),
            "test" => test(rest).map(Self::Test),
            "bench" => match rest {
                [] => Ok(Self::Bench(None)),
                [name] if !name.starts_with('-') => Ok(Self::Bench(Some(name.clone()))),
                [.., word] => Err(unknown("bench", word)),
            },
            "bindings" => match rest.first() {
                None => Ok(Self::Bindings),
                Some(word) => Err(unknown("bindings", word)),
            },
            other => Err(Stop::Yours(format!(
                "There is no command {other:?}; there are run, test, bench and bindings."
            ))),
        }
    }
}

fn run(words: &[String]) -> Result<Run, Stop> {
    let mut run = Run::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--live" => run.live = true,
            "--tour" => match words.next() {
                Some(folder) if !folder.starts_with("--") => run.tour = Some(folder.into()),
                _ => return Err(Stop::Yours("Which folder? --tour DIR names it.".to_owned())),
            },
            other => return Err(unknown("run", other)),
        }
    }
    if run.live && run.tour.is_some() {
        let words = "The tour only walks through practice: --live and --tour do not go together.";
        return Err(Stop::Yours(words.to_owned()));
    }
    Ok(run)
}

fn test(words: &[String]) -> Result<Test, Stop> {
    let mut test = Test::default();
    for word in words {
        match word.as_str() {
            "--all" => test.all = true,
            "--list" => test.list = true,
            other if other.starts_with('-') => return Err(unknown("test", other)),
            name => test.names.push(name.to_owned()),
        }
    }
    Ok(test)
}

fn unknown(command: &str, word: &str) -> Stop {
    Stop::Yours(format!(
        "`cargo xtask {command}` does not know {word:?}; `cargo xtask --help` says what it knows."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(line: &str) -> Result<Order, Stop> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Order::from_words(&words)
    }

    #[test]
    fn understands_what_the_usage_says() {
        assert_eq!(order("").unwrap(), Order::Help);
        assert_eq!(order("test --help").unwrap(), Order::Help);
        assert_eq!(
            order("run --live").unwrap(),
            Order::Run(Run {
                live: true,
                tour: None
            })
        );
        let tour = Some(PathBuf::from("pictures"));
        assert_eq!(
            order("run --tour pictures").unwrap(),
            Order::Run(Run { live: false, tour })
        );
        let names = vec!["unit".to_owned(), "journey".to_owned()];
        assert_eq!(
            order("test unit --all journey").unwrap(),
            Order::Test(Test {
                all: true,
                list: false,
                names
            })
        );
        assert_eq!(order("bench").unwrap(), Order::Bench(None));
        let verify = Some("verify".to_owned());
        assert_eq!(order("bench verify").unwrap(), Order::Bench(verify));
        assert_eq!(order("bindings").unwrap(), Order::Bindings);
    }

    #[test]
    fn says_what_it_does_not_know() {
        for line in [
            "walk",
            "run --fast",
            "run --tour",
            "run --tour x --live",
            "test --none",
            "bench --fast",
            "bench verify twice",
            "bindings x",
        ] {
            let stop = order(line).unwrap_err();
            assert!(matches!(stop, Stop::Yours(_)), "{line}: {stop}");
        }
    }
}
