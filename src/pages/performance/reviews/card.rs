//! The scorecard, and how score and grade came about.

use leptos::prelude::*;

use crate::domain::performance::Kpi;
use crate::domain::performance::review::assessment::{AssessedLine, Assessment};
use crate::domain::performance::scorecard::Band;
use crate::domain::period::Period;
use crate::domain::register::Item;
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::period::name;
use crate::i18n::{Text, format};
use crate::pages::performance::reviews::Shown;
use crate::pages::performance::{bound_mark, with_unit};
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

/// Writes the bands of grades.
pub(super) fn bands_said(bands: &[Band]) -> String {
    let last = bands.len().saturating_sub(1);
    let band = |(place, band): (usize, &Band)| match place == last {
        true => band.grade.clone(),
        false => format!("{} ≥ {}", band.grade, format::number(band.from, 1)),
    };
    bands.iter().enumerate().map(band).collect::<Vec<_>>().join(" · ")
}

/// Shows a scorecard as it is or was.
pub(super) fn table(text: &'static Text, assessed: &Assessment) -> AnyView {
    let words = &text.reviews;
    let rows = assessed.lines.iter().filter(|line| line.limits().is_some()).map(row);
    let rows = rows.collect_view();
    let [counted, judged] = assessed.parts_bp().map(|bp| format::number(f64::from(bp) / 100.0, 1));
    let unscored = assessed.lines.iter().filter(|line| line.limits().is_none());
    let unscored: Vec<_> = unscored.map(|line| line.kpi.clause()).collect();
    let next = assessed.score.zip(assessed.earned()).and_then(|(score, grade)| {
        let better = assessed.bands.get(assessed.place_of(grade)?.checked_sub(1)?)?;
        let points = format::fixed(better.from - score, 1);
        (score < better.from).then(|| (words.to_next)(&points, &better.grade))
    });
    let coverage = (assessed.coverage_bp < 10_000)
        .then(|| (words.coverage)(&format::number(f64::from(assessed.coverage_bp) / 100.0, 1)));
    let parts = (0 < assessed.parts_bp()[1]).then(|| (words.parts)(&counted, &judged));
    let reported =
        (!unscored.is_empty()).then(|| (words.reported_only)(&unscored.join(text.common.list_comma)));
    let notes: Vec<_> = [next, coverage, parts, reported].into_iter().flatten().collect();
    let letter = match (assessed.earned(), assessed.score) {
        (Some(grade), _) => (words.grade_line)(grade),
        (None, Some(_)) => words.no_grade.to_owned(),
        (None, None) => words.score.to_owned(),
    };
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
                <th scope="row">{letter}</th>
                <td colspan="5" class="hint">{notes.join(text.common.sentence_join)}</td>
                <td class="num score">{assessed.gradable().map_or_else(|_| format::MISSING.to_owned(), |score| format::fixed(score, 1))}</td>
            </tr></tfoot>
        </table></div>
    }
    .into_any()
}

fn row(line: &AssessedLine) -> AnyView {
    let kpi = &line.kpi;
    let points = line.points.unwrap_or(0.0);
    let value = line.value.map_or_else(|| format::MISSING.to_owned(), |value| with_unit(value, &kpi.unit));
    view! {
        <tr>
            <th scope="row" class="table-number"><span class="margin-number">{kpi.clause()}</span><bdi>{kpi.name.clone()}</bdi></th>
            <td class="num">{value}</td>
            <td class="num">{bound_mark(kpi)}" "{format::number_or_missing(kpi.target, 2)}</td>
            <td class="num quiet">{format::number_or_missing(kpi.floor, 2)}</td>
            <td><span class="points"><span class="points-bar" aria-hidden="true"><i style:width=format!("{points}%")></i></span><span>{format::number_or_missing(line.points, 1)}</span></span></td>
            <td class="num">{format::number_or_missing(line.effective_weight, 1)}</td>
            <td class="num"><strong>{line.counted().map_or_else(|| format::MISSING.to_owned(), |counted| format::fixed(counted, 1))}</strong></td>
        </tr>
    }
    .into_any()
}

/// Says how the score came about, indicator by indicator.
fn score_steps(text: &'static Text, assessed: &Assessment, href: impl Fn(&Kpi) -> String) -> Steps {
    let words = &text.reviews;
    let number = |value: f64| format::number(value, 2);
    let input = |line: &AssessedLine| {
        let (floor, target) = line.limits()?;
        let said = match (line.value, line.points, line.effective_weight) {
            (Some(value), Some(points), Some(weight)) => {
                let months: Vec<f64> = line.readings.values().filter_map(|one| one.value()).collect();
                let mean = (1 < months.len() && line.judged.mark.is_none()).then(|| {
                    let months = months.iter().map(|month| number(*month)).collect::<Vec<_>>();
                    format!("({}) / {} = {};  ", months.join(" + "), months.len(), number(value))
                });
                format!(
                    "{}100 × ({} − {}) / ({} − {}) = {};  × {} % = {}",
                    mean.unwrap_or_default(),
                    number(value),
                    number(floor),
                    number(target),
                    number(floor),
                    format::number(points, 1),
                    format::number(weight, 1),
                    format::fixed(line.counted().unwrap_or(0.0), 1)
                )
            }
            _ => words.missing_input.to_owned(),
        };
        Some(Input::from(&href(&line.kpi), (line.title(), said)))
    };
    let terms = assessed.lines.iter().filter_map(AssessedLine::counted);
    let terms: Vec<_> = terms.map(|counted| format::fixed(counted, 1)).collect();
    let score = assessed.score.map_or_else(|| format::MISSING.to_owned(), |score| format::fixed(score, 1));
    Steps {
        rule: words.score_rule.to_owned(),
        formula: format!("{} = {score}", terms.join(" + ")),
        inputs: assessed.lines.iter().filter_map(input).collect(),
    }
}

/// Says how the grade came about, period by period.
fn grade_steps(text: &'static Text, assessed: &Assessment, period: Period) -> Steps {
    let words = &text.reviews;
    let letter = |place: Option<usize>| {
        let band = place.and_then(|place| assessed.bands.get(place));
        band.map_or(format::MISSING, |band| band.grade.as_str())
    };
    let graded = assessed.earlier.iter().filter(|one| one.score.is_some());
    let before = graded.zip(assessed.way()).map(|(one, published)| {
        let score = format::number_or_missing(one.score, 1);
        let said = (words.raw_and_given)(letter(published.raw), letter(published.published));
        Input::here((name(one.period, text.language), format!("{score}: {said}")))
    });
    let or_missing = |grade: &Option<String>| grade.clone().unwrap_or_else(|| format::MISSING.to_owned());
    let said = (words.raw_and_given)(&or_missing(&assessed.raw_grade), &or_missing(&assessed.grade));
    let score = assessed.gradable().ok();
    let here = (name(period, text.language), format!("{}: {said}", format::number_or_missing(score, 1)));
    let mut inputs: Vec<Input> = before.collect();
    inputs.push(Input::here(here));
    if assessed.severe_breach {
        inputs.push(Input::here((words.severe_tag.to_owned(), assessed.severe_reason.clone())));
    }
    Steps { rule: words.grade_rule.to_owned(), formula: bands_said(&assessed.bands), inputs }
}
