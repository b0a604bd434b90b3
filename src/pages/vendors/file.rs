//! Everything about one vendor on one sheet, to read and to print.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::{Criterion, Vendor};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::{format, titles};
use crate::pages::list::{Facts, use_facts};
use crate::pages::vendors::pilot::result_words;
use crate::pages::vendors::step::{found_at, out_of, standing};
use crate::routes::{Page, Route};
use crate::ui::figure::{FigureTable, data_table};
use crate::ui::live::live;
use crate::ui::sheet::{Sheet, SheetSection};

/// One part of the file: the step it comes from, the sentence it begins with, its table.
struct Chapter {
    step: Task,
    lead: String,
    table: FigureTable,
}

/// Shows the file of one vendor.
#[component]
pub fn VendorPage(
    /// The vendor.
    id: Id<Vendor>,
) -> impl IntoView {
    let words = use_words();
    let facts = use_facts();
    let title = Signal::derive(move || {
        let vendor = facts.get().project.selection.vendors.get(id).cloned().unwrap_or_default();
        format!("{} {}", vendor.clause(), vendor.name)
    });
    let known = live(move || {
        let facts = facts.get();
        let vendor = facts.project.selection.vendors.get(id)?;
        let rows = known(&facts, vendor);
        let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
        let rows = rows.map(|(name, value)| view! { <div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div> });
        Some(view! { <dl class="facts">{rows.collect_view()}</dl> })
    });
    let chapters = live(move || {
        let facts = facts.get();
        let vendor = facts.project.selection.vendors.get(id)?;
        let chapters = chapters(&facts, vendor).into_iter().enumerate().map(|(place, chapter)| {
            let step = chapter.step;
            let title = (facts.text.common.task)(step);
            let href = Route::Project(facts.project.id, Page::Task(step)).href();
            let aside = view! { <a href=href>{facts.text.vendors.go_to_step}<span class="sr-only">" "{title}</span></a> };
            let table = (!chapter.table.rows.is_empty()).then(|| data_table(title.to_owned(), chapter.table));
            let lead = if chapter.lead.is_empty() && table.is_none() { facts.text.vendors.nothing_yet.to_owned() } else { chapter.lead };
            view! {
                <SheetSection number=format!("3.0.{}", place + 2) title=title.to_owned() aside=aside.into_any()>
                    {(!lead.is_empty()).then(|| view! { <p class="hint">{lead}</p> })}
                    {table}
                </SheetSection>
            }
        });
        Some(chapters.collect_view())
    });
    view! {
        <Sheet title>
            <SheetSection number="3.0.1" title=words.s(|t| t.vendors.file_head)>{known}</SheetSection>
            {chapters}
        </Sheet>
    }
}

