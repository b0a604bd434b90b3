//! 0 Overview: the one next thing, progress, decision, risks, dates.

use leptos::prelude::*;

use crate::domain::collaboration::dates::{Dated, upcoming};
use crate::domain::profile::Profile;
use crate::domain::progress::notes::{StageNote, stage_note};
use crate::domain::progress::{self, Next};
use crate::domain::register::Item;
use crate::domain::risk::RiskBook;
use crate::domain::risk::matrix::order_key;
use crate::domain::selection::Selection;
use crate::domain::task::{Stage, Task};
use crate::domain::team::Team;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::first_page;
use crate::pages::half_seal::HalfSeal;
use crate::pages::parts::{currency, role_name};
use crate::pages::requirements::signoff::seal_state;
use crate::pages::risk::score_box;
use crate::routes::{Page, Route};
use crate::state::matrix::use_matrix;
use crate::state::workspace::use_workspace;
use crate::ui::finding::Finding;
use crate::ui::icon::{Icon, IconMark};
use crate::ui::live::{kept, live};
use crate::ui::sheet::{Sheet, SheetSection};
use crate::ui::tag::{Dots, Tag, TagKind};
use decision::order;

/// Shows the overview.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = move || {
        let text = words.get();
        let profile = workspace.section::<Profile>();
        let start = profile.start.map(|start| {
            let days = (start - workspace.today()).num_days();
            format!("{}{}", format::date(start), (text.overview.days_left)(days))
        });
        let sign = currency(workspace);
        let budget = match (profile.budget_low, profile.budget_high) {
            (Some(low), Some(high)) => Some(
                format::range(&format::money(low, sign), &format::money(high, sign), text.language)
                    + text.overview.a_month,
            ),
            (Some(one), None) | (None, Some(one)) => Some(format::money(one, sign) + text.overview.a_month),
            (None, None) => None,
        };
        let filled = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        let rows = [
            (text.overview.client, filled(&profile.client.name)),
            (text.overview.start, start),
            (text.overview.budget, budget),
            (text.overview.decider, filled(&profile.decider)),
        ];
        let rows = rows.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value.unwrap_or_else(|| format::MISSING.to_owned())}</dd></div> });
        rows.collect_view()
    };
    view! {
        <Sheet title=Signal::derive(move || workspace.section::<Profile>().name.clone())>
            <dl class="facts">{facts}</dl>
            <NextPart/>
            <SheetSection number="0.1" title=words.s(|t| t.overview.progress)><Progress/></SheetSection>
            <SheetSection number="0.2" title=words.s(|t| t.overview.decision)><Decision/></SheetSection>
            <SheetSection number="0.3" title=words.s(|t| t.overview.risks)><TopRisks/></SheetSection>
            <SheetSection number="0.4" title=words.s(|t| t.overview.dates)><Dates/></SheetSection>
        </Sheet>
    }
}

#[component]
fn NextPart() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let steps = kept(move || progress::next_steps(&workspace.project(), workspace.today()));
    let shown = live(move || {
        let text = words.get();
        let id = workspace.id();
        let steps = steps.get();
        let (first, rest) = steps.split_first()?;
        let href = |next: &Next| {
            let route = Route::Project(id, next.task().map_or(Page::Task(Task::Kpis), Page::Task));
            next.clause().map_or_else(|| route.href(), |clause| route.href_to(clause))
        };
        let more = rest
            .iter()
            .map(|next| view! { <li><a href=href(next)>{(text.overview.next_sentence)(next)}</a></li> });
        let more = more.collect_view();
        Some(view! {
            <section class="next">
                <div>
                    <p class="hint">{text.overview.next}</p>
                    <p class="finding">{(text.overview.next_sentence)(first)}</p>
                </div>
                {(!rest.is_empty()).then(|| view! { <details><summary>{(text.overview.more)(rest.len())}</summary><ul>{more}</ul></details> })}
                <a class="button primary" href=href(first)>{(text.overview.next_action)(first)}</a>
            </section>
        })
    });
    view! { {shown} }
}

#[component]
fn Progress() -> impl IntoView {
    let words = use_words();
    let matrix = use_matrix();
    let workspace = use_workspace();
    let rows = live(move || {
        let text = words.get();
        let project = workspace.project();
        let seal = seal_state(&project);
        let rows = Stage::ALL.into_iter().map(|stage| {
            let state = matrix.with(|matrix| progress::stage_state(&project, matrix, stage, workspace.today()));
            let words = (text.overview.stage_state)(state);
            let note = matrix.with(|matrix| stage_note(&project, matrix, stage, workspace.today()));
            let said = match (&note, state.problems) {
                (Some(StageNote::Signed(_)), 0) => ().into_any(),
                (_, 0) => view! { <span>{words}</span> }.into_any(),
                _ => view! { <Tag kind=TagKind::Problem label=words.to_owned()/> }.into_any(),
            };
            let note = note.map(|note| view! { <span class="progress-note">{(text.overview.stage_note)(&note)}</span> });
            let has_seal = stage == Stage::Requirements && (seal.client || seal.vendor);
            let end = if has_seal {
                view! { <HalfSeal state=seal name=(text.overview.seal_name)(seal.client, seal.vendor).to_owned() small=true/> }.into_any()
            } else {
                view! { <IconMark icon=Icon::Next/> }.into_any()
            };
            view! {
                <li>
                    <a class="progress-row" href=Route::Project(project.id, first_page(stage)).href()>
                        <span class="number">{stage.number()}</span>
                        <strong>{text.common.stage(stage)}</strong>
                        <Dots done=state.done total=state.total/>
                        <span>{format!("{} / {}", state.done, state.total)}</span>
                        <span class="progress-state">{said}" "{note}</span>
                        {end}
                    </a>
                </li>
            }
        });
        rows.collect_view()
    });
    view! { <ol class="progress">{rows}</ol> }
}

