//! 5.1 Register.

mod form;
mod occurrences;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::profile::Profile;
use crate::domain::register::Item;
use crate::domain::risk::matrix::{Code, check};
use crate::domain::risk::order::{OrderBy, Shown};
use crate::domain::risk::{Risk, RiskBook};
use crate::domain::task::Task;
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::list::{Column, Facts, List, holder, list_of, use_facts};
use crate::pages::parts::{TaskSheet, add_button, from_template, is_empty};
use crate::pages::risk::{change, finding, occurred};
use crate::state::workspace::use_workspace;
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept};
use crate::ui::picks::SelectField;
use crate::ui::tag::TagKind;

static RISKS: List<Risk> = List {
    name: |text| (text.common.task)(Task::Register),
    columns: COLUMNS,
    is_wrong: |facts, risk| !check(risk, facts.today).is_empty() || 0 < risk.review_overdue(facts.today),
    form: form::risk,
    add: |text| text.risk.add_risk,
    fill: |_| (),
};

const COLUMNS: &[Column<Risk>] = &[
    Column::new(|text| text.risk.event, |_, risk| Said::Text(risk.event.clone())),
    Column::new(
        |text| text.risk.category_label,
        |facts, risk| {
            let category = (facts.text.risk.category)(risk.category);
            Said::Text(risk.own_category().unwrap_or(category).to_owned())
        },
    ),
    Column::new(|text| text.risk.before_after, |_, risk| change(risk.inherent(), risk.residual())),
    Column::new(|text| text.risk.owner, |facts, risk| holder(facts, risk.owner)),
    Column::new(
        |text| text.risk.review,
        |facts, risk| match risk.review_overdue(facts.today) {
            0 => Said::Date(format::date_or_missing(risk.review)),
            days => Said::Tag(TagKind::Problem, (facts.text.risk.overdue)(days)),
        },
    ),
    Column::new(
        |text| text.risk.occurred,
        |facts, risk| {
            occurred(facts, risk)
                .map_or_else(|| Said::Text(String::new()), |said| Said::Tag(TagKind::Due, said))
        },
    ),
];

/// The order somebody chose, as it was then. It stays while risks are rated anew: a line that jumped away under the
/// fields in it would take the focus along.
#[derive(Clone, Default)]
struct Arranged {
    /// The risks there were.
    known: Vec<Id<Risk>>,
    /// Those of them that are shown, in their order.
    shown: Vec<Id<Risk>>,
}

/// Shows the register.
#[component]
pub fn RegisterPage() -> impl IntoView {
    let words = use_words();
    let none = is_empty::<Risk>();
    let first = move || {
        view! {
            <EmptyState sentence=words.s(|t| t.risk.empty)>
                {from_template(Content::Risks, true)}
                {add_button::<Risk>(words.s(|t| t.risk.add_risk), ButtonKind::Plain, |_| ())}
            </EmptyState>
        }
    };
    view! {
        <TaskSheet task=Task::Register>
            <Show when=fact(move || !none.get()) fallback=first>{risks()}</Show>
        </TaskSheet>
    }
}

/// Shows the finding, what chooses among the risks, and the list.
fn risks() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let all = workspace.ids::<Risk>();
    let by = RwSignal::new(Some(OrderBy::default()));
    let shown = RwSignal::new(Shown::All);
    let arranged = RwSignal::new(Arranged::default());
    let arrange = move || {
        let book = workspace.section_now::<RiskBook>();
        let (tolerance, today) = (workspace.section_now::<Profile>().scales.tolerance, workspace.today());
        let shown = shown.get_untracked();
        let risks = match by.get_untracked() {
            None => book.risks.iter().cloned().collect(),
            Some(by) => book.ordered(by),
        };
        let chosen = risks.iter().filter(|risk| shown.has(risk, tolerance, today));
        arranged.set(Arranged {
            known: book.risks.iter().map(|risk| risk.id).collect(),
            shown: chosen.map(|risk| risk.id).collect(),
        });
    };
    arrange();
    let ids = kept(move || {
        let all = all.get();
        if by.get().is_none() && shown.get() == Shown::All {
            return all;
        }
        arranged.with(|Arranged { known, shown }| {
            let new = all.iter().filter(|id| !known.contains(id));
            shown.iter().filter(|id| all.contains(id)).chain(new).copied().collect::<Vec<_>>()
        })
    });
    let orders = Signal::derive(move || {
        let text = words.get();
        let entered = (String::new(), text.risk.order_entered.to_owned());
        let scores = OrderBy::ALL.iter().enumerate();
        let scores = scores.map(|(place, by)| (place.to_string(), (text.risk.order_by)(*by).to_owned()));
        std::iter::once(entered).chain(scores).collect::<Vec<_>>()
    });
    let order = Signal::derive(move || {
        let place = by.get().and_then(|by| OrderBy::ALL.iter().position(|one| *one == by));
        place.map(|place| place.to_string()).unwrap_or_default()
    });
    let set_order = move |place: String| {
        by.set(place.parse::<usize>().ok().and_then(|place| OrderBy::ALL.get(place).copied()));
        arrange();
    };
    let choices = Signal::derive(move || {
        let text = words.get();
        let choices = Shown::ALL.iter().enumerate();
        let choices = choices.map(|(place, shown)| (place.to_string(), (text.risk.show)(*shown).to_owned()));
        choices.collect::<Vec<_>>()
    });
    let choice = Signal::derive(move || {
        let place = Shown::ALL.iter().position(|one| *one == shown.get());
        place.unwrap_or_default().to_string()
    });
    let set_choice = move |place: String| {
        let place = place.parse::<usize>().unwrap_or_default();
        shown.set(Shown::ALL.get(place).copied().unwrap_or_default());
        arrange();
    };
    view! {
        <Finding clauses=Signal::derive(move || said(&facts.get()))/>
        <div class="risk-choice">
            <SelectField label=words.s(|t| t.risk.order_label) value=order options=orders on_input=set_order/>
            <SelectField label=words.s(|t| t.risk.show_label) value=choice options=choices on_input=set_choice/>
        </div>
        <Show when=fact(move || ids.with(Vec::is_empty))><p class="hint" role="status">{words.s(|t| t.risk.none_shown)}</p></Show>
        {list_of(&RISKS, ids.into(), from_template(Content::Risks, false))}
    }
    .into_any()
}

/// Returns the sentence the register leads with: what is beyond tolerance, which reviews are overdue, which acceptances
/// have no end and which have expired.
fn said(facts: &Facts) -> Vec<String> {
    let (text, today) = (facts.text, facts.today);
    let count =
        |is_so: &dyn Fn(&Risk) -> bool| facts.project.risk.risks.iter().filter(|risk| is_so(risk)).count();
    let overdue = count(&|risk| 0 < risk.review_overdue(today));
    let overdue = (0 < overdue).then(|| (text.risk.overdue_count)(overdue));
    let named = |code: Code| {
        let risks = facts.project.risk.risks.iter();
        let found = risks.filter(|risk| check(risk, today).iter().any(|finding| finding.code == code));
        found.map(|risk| risk.clause()).collect::<Vec<_>>()
    };
    let said = |clauses: Vec<String>, words: fn(&str) -> String| {
        (!clauses.is_empty()).then(|| words(&clauses.join(text.common.list_comma)))
    };
    let endless = said(named(Code::AcceptWithoutExpiry), text.risk.accept_endless);
    let expired = said(named(Code::AcceptExpired), text.risk.accept_expired);
    finding(facts).into_iter().chain(overdue).chain(endless).chain(expired).collect()
}
