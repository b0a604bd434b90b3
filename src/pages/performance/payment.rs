//! 6.3 Payment: what is paid for a period, line by line, confirmed by both sides; and what comes after the contract.

mod all;
mod extras;
mod figure;
mod gain;
mod lines;
mod long_term;
mod next;
mod next_band;
mod sides;
mod statement;
mod watch;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::Performance;
use crate::domain::performance::payment::stated::{Drawn, Stated};
use crate::domain::performance::payment::watch::LowAward;
use crate::domain::performance::payment::{PaymentTerms, Statement};
use crate::domain::period::{Cycle, Period};
use crate::domain::profile::Side;
use crate::domain::selection::{Selection, Vendor};
use crate::domain::step::Step;
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::payment::{Led, worded};
use crate::i18n::period::name;
use crate::i18n::{Text, format};
use crate::pages::form::controls::Control;
use crate::pages::form::{Field, field, form, labelled, wide};
use crate::pages::parts::StageSheet;
use crate::pages::performance::use_vendor;
use crate::routes::{Page, Route};
use crate::state::part::{Change, Part};
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{Kept, Show, fact, kept, live};
use crate::ui::picks::SelectField;
use crate::ui::sheet::SheetSection;

const TERMS: &[Field<PaymentTerms>] = &[
    field!(3 OneOf(Cycle::ALL, payment.cycle) cycle: payment.cycle_label),
    field!(3 Whole(366) due_days: payment.due_days),
    field!(3 Line fee_clause: payment.fee_clause),
    field!(3 Line credit_clause: payment.credit_clause),
];

/// The place of the picture, which needs a fee.
const FIGURE: u8 = 4;
/// The place of what is watched after a low award.
const WATCH: u8 = 8;

/// What a statement leads to.
#[derive(Clone, Copy)]
pub enum Ahead {
    /// What would have to be otherwise for the next step.
    Next(Shown),
    /// What comes after the contract, how a gain is shared and what is watched until then.
    Term(Shown),
}

/// Shows what a statement leads to, which is a part of its own: a statement is settled without it.
#[derive(Clone, Copy)]
pub struct ShowsAhead(pub Callback<Ahead, AnyView>);

/// Shows what a statement leads to, whose part is here.
pub fn shown_ahead(ahead: Ahead) -> AnyView {
    match ahead {
        Ahead::Next(shown) => next::next(shown),
        Ahead::Term(shown) => {
            view! { {long_term::long_term(shown)}{gain::gain(shown)}{watch::watch(shown)} }.into_any()
        }
    }
}

/// Shows what a statement leads to, once its part is here.
fn ahead(ahead: Ahead) -> AnyView {
    expect_context::<ShowsAhead>().0.run(ahead)
}

/// The statement looked at.
#[derive(Clone, Copy)]
pub struct Shown {
    workspace: Workspace,
    /// Whose, and for when.
    place: Kept<Option<(Id<Vendor>, Period)>>,
    /// What was entered and confirmed of it.
    entered: Kept<Arc<Statement>>,
    /// What today's data give.
    drawn: Kept<Option<Drawn>>,
    /// Who is about to confirm.
    confirming: RwSignal<Option<Side>>,
    /// Whether it was asked for today's data, or for what both sides confirmed.
    asked_for_today: RwSignal<Option<bool>>,
    /// Whether today's data are shown where both sides confirmed another statement: they are while somebody confirms, and
    /// from when one side confirmed something newer.
    looks_at_today: Kept<bool>,
    /// What is shown.
    stated: Kept<Stated>,
    /// What makes the award one to be watched.
    award: Kept<Option<LowAward>>,
    /// What was chosen here.
    chosen: RwSignal<Option<(Id<Vendor>, Period)>>,
}

impl Shown {
    /// Numbers a section by its place among all of them; those that are hidden leave no gap.
    fn number(self, place: u8) -> Signal<String> {
        Signal::derive(move || {
            let has_figure = self.stated.with(|stated| stated.fee.is_some());
            let is_watched = self.award.with(Option::is_some);
            let hidden = [(FIGURE, has_figure), (WATCH, is_watched)];
            let before = hidden.into_iter().filter(|(other, is_shown)| !is_shown && *other < place);
            format!("6.3.{}", usize::from(place) - before.count())
        })
    }

    /// Changes the statement looked at as one step.
    fn change(self, step: Step, change: impl FnOnce(&mut Statement)) {
        let Some(place) = self.place.get_untracked() else { return };
        let workspace = self.workspace;
        workspace.edit(step, |performance: &mut Performance| {
            performance.payments.change(place, || workspace.new_id(), change);
        });
    }

    /// Goes to another statement, or back to the one both sides confirmed.
    fn leave(self) {
        self.asked_for_today.set(None);
        self.confirming.set(None);
    }

    /// Names the statement for undo.
    fn subject(self) -> String {
        let Some((vendor, period)) = self.place.get_untracked() else { return String::new() };
        self.workspace.section_now::<Performance>().payments.clause(vendor, period)
    }

