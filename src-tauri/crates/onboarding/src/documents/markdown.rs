//! A document as Markdown.

use std::fmt::Write;

use super::{Block, Document, Item};

impl Document {
    /// The document as Markdown (`CommonMark` with task lists).
    pub fn to_markdown(&self) -> String {
        let mut out = format!("# {}\n\n{}\n", escape(&self.title), escape(&self.subtitle));
        for section in &self.sections {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "\n## {}\n", escape(&section.title));
            for block in &section.blocks {
                push_block(&mut out, block);
            }
        }
        // Every block ends with an empty line, and a title brings its own.
        let out = out.replace("\n\n\n", "\n\n");
        format!("{}\n", out.trim_end())
    }
}

fn push_block(out: &mut String, block: &Block) {
    match block {
        Block::Text(text) => push_line(out, &escape(text)),
        Block::Heading(text) => push_line(out, &format!("### {}", escape(text))),
        Block::Items(items) => push_list(out, items.iter().map(item)),
        Block::Numbered(steps) => {
            let numbered = steps
                .iter()
                .zip(1..)
                .map(|(step, n)| format!("{n}. {}", escape(step)));
            push_list(out, numbered);
        }
        Block::Points(points) => {
            push_list(
                out,
                points.iter().map(|point| format!("- {}", escape(point))),
            );
        }
    }
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line);
    out.push_str("\n\n");
}

fn push_list(out: &mut String, lines: impl Iterator<Item = String>) {
    for line in lines {
        out.push_str(&line);
        out.push('\n');
    }
    out.push('\n');
}

fn item(item: &Item) -> String {
    let tick = if item.done { 'x' } else { ' ' };
    let mut line = format!("- [{tick}] {}", escape(&item.label));
    if !item.value.is_empty() {
        let _ = write!(line, ": **{}**", escape(&item.value));
    }
    if !item.note.is_empty() {
        let _ = write!(line, " — {}", escape(&item.note));
    }
    line
}

/// Escapes what Markdown would read as markup, so that a customer's name cannot change the page.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}
