//! The ruled statement: one line for each thing that is paid or taken off, every amount opening to its calculation.

use leptos::prelude::*;

use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::payment::lines::Weight;
use crate::pages::performance::payment::Shown;
use crate::pages::performance::payment::lines::{Shown as Line, Ways, lines};
use crate::routes::{Page, Route};
use crate::ui::calculation::{CalculationPanel, Opened};
use crate::ui::live::{Kept, kept, live};

/// How many columns the statement has.
const COLUMNS: u8 = 4;

/// Returns where the inputs of a statement were entered.
pub fn ways(shown: Shown) -> Ways {
    let id = shown.workspace.id();
    let to = |page: Page| Route::Project(id, page).href();
    Ways {
        sla: to(Page::Task(Task::Sla)),
        kpis: to(Page::Task(Task::Kpis)),
        credits: to(Page::Credits),
        proposals: to(Page::Task(Task::Proposals)),
        scope: to(Page::Task(Task::Scope)),
    }
}

/// Shows the statement looked at.
pub fn statement(shown: Shown) -> AnyView {
    let words = use_words();
    let opened = RwSignal::new(None::<usize>);
    let heads = live(move || {
        let text = words.get();
        let said = &text.payment;
        let amount = (said.amount_in)(shown.stated.with(|stated| stated.currency));
        view! {
            <tr>
                <th scope="col">{said.item}</th><th scope="col">{said.basis}</th>
                <th scope="col" class="num">{said.share}</th><th scope="col" class="num">{amount}</th>
            </tr>
        }
    });
    let all = kept(move || {
        let ways = ways(shown);
        shown.stated.with(|stated| Table(lines(words.get(), stated, &ways)))
    });
    let place = kept(move || shown.place.get());
    let rows = live(move || {
        // Another statement has other lines; none of them is open.
        place.track();
        opened.set(None);
        let count = all.with(|all| all.0.len());
        (0..count).map(|at| row(all, at, opened)).collect_view()
    });
    view! {
        <table class="table statement">
            <caption class="sr-only">{words.s(|t| t.payment.statement)}</caption>
            <thead>{heads}</thead>
            <tbody>{rows}</tbody>
        </table>
        {consequence(shown)}
    }
    .into_any()
}

/// The lines of a statement, which differ when what is said differs.
#[derive(Clone, Debug)]
pub struct Table(pub Vec<Line>);

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        let said = |line: &Line| {
            let Line { weight, clause, name, basis, share, amount, steps } = line.clone();
            (weight, clause, name, basis, share, amount, steps)
        };
        self.0.iter().map(said).eq(other.0.iter().map(said))
    }
}

fn row(all: Kept<Table>, at: usize, opened: RwSignal<Option<usize>>) -> AnyView {
    let words = use_words();
    let Some(line) = all.with_untracked(|all| all.0.get(at).cloned()) else { return ().into_any() };
    let Line { weight, clause, name, basis, share, amount, steps } = line;
    if weight == Weight::Head {
        return view! { <tr class="statement-group"><th scope="rowgroup" colspan=COLUMNS>{name}</th></tr> }
            .into_any();
    }
    let class = match weight {
        Weight::Quiet => "quiet",
        Weight::Strong => "strong",
        Weight::Total => "statement-total",
        Weight::Head | Weight::Plain => "",
    };
    let is_open = move || opened.get() == Some(at);
    let toggle = move |_| opened.update(|open| *open = if *open == Some(at) { None } else { Some(at) });
    let title = name.clone();
    let spoken = {
        let (name, amount) = (name.clone(), amount.clone());
        move || format!("{amount}, {}", (words.get().payment.open_amount)(&name))
    };
    let figure = match steps.rule.is_empty() {
        true => view! { <span>{amount}</span> }.into_any(),
        false => view! {
            <button type="button" class="statement-amount" aria-label=spoken aria-expanded=move || if is_open() { "true" } else { "false" } on:click=toggle>{amount}</button>
        }
        .into_any(),
    };
    let panel = live(move || {
        let (title, steps) = (title.clone(), steps.clone());
        is_open().then(|| {
            let opened_now = Signal::stored(Some(Opened { title, steps, note: String::new() }));
            let close = Callback::new(move |()| opened.set(None));
            view! {
                <tr class="statement-calculation"><td colspan=COLUMNS>
                    <CalculationPanel opened=opened_now close=words.s(|t| t.common.close_action) on_close=close/>
                </td></tr>
            }
        })
    });
    view! {
        <tr class=class>
            <th scope="row" class="table-number"><span class="margin-number">{clause}</span><bdi>{name}</bdi></th>
            <td><bdi>{basis}</bdi></td><td class="num">{share}</td><td class="num">{figure}</td>
        </tr>
        {panel}
    }
    .into_any()
}

/// Says what else follows, and what keeps the credits from being told.
fn consequence(shown: Shown) -> AnyView {
    let words = use_words();
    let said = live(move || {
        let text = &words.get().payment;
        let follows = shown.stated.with(|stated| (text.consequence)(stated.consequence));
        let refused = shown.drawn.with(|drawn| drawn.as_ref().and_then(|drawn| drawn.refused));
        let refused = refused.map(|error| (text.refused)(error));
        let no_model = shown.stated.with(|stated| stated.model.is_none());
        let href = Route::Project(shown.workspace.id(), Page::Credits).href();
        view! {
            {follows.map(|follows| view! { <p class="hint">{follows}</p> })}
            {refused.map(|refused| view! { <p class="field-error">{refused}</p> })}
            {no_model.then(|| view! { <p><a href=href>{text.to_credits}</a></p> })}
        }
    });
    view! { {said} }.into_any()
}
