//! The reminder to rotate: how many days, when it is due, and as a calendar file.

use icalendar::{Calendar, Component};
use jiff::{ToSpan, ZonedDateTime};
use model::onboarding::CredentialAction::{Add, Revoke};

use crate::desk::Desk;

async fn active() -> Desk {
    let desk = Desk::ready_to_register().await;
    desk.workspace.register(desk.id).await.unwrap();
    desk.change_credential(Add).await.unwrap();
    desk
}

#[tokio::test]
async fn half_a_year_after_it_was_added_it_is_due() {
    let desk = active().await;
    let page = desk.workspace.open(desk.id).unwrap().named_credential;
    assert_eq!(page.reminder.days, Some(180));
    assert_eq!(page.reminder.due_in, Some(180));
    let day = ZonedDateTime::now().date() + 180.days();
    assert_eq!(page.reminder.due_on, Some(day.to_string()));
}

#[tokio::test]
async fn the_days_can_be_changed_within_bounds_or_switched_off() {
    let desk = active().await;
    let set = |days| desk.workspace.set_rotation_reminder(desk.id, days);
    for days in [7, 90, 730] {
        let page = set(Some(days)).unwrap().named_credential;
        assert_eq!(page.reminder.due_in, i32::try_from(days).ok());
    }
    for days in [0, 6, 731, 100_000] {
        let refused = set(Some(days)).unwrap_err();
        assert_eq!(refused.code, "reminder_out_of_bounds");
        assert_eq!(refused.field, Some("reminder_days"));
        assert!(!refused.fixes.is_empty());
    }
    let kept = desk.workspace.open(desk.id).unwrap().named_credential;
    assert_eq!(kept.reminder.days, Some(730), "a refusal changes nothing");
    let off = set(None).unwrap().named_credential.reminder;
    assert_eq!((off.days, off.due_on, off.due_in), (None, None, None));
}

#[tokio::test]
async fn the_calendar_file_is_one_event_that_a_later_one_replaces() {
    let desk = active().await;
    let folder = desk.folder.path().join("documents");
    let save = || {
        let saved = desk
            .workspace
            .save_rotation_reminder(desk.id, folder.clone())
            .unwrap();
        let text = std::fs::read_to_string(&saved.file).unwrap();
        for secret in [
            &desk.card.password,
            &desk.card.security_token,
            &desk.card.consumer_key,
            &desk.card.consumer_secret,
            &desk.card.gcis_client_secret,
        ] {
            assert!(!text.contains(secret.as_str()));
        }
        let calendar: Calendar = text.parse().unwrap();
        let event = calendar.events().next().unwrap().clone();
        assert_eq!(calendar.events().count(), 1);
        let name = saved.file.file_name().unwrap().to_string_lossy();
        assert_eq!(
            name,
            "northwind-energy-practice-rotate-named-credential.ics"
        );
        let start = event.property_value("DTSTART").unwrap().to_owned();
        (event.get_uid().unwrap().to_owned(), start)
    };
    let (uid, day) = save();
    let due = ZonedDateTime::now().date() + 180.days();
    assert_eq!(day, due.strftime("%Y%m%d").to_string());
    desk.workspace
        .set_rotation_reminder(desk.id, Some(30))
        .unwrap();
    let (later_uid, later_day) = save();
    assert_eq!(later_uid, uid, "a calendar moves the event");
    assert_ne!(later_day, day);
}

#[tokio::test]
async fn nothing_is_due_where_none_is_there() {
    let desk = active().await;
    let folder = desk.folder.path().join("documents");
    desk.change_credential(Revoke).await.unwrap();
    let page = desk.workspace.open(desk.id).unwrap().named_credential;
    assert_eq!(page.reminder.due_on, None);
    let refused = desk
        .workspace
        .save_rotation_reminder(desk.id, folder.clone())
        .unwrap_err();
    assert_eq!(refused.code, "nothing_to_remind");
    assert!(!folder.exists());
}