    /// Takes the terms of the vendor as fields see them.
    fn terms(self) -> Part<PaymentTerms> {
        let workspace = self.workspace;
        let read = move || {
            let vendor = self.place.get().map(|(vendor, _)| vendor);
            let payments = &workspace.section::<Performance>().payments;
            vendor.map(|vendor| payments.terms_of(vendor)).unwrap_or_default()
        };
        let change = move |field: &'static str, asked: Change<PaymentTerms>| {
            let Some((vendor, _)) = self.place.get_untracked() else { return };
            let name = workspace.section_now::<Selection>().title_of(vendor);
            workspace.edit(Step::typing(name, field), |performance: &mut Performance| {
                asked(performance.payments.terms.entry(vendor));
            });
        };
        Part::new(read, change)
    }
}

fn use_shown() -> Shown {
    let workspace = use_workspace();
    let (_, vendor) = use_vendor();
    let chosen = RwSignal::new(None);
    let place = kept(move || {
        let performance = workspace.section::<Performance>();
        let here = chosen.get().filter(|(vendor, _)| workspace.section::<Selection>().vendors.has(*vendor));
        // Who has neither readings nor statements is paid nothing: another bidder, an offer that was turned down.
        let is_paid = |vendor: &Id<Vendor>| performance.is_paid(*vendor);
        let others = || payees(workspace).first().map(|vendor| vendor.id);
        let own = || vendor.get().filter(is_paid).or_else(others);
        let vendor = here.map(|(vendor, _)| vendor).filter(is_paid).or_else(own)?;
        let cycle = performance.payments.terms_of(vendor).cycle;
        // While nothing is chosen the last period that is over is what there is to settle.
        let periods = performance.paid_periods(vendor, cycle);
        let today = workspace.today();
        let over = periods.iter().rev().find(|one| one.last_day().is_some_and(|last| last < today));
        // A period of another length is shown where it has a statement of its own.
        let has_own = |period: &Period| period.cycle == cycle || performance.payments.has(vendor, *period);
        let wanted = here.map(|(_, period)| period).filter(has_own);
        let period = wanted.or_else(|| over.or(periods.last()).copied())?;
        Some((vendor, period))
    });
    let entered = kept(move || {
        let performance = workspace.section::<Performance>();
        let of = |(vendor, period)| performance.payments.statement(vendor, period);
        place.get().map(of).unwrap_or_default()
    });
    let drawn = kept(move || {
        let (vendor, period) = place.get()?;
        Some(workspace.project().draw_statement(vendor, period))
    });
    let (confirming, asked_for_today) = (RwSignal::new(None), RwSignal::new(None));
    let looks_at_today = kept(move || {
        let is_newer = || entered.with(|one| Side::ALL.into_iter().any(|side| one.is_newer(side)));
        confirming.with(Option::is_some) || asked_for_today.get().unwrap_or_else(is_newer)
    });
    let stated = kept(move || {
        let agreed = entered.with(|one| one.latest().map(|agreed| agreed.stated.clone()));
        let today = || drawn.with(|drawn| drawn.as_ref().map(|drawn| drawn.stated.clone()));
        agreed.filter(|_| !looks_at_today.get()).or_else(today).unwrap_or_default()
    });
    let award = kept(move || {
        let (vendor, _) = place.get()?;
        workspace.project().low_award(vendor, workspace.today())
    });
    Shown {
        workspace,
        place,
        entered,
        drawn,
        confirming,
        asked_for_today,
        looks_at_today,
        stated,
        award,
        chosen,
    }
}

/// Lists the vendors there is anything to settle with.
fn payees(workspace: Workspace) -> Vec<Arc<Vendor>> {
    let (selection, performance) = (workspace.section::<Selection>(), workspace.section::<Performance>());
    let paid = selection.vendors.iter().filter(|vendor| performance.is_paid(vendor.id));
    paid.cloned().collect()
}

/// Shows the page.
#[component]
pub fn PaymentPage() -> impl IntoView {
    let words = use_words();
    let shown = use_shown();
    let workspace = shown.workspace;
    let finding = Signal::derive(move || shown.stated.with(|stated| lead(words.get(), stated)));
    let to = move |page| Route::Project(workspace.id(), page).href();
    let empty = move || {
        let no_vendor = workspace.section::<Selection>().vendors.is_empty();
        let text = words.get();
        let (page, label) = match no_vendor {
            true => (Page::Vendors, text.payment.to_vendors),
            false => (Page::Task(Task::Kpis), text.payment.to_readings),
        };
        view! { <a class="button primary" href=to(page)>{label}</a> }
    };
    view! {
        <StageSheet page=Page::Payment>
            <Show when=fact(move || shown.place.with(Option::is_some)) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.payment.nothing)>{live(empty)}</EmptyState>
            }>
                <Finding clauses=finding/>
                {facts(shown)}
                {all::settled(shown)}
                {statement::statement(shown)}
                <div class="payment-halves">
                    <div class="payment-next">{ahead(Ahead::Next(shown))}</div>
                    {sides::sides(shown)}
                </div>
                {extras::extras(shown)}
                {figure::figure(shown)}
                {terms(shown)}
                {ahead(Ahead::Term(shown))}
                {all::all(shown)}
            </Show>
        </StageSheet>
    }
}

