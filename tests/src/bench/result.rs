//! What came of it, for a person and for a program.

use serde_json::json;

/// Rounds of one program, or one count.
pub(super) struct Row {
    name: String,
    verdict: Verdict,
    /// How long each round took, in milliseconds.
    pub(super) took: Vec<f64>,
}

/// What our own time is held against.
#[derive(Clone, Copy)]
pub(super) enum Verdict {
    /// It is our own.
    Ours,
    /// Ours aims at this part of it at most.
    AtMost(f64),
    /// Ours aims at less than this part of it.
    Below(f64),
}

impl Row {
    pub(super) fn new(name: impl Into<String>, verdict: Verdict) -> Self {
        Self {
            name: name.into(),
            verdict,
            took: Vec::new(),
        }
    }

    fn median(&self) -> f64 {
        let mut sorted = self.took.clone();
        sorted.sort_by(f64::total_cmp);
        let upper = sorted.get(sorted.len() / 2).copied();
        let lower = sorted.get(sorted.len().saturating_sub(1) / 2).copied();
        f64::midpoint(lower.unwrap_or(f64::NAN), upper.unwrap_or(f64::NAN))
    }

    /// What part of this row's time ours is, the aim in words, and whether it is met; nothing for our own row.
    fn judged(&self, ours: f64) -> Option<(f64, String, bool)> {
        let ratio = ours / self.median();
        match self.verdict {
            Verdict::Ours => None,
            Verdict::AtMost(aim) => Some((ratio, format!("at most {aim:.2}"), ratio <= aim)),
            Verdict::Below(aim) => Some((ratio, format!("under {aim:.2}"), ratio < aim)),
        }
    }
}

fn ours(rows: &[Row]) -> f64 {
    let own = rows.iter().find(|row| matches!(row.verdict, Verdict::Ours));
    own.map_or(f64::NAN, Row::median)
}

/// The medians and the three ratios.
pub(super) fn table(rows: &[Row], questions: usize, latency: u32, rounds: usize) -> String {
    let ours = ours(rows);
    let mut lines = vec![
        format!(
            "Sign-in and {questions} questions on a link of {latency} ms, median of {rounds} rounds:"
        ),
        String::new(),
    ];
    for row in rows {
        let judged = row
            .judged(ours)
            .map_or_else(String::new, |(ratio, aim, met)| {
                let mark = if met { "met" } else { "MISSED" };
                format!("   ours / this {ratio:.3}, aim {aim}: {mark}")
            });
        lines.push(format!(
            "  {:<42} {:>7.1} ms{judged}",
            row.name,
            row.median()
        ));
    }
    lines.join("\n")
}

/// The same, with every round.
pub(super) fn json(rows: &[Row], questions: usize, latency: u32, rounds: usize) -> String {
    let ours = ours(rows);
    let each = rows.iter().map(|row| {
        let judged = row.judged(ours);
        json!({
            "name": row.name,
            "medianMs": row.median(),
            "roundsMs": row.took,
            "ratio": judged.as_ref().map(|(ratio, _, _)| ratio),
            "aim": judged.as_ref().map(|(_, aim, _)| aim),
            "met": judged.as_ref().map(|(_, _, met)| met),
        })
    });
    let all = json!({
        "latencyMs": latency,
        "rounds": rounds,
        "questions": questions,
        "rows": each.collect::<Vec<_>>(),
    });
    format!("{all:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(verdict: Verdict, took: &[f64]) -> Row {
        Row {
            took: took.to_vec(),
            ..Row::new("a row", verdict)
        }
    }

    #[test]
    fn the_median_is_the_middle_or_between_the_two_in_the_middle() {
        for (took, median) in [
            (&[7.0][..], 7.0),
            (&[9.0, 1.0, 2.0], 2.0),
            (&[4.0, 1.0, 100.0, 2.0], 3.0),
        ] {
            let found = row(Verdict::Ours, took).median();
            assert!((found - median).abs() < f64::EPSILON, "{took:?}: {found}");
        }
    }

    #[test]
    fn an_aim_is_met_up_to_its_own_value_or_only_below_it() {
        let met = |verdict| row(verdict, &[200.0]).judged(100.0).map(|(_, _, met)| met);
        assert_eq!(met(Verdict::Ours), None);
        assert_eq!(met(Verdict::AtMost(0.5)), Some(true));
        assert_eq!(met(Verdict::AtMost(0.49)), Some(false));
        assert_eq!(met(Verdict::Below(0.5)), Some(false));
        assert_eq!(met(Verdict::Below(0.51)), Some(true));
    }

    #[test]
    fn a_missed_aim_stands_out() {
        let rows = [
            row(Verdict::Ours, &[100.0]),
            row(Verdict::AtMost(0.5), &[150.0]),
        ];
        let table = table(&rows, 13, 100, 1);
        assert!(table.contains("0.667, aim at most 0.50: MISSED"), "{table}");
    }
}
