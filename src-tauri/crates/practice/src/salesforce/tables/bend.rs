//! Objects as a scenario has them.

use serde_json::{Value, json};

use super::Table;
use crate::scenario::{Cell, Effect, Scenario};

impl Table {
    /// The object as a caller meets it; nothing where it cannot be seen.
    pub(super) fn met_in(mut self, scenario: Scenario) -> Option<Self> {
        for effect in scenario.effects() {
            match *effect {
                Effect::Hidden(object) if object == self.object => return None,
                Effect::Empty(object) if object == self.object => self.rows.clear(),
                Effect::Lacks { object, field } if object == self.object => self.drop_column(field),
                Effect::Says {
                    object,
                    column,
                    value,
                } if object == self.object => self.fill(column, &cell(value)),
                _ => {}
            }
        }
        Some(self)
    }

    fn drop_column(&mut self, field: &str) {
        if let Some(place) = self.place(field) {
            self.columns.remove(place);
            for row in &mut self.rows {
                row.remove(place);
            }
        }
    }

    fn fill(&mut self, column: &str, value: &Value) {
        if let Some(place) = self.place(column) {
            for row in &mut self.rows {
                row[place].clone_from(value);
            }
        }
    }
}

fn cell(value: Cell) -> Value {
    match value {
        Cell::Bool(value) => json!(value),
        Cell::Text(text) => json!(text),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::tables;
    use super::*;

    #[test]
    fn what_scenarios_name_is_there() {
        let tables = tables();
        let find = |name: &str| {
            let found = tables.iter().find(|table| table.object == name);
            found.unwrap_or_else(|| panic!("no object {name}"))
        };
        for effect in Scenario::ALL.into_iter().flat_map(Scenario::effects) {
            match *effect {
                Effect::Hidden(object) | Effect::Empty(object) => _ = find(object),
                Effect::Lacks {
                    object,
                    field: column,
                }
                | Effect::Says { object, column, .. } => {
                    assert!(find(object).columns.contains(&column), "{object}.{column}");
                }
                _ => {}
            }
        }
    }

    #[test]
    fn a_dropped_column_takes_its_values_along() {
        let mut table = tables().remove(0);
        let (columns, second) = (table.columns.len(), table.rows[0][1].clone());
        let first = table.columns[0];
        table.drop_column(first);
        assert_eq!(table.columns.len(), columns - 1);
        assert_eq!(table.rows[0][0], second);
    }
}