/// Says what is paid and how that came about.
fn lead(text: &'static Text, stated: &Stated) -> Vec<String> {
    let words = &text.payment;
    if stated.fee.is_none() {
        return vec![words.no_fee.to_owned()];
    }
    let say = |amount: i64| worded(Money(amount), stated.currency, text.language);
    let differs = stated.payment.0 - stated.base().0;
    let added = stated.returned.0 + stated.value_added.0;
    (words.finding)(&Led {
        period: name(stated.period, text.language),
        this: (words.this)(stated.period.cycle),
        payment: say(stated.payment.0),
        differs: (differs != 0).then(|| (say(differs.abs()), 0 < differs)),
        credits: (stated.credits.0 != 0).then(|| say(stated.credits.0)),
        added: (added != 0).then(|| say(added)),
        clamped: (0 < stated.clamped.0).then(|| say(stated.clamped.0)),
    })
}

/// Shows period, payee, review and due date; the first two choose what is looked at.
fn facts(shown: Shown) -> AnyView {
    let (words, workspace) = (use_words(), shown.workspace);
    let periods = Signal::derive(move || {
        let Some((vendor, period)) = shown.place.get() else { return Vec::new() };
        let performance = workspace.section::<Performance>();
        let cycle = performance.payments.terms_of(vendor).cycle;
        let mut periods = performance.paid_periods(vendor, cycle);
        if !periods.contains(&period) {
            periods.push(period);
        }
        let option = |period: &Period| (period.to_string(), name(*period, words.get().language));
        periods.iter().rev().map(option).collect::<Vec<_>>()
    });
    let period =
        Signal::derive(move || shown.place.get().map(|(_, one)| one.to_string()).unwrap_or_default());
    let pick_period = move |picked: String| {
        let Some((vendor, period)) = shown.place.get_untracked() else { return };
        let performance = workspace.section_now::<Performance>();
        let periods = performance.paid_periods(vendor, performance.payments.terms_of(vendor).cycle);
        let picked = Period::parse(&picked);
        let found = periods.into_iter().chain([period]).find(|one| Some(*one) == picked);
        shown.leave();
        shown.chosen.set(found.map(|period| (vendor, period)));
    };
    let vendors = Signal::derive(move || {
        let selection = workspace.section::<Selection>();
        let name = |vendor: &Arc<Vendor>| (vendor.id.to_string(), selection.title_of(vendor.id));
        payees(workspace).iter().map(name).collect::<Vec<_>>()
    });
    let vendor = Signal::derive(move || shown.place.get().map(|(id, _)| id.to_string()).unwrap_or_default());
    let pick_vendor = move |picked: String| {
        let period = shown.place.get_untracked().map(|(_, period)| period);
        shown.leave();
        shown.chosen.set(Id::parse(&picked).zip(period));
    };
    let others = live(move || {
        let text = words.get();
        let said = &text.payment;
        shown.stated.with(|stated| {
            let score = stated.review.score_milli.map(|milli| format::number(f64::from(milli) / 1000.0, 3));
            let review = match score {
                Some(score) => (said.review_said)(&score, stated.review.grade.as_deref()),
                None => said.no_review.to_owned(),
            };
            let due = stated.due.map(|due| (said.due_by)(&format::date(due)));
            let due = due.unwrap_or_else(|| said.no_due.to_owned());
            let href = Route::Project(workspace.id(), Page::Task(Task::Reviews)).href();
            view! {
                <dl>
                    <div><dt>{said.review}</dt><dd><a href=href>{review}</a></dd></div>
                    <div><dt>{said.due}</dt><dd>{due}</dd></div>
                </dl>
            }
        })
    });
    view! {
        <div class="statement-facts">
            <SelectField label=words.s(|t| t.payment.period_label) value=period options=periods on_input=pick_period/>
            <SelectField label=words.s(|t| t.payment.payee) value=vendor options=vendors on_input=pick_vendor/>
            {others}
        </div>
    }
    .into_any()
}

/// Shows what was agreed on how is paid.
fn terms(shown: Shown) -> AnyView {
    let words = use_words();
    let fee = shown.workspace.bind(
        move || Step::typing(words.now().payment.base, "fee"),
        |performance: &Performance| performance.credits.fee,
        |performance: &mut Performance, fee| performance.credits.fee = fee,
    );
    view! {
        <SheetSection number=shown.number(5) title=words.s(|t| t.payment.terms_head)>
            <p class="hint" id="c-payment-terms" tabindex="-1">{words.s(|t| t.payment.terms_lead)}</p>
            <div class="fields">{wide(3, labelled(|t| t.payment.fee, Control::Money(fee), None))}</div>
            {form(shown.terms(), TERMS)}
        </SheetSection>
    }
    .into_any()
}
