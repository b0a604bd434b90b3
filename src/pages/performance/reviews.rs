//! 6.2 Reviews: the scorecard of a period with its grade, what both sides say of it, and what was closed.

mod agreed;
mod card;
mod history;
mod judged;
mod sides;
mod versions;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::performance::Performance;
use crate::domain::performance::payment::long_term::Reason;
use crate::domain::performance::review::assessment::Assessment;
use crate::domain::performance::review::period::REVIEW_CYCLES;
use crate::domain::performance::review::{Closed, Review};
use crate::domain::performance::scorecard::{ScorecardError, Withheld};
use crate::domain::period::Period;
use crate::domain::register::Item;
use crate::domain::selection::{Selection, Vendor};
use crate::domain::step::Step;
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::i18n::period::name;
use crate::i18n::reviews::card::bands_said;
use crate::pages::form::controls::Control;
use crate::pages::form::{labelled, wide};
use crate::pages::parts::TaskSheet;
use crate::pages::performance::{VendorChoice, use_vendor};
use crate::routes::{Page, Route};
use crate::state::row::Bound;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{Kept, Show, fact, kept, live};
use crate::ui::picks::SelectField;
use crate::ui::sheet::SheetSection;

/// What a period comes to, or why it comes to nothing.
type Assessed = Result<Assessment, ScorecardError>;

/// Which review is looked at.
#[derive(Clone, Copy)]
struct Shown {
    workspace: Workspace,
    /// The vendor and the period, where there is something to review.
    place: Kept<Option<(Id<Vendor>, Period)>>,
    /// The review as it stands.
    review: Kept<Review>,
    /// What it comes to today.
    today: Kept<Option<Assessed>>,
    /// What it came to when it was closed, while it is closed.
    closed: Kept<Option<Arc<Closed>>>,
}

impl Shown {
    /// Looks at the review of a vendor over a period.
    fn at(workspace: Workspace, place: Kept<Option<(Id<Vendor>, Period)>>) -> Self {
        let review = kept(move || {
            let (vendor, period) = place.get()?;
            Some(workspace.section::<Performance>().review(vendor, period.first))
        });
        let review = kept(move || review.get().unwrap_or_default());
        let today = kept(move || {
            let (vendor, period) = place.get()?;
            Some(workspace.project().assess(vendor, period))
        });
        let closed = kept(move || review.with(|review| review.closed().cloned()));
        Self { workspace, place, review, today, closed }
    }

    /// Follows what it comes to: as it was closed, else today.
    fn assessed(self) -> Option<Assessed> {
        match self.closed.get() {
            Some(closed) => Some(Ok(closed.assessment.clone())),
            None => self.today.get(),
        }
    }

    /// Follows whether it is closed.
    fn is_closed(self) -> bool {
        self.closed.with(Option::is_some)
    }

    /// Names it for undo.
    fn subject(self, text: &Text) -> String {
        let Some((vendor, period)) = self.place.get_untracked() else { return String::new() };
        let selection = self.workspace.section_now::<Selection>();
        let clause = selection.vendors.get(vendor).map(|vendor| vendor.clause()).unwrap_or_default();
        (text.reviews.subject)(&clause, &name(period, text.language))
    }

    /// Changes the review, unless it is closed.
    fn change(self, step: Step, change: impl FnOnce(&mut Review)) {
        let Some((vendor, period)) = self.place.get_untracked() else { return };
        self.workspace.edit(step, |performance: &mut Performance| {
            let review = performance.reviews.entry(vendor).entry(period.first);
            if review.closed().is_none() {
                change(review);
            }
        });
    }

    /// Binds a value of the review.
    fn bind<V: Clone + PartialEq + Send + Sync + 'static>(
        self,
        field: &'static str,
        read: impl Fn(&Review) -> V + Send + Sync + 'static,
        write: impl Fn(&mut Review, V) + Send + Sync + 'static,
    ) -> Bound<V> {
        let words = use_words();
        self.bind_as(move || self.subject(words.now()), field, read, write)
    }

    /// Does the same under a subject of its own, so that undo tells it from others of the same field.
    fn bind_as<V: Clone + PartialEq + Send + Sync + 'static>(
        self,
        subject: impl Fn() -> String + Send + Sync + 'static,
        field: &'static str,
        read: impl Fn(&Review) -> V + Send + Sync + 'static,
        write: impl Fn(&mut Review, V) + Send + Sync + 'static,
    ) -> Bound<V> {
        Bound {
            value: kept(move || self.review.with(&read)).into(),
            set: Callback::new(move |value| {
                self.change(Step::typing(untrack(&subject), field), |review| write(review, value));
            }),
        }
    }
}

