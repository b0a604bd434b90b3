//! How often the targets were met: by level, each figure opening to the issues it is made of; and the way into the KPIs.

use leptos::prelude::*;

use crate::domain::collaboration::Collaboration;
use crate::domain::collaboration::clock::{Clock, Reading};
use crate::domain::collaboration::desk::Desk;
use crate::domain::collaboration::history::Record;
use crate::domain::collaboration::tickets::{Attainment, Log};
use crate::domain::ids::Id;
use crate::domain::performance::records::{Entered, Place};
use crate::domain::performance::{self, Direction, Kpi, Performance};
use crate::domain::period::Month;
use crate::domain::register::Item;
use crate::domain::selection::Selection;
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::log::LogText;
use crate::i18n::{Text, format};
use crate::pages::collaboration::log::span;
use crate::routes::{Page, Route};
use crate::state::notices::{Notice, use_notices};
use crate::state::workspace::use_workspace;
use crate::ui::button::Button;
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::field::use_read_only;
use crate::ui::live::{Kept, Show, fact, kept, live};
use crate::ui::picks::SelectField;
use crate::ui::sheet::SheetSection;

/// How many issues a calculation names.
const NAMED: usize = 50;

/// Shows the figures of the log.
pub(super) fn figures(desk: Kept<Option<Desk>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let chosen = RwSignal::new(String::new());
    let month = kept(move || Month::parse(&chosen.get()));
    let log =
        kept(move || desk.with(|desk| desk.as_ref().map(|desk| (desk.within(month.get()), desk.clone()))));
    let records = kept(move || {
        let collaboration = workspace.section::<Collaboration>();
        log.with(|log| {
            log.as_ref()
                .map(|(log, desk)| records(words.get(), log, desk, &collaboration))
                .unwrap_or_default()
        })
    });
    let steps = Callback::new(move |(record, is_response): (Record, bool)| {
        log.with(|log| {
            log.as_ref()
                .map(|(log, _)| steps(words.get(), log, &record, is_response, workspace.id()))
                .unwrap_or_default()
        })
    });
    let of_levels = kept(move || {
        records.with(|records| records.split_last().map(|(_, levels)| levels.to_vec()).unwrap_or_default())
    });
    let months = Signal::derive(move || {
        let all = (String::new(), words.get().log.month_all.to_owned());
        let months = desk.with(|desk| desk.as_ref().map(Desk::months).unwrap_or_default());
        std::iter::once(all)
            .chain(months.into_iter().map(|month| (month.to_string(), month.to_string())))
            .collect::<Vec<_>>()
    });
    view! {
        <SheetSection number="4.7.2" title=words.s(|t| t.log.figures_head)>
            <div class="log-filter"><SelectField label=words.s(|t| t.log.month) value=chosen options=months on_input=move |month| chosen.set(month)/></div>
            {table(records.into(), Some(steps))}
            {ages(records.into())}
            {to_kpi(month, of_levels)}
        </SheetSection>
    }
    .into_any()
}

/// Makes the records of the levels, and of all of them together at the end.
fn records(text: &'static Text, log: &Log, desk: &Desk, collaboration: &Collaboration) -> Vec<Record> {
    let levels = desk.records(log).into_iter().map(|record| Record {
        level: Some(record.level),
        name: collaboration.response.get(record.level).map(|level| level.name()).unwrap_or_default(),
        response: record.response,
        resolution: record.resolution,
        open: record.open,
    });
    let (response, resolution) = log.overall();
    let all =
        Record { level: None, name: text.log.all_levels.to_owned(), response, resolution, open: log.open() };
    levels.chain([all]).collect()
}

fn share(text: &LogText, attainment: &Attainment) -> String {
    match attainment.percent() {
        Some(percent) => (text.share)(attainment.met, attainment.n, &format::number(percent, 1)),
        None => (text.none_decided)(attainment.pending),
    }
}

fn minutes(text: &LogText, minutes: Option<f64>) -> String {
    minutes.map_or_else(|| format::MISSING.to_owned(), |minutes| span(text, minutes))
}

