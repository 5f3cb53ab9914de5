//! Which lines of Login History are this program's own sign-ins.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

/// How far a line's time may be from the time of the token it belongs to. Both are Salesforce's
/// own clock; the line has whole seconds.
const NEAR: SignedDuration = SignedDuration::from_secs(3);

/// When and from which address a user signed in.
pub(super) type Line<'a> = (Timestamp, &'a str);

/// For each line, whether it is the one that a sign-in at one of these times left.
///
/// A sign-in leaves the line that is nearest to it, since a connector may sign in right after. Where
/// several are as near, the address decides that is known from the other sign-ins; where none is
/// known, all of them count.
pub(super) fn own_lines(lines: &[Line<'_>], times: &[Timestamp]) -> Vec<bool> {
    let candidates: Vec<Vec<usize>> = times.iter().map(|time| nearest(lines, *time)).collect();
    let addresses = |places: &[usize]| -> BTreeSet<&str> {
        places.iter().map(|place| lines[*place].1).collect()
    };
    let known: BTreeSet<&str> = candidates
        .iter()
        .map(|places| addresses(places))
        .filter(|found| found.len() == 1)
        .flatten()
        .collect();
    let mut own = vec![false; lines.len()];
    for places in &candidates {
        let some_known = !addresses(places).is_disjoint(&known);
        for place in places {
            own[*place] |= !some_known || known.contains(lines[*place].1);
        }
    }
    own
}

fn nearest(lines: &[Line<'_>], time: Timestamp) -> Vec<usize> {
    let distance = |line: &Line<'_>| line.0.duration_since(time).abs();
    let Some(least) = lines
        .iter()
        .map(distance)
        .min()
        .filter(|least| *least <= NEAR)
    else {
        return Vec::new();
    };
    let places = lines.iter().enumerate();
    let places = places.filter(|(_, line)| distance(line) == least);
    places.map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DESK: &str = "198.51.100.7";
    const GCIS: &str = "203.0.113.25";

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_millisecond(milliseconds).unwrap()
    }

    fn own(lines: &[(i64, &str)], times: &[i64]) -> Vec<bool> {
        let lines: Vec<Line<'_>> = lines
            .iter()
            .map(|(second, address)| (at(second * 1000), *address))
            .collect();
        let times: Vec<Timestamp> = times.iter().map(|time| at(*time)).collect();
        own_lines(&lines, &times)
    }

    #[test]
    fn the_line_of_a_sign_in_is_the_nearest_one() {
        assert_eq!(own(&[(10, DESK)], &[10_400]), [true]);
        assert_eq!(own(&[(10, DESK)], &[14_000]), [false]);
        assert_eq!(own(&[(10, DESK)], &[]), [false]);
    }

    #[test]
    fn a_connector_that_signs_in_right_after_is_not_taken_for_this_desk() {
        assert_eq!(own(&[(12, GCIS), (10, DESK)], &[10_400]), [false, true]);
    }

    #[test]
    fn in_the_same_second_the_address_known_from_elsewhere_decides() {
        let lines = [(20, DESK), (10, GCIS), (10, DESK)];
        assert_eq!(own(&lines, &[10_400, 20_100]), [true, false, true]);
    }

    #[test]
    fn where_no_address_is_known_both_count() {
        assert_eq!(own(&[(10, GCIS), (10, DESK)], &[10_400]), [true, true]);
    }
}