/// Shows the page.
#[component]
pub fn ReviewsPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let (chosen_vendor, vendor) = use_vendor();
    let chosen = RwSignal::new(String::new());
    let all = kept(move || match vendor.get() {
        Some(vendor) => workspace.section::<Performance>().periods(vendor),
        None => Vec::new(),
    });
    let period = kept(move || {
        let wanted = Period::parse(&chosen.get());
        all.with(|all| {
            all.iter()
                .find(|period| wanted.is_some_and(|wanted| period.holds(wanted.first)))
                .or_else(|| all.last())
                .copied()
        })
    });
    let place = kept(move || vendor.get().zip(period.get()));
    let shown = Shown::at(workspace, place);
    let options = Signal::derive(move || {
        let text = words.get();
        let performance = workspace.section::<Performance>();
        let option = |period: Period| {
            let name = name(period, text.language);
            let is_closed =
                vendor.get().is_some_and(|one| performance.review(one, period.first).closed().is_some());
            (period.to_string(), if is_closed { (text.reviews.closed_option)(&name) } else { name })
        };
        all.get().into_iter().map(option).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || period.get().map(|one| one.to_string()).unwrap_or_default());
    let cycle = workspace.bind(
        move || Step::typing(words.now().reviews.cycle_label, "review_cycle"),
        |performance: &Performance| {
            REVIEW_CYCLES.iter().position(|cycle| *cycle == performance.review_cycle).unwrap_or(0)
        },
        |performance: &mut Performance, place| {
            performance.review_cycle = REVIEW_CYCLES.get(place).copied().unwrap_or_default();
        },
    );
    let cycle = Control::OneOf(cycle, |text| REVIEW_CYCLES.map(text.reviews.cycle).to_vec());
    let bands = move || {
        let text = &words.get().reviews;
        let assessed = shown.assessed()?.ok()?;
        Some((text.bands)(&bands_said(&assessed.bands)))
    };
    let to_kpis = move || Route::Project(workspace.id(), Page::Task(Task::Kpis)).href();
    view! {
        <TaskSheet task=Task::Reviews>
            <Show when=fact(move || place.with(Option::is_some)) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.reviews.nothing)>
                    <a class="button primary" href=to_kpis>{words.s(|t| (t.common.task)(Task::Kpis))}</a>
                </EmptyState>
            }>
                <Finding clauses=Signal::derive(move || finding(words.get(), shown))/>
                <div class="fields review-choice">
                    <div class="w4"><VendorChoice label=words.s(|t| t.reviews.vendor) chosen=chosen_vendor vendor/></div>
                    <div class="w4"><SelectField label=words.s(|t| t.reviews.period_label) value options on_input=move |month: String| chosen.set(month)/></div>
                    {wide(4, labelled(|t| t.reviews.cycle_label, cycle, None))}
                </div>
                <SheetSection number="6.2.1" title=words.s(|t| t.reviews.card_head) aside=view! { {live(bands)} }.into_any()>{card::card(shown)}</SheetSection>
                <SheetSection number="6.2.2" title=words.s(|t| t.reviews.judged_head)>{judged::judged(shown)}</SheetSection>
                <SheetSection number="6.2.3" title=words.s(|t| t.reviews.agreed_head)>{agreed::agreed(shown)}</SheetSection>
                <SheetSection number="6.2.4" title=words.s(|t| t.reviews.sides_head)>{sides::sides(shown)}</SheetSection>
                <SheetSection number="6.2.5" title=words.s(|t| t.reviews.history_head)>{history::history(shown, all, chosen)}</SheetSection>
                {versions::versions(shown)}
            </Show>
        </TaskSheet>
    }
}

/// Returns what is suggested, in the words of the page of payments. It is about the time after the latest period: what
/// stood there before an earlier one is of no use any more.
fn advice(text: &Text, shown: Shown) -> Option<String> {
    let (vendor, period) = shown.place.get()?;
    let (project, today) = (shown.workspace.project(), shown.workspace.today());
    let latest = project.gradings(vendor, today).pop()?.period;
    if latest != period {
        return None;
    }
    let found = project.suggest(vendor, today);
    let chronic = found.reasons.iter().filter_map(|reason| match reason {
        Reason::Chronic(one) => Some(one.clause.clone()),
        _ => None,
    });
    let chronic: Vec<_> = chronic.collect();
    let because = (!chronic.is_empty())
        .then(|| (text.long_term.because_chronic)(&chronic.join(text.common.list_comma)));
    let said = (text.long_term.advice)(found.advice);
    Some(because.map_or_else(|| said.to_owned(), |because| (text.reviews.advice_because)(said, &because)))
}

/// Says what the period comes to, and what follows from it.
fn finding(text: &'static Text, shown: Shown) -> Vec<String> {
    let words = &text.reviews;
    let Some((vendor, _)) = shown.place.get() else { return Vec::new() };
    let selection = shown.workspace.section::<Selection>();
    let assessed = match shown.assessed() {
        Some(Ok(assessed)) => assessed,
        Some(Err(error)) => return vec![(words.error)(error)],
        None => return Vec::new(),
    };
    // While it is closed the vendor is called as it was then.
    let kept = Some(assessed.vendor.clone()).filter(|name| shown.is_closed() && !name.is_empty());
    let named = |vendor: &Vendor| format!("{} {}", vendor.clause(), kept.as_ref().unwrap_or(&vendor.name));
    let name = selection.vendors.get(vendor).map(|vendor| named(vendor)).unwrap_or_default();
    let closed = shown.closed.get().and_then(|closed| closed.date);
    let closed = closed.map(|date| (words.closed_finding)(&format::date(date)));
    let said = match (assessed.gradable(), assessed.earned()) {
        (Ok(score), Some(grade)) => {
            let place = assessed.place_of(grade).unwrap_or(usize::MAX);
            let severe = assessed.severe_breach && assessed.raw_grade == assessed.grade;
            let pending = assessed.pending_downgrade.then(|| words.pending.to_owned());
            let severe = (severe && 0 < place).then(|| words.severe_finding.to_owned());
            std::iter::once((words.finding)(&name, &format::fixed(score, 1), grade))
                .chain(pending)
                .chain(severe)
                .chain(advice(text, shown))
                .collect()
        }
        (Err(Withheld::LowCoverage), _) => {
            let percent = format::number(f64::from(assessed.coverage_bp) / 100.0, 1);
            vec![(words.low_coverage)(&name, &percent)]
        }
        _ => vec![(words.no_data)(&name)],
    };
    said.into_iter().chain(closed).collect()
}
