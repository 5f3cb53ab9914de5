//! Setup pages, and what the window needs of a document.

use super::checks::verified;
use super::*;

#[test]
fn every_setup_page_stands_with_its_quick_find_words() {
    for route in Route::ALL {
        let guide = route.guide();
        let paper = paper(Sheet::Blank(Some(route)));
        let app = guide.forms.iter().filter_map(|form| form.link);
        let user = guide.user_review.iter().filter_map(|task| task.link);
        let pages = app.map(|link| (route.title(), link));
        for (title, link) in pages.chain(user.map(|link| ("Service user", link))) {
            let words = format!("Quick Find: {}", link.quick_find().unwrap());
            assert!(text_of(section(&paper, title)).contains(&words), "{words}");
        }
        for (title, words) in [
            (
                "Before you start",
                "In Setup, Quick Find: Company Information.",
            ),
            ("Service user", "In Setup, Quick Find: Users ▸ New User."),
            (
                "Values for Setup New Instance",
                "In Setup, Quick Find: My Domain.",
            ),
            (
                "Verify sign-in",
                "In Setup, Quick Find: Login History. Its newest line",
            ),
            ("Register the connector", "GCIS Developer Portal (https://"),
            (
                "Named credential (optional)",
                "In Setup, Quick Find: Named Credentials.",
            ),
        ] {
            assert!(
                text_of(section(&paper, title)).contains(words),
                "{title}: {words}"
            );
        }
    }
}

#[test]
fn an_address_is_printed_on_the_orgs_own_host_only() {
    let address = "https://northwind.my.salesforce.com/lightning/setup/OrgDomain/home";
    let mut onboarding = chosen(Route::ConnectedApp);
    let words = text(&paper(Sheet::Of(&onboarding)));
    assert!(words.contains(&format!("In Setup, Quick Find: My Domain ({address}).")));

    onboarding.fields.login_url = "login.salesforce.com".to_owned();
    let words = text(&paper(Sheet::Of(&onboarding)));
    assert!(words.contains("In Setup, Quick Find: My Domain.") && !words.contains("/lightning/"));

    onboarding.environment = Environment::Practice;
    assert!(!text(&paper(Sheet::Of(&onboarding))).contains("https://portal"));
}

/// The window tells the parts of a page apart by these.
#[test]
fn no_two_sections_and_no_two_lines_of_a_list_are_alike() {
    let onboardings = Route::ALL.map(verified);
    let undecided = onboarding(Route::ConnectedApp);
    let blank = [
        None,
        Some(Route::ConnectedApp),
        Some(Route::ExternalClientApp),
    ];
    let sheets = blank
        .map(Sheet::Blank)
        .into_iter()
        .chain(onboardings.iter().chain([&undecided]).map(Sheet::Of));
    for sheet in sheets {
        let paper = paper(sheet);
        let titles: BTreeSet<_> = paper.sections.iter().map(|one| &one.title).collect();
        assert_eq!(titles.len(), paper.sections.len());
        for block in paper.sections.iter().flat_map(|section| &section.blocks) {
            if let Block::Numbered(lines) | Block::Points(lines) = block {
                let different: BTreeSet<_> = lines.iter().collect();
                assert_eq!(different.len(), lines.len(), "{lines:?}");
            }
            if let Block::Items(items) = block {
                assert!(!items.is_empty());
            }
        }
    }
}
