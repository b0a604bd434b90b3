//! The pilot report: what was tried with each vendor, against which targets, and what it says.

use crate::documents::paper::{Column, Line};
use crate::documents::papers::{Draft, lines_of};
use crate::domain::profile::Side;
use crate::domain::requirements::Bound;
use crate::domain::selection::Vendor;
use crate::domain::task::Task;
use crate::i18n::format;
use crate::i18n::papers::pilot::{PilotText, of};

pub(super) fn write(draft: &mut Draft) {
    let words = of(draft.text.language);
    let project = draft.project;
    draft.paragraph(words.lead);
    let tried = |vendor: &&std::sync::Arc<Vendor>| vendor.pilot != Default::default();
    let vendors: Vec<_> = project.selection.vendors.iter().filter(tried).collect();
    if vendors.is_empty() {
        return draft.paragraph(draft.nothing_yet(Task::Pilot));
    }
    for vendor in &vendors {
        of_vendor(draft, words, vendor);
    }
    // A report on several vendors is the client's own: none of them signs what was found of the others.
    if let [vendor] = vendors.as_slice() {
        draft.signed_on_paper_by([
            draft.party(Side::Client),
            draft.filled(&vendor.name, draft.text.common.vendor, Task::Pilot, &***vendor),
        ]);
    }
}

fn of_vendor(draft: &mut Draft, words: &PilotText, vendor: &Vendor) {
    let text = draft.text;
    let pilot = &vendor.pilot;
    draft.heading(draft.project.selection.title_of(vendor.id));
    if pilot.is_skipped() {
        return draft.paragraph(Line::of(words.skipped).then(lines_of(&pilot.skipped_because)));
    }
    let filled = |draft: &Draft, value: &str, what| draft.filled(value, what, Task::Pilot, vendor);
    let weeks = pilot.weeks.map(text.vendors.weeks_words).unwrap_or_default();
    let lines = [
        Line::of(words.scope).and(filled(draft, &lines_of(&pilot.scope), text.offers.pilot_scope)),
        Line::of(words.weeks).and(filled(draft, &weeks, text.offers.weeks)),
    ];
    draft.points(lines);
    if pilot.measures.is_empty() {
        return draft.paragraph(draft.filled("", words.missing, Task::Pilot, vendor));
    }
    let columns = [
        Column::words(text.offers.measure, 7),
        Column::numbers(text.offers.pilot_target, 4),
        Column::numbers(text.offers.pilot_stop, 4),
        Column::numbers(text.offers.actual, 4),
        Column::words(text.vendors.verdict_label, 3),
    ];
    let rows: Vec<_> = pilot
        .measures
        .iter()
        .map(|measure| {
            let (meets, stops) = match measure.bound {
                Bound::AtLeast => ("≥", "<"),
                Bound::AtMost => ("≤", ">"),
            };
            let figure = |sign: &str, value: Option<f64>| {
                let said =
                    |value| format!("{sign} {} {}", format::number(value, 6), measure.unit).trim().to_owned();
                value.map(said).unwrap_or_default()
            };
            vec![
                measure.name.as_str().into(),
                filled(draft, &figure(meets, measure.target), text.offers.pilot_target),
                figure(stops, measure.stop).into(),
                filled(draft, &figure("", measure.actual), text.offers.actual),
                measure.verdict().map(text.offers.measure_verdict).unwrap_or_default().into(),
            ]
        })
        .collect();
    draft.table(columns, rows);
    let said = pilot.verdict().map_or(words.open, |verdict| (text.vendors.pilot_verdict)(verdict));
    draft.paragraph(Line::default().strong(format!("{}{said}", words.verdict)).quiet(match pilot.result() {
        Some((met, all)) => format!(" {}", (text.offers.pilot_result)(met, all)),
        None => String::new(),
    }));
}
