//! The parts that sections are built from.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::documents::Block;

pub(super) fn text(words: &str) -> Block {
    Block::Text(words.to_owned())
}

pub(super) fn heading(words: &str) -> Block {
    Block::Heading(words.to_owned())
}

pub(super) fn numbered(steps: &[&str]) -> Block {
    Block::Numbered(steps.iter().map(|&step| step.to_owned()).collect())
}

pub(super) fn points(points: impl IntoIterator<Item = impl Into<String>>) -> Block {
    Block::Points(points.into_iter().map(Into::into).collect())
}

/// A day as a document prints it.
pub(super) fn day(day: Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

/// A moment as a document prints it.
pub(super) fn moment(at: Timestamp) -> String {
    at.strftime("%-d %b %Y %H:%M UTC").to_string()
}
