//! Dates that bind an onboarding.

use jiff::civil::Date;

use crate::Route;

/// The day Salesforce ends the OAuth username-password sign-in.
///
/// Source: Salesforce release update *Retirement of OAuth 2.0 Username-Password Flow for
/// Connected Apps*, which postponed the enforcement to this day.
pub const PASSWORD_FLOW_ENDS: Date = jiff::civil::date(2027, 2, 20);

/// Days until then; zero or less from that day on.
pub fn password_flow_days_left(today: Date) -> i32 {
    days_until(PASSWORD_FLOW_ENDS, today)
}

/// How many days there are from one day until another; zero or less once it has come.
pub fn days_until(day: Date, today: Date) -> i32 {
    day.since(today).map_or(0, |span| span.get_days())
}

/// Whether a route can be begun on a day: what Salesforce is about to end is closed from that day
/// on.
pub fn can_begin(route: Route, today: Date) -> bool {
    route == Route::ExternalClientApp || password_flow_days_left(today) > 0
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_counted_over_months_and_years() {
        for (today, days) in [
            (date(2026, 11, 23), 89),
            (date(2027, 2, 19), 1),
            (date(2027, 2, 20), 0),
            (date(2027, 6, 1), -101),
        ] {
            assert_eq!(days_until(PASSWORD_FLOW_ENDS, today), days, "{today}");
        }
    }
}
