//! Tickets from another system: taken in, mapped, evaluated beside the page, and what is kept of them.

mod evaluation;

use chrono::Months;
use js_sys::JsString;
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::Collaboration;
use crate::domain::collaboration::history::{Record, Summary};
use crate::domain::period::Month;
use crate::i18n::context::use_words;
use crate::pages::collaboration::log::figures::{ages, table as figures_table, to_kpi};
use crate::pages::collaboration::log::history::evaluation::evaluation;
use crate::pages::collaboration::log::wall_in;
use crate::pages::list::{Column, List, fixed_list};
use crate::pages::parts::item_actions;
use crate::pages::tickets::coming;
use crate::pages::tickets::intake::{Intake, Progress};
use crate::pages::tickets::mapping::mapping;
use crate::pages::tickets::source::{MAX_BYTES, Refused};
use crate::state::incoming::{self, TableFault};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::field::use_read_only;
use crate::ui::ledger::Said;
use crate::ui::live::{Kept, Show, fact, kept, live};
use crate::ui::paste_box::PasteBox;
use crate::ui::picks::SelectField;
use crate::ui::sheet::SheetSection;

static HISTORIES: List<Summary> = List {
    name: |text| text.log.histories_head,
    columns: COLUMNS,
    is_wrong: |_, _| false,
    form: summary,
    add: |text| text.log.evaluate,
    fill: |_| (),
};

const COLUMNS: &[Column<Summary>] = &[
    Column::new(|text| text.log.history_from, |_, one| Said::Text(one.name.clone())),
    Column::new(
        |text| text.log.history_as_of,
        |_, one| Said::Date(Zone::find("UTC").map(|utc| wall_in(one.as_of, utc)).unwrap_or_default()),
    ),
    Column::number(|text| text.log.history_rows, |_, one| Said::Number(one.rows.to_string())),
    Column::number(|text| text.log.history_out, |_, one| Said::Number(one.left_out.to_string())),
];

fn summary(row: Row<Summary>) -> AnyView {
    let records = kept(move || row.get(|one| one.levels.clone()));
    let read_only = use_read_only();
    view! {
        {figures_table(records.into(), None)}
        {ages(records.into())}
        {of_month(row, records)}
        <Show when=fact(move || !read_only.get())>{item_actions(row)}</Show>
    }
    .into_any()
}

/// How many months before its report a history can be said to be of.
const MONTHS: u32 = 24;

/// Shows what notes the shares of a history as readings of the month it is of.
fn of_month(row: Row<Summary>, records: Kept<Vec<Record>>) -> AnyView {
    let words = use_words();
    let chosen = RwSignal::new(String::new());
    let month = kept(move || Month::parse(&chosen.get()));
    let months = Signal::derive(move || {
        let report = row.get(|one| one.as_of.date_naive());
        let before = (0..MONTHS).filter_map(|n| report.checked_sub_months(Months::new(n)));
        let before = before.map(|date| Month::of(date).to_string()).map(|month| (month.clone(), month));
        let none = (String::new(), words.get().common.none_choice.to_owned());
        std::iter::once(none).chain(before).collect::<Vec<_>>()
    });
    view! {
        <div class="log-filter"><SelectField label=words.s(|t| t.log.history_month) value=chosen options=months on_input=move |month| chosen.set(month)/></div>
        {to_kpi(month, records)}
    }
    .into_any()
}

/// Shows the section.
#[must_use]
pub fn history() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let intake = Intake::new(workspace);
    let field = NodeRef::<Input>::new();
    let choose = move |_| {
        let Some(input) = field.get_untracked() else { return };
        spawn_local(async move {
            match incoming::table(input, MAX_BYTES).await {
                Some(Ok((name, text))) => intake.take(name, text),
                Some(Err(fault)) => {
                    intake.refuse(match fault {
                        TableFault::TooLarge(bytes) => Refused::Large(bytes),
                        TableFault::NotText => Refused::NotText,
                    });
                }
                None => (),
            }
        });
    };
    let paste = move |text: JsString| {
        let bytes = u64::from(text.length());
        if MAX_BYTES < bytes {
            intake.refuse(Refused::Large(bytes));
        } else if 0 < bytes {
            let name = words.now().log.pasted.to_owned();
            spawn_local(async move { intake.take(name, incoming::pasted(text).await) });
        }
    };
    let has_source = kept(move || intake.source.with(Option::is_some));
    let has_kept = kept(move || !workspace.section::<Collaboration>().histories.is_empty());
    let outcome = move || {
        live(move || {
            let text = &words.get().log;
            let said = intake.progress.with(|progress| match progress {
                Progress::Kept => Some(text.kept.to_owned()),
                Progress::Taken(taken, known) => Some((text.taken)(*taken, *known)),
                Progress::Cancelled => Some(text.cancelled.to_owned()),
                _ => None,
            });
            said.map(|said| view! { <p>{said}</p> })
        })
    };
    let take_in = move || {
        view! {
            <p class="hint">{words.s(|t| t.log.paste_lead)}</p>
            <div class="paste-in">
                <PasteBox label=words.s(|t| t.log.paste_label) on_text=paste/>
                <div class="field file-field">
                    <label for="log-file">{words.s(|t| t.log.paste_file)}</label>
                    <input type="file" id="log-file" accept=".csv,.tsv,.txt,text/csv,text/plain" node_ref=field on:change=choose/>
                </div>
            </div>
            {coming(intake)}
            <Show when=fact(move || has_source.get())>{mapping(intake)}{evaluation(intake)}</Show>
            <div role="status">{outcome()}</div>
        }
        .into_any()
    };
    view! {
        <SheetSection number="4.7.3" title=words.s(|t| t.log.paste_head)>
            <Show when=fact(move || !read_only.get())>{take_in()}</Show>
            <Show when=fact(move || has_kept.get())><h3 class="log-head">{words.s(|t| t.log.histories_head)}</h3>{fixed_list(&HISTORIES, workspace.ids::<Summary>())}</Show>
        </SheetSection>
    }
    .into_any()
}
