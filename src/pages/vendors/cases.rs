//! 3.3 Cases: earlier projects and what their clients say.

use leptos::prelude::*;

use crate::domain::selection::{Case, Selection, Vendor};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::{area, bind, each, is_empty, item_actions, link, rating, text, yes_no};
use crate::pages::vendors::Steps;
use crate::routes::{Page, Route};
use crate::state::row::{Bound, Row};
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{fact, live};
use crate::ui::picks::Checkbox;
use crate::ui::sheet::{Clause, Sheet};

/// Shows the cases.
#[component]
pub fn CasesPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Case>();
    let no_vendors = is_empty::<Vendor>();
    let add = move |kind| {
        let add = move |()| {
            if let Some(first) = workspace.section_now::<Selection>().vendors.at(0).map(|vendor| vendor.id) {
                workspace.add_item::<Case>(|case| case.vendor = first);
            }
        };
        view! { <Button kind label=words.s(|t| t.vendors.add_case) on_press=add/> }
    };
    let finding = Signal::derive(move || {
        let selection = workspace.section::<Selection>();
        vec![(words.get().vendors.cases_finding)(
            selection.cases.len(),
            selection.cases.iter().filter(|case| case.verified).count(),
        )]
    });
    view! {
        <Sheet title=words.s(|t| (t.common.task)(Task::Cases))>
            <p class="hint">{live(move || (words.get().vendors.step_of)(3))}</p>
            <Steps current=Task::Cases/>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.vendors.cases_empty)>
                    <Show when=fact(move || !no_vendors.get()) fallback=move || view! { <a class="button primary" href=move || Route::Project(workspace.id(), Page::Vendors).href()>{words.s(|t| t.vendors.vendors_first)}</a> }>{add(ButtonKind::Primary)}</Show>
                </EmptyState>
            }>
                <Finding clauses=finding/>
                {each::<Case>(case)}
                <div class="actions">{add(ButtonKind::Plain)}</div>
            </Show>
        </Sheet>
    }
}

fn case(row: Row<Case>) -> AnyView {
    let words = use_words();
    let verified = bind!(row, verified);
    let vendor = bind!(row, vendor);
    let vendor = Bound {
        value: Signal::derive(move || Some(vendor.value.get())),
        set: Callback::new(move |id: Option<crate::domain::ids::Id<Vendor>>| {
            if let Some(id) = id {
                vendor.set.run(id);
            }
        }),
    };
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <div class="fields">
                <div class="w3">{link::<Vendor>(words, words.s(|t| t.vendors.vendor), vendor, |vendor| vendor.name.clone(), false)}</div>
                <div class="w3">{text(words.s(|t| t.vendors.case_client), bind!(row, client))}</div>
                <div class="w6">{text(words.s(|t| t.vendors.case_scope), bind!(row, scope))}</div>
                <div class="w4">{rating(words.s(|t| t.vendors.quality), bind!(row, quality), false)}</div>
                <div class="w4">{rating(words.s(|t| t.vendors.speed), bind!(row, speed), false)}</div>
                <div class="w4">{rating(words.s(|t| t.vendors.problem_solving), bind!(row, problem_solving), false)}</div>
                <div class="w4">{text(words.s(|t| t.vendors.interviewed), bind!(row, contact))}</div>
                <div class="w4">{yes_no(words, words.s(|t| t.vendors.again), bind!(row, again))}</div>
                <div class="w4"><Checkbox label=words.s(|t| t.vendors.verified) value=verified.value on_input=verified.set/></div>
                <div>{area(words.s(|t| t.vendors.quote), bind!(row, quote))}</div>
            </div>
            <p class="hint">{live(move || if row.get(|case| case.verified) { format::number(row.get(Case::mark), 1) } else { words.get().vendors.unverified_note.to_owned() })}</p>
            {item_actions(row)}
        </Clause>
    }
    .into_any()
}
