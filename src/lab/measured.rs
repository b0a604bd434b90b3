//! Vendors compared by measured figures, under the rule chosen for them.

use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::selection::Selection;
use crate::domain::selection::measured::{MeasuredRow, NotComparable, Working};
use crate::domain::task::Task;
use crate::i18n::{Text, format};
use crate::lab::block::{Block, Cell, Grid, Input, Steps};
use crate::lab::question::Question;
use crate::routes::{Page, Route};

/// Ranks by the measured figures; nothing where none are measured.
pub fn block(project: &Project, question: Question) -> Option<Block> {
    let (text, selection) = (Text::of(question.language), &project.selection);
    if selection.measures.is_empty() {
        return None;
    }
    let words = &text.decide;
    let blank = Block { key: "measured", title: words.measured_head.to_owned(), ..Block::default() };
    let rows = match selection.compare_measured() {
        Ok(rows) => rows,
        Err(why) => return Some(Block { finding: why_not(text, selection, why), ..blank }),
    };
    let first: Vec<_> = rows.iter().filter(|row| row.rank == 1).collect();
    let names: Vec<_> = first.iter().map(|row| selection.title_of(row.vendor)).collect();
    let score = first.first().map_or(0.0, |row| row.score);
    let cells = rows.iter().map(|row| {
        vec![
            Cell::new(selection.title_of(row.vendor), row.rank == 1),
            Cell::plain(row.rank.to_string()),
            Cell::new(format::fixed(row.score, 4), row.rank == 1),
        ]
    });
    let heads = [text.vendors.vendor, text.vendors.rank, text.vendors.part_score].map(str::to_owned).to_vec();
    Some(Block {
        finding: (words.measured_lead)(&names.join(", "), &format::fixed(score, 4)),
        table: Grid { heads, rows: cells.collect() },
        steps: rows.iter().map(|row| steps(text, project, row)).collect(),
        source: project.profile.source.clone(),
        ..blank
    })
}

fn why_not(text: &Text, selection: &Selection, why: NotComparable) -> String {
    let measure = |id| selection.measures.get(id).map(|measure| measure.name.clone()).unwrap_or_default();
    let (vendor, measure) = match why {
        NotComparable::ValueMissing(vendor, id) => (selection.title_of(vendor), measure(id)),
        NotComparable::Ratio(id) => (String::new(), measure(id)),
        NotComparable::Nothing | NotComparable::Weights => (String::new(), String::new()),
    };
    (text.decide.not_comparable)(&why, &vendor, &measure)
}

/// Shows how the score of a vendor came about.
fn steps(text: &'static Text, project: &Project, row: &MeasuredRow) -> Steps {
    let selection = &project.selection;
    let digits = |value: f64| format::number(value, 4);
    let score = format::fixed(row.score, 4);
    let weight = |bp: u32| digits(f64::from(bp) / 10_000.0);
    let normalized = |place: usize| match &row.working {
        Working::Sum(normalized) => normalized.get(place).copied(),
        _ => None,
    };
    let inputs = selection.measures.iter().enumerate().map(|(place, measure)| {
        let value = selection.measured.values.get(row.vendor, measure.id).copied();
        let unit = if measure.unit.is_empty() { String::new() } else { format!(" {}", measure.unit) };
        let own = format!("{}{unit}", format::number_or_missing(value, 4));
        let then = normalized(place).map(|number| format!(" → {}", digits(number))).unwrap_or_default();
        let href = Route::Project(project.id, Page::Task(Task::Decide)).href_to(&measure.clause());
        let value = format!("{own}{then} × {}", weight(measure.weight_bp));
        Input { name: measure.name.clone(), value, href }
    });
    let formula = match &row.working {
        Working::Sum(normalized) => {
            let terms = normalized.iter().zip(selection.measures.iter());
            let terms =
                terms.map(|(number, measure)| format!("{} × {}", digits(*number), weight(measure.weight_bp)));
            format!("{} = {score}", terms.collect::<Vec<_>>().join(" + "))
        }
        Working::Distances(best, worst) => {
            let (best, worst) = (digits(*best), digits(*worst));
            format!("D⁻ / (D⁺ + D⁻) = {worst} / ({best} + {worst}) = {score}")
        }
        Working::Gaps(s, r) => {
            let share = |[own, least, most]: &[f64; 3]| {
                let (own, least, most) = (digits(*own), digits(*least), digits(*most));
                format!("0.5 × ({own} − {least}) / ({most} − {least})")
            };
            format!("{} + {} = {score}", share(s), share(r))
        }
        Working::Flows(out, into) => format!("φ⁺ − φ⁻ = {} − {} = {score}", digits(*out), digits(*into)),
    };
    Steps {
        title: selection.title_of(row.vendor),
        rule: (text.decide.measure_rule_text)(selection.measured.rule).to_owned(),
        formula,
        inputs: inputs.collect(),
    }
}
