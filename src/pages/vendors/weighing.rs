//! Other ways to find weights than typing them, for the parts of the total and for criteria: ranks, swings, comparisons
//! of pairs, and questions about pairs.

mod computed;
mod questions;
mod ways;
mod weigher;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::selection::Criterion;
use crate::i18n::context::use_words;
use crate::pages::vendors::weighing::questions::Round;
use crate::pages::vendors::weighing::ways::ways;
use crate::pages::vendors::weighing::weigher::Weigher;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::live::{Show, fact, follow};

/// What is weighed against each other.
#[derive(Clone, Copy)]
pub enum Among {
    /// The parts of the total.
    Parts,
    /// The criteria that stand under a group, or at the top.
    Criteria(Signal<Option<Id<Criterion>>>),
}

/// Other ways to weigh, as a page offers them. They are loaded on their own, since they stand behind a closed line.
#[derive(Clone, Copy)]
pub struct Weighing {
    among: Among,
    /// Whether there is something to weigh now.
    is_open: Signal<bool>,
    /// Whether somebody wants to be asked about pairs.
    asks: RwSignal<bool>,
}

/// Shows the ways to weigh once their part of the app is here. Shared through context, as only the app knows its parts.
#[derive(Clone, Copy)]
pub struct ShowsWeighing(pub Callback<Weighing, AnyView>);

impl Weighing {
    /// Offers to weigh while `is_open` says so.
    pub fn new(among: Among, is_open: Signal<bool>) -> Self {
        Self { among, is_open, asks: RwSignal::new(false) }
    }

    /// Shows the button that asks about pairs.
    pub fn button(self) -> AnyView {
        let label = use_words().s(|t| t.vendors.questions_action);
        view! { <Button kind=ButtonKind::Text label on_press=move |()| self.asks.set(true)/> }.into_any()
    }

    /// Shows the ways, as soon as they are here.
    pub fn show(self) -> AnyView {
        expect_context::<ShowsWeighing>().0.run(self)
    }
}

/// Shows the ways to weigh that a page offers.
pub fn weighing(offered: Weighing) -> AnyView {
    let Weighing { among, is_open, asks } = offered;
    let weigher = match among {
        Among::Parts => Weigher::of_parts(),
        Among::Criteria(level) => Weigher::of_criteria(level),
    };
    let round = Round::new(weigher);
    follow(move || {
        if asks.get() {
            asks.set(false);
            round.begin();
        }
    });
    view! { <Show when=fact(move || is_open.get())>{ways(weigher)}</Show>{round.dialog()} }.into_any()
}
