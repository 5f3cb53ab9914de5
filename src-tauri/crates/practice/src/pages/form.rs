//! Forms: their fields, what is amiss in them, and what was entered so far.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::entered::Entered;
use super::visitor::{FORM_MARK, Visitor};

/// One field, by Salesforce's or the portal's own label.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    pub(super) kind: Kind,
    pub(super) required: bool,
    /// A sentence below the field, or nothing.
    pub(super) note: &'static str,
}

/// How a field is filled in.
pub(super) enum Kind {
    Text,
    Password,
    Tick,
    /// One of these: what is sent, and what is read.
    One(Vec<(String, String)>),
    /// Any of these.
    Any(Vec<(String, String)>),
}

/// What is amiss, by field.
pub(super) type Amiss = BTreeMap<&'static str, String>;

impl Field {
    pub(super) const fn new(name: &'static str, label: &'static str, kind: Kind) -> Self {
        Self {
            name,
            label,
            kind,
            required: false,
            note: "",
        }
    }

    pub(super) const fn text(name: &'static str, label: &'static str) -> Self {
        Self::new(name, label, Kind::Text)
    }

    pub(super) const fn tick(name: &'static str, label: &'static str) -> Self {
        Self::new(name, label, Kind::Tick)
    }

    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub(super) const fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }
}

/// Choices that are sent as they are read.
pub(super) fn choices(words: &[&str]) -> Vec<(String, String)> {
    let pair = |word: &&str| ((*word).to_owned(), (*word).to_owned());
    words.iter().map(pair).collect()
}

/// The required fields that were left empty, and choices that are none.
pub(super) fn check(fields: &[Field], entered: &Entered) -> Amiss {
    let mut amiss = Amiss::new();
    for field in fields {
        if field.required && entered.as_typed(field.name).trim().is_empty() {
            amiss.insert(field.name, "Complete this field.".to_owned());
        }
        if let Kind::One(choices) | Kind::Any(choices) = &field.kind {
            let known =
                |given: &str| given.is_empty() || choices.iter().any(|(value, _)| value == given);
            if !entered.all(field.name).all(known) {
                amiss.insert(field.name, "Choose an entry of the list.".to_owned());
            }
        }
    }
    amiss
}

/// A form that is sent to `path` of the visitor's org by a button of these words.
pub(super) fn form(visitor: &Visitor, path: &str, submit: &str, body: &Markup) -> Markup {
    html! {
        form method="post" action=(visitor.path(path)) autocomplete="off" {
            input type="hidden" name=(FORM_MARK) value=(visitor.form_mark);
            (body)
            p.actions { button type="submit" { (submit) } }
        }
    }
}

/// A form of one button.
pub(super) fn button(visitor: &Visitor, path: &str, words: &str) -> Markup {
    form(visitor, path, words, &html! {})
}

/// What is amiss, told at the form's head.
pub(super) fn summary(amiss: &Amiss) -> Markup {
    html! {
        @if !amiss.is_empty() {
            div.amiss role="alert" {
                p { "Review the errors on this page." }
            }
        }
    }
}

/// A section of fields with what was entered in them.
pub(super) fn section(title: &str, fields: &[Field], entered: &Entered, amiss: &Amiss) -> Markup {
    html! {
        fieldset {
            legend { (title) }
            @for field in fields { (row(field, entered, amiss)) }
        }
    }
}

/// What fields hold, to be read: labels and values.
pub(super) fn told(fields: &[Field], entered: &Entered) -> Markup {
    html! {
        dl {
            @for field in fields { dt { (field.label) } dd { (words(field, entered)) } }
        }
    }
}

fn words(field: &Field, entered: &Entered) -> String {
    match &field.kind {
        Kind::Tick if entered.ticked(field.name) => "Checked".to_owned(),
        Kind::Tick => "Not checked".to_owned(),
        Kind::One(choices) | Kind::Any(choices) => {
            let chosen = choices
                .iter()
                .filter(|(value, _)| entered.holds(field.name, value));
            let words: Vec<&str> = chosen.map(|(_, words)| words.as_str()).collect();
            words.join(", ")
        }
        Kind::Text | Kind::Password => entered.text(field.name).to_owned(),
    }
}

fn row(field: &Field, entered: &Entered, amiss: &Amiss) -> Markup {
    let wrong = amiss.get(field.name);
    let note = format!("{}-note", field.name);
    let told = (wrong.is_some() || !field.note.is_empty()).then_some(&note);
    html! {
        div.row.wrong[wrong.is_some()].group[matches!(field.kind, Kind::Any(_))] {
            @if let Kind::Any(choices) = &field.kind {
                @let label = format!("{}-label", field.name);
                span id=(label) { (field.label) }
                div.any role="group" aria-labelledby=(label) aria-describedby=[told] {
                    @for (value, words) in choices {
                        label {
                            input type="checkbox" name=(field.name) value=(value)
                                checked[entered.holds(field.name, value)];
                            span { (words) }
                        }
                    }
                }
            } @else {
                label for=(field.name) {
                    (field.label)
                    @if field.required { span.required aria-hidden="true" { " *" } }
                }
                (control(field, entered, told, wrong.is_some()))
            }
            @if told.is_some() {
                p.note id=(note) {
                    @if let Some(wrong) = wrong { strong { (wrong) } " " }
                    (field.note)
                }
            }
        }
    }
}

fn control(field: &Field, entered: &Entered, told: Option<&String>, wrong: bool) -> Markup {
    let name = field.name;
    let value = entered.as_typed(name);
    let invalid = wrong.then_some("true");
    html! {
        @match &field.kind {
            Kind::Text => input type="text" id=(name) name=(name) value=(value) required[field.required]
                aria-describedby=[told] aria-invalid=[invalid];,
            Kind::Password => input type="password" id=(name) name=(name) value=(value) required[field.required]
                aria-describedby=[told] aria-invalid=[invalid];,
            Kind::Tick => input type="checkbox" id=(name) name=(name) checked[entered.ticked(name)]
                aria-describedby=[told] aria-invalid=[invalid];,
            Kind::One(choices) => select id=(name) name=(name) required[field.required]
                aria-describedby=[told] aria-invalid=[invalid] {
                option value="" { "--None--" }
                @for (choice, words) in choices {
                    option value=(choice) selected[choice == value] { (words) }
                }
            },
            Kind::Any(_) => {}
        }
    }
}