#[component]
fn Decision() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let ranking = kept(move || workspace.section::<Selection>().ranking(workspace.today()));
    let finding = Signal::derive(move || {
        let text = words.get();
        let selection = workspace.section::<Selection>();
        if let (Some(_), Some(chosen)) = (selection.decision.locked, selection.decision.chosen) {
            return vec![(text.overview.chosen)(&selection.title_of(chosen))];
        }
        match ranking.get() {
            Err(_) => vec![text.overview.no_ranking.to_owned()],
            Ok(ranking) => match ranking.rows.as_slice() {
                [first, second, ..] => vec![(text.overview.leads)(
                    &selection.title_of(first.vendor),
                    &selection.title_of(second.vendor),
                    &format::fixed(first.total - second.total, 1),
                )],
                [first] => vec![(text.overview.only)(&selection.title_of(first.vendor))],
                [] => Vec::new(),
            },
        }
    });
    // The scale takes in every range, in tens.
    let scale = move || {
        let ranking = ranking.get().ok()?;
        let ends = ranking.rows.iter().flat_map(|row| [row.range.0, row.range.1, row.total]);
        let (low, high) = ends.fold((100.0_f64, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)));
        Some(((low / 10.0).floor() * 10.0, (high / 10.0).ceil() * 10.0))
    };
    let rows = live(move || {
        let selection = workspace.section::<Selection>();
        let ranking = ranking.get().ok()?;
        let (from, to) = scale()?;
        let at = move |value: f64| 100.0 * (value - from) / (to - from).max(1.0);
        let rows = ranking.rows.into_iter().map(|row| {
            let (low, high) = row.range;
            let percent = |value: f64| format!("{value}%");
            view! {
                <li>
                    <bdi>{selection.title_of(row.vendor)}</bdi>
                    <span class="whisker">
                        <i class="whisker-range" style:left=percent(at(low)) style:width=percent(at(high) - at(low))></i>
                        <i class="whisker-dot" style:left=percent(at(row.total))></i>
                        <strong style:left=percent(at(high.max(row.total)))>{format::fixed(row.total, 1)}</strong>
                    </span>
                </li>
            }
        });
        Some(rows.collect_view())
    });
    view! {
        <Finding clauses=finding/>
        <ul class="whiskers">{rows}</ul>
        <p class="hint">{live(move || scale().map(|(from, to)| {
            let text = words.get();
            (text.overview.whisker_note)(&format::range(&format::number(from, 0), &format::number(to, 0), text.language))
        }))}</p>
    }
}

#[component]
fn TopRisks() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let rows = live(move || {
        let text = words.get();
        let book = workspace.section::<RiskBook>();
        let team = workspace.section::<Team>();
        let id = workspace.id();
        let mut risks: Vec<_> = book.risks.iter().filter(|risk| risk.present().is_some()).collect();
        order::sort_by_key(&mut risks, |risk| order_key(risk.present(), risk.velocity));
        if risks.is_empty() {
            return view! { <p class="quiet">{text.overview.no_risks}</p> }.into_any();
        }
        let rows = risks.into_iter().take(3).map(|risk| {
            let clause = risk.clause();
            view! {
                <tr>
                    <th scope="row"><span class="margin-number">{clause.clone()}</span><a href=Route::Project(id, Page::Task(Task::Register)).href_to(&clause)><bdi>{risk.event.clone()}</bdi></a></th>
                    <td>{score_box(risk.inherent())}" → "{score_box(risk.residual())}</td>
                    <td>{role_name(&team, risk.owner)}</td>
                    <td class="num">{format::date_or_missing(risk.review)}</td>
                </tr>
            }
        });
        view! {
            <table class="table top-risks">
                <thead><tr><th scope="col">{text.overview.risk_column}</th><th scope="col">{text.overview.before_after}</th><th scope="col">{text.overview.owner_column}</th><th scope="col" class="num">{text.overview.review_column}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any()
    });
    view! { {rows} }
}

#[component]
fn Dates() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let rows = live(move || {
        let text = words.get();
        let project = workspace.project();
        let today = workspace.today();
        let team = &project.team;
        let dates = upcoming(&project.collaboration, today);
        if dates.is_empty() {
            return view! { <p class="quiet">{text.overview.no_dates}</p> }.into_any();
        }
        let rows = dates.into_iter().take(5).map(|Dated { date, clause, name, owner }| {
            let who = role_name(team, owner);
            view! { <li><span class="margin-number">{clause}</span><span>{format::date(date)}</span><span class="quiet">{format::weekday(date, text.language)}</span><bdi>{name}</bdi><span class="quiet">{who}</span></li> }
        });
        view! { <ul class="dates">{rows.collect_view()}</ul> }.into_any()
    });
    view! { {rows} }
}
