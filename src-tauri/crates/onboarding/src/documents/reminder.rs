//! The next rotation of the named credential as a calendar file (RFC 5545): one all-day event with
//! an alarm in the morning. It says what to do and where, and holds no secret.

use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property, Trigger};
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use model::Onboarding;
use model::guide::{named_credential, portal};

/// The alarm, counted from the day's beginning: nine in the morning.
const ALARM: &str = "PT9H";

/// The next rotation.
#[derive(Debug, Clone, Copy)]
pub struct Rotation<'a> {
    /// Whose named credential.
    pub onboarding: &'a Onboarding,
    /// The day it is due.
    pub on: Date,
    /// When the file is written.
    pub written_at: Timestamp,
}

/// The calendar file. Its event keeps its identity, so that a later file moves it.
pub fn rotation_reminder(rotation: &Rotation<'_>) -> String {
    let Rotation {
        onboarding,
        on,
        written_at,
    } = *rotation;
    let title = format!("Rotate the named credential of {}", onboarding.name);
    let stamp = TimeZone::UTC
        .to_datetime(written_at)
        .strftime("%Y%m%dT%H%M%SZ");
    let day = |date: Date| date.strftime("%Y%m%d").to_string();
    let mut start = Property::new("DTSTART", day(on));
    start.add_parameter("VALUE", "DATE");
    let uid = format!("rotate-named-credential-{}", onboarding.id);
    let mut event = Event::new();
    event
        .uid(&format!("{uid}@connector-setup"))
        .add_property("DTSTAMP", stamp.to_string())
        .append_property(start)
        .summary(&title)
        .description(&description(onboarding))
        .add_property("TRANSP", "TRANSPARENT");
    if let Ok(trigger) = Trigger::try_from(&Property::new("TRIGGER", ALARM)) {
        // The library would make up what is missing, anew each time.
        let mut alarm = Alarm::display(&title, trigger);
        alarm
            .uid(&format!("{uid}-alarm@connector-setup"))
            .add_property("DTSTAMP", stamp.to_string());
        event.alarm(alarm);
    }
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Connector Setup//Reminder//EN"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .push(event);
    folded(&calendar.to_string())
}

/// The longest line, in octets, its break apart (RFC 5545, section 3.1).
const LONGEST_LINE: usize = 75;

/// Folds each line anew: the library lets the last part of a folded line have one octet too many.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut length = 0;
        for character in line.chars() {
            if length + character.len_utf8() > LONGEST_LINE {
                folded.push_str("\r\n ");
                length = 1;
            }
            folded.push(character);
            length += character.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}

fn description(onboarding: &Onboarding) -> String {
    let mut lines = vec![format!(
        "{} ({}): replace the named credential with which Salesforce calls Gentrack’s APIs.",
        onboarding.name,
        onboarding.environment.title()
    )];
    lines.push(
        "In Connector Setup, open this onboarding ▸ Named credential ▸ Manage ▸ Rotate.".to_owned(),
    );
    lines.push(format!("Or in the portal, {}:", portal::ADDRESS));
    lines.extend(
        portal::OPEN_NAMED_CREDENTIALS
            .iter()
            .map(|line| format!("- {line}")),
    );
    lines.push("- Click Rotate.".to_owned());
    lines.extend(
        named_credential::ROTATE_NOTES
            .iter()
            .map(|&note| note.to_owned()),
    );
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use jiff::civil::date;
    use model::onboarding::{Facts, Fields};
    use model::{Environment, Route};
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn onboarding(name: &str) -> Onboarding {
        Onboarding {
            id: Uuid::from_u128(7),
            name: name.to_owned(),
            environment: Environment::Production,
            route: Route::ConnectedApp,
            created_at: Timestamp::UNIX_EPOCH,
            changed_at: Timestamp::UNIX_EPOCH,
            fields: Fields::default(),
            secrets: BTreeMap::new(),
            facts: Facts::default(),
            gone: BTreeSet::new(),
        }
    }

    fn written(name: &str) -> String {
        rotation_reminder(&Rotation {
            onboarding: &onboarding(name),
            on: date(2027, 5, 23),
            written_at: Timestamp::UNIX_EPOCH,
        })
    }

    fn read(text: &str) -> Event {
        let calendar: Calendar = text.parse().unwrap();
        let mut events = calendar.events().cloned();
        let event = events.next().unwrap();
        assert!(events.next().is_none());
        event
    }

    #[test]
    fn it_is_an_event_of_its_day_with_an_alarm() {
        let text = written("Northwind Energy");
        for line in [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "DTSTAMP:19700101T000000Z",
            "DTSTART;VALUE=DATE:20270523",
            "UID:rotate-named-credential-00000000-0000-0000-0000-000000000007@connector-setup",
            "SUMMARY:Rotate the named credential of Northwind Energy",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "END:VALARM",
            "END:VCALENDAR",
        ] {
            assert!(
                unfolded(&text).lines().any(|found| found == line),
                "{line}\n{text}"
            );
        }
        assert!(
            !text.contains("DTEND"),
            "an all-day event of one day has none"
        );
        let alarm = unfolded(&text);
        let alarm = alarm.split("BEGIN:VALARM").nth(1).unwrap();
        assert!(
            alarm.contains("TRIGGER:PT9H") || alarm.contains("TRIGGER:PT32400S"),
            "{alarm}"
        );
        assert!(alarm.contains("DESCRIPTION:Rotate"));
    }

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "").replace("\r\n", "\n")
    }

    #[test]
    fn its_text_says_what_to_do_and_where() {
        let event = read(&written("Northwind Energy"));
        let text = event.get_description().unwrap();
        for words in [
            "Manage ▸ Rotate",
            portal::ADDRESS,
            "My Connectors",
            "Click Rotate.",
        ] {
            assert!(text.contains(words), "{words}\n{text}");
        }
    }

    proptest! {
        #[test]
        fn any_name_survives_and_every_line_keeps_to_its_length(name in "[ -~äöüß€▸\\\\,;:\"]{1,120}") {
            let text = written(&name);
            prop_assert!(text.ends_with("END:VCALENDAR\r\n"));
            for line in text.split("\r\n") {
                prop_assert!(line.len() <= 75, "{}", line);
                prop_assert!(!line.contains('\n') && !line.contains('\r'));
            }
            let event = read(&text);
            let title = format!("Rotate the named credential of {name}");
            prop_assert_eq!(event.get_summary(), Some(title.as_str()));
        }
    }
}