/// Shows what levels came to; with `steps` each share opens to how it came about.
pub(super) fn table(records: Signal<Vec<Record>>, steps: Option<Callback<(Record, bool), Steps>>) -> AnyView {
    let words = use_words();
    let rows = live(move || {
        let text = &words.get().log;
        let rows = records.get().into_iter().map(|record| {
            let cells = |attainment: Attainment, is_response: bool| {
                let share = share(text, &attainment);
                let own = record.clone();
                let met = match steps.filter(|_| 0 < attainment.n) {
                    Some(steps) => {
                        let steps = Signal::derive(move || steps.run((own.clone(), is_response)));
                        view! { <Calculation label=Signal::stored(share) steps/> }.into_any()
                    }
                    None => share.into_any(),
                };
                view! {
                    <td>{met}</td>
                    <td class="num">{minutes(text, attainment.median_min)}</td>
                    <td class="num">{minutes(text, attainment.p90_min)}</td>
                }
            };
            let (response, resolution) = (cells(record.response, true), cells(record.resolution, false));
            view! { <tr><th scope="row">{record.name.clone()}</th>{response}{resolution}</tr> }
        });
        rows.collect_view()
    });
    let head = move || {
        view! {
            <th scope="col">{words.s(|t| t.log.met_column)}</th>
            <th scope="col" class="num">{words.s(|t| t.log.median)}</th>
            <th scope="col" class="num">{words.s(|t| t.log.p90)}</th>
        }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().log.figures_head>
            <table class="table log-figures">
                <caption class="sr-only">{words.s(|t| t.log.figures_head)}</caption>
                <thead>
                    <tr><th scope="col" rowspan="2">{words.s(|t| t.log.level)}</th><th scope="colgroup" colspan="3">{words.s(|t| t.log.response)}</th><th scope="colgroup" colspan="3">{words.s(|t| t.log.resolution)}</th></tr>
                    <tr>{head()}{head()}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Shows how long open issues have been open.
pub(super) fn ages(records: Signal<Vec<Record>>) -> AnyView {
    let words = use_words();
    let rows = live(move || {
        let rows = records.get().into_iter().map(|record| {
            let cells = record.open.map(|n| view! { <td class="num">{n}</td> });
            view! { <tr><th scope="row">{record.name}</th>{cells.into_iter().collect_view()}</tr> }
        });
        rows.collect_view()
    });
    let heads = (0..5).map(|at| {
        let head = words.built(move |t| t.log.age.get(at).copied().unwrap_or_default().to_owned());
        view! { <th scope="col" class="num">{head}</th> }
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().log.ages_head>
            <table class="table log-ages">
                <caption>{words.s(|t| t.log.ages_head)}</caption>
                <thead><tr><th scope="col">{words.s(|t| t.log.level)}</th>{heads.collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Says how a share came about: the issues that were decided, with what was worked on each.
fn steps(
    text: &'static Text,
    log: &Log,
    record: &Record,
    is_response: bool,
    project: Id<crate::domain::project::Project>,
) -> Steps {
    let words = &text.log;
    let of = |clock: &Clock| -> Reading { if is_response { clock.response } else { clock.resolution } };
    let attainment = if is_response { record.response } else { record.resolution };
    let counts = |reading: &Reading| {
        let is_decided = reading.done || reading.is_breached();
        is_decided && reading.target_min.is_some() && record.level.is_none_or(|level| level == reading.level)
    };
    let readings = log.tickets.iter().map(|(ticket, clock)| (ticket, of(clock)));
    let inputs = readings.filter(|(_, reading)| counts(reading)).take(NAMED).map(|(ticket, reading)| {
        let target = f64::from(reading.target_min.unwrap_or_default());
        let value = format!("{} / {}", span(words, reading.worked_min()), span(words, target));
        let href = Route::Project(project, Page::Log).href_to(&ticket.clause());
        Input::from(&href, (format!("{} {}", ticket.clause(), ticket.title), value))
    });
    let share = attainment.percent().map(|percent| format::percent(percent, 1, text.language));
    let formula = format!("100 × {} / {} = {}", attainment.met, attainment.n, share.unwrap_or_default());
    Steps { rule: words.figure_rule.to_owned(), formula, inputs: inputs.collect() }
}

/// Shows what notes a share of a month as a reading of an indicator, given the records of its levels.
pub(super) fn to_kpi(month: Kept<Option<Month>>, records: Kept<Vec<Record>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let read_only = use_read_only();
    let which = RwSignal::new("response".to_owned());
    let place = RwSignal::new(String::new());
    let vendor = kept(move || {
        let selection = workspace.section::<Selection>();
        let chosen = selection.decision.chosen.and_then(|id| selection.vendors.get(id));
        chosen
            .or_else(|| selection.vendors.at(0))
            .map(|vendor| (vendor.id, format!("{} {}", vendor.clause(), vendor.name)))
    });
    let is_response = move || which.get() == "response";
    // Of no issue decided there is no share, which is something else than 0.
    let reading = kept(move || {
        let [response, resolution] = records.with(|records| Record::overall(records));
        let percent = if is_response() { response.percent() } else { resolution.percent() };
        percent.map(|percent| (100.0 * percent).round() / 100.0)
    });
    let kpis = Signal::derive(move || {
        let text = &words.get().log;
        let new = (text.to_kpi_new)((text.to_kpi_name)(is_response()));
        let performance = workspace.section::<Performance>();
        let counted = performance.kpis.iter().filter(|kpi| kpi.unit.trim() == "%" && !kpi.judged);
        let known = counted.map(|kpi| (kpi.id.to_string(), format!("{} {}", kpi.clause(), kpi.name)));
        std::iter::once((String::new(), new)).chain(known).collect::<Vec<_>>()
    });
    let shares = Signal::derive(move || {
        let name = |is_response| (words.get().log.to_kpi_name)(is_response).to_owned();
        vec![("response".to_owned(), name(true)), ("resolution".to_owned(), name(false))]
    });
    let note = move |()| {
        let (Some(month), Some((vendor, _))) = (month.get_untracked(), vendor.get_untracked()) else {
            return;
        };
        let text = &words.now().log;
        let is_response = which.get_untracked() == "response";
        let value =
            reading.get_untracked().map_or(performance::Reading::NoEvents, performance::Reading::Value);
        let new = workspace.new_id::<Kpi>();
        let kpi = Id::parse(&place.get_untracked()).unwrap_or(new);
        let known = workspace.section_now::<Performance>();
        let clause = known
            .kpis
            .get(kpi)
            .map_or_else(|| Kpi::blank(new, known.kpis.next_number()).clause(), |kpi| kpi.clause());
        let step = Step::new(Verb::Set, format!("{clause} {month}"));
        workspace.edit(step.clone(), |performance: &mut Performance| {
            if !performance.kpis.has(kpi) {
                performance.kpis.add(kpi, |kpi| {
                    kpi.name = (text.to_kpi_name)(is_response).to_owned();
                    [kpi.numerator, kpi.denominator] = (text.to_kpi_part)(is_response).map(str::to_owned);
                    kpi.unit = "%".to_owned();
                    kpi.direction = Direction::Higher;
                });
            }
            let place = Place { vendor, kpi, month };
            performance.enter(place, Some(value), Entered::Counted, workspace.today());
        });
        place.set(kpi.to_string());
        notices.show(Notice::Done(step));
    };
    let label = words.built(move |t| {
        let value = reading.get().map(|percent| format::percent(percent, 2, t.language));
        (t.log.to_kpi)(&value.unwrap_or_else(|| t.log.to_kpi_no_events.to_owned()))
    });
    let lead = words.built(move |t| match (month.get(), vendor.get()) {
        (_, None) => t.log.to_kpi_vendor.to_owned(),
        (None, _) => t.log.to_kpi_month.to_owned(),
        (Some(month), Some((_, vendor))) => (t.log.to_kpi_lead)(&month.to_string(), &vendor),
    });
    let is_ready = fact(move || month.get().is_some() && vendor.get().is_some() && !read_only.get());
    view! {
        <section class="to-kpi">
            <h3>{words.s(|t| t.log.to_kpi_head)}</h3>
            <p class="hint">{lead}</p>
            <Show when=is_ready>
                <div class="log-filter">
                    <SelectField label=words.s(|t| t.log.to_kpi_which) value=which options=shares on_input=move |share| which.set(share)/>
                    <SelectField label=words.s(|t| t.log.to_kpi_where) value=place options=kpis on_input=move |kpi| place.set(kpi)/>
                    <Button label=label on_press=note/>
                </div>
            </Show>
        </section>
    }
    .into_any()
}
