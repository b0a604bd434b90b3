//! The rehearsal: a history replayed against the proposed lines.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::collaboration::desk::Desk;
use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::credits::assess::Assessment;
use crate::domain::performance::credits::charge::{CreditError, total};
use crate::domain::performance::rehearsal::expected::Expected;
use crate::domain::performance::rehearsal::history::History;
use crate::domain::performance::rehearsal::{Rehearsal, Rehearsed as Line, Verdict};
use crate::domain::register::Item;
use crate::domain::selection::Vendor;
use crate::domain::sorted_map::SortedMap;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::credits::deduction;
use crate::i18n::format;
use crate::i18n::period::name;
use crate::pages::form::Label;
use crate::pages::parts::currency;
use crate::pages::performance::credits::issues;
use crate::pages::performance::credits::spread::spread;
use crate::pages::performance::credits::{agreed, amount, clause, pasted, valued};
use crate::state::rehearsals::{Rehearsed, Source, remember, remembered};
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::finding::Finding;
use crate::ui::live::{Kept, Show, fact, follow, kept, live};
use crate::ui::picks::SelectField;
use crate::ui::tag::{Tag, TagKind};

/// A history replayed, with what a year may cost; nothing where there is no history.
pub(super) type Replayed = Option<Result<(Rehearsal, Option<Expected>), CreditError>>;

/// Where a history may come from, in the order of the choice.
const SOURCES: [(Source, Label); 3] = [
    (Source::Readings, |text| text.credits.source_readings),
    (Source::Issues, |text| text.credits.source_issues),
    (Source::Pasted, |text| text.credits.source_pasted),
];

