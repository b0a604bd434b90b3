//! The scorecard, and how score and grade came about.

use leptos::prelude::*;

use crate::domain::performance::Kpi;
use crate::domain::performance::review::assessment::{AssessedLine, Assessment};
use crate::domain::period::Period;
use crate::domain::register::Item;
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::period::name;
use crate::i18n::reviews::card as said;
use crate::i18n::{Text, format};
use crate::pages::performance::reviews::Shown;
use crate::routes::{Page, Route};
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::live::{Show, fact, live};
use crate::ui::notice::{Notice, NoticeKind};

/// Shows the scorecard of the review that is looked at.
pub(super) fn card(shown: Shown) -> AnyView {
    let words = use_words();
    let workspace = shown.workspace;
    let drawn = live(move || match shown.assessed()? {
        Ok(assessed) => Some(table(words.get(), &assessed)),
        Err(error) => {
            let body = (words.get().reviews.error)(error);
            Some(view! { <Notice kind=NoticeKind::Warning title="" body/> }.into_any())
        }
    });
    let not_over = live(move || {
        let (_, period) = shown.place.get()?;
        let last = period.last_day().filter(|last| workspace.today() <= *last && !shown.is_closed())?;
        let said = (words.get().reviews.not_over)(&format::date(last));
        Some(view! { <p class="hint">{said}</p> })
    });
    let assessed = move || shown.assessed().and_then(Result::ok);
    let kpi_href =
        move |kpi: &Kpi| Route::Project(workspace.id(), Page::Task(Task::Kpis)).href_to(&kpi.clause());
    let score = Signal::derive(move || match assessed() {
        Some(assessed) => score_steps(words.get(), &assessed, kpi_href),
        None => Steps::default(),
    });
    let grade = Signal::derive(move || match (assessed(), shown.place.get()) {
        (Some(assessed), Some((_, period))) => grade_steps(words.get(), &assessed, period),
        _ => Steps::default(),
    });
    let has_score = move || assessed().is_some_and(|assessed| assessed.score.is_some());
    view! {
        {drawn}
        {not_over}
        <Show when=fact(has_score)>
            <Calculation label=words.s(|t| t.common.how_computed) steps=score/>
            <Calculation label=words.s(|t| t.reviews.grade_computed) steps=grade/>
        </Show>
    }
    .into_any()
}

/// Shows a scorecard as it is or was.
pub(super) fn table(text: &'static Text, assessed: &Assessment) -> AnyView {
    let words = &text.reviews;
    let rows = assessed.lines.iter().filter(|line| line.limits().is_some()).map(row);
    let rows = rows.collect_view();
    view! {
        <div class="scroll when-narrow" tabindex="0" role="region" aria-label=words.card_head><table class="table scorecard">
            <thead><tr>
                <th scope="col">{words.kpi}</th><th scope="col" class="num">{words.value}</th>
                <th scope="col" class="num">{words.target}</th><th scope="col" class="num">{words.floor}</th>
                <th scope="col">{words.points}</th>
                <th scope="col" class="num">{words.effective}</th><th scope="col" class="num">{words.contribution}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
            <tfoot><tr>
                <th scope="row">{said::result(text, assessed)}</th>
                <td colspan="5" class="hint">{said::notes(text, assessed)}</td>
                <td class="num score">{said::score(assessed)}</td>
            </tr></tfoot>
        </table></div>
    }
    .into_any()
}

fn row(line: &AssessedLine) -> AnyView {
    let kpi = &line.kpi;
    let points = line.points.unwrap_or(0.0);
    view! {
        <tr>
            <th scope="row" class="table-number"><span class="margin-number">{kpi.clause()}</span><bdi>{kpi.name.clone()}</bdi></th>
            <td class="num">{said::value(line)}</td>
            <td class="num">{said::target(line)}</td>
            <td class="num quiet">{format::number_or_missing(kpi.floor, 2)}</td>
            <td><span class="points"><span class="points-bar" aria-hidden="true"><i style:width=format!("{points}%")></i></span><span>{format::number_or_missing(line.points, 1)}</span></span></td>
            <td class="num">{format::number_or_missing(line.effective_weight, 1)}</td>
            <td class="num"><strong>{said::counted(line)}</strong></td>
        </tr>
    }
    .into_any()
}

/// Says how the score came about, indicator by indicator.
fn score_steps(text: &'static Text, assessed: &Assessment, href: impl Fn(&Kpi) -> String) -> Steps {
    let input = |line: &AssessedLine| {
        let said = said::points_formula(text, line)?;
        Some(Input::from(&href(&line.kpi), (line.title(), said)))
    };
    Steps {
        rule: text.reviews.score_rule.to_owned(),
        formula: said::score_formula(assessed),
        inputs: assessed.lines.iter().filter_map(input).collect(),
    }
}

/// Says how the grade came about, period by period.
fn grade_steps(text: &'static Text, assessed: &Assessment, period: Period) -> Steps {
    let words = &text.reviews;
    let graded = |one: said::Graded| {
        let said = (words.raw_and_given)(&one.raw, &one.given);
        Input::here((name(one.period, text.language), format!("{}: {said}", one.score)))
    };
    let mut inputs: Vec<Input> = said::way(assessed, period).into_iter().map(graded).collect();
    if assessed.severe_breach {
        inputs.push(Input::here((words.severe_tag.to_owned(), assessed.severe_reason.clone())));
    }
    Steps { rule: words.grade_rule.to_owned(), formula: said::bands_said(&assessed.bands), inputs }
}