fn known(facts: &Facts, vendor: &Vendor) -> [(&'static str, String); 4] {
    let text = &facts.text.vendors;
    let ranking = facts.project.selection.ranking(facts.today).ok();
    let row = ranking.and_then(|ranking| ranking.rows.into_iter().find(|row| row.vendor == vendor.id));
    let rank = row.map(|row| (text.rank_words)(row.rank, &format::fixed(row.total, 1)));
    let state = out_of(facts, vendor.id).or(rank).unwrap_or_else(|| text.is_in.to_owned());
    [
        (text.state, state),
        (text.contact, vendor.contact.clone()),
        (text.place, vendor.place.clone()),
        (text.note, vendor.note.clone()),
    ]
}

fn chapters(facts: &Facts, vendor: &Vendor) -> [Chapter; 5] {
    let lead = String::new;
    let pilot = &vendor.pilot;
    let weeks = pilot.weeks.map(|weeks| (facts.text.vendors.weeks_words)(weeks)).unwrap_or_default();
    let said = [pilot.scope.clone(), weeks, result_words(facts.text, vendor)];
    let said: Vec<_> = said.into_iter().filter(|said| !said.is_empty()).collect();
    [
        Chapter { step: Task::Qualify, lead: lead(), table: gates(facts, vendor) },
        Chapter { step: Task::Capability, lead: lead(), table: scores(facts, vendor) },
        Chapter { step: Task::Cases, lead: lead(), table: cases(facts, vendor) },
        Chapter { step: Task::Proposals, lead: lead(), table: proposal(facts, vendor) },
        Chapter { step: Task::Pilot, lead: said.join(" · "), table: pilot_table(facts, vendor) },
    ]
}

fn table(heads: &[&str], rows: Vec<Vec<String>>) -> FigureTable {
    FigureTable { heads: heads.iter().map(|head| (*head).to_owned()).collect(), rows }
}

fn gates(facts: &Facts, vendor: &Vendor) -> FigureTable {
    let text = &facts.text.vendors;
    let selection = &facts.project.selection;
    let standing = standing(facts, vendor.id);
    let rows = selection.gates.iter().map(|gate| {
        let check = found_at(facts, &standing, vendor.id, gate);
        vec![
            format!("{} {}", gate.clause(), titles::gate(facts.text, selection, gate)),
            (text.verdict)(check.verdict).to_owned(),
            check.certificate,
            check.issuer,
            format::date_or_missing(check.valid_until),
            check.evidence,
        ]
    });
    let heads =
        [text.gate, text.verdict_label, text.certificate, text.issuer, text.valid_until, text.evidence];
    table(&heads, rows.collect())
}

/// Lists the scores everybody gave, once everybody gave theirs.
fn scores(facts: &Facts, vendor: &Vendor) -> FigureTable {
    let text = &facts.text.vendors;
    let selection = &facts.project.selection;
    let own = selection.spreads_of(vendor.id).into_iter().filter(|_| selection.all_submitted());
    let rows = own.map(|spread| {
        let criterion = selection.criteria.get(spread.criterion);
        let name = criterion.map(|criterion| format!("{} {}", criterion.clause(), criterion.name));
        let given = spread.scores.iter().map(|(id, score)| {
            let evaluator = selection.evaluators.get(*id).map(|evaluator| evaluator.name.clone());
            format!("{} {score}", evaluator.unwrap_or_default())
        });
        let reason = selection.spread_reasons.get(vendor.id, spread.criterion).cloned();
        vec![
            name.unwrap_or_default(),
            given.collect::<Vec<_>>().join(" · "),
            format::number(spread.median, 1),
            agreed_words(facts, vendor.id, spread.criterion),
            reason.unwrap_or_default(),
        ]
    });
    let heads = [text.criterion, text.column_scores, text.median, text.agreed, text.reason_column];
    table(&heads, rows.collect())
}

/// Says what was agreed, with the reason.
fn agreed_words(facts: &Facts, vendor: Id<Vendor>, criterion: Id<Criterion>) -> String {
    let entry = facts.project.selection.agreed.get(vendor, criterion);
    entry.and_then(|entry| Some(format!("{} · {}", entry.score?.get(), entry.evidence))).unwrap_or_default()
}

fn cases(facts: &Facts, vendor: &Vendor) -> FigureTable {
    let text = &facts.text.vendors;
    let cases = facts.project.selection.cases.iter().filter(|case| case.vendor == vendor.id);
    let rows = cases.map(|case| {
        let mark = match case.verified {
            true => format::number(case.mark(), 1),
            false => text.unverified_note.to_owned(),
        };
        vec![format!("{} {}", case.clause(), case.client), case.scope.clone(), mark, case.quote.clone()]
    });
    table(&[text.case_client, text.case_scope, text.part_score, text.quote], rows.collect())
}

fn proposal(facts: &Facts, vendor: &Vendor) -> FigureTable {
    let text = &facts.text.vendors;
    let offer = &vendor.proposal;
    if !offer.is_there() {
        return FigureTable::default();
    }
    let notes = [&offer.understanding_note, "", &offer.contingency_note, ""];
    let names = [text.understanding, text.staffing, text.contingency, text.transparency];
    let mut rows: Vec<Vec<String>> = names
        .iter()
        .zip(offer.marks())
        .zip(notes)
        .map(|((name, mark), note)| {
            let mark = mark.map_or_else(|| format::MISSING.to_owned(), |mark| mark.to_string());
            vec![(*name).to_owned(), mark, note.to_owned()]
        })
        .collect();
    let amount = |price: Option<crate::domain::money::Money>| match price {
        None => format::MISSING.to_owned(),
        Some(_) if facts.project.selection.scores_locked.is_none() => text.covered.to_owned(),
        Some(price) => format::money(price, facts.project.profile.currency),
    };
    rows.extend([
        vec![text.base_price.to_owned(), amount(offer.base_price), offer.not_included.clone()],
        vec![text.value_added_price.to_owned(), amount(offer.value_added_price), offer.value_added.clone()],
        vec![text.total_price.to_owned(), amount(offer.total_price()), String::new()],
    ]);
    table(&[text.aspect, text.offer, text.note], rows)
}

fn pilot_table(facts: &Facts, vendor: &Vendor) -> FigureTable {
    use crate::ui::ledger::Said;
    let text = &facts.text.vendors;
    let rows = vendor.pilot.measures.iter().map(|measure| {
        let cells = crate::pages::vendors::pilot::measure_cells(facts.text, measure);
        let words = cells.map(|said| match said {
            Said::Text(words) | Said::Number(words) | Said::Quiet(words) | Said::Tag(_, words) => words,
            _ => String::new(),
        });
        words.to_vec()
    });
    let heads = [text.measure, text.pilot_target, text.pilot_stop, text.actual, text.verdict_label];
    table(&heads, rows.collect())
}
