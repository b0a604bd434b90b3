//! The evaluation of a ticket history by a native build: `history table.csv rounds` writes the milliseconds of each round.

use std::time::Instant;

use halfseal::domain::collaboration::Collaboration;
use halfseal::domain::collaboration::history::{Evaluated, Mapping};
use halfseal::domain::collaboration::response::Preset;
use halfseal::exchange::table;
use halfseal::lab;
use halfseal::lab::history::Part;

/// As many rows at a time as the page asks about.
const AT_A_TIME: usize = 1000;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let text = arguments.next().and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
    let rounds = arguments.next().and_then(|rounds| rounds.parse().ok()).unwrap_or(5);
    for _ in 0..rounds {
        let begun = Instant::now();
        let counted = evaluate(&text);
        println!("{} {counted}", begun.elapsed().as_secs_f64() * 1000.0);
    }
}

/// Does what the page and its worker do together, and returns how many rows count.
fn evaluate(text: &str) -> usize {
    let mut by = Collaboration::default();
    by.set_targets(Preset::Industry, &[]);
    let (heads, mut rest) = table::split_after(text, 1, ',');
    let heads = table::read_parted(heads, ',').into_iter().next().unwrap_or_default();
    let columns = Mapping::guess(&heads);
    let mapping = Mapping { columns, zone: "Asia/Shanghai".to_owned(), ..Mapping::default() };
    let as_of = "2026-02-02T00:00:00Z".parse().unwrap_or_default();
    let mut found = Evaluated::default();
    let mut first = 2;
    while !rest.is_empty() {
        let (part, next) = table::split_after(rest, AT_A_TIME, ',');
        let (mapping, by) = (mapping.clone(), by.clone());
        let part = Part { text: part.to_owned(), separator: ',', first, mapping, by, as_of };
        found.join(lab::history::read(&lab::answer(&part.write())).unwrap_or_default());
        (rest, first) = (next, first + AT_A_TIME);
    }
    found.rows - found.left_out()
}
