//! 6.4 Improvement: from feedback over a cause and an action to its effect.

mod effect;
mod theme;

use leptos::prelude::*;

use crate::domain::performance::improvement::{Feedback, Source, Stand, Theme};
use crate::domain::performance::{Kpi, Performance};
use crate::domain::register::Item;
use crate::domain::selection::Selection;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, Facts, List, holder, list};
use crate::pages::parts::{StageSheet, add_button, is_empty};
use crate::pages::performance::improvement::effect::effect_said;
use crate::routes::Page;
use crate::state::workspace::use_workspace;
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::TagKind;

static THEMES: List<Theme> = List {
    name: |text| text.improvement.themes_head,
    columns: THEME_COLUMNS,
    is_wrong: |facts, theme| {
        matches!(stand(facts, theme), Stand::Overdue(_) | Stand::ToCheck | Stand::CheckOverdue)
    },
    form: theme::theme,
    add: |text| text.improvement.add_theme,
    fill: |_| (),
};

const THEME_COLUMNS: &[Column<Theme>] = &[
    Column::new(|text| text.improvement.theme, |_, theme| Said::Text(theme.name.clone())),
    Column::number(
        |text| text.improvement.said,
        |facts, theme| Said::Number(format::whole(facts.project.performance.n_said(theme.id).into())),
    ),
    Column::new(
        |text| text.improvement.action,
        |_, theme| Said::Text(theme.present().map(|round| round.action.clone()).unwrap_or_default()),
    ),
    Column::new(
        |text| text.improvement.owner,
        |facts, theme| holder(facts, theme.present().and_then(|round| round.owner)),
    ),
    Column::new(
        |text| text.improvement.due,
        |_, theme| Said::Date(format::date_or_missing(theme.present().and_then(|round| round.due))),
    ),
    Column::new(|text| text.improvement.effect, effect_said),
    Column::new(
        |text| text.improvement.state,
        |facts, theme| {
            let (text, stand) = (&facts.text.improvement, stand(facts, theme));
            let kind = match stand {
                Stand::Overdue(_) | Stand::CheckOverdue => TagKind::Problem,
                Stand::ToCheck | Stand::NoCause | Stand::NoAction => TagKind::Due,
                Stand::Held => TagKind::Passed,
                Stand::Underway | Stand::Waiting => TagKind::Plain,
            };
            let said = (text.stand)(stand);
            Said::Tag(
                kind,
                match theme.n_lapsed() {
                    0 => said,
                    lapsed => (text.again)(&said, lapsed),
                },
            )
        },
    ),
];

static FEEDBACK: List<Feedback> = List {
    name: |text| text.improvement.feedback_head,
    columns: FEEDBACK_COLUMNS,
    is_wrong: |_, feedback| feedback.theme.is_none(),
    form: |row| form(row, FEEDBACK_FIELDS),
    add: |text| text.improvement.add_feedback,
    fill: |_| (),
};

const FEEDBACK_COLUMNS: &[Column<Feedback>] = &[
    Column::new(|text| text.improvement.words, |_, feedback| Said::Text(feedback.words.clone())),
    Column::new(
        |text| text.improvement.date,
        |_, feedback| Said::Date(format::date_or_missing(feedback.date)),
    ),
    Column::new(
        |text| text.improvement.source_label,
        |facts, feedback| {
            let source = (facts.text.improvement.source)(feedback.source);
            Said::Text(match feedback.from.trim() {
                "" => source.to_owned(),
                from => [source, from].join(facts.text.common.list_comma),
            })
        },
    ),
    Column::number(
        |text| text.improvement.count,
        |_, feedback| Said::Number(format::whole(feedback.count.unwrap_or(1).into())),
    ),
    Column::new(
        |text| text.improvement.about,
        |facts, feedback| {
            let kpi = feedback.kpi.and_then(|kpi| facts.project.performance.kpis.get(kpi));
            Said::Text(kpi.map(|kpi| format!("{} {}", kpi.clause(), kpi.name)).unwrap_or_default())
        },
    ),
    Column::new(
        |text| text.improvement.belongs_to,
        |facts, feedback| {
            let theme = feedback.theme.and_then(|theme| facts.project.performance.themes.get(theme));
            match theme {
                Some(theme) => Said::Text(format!("{} {}", theme.clause(), theme.name)),
                None => Said::Tag(TagKind::Due, facts.text.improvement.loose.to_owned()),
            }
        },
    ),
];

const FEEDBACK_FIELDS: &[Field<Feedback>] = &[
    field!(12 Lines words: improvement.words),
    field!(3 Date date: improvement.date),
    field!(3 OneOf(Source::ALL, improvement.source) source: improvement.source_label),
    field!(4 Line from: improvement.from),
    field!(2 Whole(1000000) count: improvement.count),
    field!(6 Link(Kpi, |kpi| kpi.name.clone()) kpi: improvement.about),
    field!(6 Link(Theme, |theme| theme.name.clone()) theme: improvement.belongs_to),
];

/// Returns how far a theme is today.
fn stand(facts: &Facts, theme: &Theme) -> Stand {
    let project = &facts.project;
    project.performance.stand(&project.selection, theme, facts.today)
}

/// Shows the page.
#[component]
pub fn ImprovementPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let (no_feedback, no_theme) = (is_empty::<Feedback>(), is_empty::<Theme>());
    let finding = Signal::derive(move || {
        let performance = workspace.section::<Performance>();
        let overview = performance.improvement(&workspace.section::<Selection>(), workspace.today());
        (words.get().improvement.finding)(performance.themes.len(), &overview)
    });
    view! {
        <StageSheet page=Page::Improvement>
            <Show when=fact(move || !(no_feedback.get() && no_theme.get())) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.improvement.empty)>
                    {add_button::<Feedback>(words.s(|t| t.improvement.add_feedback), ButtonKind::Primary, |_| ())}
                    {add_button::<Theme>(words.s(|t| t.improvement.add_theme), ButtonKind::Plain, |_| ())}
                </EmptyState>
            }>
                <Finding clauses=finding/>
                <SheetSection number="6.4.1" title=words.s(|t| t.improvement.themes_head)>{list(&THEMES, ().into_any())}</SheetSection>
                <SheetSection number="6.4.2" title=words.s(|t| t.improvement.feedback_head)>{list(&FEEDBACK, ().into_any())}</SheetSection>
            </Show>
        </StageSheet>
    }
}
