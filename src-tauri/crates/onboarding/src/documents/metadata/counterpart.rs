//! What a setting of a form becomes in the project.

use model::guide::{Setting, Value};

use super::particulars::Particulars;
use super::token;

/// Where a setting goes.
pub(super) enum Counterpart {
    /// Into this element, with what the project is made from.
    Given(&'static str, fn(&Particulars) -> Vec<String>),
    /// Into this element: whether its box is checked.
    Flag(&'static str),
    /// Into this element, which asks the opposite: whether its box is not checked.
    Opposite(&'static str),
    /// Into this element: the entry of the list.
    Choice(&'static str),
    /// Salesforce's own defaults, written out.
    Defaults(&'static [(&'static str, &'static str)]),
    /// Its box is checked, since this element is there.
    There(&'static str),
    /// It is left blank or unchecked, since none of these elements is there.
    NotThere(&'static [&'static str]),
    /// It is the file's name.
    FileName,
    /// The Metadata API cannot carry it, and what that means.
    NotCarried(&'static str),
}

use Counterpart::{Choice, Defaults, FileName, Flag, Given, NotCarried, NotThere, Opposite, There};

impl Counterpart {
    /// The elements that the setting becomes.
    pub(super) fn elements(
        &self,
        setting: &Setting,
        from: &Particulars,
    ) -> Vec<(&'static str, Vec<String>)> {
        let one = |path, text: &str| vec![(path, vec![text.to_owned()])];
        let is_checked = setting.value == Value::Checked;
        match *self {
            Given(path, value) => vec![(path, value(from))],
            Flag(path) => one(path, if is_checked { "true" } else { "false" }),
            Opposite(path) => one(path, if is_checked { "false" } else { "true" }),
            Choice(path) => match setting.value {
                Value::Choose(words) => {
                    token::choice(words).map_or_else(Vec::new, |token| one(path, token))
                }
                _ => Vec::new(),
            },
            Defaults(rows) => rows
                .iter()
                .map(|(path, text)| (*path, vec![(*text).to_owned()]))
                .collect(),
            There(_) | NotThere(_) | FileName | NotCarried(_) => Vec::new(),
        }
    }

    /// Where it stands in the files, in a few words for a person.
    pub(super) fn place(&self) -> String {
        let all = |paths: &mut dyn Iterator<Item = &&str>| {
            let quoted = paths.map(|path| format!("`{path}`"));
            quoted.collect::<Vec<_>>().join(", ")
        };
        match *self {
            Given(path, _) | Flag(path) | Choice(path) => format!("`{path}`"),
            Opposite(path) => format!("`{path}`, which asks the opposite"),
            Defaults(rows) => all(&mut rows.iter().map(|(path, _)| path)),
            There(path) => format!("`{path}` is there"),
            NotThere(paths) => format!("without {}", all(&mut paths.iter())),
            FileName => "the file’s name".to_owned(),
            NotCarried(reason) => format!("not in these files: {reason}"),
        }
    }
}
