//! The evaluation of a ticket history by a native build: `history table.csv rounds` writes the milliseconds of each round.

use std::time::Instant;

use halfseal::domain::collaboration::Collaboration;
use halfseal::domain::collaboration::history::Evaluated;
use halfseal::domain::collaboration::history::columns::Mapping;
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
    let mut ends = Vec::new();
    table::Scan::new(',').go_on(text, text.len(), &mut ends);
    let heads =
        table::read_parted(table::row_text(text, &ends, 0), ',').into_iter().next().unwrap_or_default();
    let columns = Mapping::guess(&heads);
    let mapping = Mapping { columns, zone: "Asia/Shanghai".to_owned(), ..Mapping::default() };
    let as_of = "2026-02-02T00:00:00Z".parse().unwrap_or_default();
    let mut found = Evaluated::default();
    let rows: Vec<_> =
        (1..=ends.len()).filter(|row| !table::row_text(text, &ends, *row).is_empty()).collect();
    for rows in rows.chunks(AT_A_TIME) {
        let (mapping, by) = (mapping.clone(), by.clone());
        let texts = rows.iter().map(|row| table::row_text(text, &ends, *row).to_owned()).collect();
        let places = rows.iter().map(|row| row + 1).collect();
        let part = Part { rows: texts, separator: ',', places, mapping, by, as_of };
        found.join(lab::history::read(&lab::answer(&part.write())).unwrap_or_default());
    }
    found.tickets
}
