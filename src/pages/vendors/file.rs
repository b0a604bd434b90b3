//! Everything about one vendor on one sheet, to read and to print.

mod judged;
mod offered;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::Vendor;
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::list::{Facts, use_facts};
use crate::pages::vendors::file::judged::{calls, cases, gates, pilot_table, scores};
use crate::pages::vendors::file::offered::{explanation, offer, proposal, total_cost};
use crate::pages::vendors::pilot::result_words;
use crate::pages::vendors::step::out_of;
use crate::routes::{Page, Route};
use crate::ui::figure::{FigureTable, data_table};
use crate::ui::live::live;
use crate::ui::sheet::{Sheet, SheetSection};

/// What is known, each fact under its name; one without words is left out.
type Known = Vec<(&'static str, String)>;

/// One part of the file: the step it comes from, its title, the sentence it begins with, what is known, its table.
struct Chapter {
    step: Task,
    title: &'static str,
    lead: String,
    known: Known,
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
        Some(list_of(known(&facts, vendor)))
    });
    let chapters = live(move || {
        let facts = facts.get();
        let vendor = facts.project.selection.vendors.get(id)?;
        let chapters = chapters(&facts, vendor).into_iter().enumerate().map(|(place, chapter)| {
            let Chapter { step, title, lead, known, table } = chapter;
            let href = Route::Project(facts.project.id, Page::Task(step)).href();
            let aside = view! { <a href=href>{facts.text.vendors.go_to_step}<span class="sr-only">" "{title}</span></a> };
            let table = (!table.rows.is_empty()).then(|| data_table(title.to_owned(), table));
            let known = (!known.is_empty()).then(|| list_of(known));
            let is_empty = lead.is_empty() && known.is_none() && table.is_none();
            let lead = if is_empty { facts.text.vendors.nothing_yet.to_owned() } else { lead };
            view! {
                <SheetSection number=format!("3.0.{}", place + 2) title=title.to_owned() aside=aside.into_any()>
                    {(!lead.is_empty()).then(|| view! { <p class="hint">{lead}</p> })}
                    {known}
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

/// Shows what is known as a list of names and values.
fn list_of(known: Known) -> AnyView {
    let rows = known.into_iter().filter(|(_, value)| !value.is_empty());
    let rows = rows.map(|(name, value)| view! { <div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div> });
    view! { <dl class="facts">{rows.collect_view()}</dl> }.into_any()
}

fn known(facts: &Facts, vendor: &Vendor) -> Known {
    let text = &facts.text.vendors;
    let ranking = facts.project.selection.ranking(facts.today).ok();
    let row = ranking.and_then(|ranking| ranking.rows.into_iter().find(|row| row.vendor == vendor.id));
    let rank = row.map(|row| (text.rank_words)(row.rank, &format::fixed(row.total, 1)));
    let state = out_of(facts, vendor.id).or(rank).unwrap_or_else(|| text.is_in.to_owned());
    vec![
        (text.state, state),
        (text.contact, vendor.contact.clone()),
        (text.place, vendor.place.clone()),
        (text.note, vendor.note.clone()),
    ]
}

/// Lists the steps, each followed by what belongs to it and is there.
fn chapters(facts: &Facts, vendor: &Vendor) -> Vec<Chapter> {
    let pilot = &vendor.pilot;
    let weeks = pilot.weeks.map(|weeks| (facts.text.vendors.weeks_words)(weeks)).unwrap_or_default();
    let said = [pilot.scope.clone(), weeks, result_words(facts.text, vendor)];
    let said: Vec<_> = said.into_iter().filter(|said| !said.is_empty()).collect();
    let of = |step: Task, lead: String, table: FigureTable| Chapter {
        step,
        title: (facts.text.common.task)(step),
        lead,
        known: Known::new(),
        table,
    };
    let mut chapters = vec![
        of(Task::Qualify, String::new(), gates(facts, vendor)),
        of(Task::Capability, String::new(), scores(facts, vendor)),
        of(Task::Cases, String::new(), cases(facts, vendor)),
    ];
    chapters.extend(calls(facts, vendor));
    chapters.push(of(Task::Proposals, String::new(), proposal(facts, vendor)));
    // Prices stay covered until the scores are locked, and so does what they are made of.
    if facts.project.selection.scores_locked.is_some() {
        chapters.extend(offer(facts, vendor));
        chapters.extend(total_cost(facts, vendor));
    }
    chapters.extend(explanation(facts, vendor));
    chapters.push(of(Task::Pilot, said.join(" · "), pilot_table(facts, vendor)));
    chapters
}

/// Makes a table of the columns in which something is written.
fn table(heads: &[&str], rows: Vec<Vec<String>>) -> FigureTable {
    let is_used: Vec<bool> = (0..heads.len())
        .map(|column| rows.iter().any(|row| row.get(column).is_some_and(|said| !said.is_empty())))
        .collect();
    let used = |row: Vec<String>| {
        row.into_iter().zip(&is_used).filter(|(_, is)| **is).map(|(said, _)| said).collect()
    };
    let heads = heads.iter().map(|head| (*head).to_owned()).collect();
    FigureTable { heads: used(heads), rows: rows.into_iter().map(used).collect() }
}
