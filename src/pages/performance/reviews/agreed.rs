//! What is agreed in a review, with owner and date.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::performance::Performance;
use crate::domain::performance::review::agreed::{AgreedAction, Usual};
use crate::domain::register::Item;
use crate::domain::selection::Selection;
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::{format, period};
use crate::pages::form::controls::Control;
use crate::pages::form::{Field, field, form, labelled};
use crate::pages::list::{Column, List, holder, list_filled};
use crate::pages::performance::reviews::Shown;
use crate::routes::{Page, Route};
use crate::ui::button::Button;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::tag::TagKind;
use decision::order;

static AGREED: List<AgreedAction> = List {
    name: |text| text.reviews.agreed_head,
    columns: COLUMNS,
    is_wrong: |facts, action| {
        let is_open = action.owner.is_none() || action.due.is_none();
        action.done.is_none() && (is_open || 0 < action.days_overdue(facts.today))
    },
    form: |row| form(row, FIELDS),
    add: |text| text.reviews.add_agreed,
    fill: |_| (),
};

const COLUMNS: &[Column<AgreedAction>] = &[
    Column::new(|text| text.reviews.what, |_, action| Said::Text(action.what.clone())),
    Column::new(
        |text| text.reviews.agreed_in,
        |facts, action| {
            let performance = &facts.project.performance;
            let period = action.period.map(|first| performance.period_of(action.vendor, first));
            Said::Text(period.map(period::short).unwrap_or_default())
        },
    ),
    Column::new(
        |text| text.reviews.owner,
        |facts, action| match action.owner {
            None => Said::Tag(TagKind::Due, facts.text.common.to_fill.to_owned()),
            owner => holder(facts, owner),
        },
    ),
    Column::new(|text| text.reviews.due, |_, action| Said::Date(format::date_or_missing(action.due))),
    Column::new(
        |text| text.reviews.state,
        |facts, action| {
            let text = &facts.text.reviews;
            match (action.done, action.days_overdue(facts.today)) {
                (Some(_), _) => Said::Tag(TagKind::Passed, text.state_done.to_owned()),
                (None, 0) => Said::Text(text.state_open.to_owned()),
                (None, days) => Said::Tag(TagKind::Problem, (text.overdue)(days)),
            }
        },
    ),
];

const FIELDS: &[Field<AgreedAction>] = &[
    field!(12 Lines what: reviews.what),
    field!(6 Role owner: reviews.owner),
    field!(3 Date due: reviews.due),
    field!(3 Date done: reviews.done),
];

/// Shows what was agreed with the vendor at this review and earlier ones, and offers what usually follows from the grade.
pub(super) fn agreed(shown: Shown) -> AnyView {
    let words = use_words();
    let workspace = shown.workspace;
    let ids = kept(move || {
        let Some((vendor, _)) = shown.place.get() else { return Vec::new() };
        let performance = workspace.section::<Performance>();
        let of_vendor = performance.agreed.iter().filter(|action| action.vendor == vendor);
        let mut all: Vec<_> = of_vendor.map(|action| (action.period, action.id)).collect();
        // The latest review first; what was agreed in one keeps its order.
        order::sort_by(&mut all, |one, other| other.0.cmp(&one.0));
        all.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
    });
    let fill = move |action: &mut AgreedAction| {
        if let Some((vendor, period)) = shown.place.get_untracked() {
            (action.vendor, action.period) = (vendor, Some(period.first));
        }
    };
    let other =
        shown.bind("actions", |review| review.actions.clone(), |review, said: String| review.actions = said);
    let besides = move || labelled(|t| t.reviews.agreed_words, Control::Lines(other), None);
    let closed_words = move || {
        let said = shown.closed.get()?.assessment.actions.clone();
        (!said.is_empty())
            .then(|| view! { <p class="agreed-words"><strong>{words.get().reviews.agreed_words}</strong>" "{said}</p> })
    };
    view! {
        {checks(shown)}
        {list_filled(&AGREED, ids.into(), fill, offer(shown))}
        <Show when=fact(move || !shown.is_closed()) fallback=move || view! {
            {live(closed_words)}
            <p class="hint">{words.s(|t| t.reviews.agreed_note)}</p>
        }>{besides()}</Show>
    }
    .into_any()
}

/// Lists the improvements that are to be checked at this review, each with the way to its check.
fn checks(shown: Shown) -> AnyView {
    let words = use_words();
    let workspace = shown.workspace;
    let drawn = live(move || {
        let (vendor, period) = shown.place.get()?;
        let performance = workspace.section::<Performance>();
        let themes = performance.checked_in(&workspace.section::<Selection>(), vendor, period);
        let page = Route::Project(workspace.id(), Page::Improvement);
        let links = themes.iter().map(|theme| {
            let (href, name) = (page.href_to(&theme.clause()), format!("{} {}", theme.clause(), theme.name));
            view! { <li><a href=href><bdi>{name}</bdi></a></li> }
        });
        let links = links.collect_view();
        (!themes.is_empty()).then(
            || view! { <div class="to-check"><p>{words.get().reviews.to_check}</p><ul>{links}</ul></div> },
        )
    });
    view! { {drawn} }.into_any()
}

/// Offers the usual actions of the grade that are not agreed yet.
fn offer(shown: Shown) -> AnyView {
    let words = use_words();
    let workspace = shown.workspace;
    let offered = kept(move || {
        let (vendor, period) = shown.place.get()?;
        let assessed = shown.assessed()?.ok()?;
        let grade = assessed.earned()?.to_owned();
        let performance = workspace.section::<Performance>();
        let taken: Vec<_> =
            performance.agreed_in(vendor, period.first).filter_map(|action| action.usual).collect();
        let usual = Usual::of_grade(assessed.place_of(&grade)?);
        // What is offered here goes with what is suggested above and on the page of payments.
        let project = workspace.project();
        let advice = project.suggest(vendor, workspace.today()).advice;
        let fits = |usual: &Usual| advice.goes_with(*usual) && !taken.contains(usual);
        let left: Vec<_> = usual.iter().copied().filter(fits).collect();
        (!left.is_empty()).then_some((grade, left))
    });
    let take = move |()| {
        let (Some((vendor, period)), Some((grade, left))) =
            (shown.place.get_untracked(), offered.get_untracked())
        else {
            return;
        };
        let text = words.now();
        let project = workspace.project_now();
        let actions: Vec<(Id<AgreedAction>, Usual)> =
            left.into_iter().map(|usual| (workspace.new_id(), usual)).collect();
        let step = Step::new(Verb::Template, (text.reviews.grade_line)(&grade));
        workspace.edit(step, |performance: &mut Performance| {
            for (id, usual) in actions {
                performance.agreed.add(id, |action| {
                    (action.vendor, action.period) = (vendor, Some(period.first));
                    (action.usual, action.what) = (Some(usual), (text.reviews.usual)(usual).to_owned());
                    action.due = usual.due(&project.collaboration, period, workspace.today());
                });
            }
        });
    };
    let label = words
        .built(move |t| offered.get().map(|(grade, _)| (t.reviews.take_usual)(&grade)).unwrap_or_default());
    view! { <Show when=fact(move || offered.with(Option::is_some))><Button label on_press=take/></Show> }
        .into_any()
}
