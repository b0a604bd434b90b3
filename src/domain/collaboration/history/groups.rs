//! Rows of a table brought together by the ticket they name.

use std::collections::BTreeMap;

/// Rows by ticket, in the order in which tickets first appear.
#[derive(Default)]
pub struct Groups {
    place_of: BTreeMap<String, usize>,
    rows: Vec<Vec<usize>>,
}

impl Groups {
    /// Takes in a row with the number of its ticket. Rows that name no ticket are none together.
    pub fn add(&mut self, reference: &str, row: usize) {
        let known = self.place_of.get(reference).copied();
        match known.and_then(|place| self.rows.get_mut(place)) {
            Some(rows) => rows.push(row),
            None => {
                if !reference.is_empty() {
                    self.place_of.insert(reference.to_owned(), self.rows.len());
                }
                self.rows.push(vec![row]);
            }
        }
    }

    /// Returns the rows of each ticket.
    #[must_use]
    pub fn rows(self) -> Vec<Vec<usize>> {
        self.rows
    }

    /// Returns parts of at least so many rows, but for the last; none parts a ticket.
    #[must_use]
    pub fn parts(self, at_least: usize) -> Vec<Vec<usize>> {
        let mut parts: Vec<Vec<usize>> = Vec::new();
        for rows in self.rows {
            match parts.last_mut().filter(|part| part.len() < at_least) {
                Some(part) => part.extend(rows),
                None => parts.push(rows),
            }
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_part_parts_a_ticket() {
        let mut groups = Groups::default();
        for (row, reference) in ["A", "B", "A", "", "C", "", "B"].into_iter().enumerate() {
            groups.add(reference, row);
        }
        assert_eq!(groups.parts(3), [vec![0, 2, 1, 6], vec![3, 4, 5]]);
    }
}
