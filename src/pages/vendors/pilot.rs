//! 3.5 Pilot: try small before the long contract.

use leptos::prelude::*;

use crate::domain::requirements::Bound as Limit;
use crate::domain::selection::{PilotMeasure, Vendor};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::pages::parts::{bind, each, is_empty, number, pick, text, whole};
use crate::pages::vendors::Steps;
use crate::routes::{Page, Route};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::Button;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{fact, live};
use crate::ui::sheet::{Clause, Sheet};
use crate::ui::tag::{Tag, TagKind};

/// Shows the pilots.
#[component]
pub fn PilotPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Vendor>();
    view! {
        <Sheet title=words.s(|t| (t.common.task)(Task::Pilot))>
            <p class="hint">{live(move || (words.get().vendors.step_of)(5))}</p>
            <Steps current=Task::Pilot/>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.vendors.vendors_empty)><a class="button primary" href=move || Route::Project(workspace.id(), Page::Vendors).href()>{words.s(|t| t.vendors.vendors_first)}</a></EmptyState>
            }>
                <Finding clauses=Signal::derive(move || vec![words.get().vendors.pilot_lead.to_owned()])/>
                {each::<Vendor>(|row| view! {
                    <Clause number=Signal::derive(move || row.clause())><h3><bdi>{live(move || row.get(|vendor| vendor.name.clone()))}</bdi></h3>{pilot(row)}</Clause>
                }.into_any())}
            </Show>
        </Sheet>
    }
}

/// Shows one vendor's pilot.
pub fn pilot(row: Row<Vendor>) -> AnyView {
    let words = use_words();
    let measures = bind!(row, pilot.measures);
    let count = Memo::new(move |_| measures.value.with(Vec::len));
    let add = move |()| {
        let mut next = measures.value.get_untracked();
        next.push(PilotMeasure::default());
        measures.set.run(next);
    };
    let result = live(move || {
        let judged: Vec<bool> = measures.value.get().iter().filter_map(PilotMeasure::is_met).collect();
        (!judged.is_empty()).then(|| {
            (words.get().vendors.pilot_result)(judged.iter().filter(|met| **met).count(), judged.len())
        })
    });
    view! {
        <div class="fields">
            <div class="w9">{text(words.s(|t| t.vendors.pilot_scope), bind!(row, pilot.scope))}</div>
            <div class="w3">{whole(words.s(|t| t.vendors.weeks), bind!(row, pilot.weeks), 104.0)}</div>
        </div>
        {live(move || (0..count.get()).map(|place| measure(row, place)).collect_view())}
        <div class="actions"><Button label=words.s(|t| t.vendors.add_measure) on_press=add/><strong>{result}</strong></div>
        {text(words.s(|t| t.vendors.skipped), bind!(row, pilot.skipped_because))}
    }
    .into_any()
}

fn measure(row: Row<Vendor>, place: usize) -> AnyView {
    let words = use_words();
    macro_rules! field {
        ($field:ident) => {
            row.bind(
                stringify!($field),
                move |vendor| {
                    vendor.pilot.measures.get(place).map(|measure| measure.$field.clone()).unwrap_or_default()
                },
                move |vendor, value| {
                    if let Some(measure) = vendor.pilot.measures.get_mut(place) {
                        measure.$field = value;
                    }
                },
            )
        };
    }
    const LIMITS: [Limit; 2] = [Limit::AtLeast, Limit::AtMost];
    let bound = pick(words.s(|t| t.requirements.bound_label), field!(bound), &LIMITS, move |bound| {
        (words.get().requirements.bound)(bound)
    });
    let state = live(move || {
        let met = row.get(|vendor| vendor.pilot.measures.get(place).and_then(PilotMeasure::is_met));
        let text = words.get();
        met.map(|met| {
            let (kind, label) = if met {
                (TagKind::Passed, text.vendors.met)
            } else {
                (TagKind::Problem, text.vendors.missed)
            };
            view! { <Tag kind label=label.to_owned()/> }
        })
    });
    view! {
        <div class="fields">
            <div class="w4">{text(words.s(|t| t.vendors.measure), field!(name))}</div>
            <div class="w2">{bound}</div>
            <div class="w2">{number(words.s(|t| t.vendors.pilot_target), field!(target))}</div>
            <div class="w2">{number(words.s(|t| t.vendors.actual), field!(actual))}</div>
            <div class="w2">{state}</div>
        </div>
    }
    .into_any()
}
