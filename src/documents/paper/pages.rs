//! Where pages break: pieces with their heights go onto pages of one height, so that the preview, the print and the
//! number of a page agree.

use crate::documents::paper::html::Piece;

/// What is known of a piece that goes onto a page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measured {
    /// How high it is, its distance to the piece before included; in any unit.
    pub height: f64,
    /// How high the heads of its table are: they are repeated where a page begins with one of its rows.
    pub heads: f64,
    /// The table it is a row of.
    pub table: Option<usize>,
    /// Whether it stays with the piece that follows.
    pub keeps: bool,
    /// Whether a page begins with it.
    pub begins_page: bool,
}

/// Tells how high pieces are by where they stand one below the other: the upper and the lower edge of each. What the first
/// row of a table has above it are the heads.
#[must_use]
pub fn measured(pieces: &[Piece], edges: &[[f64; 2]]) -> Vec<Measured> {
    let mut all: Vec<Measured> = Vec::new();
    let mut above = edges.first().map_or(0.0, |[top, _]| *top);
    for (piece, [top, bottom]) in pieces.iter().zip(edges) {
        let before = all.last().filter(|before| before.table == piece.table);
        let heads = before.map_or(top - above, |before| before.heads);
        let is_first_row = piece.table.is_some() && before.is_none();
        all.push(Measured {
            height: bottom - if is_first_row { *top } else { above },
            heads: if piece.table.is_some() { heads } else { 0.0 },
            table: piece.table,
            keeps: piece.keeps,
            begins_page: piece.begins_page,
        });
        above = *bottom;
    }
    all
}

/// Returns with which piece each page begins; the first with the first. A piece higher than a page has one for itself.
#[must_use]
pub fn breaks(pieces: &[Measured], page: f64) -> Vec<usize> {
    let mut begins = vec![0];
    let mut used = 0.0;
    let mut table = None;
    let mut at = 0;
    while at < pieces.len() {
        // What keeps together is placed as one.
        let kept = pieces.get(at..).unwrap_or_default();
        let length = kept.iter().take_while(|piece| piece.keeps).count() + 1;
        let together = kept.get(..length).unwrap_or(kept);
        let starts_page = begins.last() == Some(&at);
        let is_forced = !starts_page && together.first().is_some_and(|first| first.begins_page);
        let needed = height(together, if starts_page { None } else { table });
        if !starts_page && (is_forced || page < used + needed) {
            begins.push(at);
            (used, table) = (0.0, None);
            continue;
        }
        if starts_page && page < needed && 1 < together.len() {
            // Too much to keep on one page: it is let go piece by piece.
            used = height(together.get(..1).unwrap_or_default(), None);
            table = together.first().and_then(|first| first.table);
            at += 1;
            continue;
        }
        used += needed;
        table = together.last().and_then(|last| last.table);
        at += together.len();
    }
    begins
}

/// How high pieces are one below the other, with the heads of every table that begins among them.
fn height(pieces: &[Measured], mut table: Option<usize>) -> f64 {
    let mut sum = 0.0;
    for piece in pieces {
        if piece.table.is_some() && piece.table != table {
            sum += piece.heads;
        }
        table = piece.table;
        sum += piece.height;
    }
    sum
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(height: f64) -> Measured {
        Measured { height, ..Measured::default() }
    }

    fn heading(height: f64) -> Measured {
        Measured { keeps: true, ..plain(height) }
    }

    fn row(height: f64) -> Measured {
        Measured { table: Some(0), heads: 2.0, ..plain(height) }
    }

    #[test]
    fn pages_are_filled_and_no_heading_stands_last() {
        assert_eq!(breaks(&[], 10.0), [0]);
        assert_eq!(breaks(&[plain(4.0), plain(6.0), plain(1.0)], 10.0), [0, 2]);
        assert_eq!(breaks(&[plain(7.0), heading(2.0), plain(2.0)], 10.0), [0, 1]);
    }

    #[test]
    fn heads_of_a_table_take_their_room_on_every_page() {
        let rows = vec![row(4.0); 5];
        assert_eq!(breaks(&rows, 10.0), [0, 2, 4]);
    }

    #[test]
    fn what_is_higher_than_a_page_has_one_for_itself() {
        assert_eq!(breaks(&[plain(3.0), plain(30.0), plain(3.0)], 10.0), [0, 1, 2]);
        assert_eq!(breaks(&[heading(8.0), plain(8.0), plain(1.0)], 10.0), [0, 1]);
    }

    #[test]
    fn distances_count_to_the_piece_below_and_heads_to_their_table() {
        let piece = |table| Piece { html: String::new(), table, keeps: false, begins_page: false };
        let pieces = [piece(None), piece(Some(0)), piece(Some(0)), piece(None), piece(Some(1))];
        // A paragraph, two rows below heads of 3, a paragraph at a distance of 1, a row below heads of 2.
        let edges = [[10.0, 14.0], [17.0, 19.0], [19.0, 21.0], [22.0, 24.0], [26.0, 27.0]];
        let found: Vec<_> = measured(&pieces, &edges).iter().map(|one| (one.height, one.heads)).collect();
        assert_eq!(found, [(4.0, 0.0), (2.0, 3.0), (2.0, 3.0), (3.0, 0.0), (1.0, 2.0)]);
    }

    #[test]
    fn a_page_begins_where_it_is_told_to() {
        let told = Measured { begins_page: true, ..plain(1.0) };
        assert_eq!(breaks(&[plain(1.0), told, plain(1.0)], 10.0), [0, 1]);
        assert_eq!(breaks(&[told, plain(1.0)], 10.0), [0]);
    }

    proptest! {
        #[test]
        fn every_piece_is_on_one_page_and_no_page_overflows_that_could_break(
            pieces in prop::collection::vec((1.0..12.0_f64, any::<bool>(), any::<bool>(), prop::option::of(0_usize..2)), 0..60),
        ) {
            let pieces: Vec<_> = pieces
                .into_iter()
                .map(|(height, keeps, begins_page, table)| Measured { height, heads: 1.5, table, keeps, begins_page })
                .collect();
            let begins = breaks(&pieces, 20.0);
            prop_assert_eq!(begins.first(), Some(&0));
            prop_assert!(begins.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(begins.iter().all(|at| *at < pieces.len().max(1)));
            let ends = begins.iter().skip(1).copied().chain([pieces.len()]);
            for (begin, end) in begins.iter().copied().zip(ends) {
                let on_page = &pieces[begin..end];
                let splittable = on_page.len() > 1 && !on_page[..on_page.len() - 1].iter().any(|piece| piece.keeps);
                prop_assert!(!splittable || height(on_page, None) <= 20.0 + 1e-9);
            }
        }
    }
}
