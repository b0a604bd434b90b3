//! The processes below the features: each drawn across the seam, what is doubtful about it, and its steps to edit.

use leptos::prelude::*;

use crate::charts::flow::{self as picture, To};
use crate::charts::palette::Palette;
use crate::domain::ids::Id;
use crate::domain::profile::{Profile, Side};
use crate::domain::requirements::flow::{FlowStep, Process, StepKind, Target};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::chart::{Chart, chart};
use crate::pages::form::{Field, field, form};
use crate::pages::parts::{add_button, is_empty, item_actions};
use crate::pages::requirements::scope::steps::steps;
use crate::state::preferences::use_preferences;
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::ButtonKind;
use crate::ui::field::use_read_only;
use crate::ui::figure::FigureTable;
use crate::ui::live::{Show, each, fact, kept, live};
use crate::ui::sheet::SheetSection;

const FIELDS: &[Field<Process>] = &[field!(6 Line name: requirements.process_name)];

/// Shows the section.
pub fn processes() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let none = is_empty::<Process>();
    let bits = workspace.bits::<Process>();
    let add = add_button::<Process>(words.s(|t| t.flow.add), ButtonKind::Plain, |process| {
        process.steps.push(FlowStep::default());
    });
    view! {
        <SheetSection number="1.3.1" title=words.s(|t| t.flow.head)>
            <Show when=fact(move || none.get())><p class="quiet">{words.s(|t| t.flow.empty)}</p></Show>
            {each(move || bits.get(), move |bits| process(workspace.row(Id::fixed(bits))))}
            <div class="actions" hidden=move || read_only.get()>{add}</div>
        </SheetSection>
    }
    .into_any()
}

fn process(row: Row<Process>) -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    let is_new = untrack(|| row.get(|process| !process.is_begun()));
    // Drawn once there is something to see.
    let is_drawn = kept(move || row.get(Process::is_begun));
    let doubts = kept(move || row.get(Process::doubts));
    let said = live(move || {
        let text = &words.get().flow;
        let items = doubts.get().into_iter().map(|doubt| view! { <li>{(text.doubt)(doubt)}</li> });
        let items: Vec<_> = items.collect();
        (!items.is_empty())
            .then(|| view! { <section class="wording"><h4>{text.doubts_head}</h4><ul>{items}</ul></section> })
    });
    view! {
        <section class="process" id=move || format!("c-{}", row.clause()) tabindex="-1" aria-label=move || row.clause()>
            <Show when=fact(move || is_drawn.get())>{drawn(row)}</Show>
            <div aria-live="polite">{said}</div>
            <details class="process-edit" open=is_new>
                <summary>{words.s(|t| t.flow.edit)}</summary>
                {form(row, FIELDS)}
                {steps(row)}
                <Show when=fact(move || !read_only.get())>{item_actions(row)}</Show>
            </details>
        </section>
    }
    .into_any()
}

/// Shows the picture of a process.
fn drawn(row: Row<Process>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let preferences = use_preferences();
    let flow = kept(move || {
        let (text, profile) = (words.get(), workspace.section::<Profile>());
        let head = |side: Side| format!("{} {}", text.common.side(side), profile.party(side).name);
        let heads = Side::ALL.map(head);
        row.get(|process| Some(prepared(process, text, heads)))
    });
    let svg = kept(move || {
        let palette = Palette::of(preferences.is_dark());
        flow.with(|flow| flow.as_ref().map(|flow| picture::draw(flow, palette)).unwrap_or_default())
    });
    let caption = words.built(move |text| {
        let said = |process: &Process| (process.steps.len(), process.handovers(), process.doubts().len());
        let (steps, handovers, doubts) = row.get(said);
        (text.flow.caption)(steps, handovers, doubts)
    });
    let table = Signal::derive(move || row.get(|process| rows(process, words.get())));
    let heading = MaybeProp::derive(move || {
        let name = row.get(|process| process.name.clone());
        let unnamed = || words.get().common.unnamed.to_owned();
        Some((row.clause(), if name.trim().is_empty() { unnamed() } else { name }))
    });
    chart(Chart { heading, caption, svg: svg.into(), table, wide: true })
}

/// Prepares the picture; an arrow that leads nowhere is not drawn.
fn prepared(process: &Process, text: &'static Text, heads: [String; 2]) -> picture::Flow {
    let step = |(place, step): (usize, &FlowStep)| {
        let exits = process.exits(place).into_iter().filter_map(|(words, target)| {
            let to = match target {
                Target::Step(to) => To::Box(to),
                Target::End => To::End,
                Target::Nowhere(_) => return None,
            };
            Some((words.to_owned(), to))
        });
        picture::Step {
            is_vendors: step.side == Side::Vendor,
            is_decision: step.kind == StepKind::Decision,
            words: if step.name.trim().is_empty() {
                text.common.to_fill.to_owned()
            } else {
                step.name.clone()
            },
            exits: exits.collect(),
        }
    };
    let of_flow = &text.flow;
    picture::Flow {
        heads,
        ends: [of_flow.start, of_flow.end].map(str::to_owned),
        steps: process.steps.iter().enumerate().map(step).collect(),
    }
}

fn rows(process: &Process, text: &'static Text) -> FigureTable {
    let words = &text.flow;
    let row = |(place, step): (usize, &FlowStep)| {
        let exits = process.exits(place).into_iter().map(|(answer, target)| {
            let to = match target {
                Target::Step(to) => (to + 1).to_string(),
                Target::End => words.end.to_owned(),
                Target::Nowhere(number) => (words.no_step)(number),
            };
            if answer.is_empty() { to } else { format!("{answer} → {to}") }
        });
        let exits: Vec<_> = exits.collect();
        vec![
            (place + 1).to_string(),
            text.common.side(step.side).to_owned(),
            step.name.clone(),
            (words.kind)(step.kind).to_owned(),
            if exits.is_empty() { format::MISSING.to_owned() } else { exits.join(text.common.sentence_join) },
        ]
    };
    FigureTable {
        heads: [words.number, words.who, words.what, words.kind_label, words.then]
            .map(str::to_owned)
            .to_vec(),
        rows: process.steps.iter().enumerate().map(row).collect(),
    }
}