/// Shows the rehearsal.
pub(super) fn rehearsal(vendor: Kept<Option<Id<Vendor>>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let id = workspace.id();
    let Rehearsed { source, pasted: text, reads } = remembered(id);
    let (source, text, reads) = (RwSignal::new(source), RwSignal::new(text), RwSignal::new(reads));
    follow(move || {
        remember(id, Rehearsed { source: source.get(), pasted: text.get(), reads: reads.get() });
    });
    let pasted = pasted::reading(text);
    let desk = RwSignal::new(None::<Arc<Desk>>);
    let found = kept(move || {
        let project = workspace.project();
        let vendor = vendor.get().unwrap_or_default();
        let history = match source.get() {
            Source::Readings => History::of(&project, vendor),
            Source::Issues => reads.with(|reads| issues::history(workspace, reads)),
            Source::Pasted if pasted.with(|pasted| pasted.is_tickets) => {
                desk.get().map(|desk| reads.with(|reads| issues::of_desk(&desk, reads))).unwrap_or_default()
            }
            Source::Pasted => pasted.with(|pasted| pasted.history.clone()),
        };
        if history.is_empty() {
            return None;
        }
        Some(project.rehearse(vendor, &history))
    });
    let options = Signal::derive(move || {
        let text = words.get();
        let named = SOURCES.iter().enumerate();
        named.map(|(place, (_, name))| (place.to_string(), name(text).to_owned())).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || {
        SOURCES.iter().position(|(one, _)| *one == source.get()).unwrap_or(0).to_string()
    });
    let choose = move |code: String| {
        let chosen = code.parse().ok().and_then(|place: usize| SOURCES.get(place));
        source.set(chosen.map(|(source, _)| *source).unwrap_or_default());
    };
    let is_of_issues = move || match source.get() {
        Source::Readings => false,
        Source::Issues => true,
        Source::Pasted => pasted.with(|pasted| pasted.is_tickets),
    };
    let nothing = live(move || {
        let said = match found.get() {
            None if is_of_issues() && reads.with(SortedMap::is_empty) => words.get().credits.no_reads,
            None => words.get().credits.no_history,
            Some(Err(error)) => (words.get().credits.error)(error),
            Some(Ok(_)) => return None,
        };
        Some(view! { <p class="hint">{said}</p> })
    });
    let has_found = kept(move || found.with(|found| matches!(found, Some(Ok(_)))));
    view! {
        <p class="lead">{words.s(|t| t.credits.rehearsal_lead)}</p>
        <div class="inline-choice"><SelectField label=words.s(|t| t.credits.source) value options on_input=choose/></div>
        <Show when=fact(move || source.get() == Source::Pasted)>{pasted::field(text, pasted, desk, reads)}</Show>
        <Show when=fact(move || source.get() == Source::Issues)>{issues::issues(reads)}</Show>
        {nothing}
        <Show when=fact(move || has_found.get())>{outcome(workspace, found)}</Show>
    }
    .into_any()
}

fn outcome(workspace: Workspace, found: Kept<Replayed>) -> AnyView {
    let words = use_words();
    let look = move |look: &dyn Fn(&'static Text, &Rehearsal) -> AnyView| {
        found.with(|found| match found {
            Some(Ok((rehearsal, _))) => look(words.get(), rehearsal),
            _ => ().into_any(),
        })
    };
    let finding = Signal::derive(move || {
        found.with(|found| match found {
            Some(Ok((rehearsal, _))) => sentences(words.get(), workspace, rehearsal),
            _ => Vec::new(),
        })
    });
    let by_line = live(move || look(&|text, rehearsal| lines(text, workspace, rehearsal)));
    let has_far = kept(move || {
        let is_far = |one: &Line| one.verdict == Verdict::Pointless;
        found.with(|found| matches!(found, Some(Ok((rehearsal, _))) if rehearsal.lines.iter().any(is_far)))
    });
    let note =
        live(move || has_far.get().then(|| view! { <p class="hint">{words.get().credits.verdict_note}</p> }));
    let by_period = live(move || look(&|text, rehearsal| periods(text, workspace, rehearsal)));
    view! {
        <Finding clauses=finding/>
        <div class="scroll" tabindex="0" role="region" aria-label=words.s(|t| t.credits.rehearsal_head)>{by_line}</div>
        {note}
        {spread(workspace, found)}
        <div class="scroll" tabindex="0" role="region" aria-label=words.s(|t| t.credits.period)>{by_period}</div>
    }
    .into_any()
}

fn sentences(text: &'static Text, workspace: Workspace, found: &Rehearsal) -> Vec<String> {
    let project = workspace.project();
    let t = &text.credits;
    let share = of(found.credits, found.fee, text);
    let whole = (t.rehearsal_finding)(
        found.assessments.len(),
        &amount(workspace, found.credits),
        &amount(workspace, found.fee),
        &share,
    );
    let named = |verdict: Verdict| {
        let lines = found.lines.iter().filter(|line| line.verdict == verdict);
        let lines: Vec<_> = lines.map(|line| clause(&project, line.sla)).collect();
        (!lines.is_empty()).then(|| lines.join(text.common.list_comma))
    };
    let pointless = named(Verdict::Pointless).map(|lines| (t.pointless_finding)(&lines));
    let unreachable = named(Verdict::Unreachable).map(|lines| (t.unreachable_finding)(&lines));
    let beyond: Vec<Money> =
        found.assessments.iter().map(Assessment::beyond_fee).filter(|one| Money(0) < *one).collect();
    let clamped = (!beyond.is_empty())
        .then(|| (t.rehearsal_beyond)(beyond.len(), &amount(workspace, total(beyond.iter().copied()))));
    std::iter::once(whole).chain(clamped).chain(pointless).chain(unreachable).collect()
}

/// Writes an amount as a share of another one.
pub(super) fn of(part: Money, whole: Money, text: &'static Text) -> String {
    let share = if whole.0 == 0 { 0.0 } else { 100.0 * part.0 as f64 / whole.0 as f64 };
    format::percent(share, 1, text.language)
}

fn lines(text: &'static Text, workspace: Workspace, found: &Rehearsal) -> AnyView {
    let project = workspace.project();
    let t = &text.credits;
    let row = |one: &Line| {
        let line = project.requirements.sla.get(one.sla)?.clone();
        let kind = match one.verdict {
            Verdict::Pointless | Verdict::Unreachable => TagKind::Due,
            Verdict::Telling => TagKind::Passed,
            Verdict::NoTarget => TagKind::Note,
            Verdict::NoData | Verdict::TooFew => TagKind::Quiet,
        };
        let thin = one.thin.iter().map(|(span, n)| format!("{} ({n})", name(*span, text.language)));
        let thin: Vec<_> = thin.collect();
        let few = match (one.needs, thin.is_empty()) {
            (Some(_), false) => (t.thin)(&thin.join(text.common.list_comma)),
            (Some(needs), true) => (t.needs)(needs),
            (None, _) => String::new(),
        };
        Some(view! {
            <tr>
                <th scope="row"><span class="credits-clause">{line.clause()}</span>" "<bdi>{line.measure.clone()}</bdi><span class="hint">{(t.level)(one.level)}</span></th>
                <td class="num">{agreed(&line)}</td>
                <td class="num">{format!("{} / {}", one.met, one.periods)}</td>
                <td class="num">{valued(&line, one.best)}</td>
                <td class="num">{valued(&line, one.worst)}</td>
                <td class="num">{deduction(one.credits, currency(workspace))}</td>
                <td><Tag kind label=(t.verdict)(one.verdict)/><span class="hint">{few}</span></td>
            </tr>
        })
    };
    let rows = found.lines.iter().filter_map(row).collect_view();
    view! {
        <table class="table credits-rehearsed">
            <thead><tr>
                <th scope="col">{t.line}</th><th scope="col" class="num">{t.agreed}</th><th scope="col" class="num">{t.attained}</th>
                <th scope="col" class="num">{t.best}</th><th scope="col" class="num">{t.worst}</th><th scope="col" class="num">{t.amount}</th><th scope="col">{t.verdict_head}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn periods(text: &'static Text, workspace: Workspace, found: &Rehearsal) -> AnyView {
    let project = workspace.project();
    let t = &text.credits;
    let pays = |fee: Money, taken: Money| amount(workspace, Money(fee.0 - taken.0));
    let row = |one: &Assessment| {
        let missed = one.lines.iter().filter(|line| line.is_failed()).filter_map(|line| line.sla);
        let missed: Vec<_> = missed.map(|line| clause(&project, line)).collect();
        let chronic: Vec<_> = one.chronic.iter().map(|line| clause(&project, *line)).collect();
        let gap = if missed.is_empty() { "" } else { " · " };
        let chronic = (!chronic.is_empty())
            .then(|| format!("{gap}{}", (t.chronic_now)(&chronic.join(text.common.list_comma))));
        view! {
            <tr>
                <th scope="row">{name(one.period, text.language)}</th>
                <td>{missed.join(text.common.list_comma)}<span class="hint">{chronic}</span></td>
                <td class="num">{pays(one.fee, one.taken())}</td>
                <td class="num">{amount(workspace, one.taken())}</td>
            </tr>
        }
    };
    let rows = found.assessments.iter().map(row).collect_view();
    view! {
        <table class="table">
            <thead><tr><th scope="col">{t.period}</th><th scope="col">{t.missed_lines}</th><th scope="col" class="num">{t.client_pays}</th><th scope="col" class="num">{t.vendor_bears}</th></tr></thead>
            <tbody>{rows}</tbody>
            <tfoot><tr class="total"><th scope="row" colspan="2">{t.all_periods}</th><td class="num">{pays(found.fee, found.credits)}</td><td class="num">{amount(workspace, found.credits)}</td></tr></tfoot>
        </table>
    }
    .into_any()
}
