//! A month worked out beside the terms: every line, the rounding, the cap and what is paid.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::language::Language;
use crate::domain::money::Money;
use crate::domain::performance::credits::assess::{Agreement, Assessment, CreditLine, Outcome, Rule};
use crate::domain::performance::credits::charge::CreditError;
use crate::domain::performance::credits::readings::Actuals;
use crate::domain::performance::{Performance, Reading};
use crate::domain::period::{Month, Period};
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::requirements::protection::PenaltyModel;
use crate::domain::requirements::{Requirements, SlaLine};
use crate::domain::selection::Vendor;
use crate::domain::sorted_map::SortedMap;
use crate::i18n::context::{Words, use_words};
use crate::i18n::credits::deduction;
use crate::i18n::format;
use crate::i18n::period::name;
use crate::pages::parts::currency;
use crate::pages::performance::credits::{agreed, amount, clause};
use crate::state::workspace::Workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::live::{Kept, Show, each, fact, kept, live};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::number_field::NumberField;
use crate::ui::picks::SelectField;

/// A month that is tried: what was read, what is typed over it, what it comes to.
#[derive(Clone, Copy)]
pub(super) struct Trial {
    workspace: Workspace,
    words: Words,
    month: RwSignal<Option<Month>>,
    typed: RwSignal<SortedMap<Id<SlaLine>, Option<f64>>>,
    score: RwSignal<Option<Option<f64>>>,
    period: Kept<Period>,
    actuals: Kept<Actuals>,
    /// What it comes to.
    pub found: Kept<Result<Assessment, CreditError>>,
}

impl Trial {
    /// Begins with the last month that was read.
    pub fn new(workspace: Workspace, vendor: Kept<Option<Id<Vendor>>>) -> Self {
        let month = RwSignal::new(None);
        let typed = RwSignal::new(SortedMap::<Id<SlaLine>, Option<f64>>::default());
        let score = RwSignal::new(None);
        let period = kept(move || {
            let performance = workspace.section::<Performance>();
            let last = month.get().or(performance.months().last().copied());
            let last = last.unwrap_or_else(|| Month::of(workspace.today()));
            let settled = performance.payments.terms_of(vendor.get().unwrap_or_default()).cycle;
            performance.credits.looked_at(last, settled)
        });
        let periods = move |project: &Project| {
            let first = project.performance.months().first().copied().unwrap_or(period.get().first);
            project.performance.credits.periods(first, period.get())
        };
        let actuals = kept(move || {
            let project = workspace.project();
            let vendor = vendor.get().unwrap_or_default();
            let mut actuals = Actuals::of(&project, vendor, &periods(&project));
            for (line, value) in typed.get().iter() {
                let reading = value.map_or(Reading::NoEvents, Reading::Value);
                let known = project.requirements.sla.get(*line);
                let span = known.and_then(|line| line.span(period.get()));
                let months = span.into_iter().flat_map(Period::months);
                months.for_each(|month| actuals.set(*line, month, reading));
            }
            if let Some(score) = score.get() {
                actuals.set_score(period.get(), score);
            }
            actuals
        });
        let found = kept(move || {
            let project = workspace.project();
            let (agreement, _) = Agreement::of(&project, vendor.get().unwrap_or_default())?;
            let mut all = actuals.with(|actuals| agreement.follow(&periods(&project), actuals))?;
            all.pop().ok_or(CreditError::NoModel)
        });
        Self { workspace, words: use_words(), month, typed, score, period, actuals, found }
    }

    /// Names what is tried.
    pub fn said_span(self, language: Language) -> String {
        name(self.period.get(), language)
    }

    /// Tells whether it is of figures that were typed rather than read.
    pub fn is_typed(self) -> bool {
        self.score.with(Option::is_some) || self.typed.with(|typed| !typed.is_empty())
    }

    fn reset(self) {
        self.typed.set(SortedMap::default());
        self.score.set(None);
    }
}

/// Shows it.
pub(super) fn example(trial: Trial) -> AnyView {
    let (words, workspace) = (trial.words, trial.workspace);
    let options = Signal::derive(move || {
        let months = workspace.section::<Performance>().months();
        let months = if months.is_empty() { vec![trial.period.get().last()] } else { months };
        months.iter().rev().map(|month| (month.to_string(), month.to_string())).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || {
        let chosen = trial.month.get();
        chosen
            .or(workspace.section::<Performance>().months().last().copied())
            .map(|month| month.to_string())
            .unwrap_or_default()
    });
    let choose = move |month: String| {
        trial.month.set(Month::parse(&month));
        trial.reset();
    };
    let back = move || view! { <Button kind=ButtonKind::Text label=words.s(|t| t.credits.example_reset) on_press=move |()| trial.reset()/> };
    let wrong = live(move || {
        let error = trial.found.with(|found| found.as_ref().err().copied())?;
        let body = (words.get().credits.error)(error).to_owned();
        Some(view! { <Notice kind=NoticeKind::Warning title="" body>""</Notice> })
    });
    let ids = workspace.ids::<SlaLine>();
    let bits = move || ids.get().into_iter().map(Id::bits).collect();
    let has_sum = kept(move || {
        matches!(
            workspace.section::<Performance>().credits.model,
            Some(PenaltyModel::Points | PenaltyModel::PayByScore)
        )
    });
    view! {
        <div class="credits-trial">
            <SelectField label=words.s(|t| t.credits.example_month) value options on_input=choose/>
            <Show when=fact(move || trial.is_typed())>{back()}</Show>
        </div>
        <p class="hint">{words.s(|t| t.credits.example_hint)}</p>
        {wrong}
        <div class="scroll" tabindex="0" role="region" aria-label=words.s(|t| t.credits.example_head)>
            <table class="table credits-example">
                <thead><tr>
                    <th scope="col">{words.s(|t| t.credits.line)}</th><th scope="col" class="num">{words.s(|t| t.credits.actual)}</th>
                    <th scope="col">{words.s(|t| t.credits.reason)}</th><th scope="col" class="num">{words.s(|t| t.credits.amount)}</th>
                </tr></thead>
                <tbody>{each(bits, move |bits| row(trial, Id::fixed(bits)))}<Show when=fact(move || has_sum.get())>{sum_row(trial)}</Show></tbody>
                <tfoot>{live(move || totals(trial))}</tfoot>
            </table>
        </div>
        {live(move || after(trial))}
        <Calculation label=words.s(|t| t.common.how_computed) steps=Signal::derive(move || computed(trial))/>
    }
    .into_any()
}

/// Finds the line of a service level, or that of what all come to.
fn line_of(trial: Trial, line: Option<Id<SlaLine>>) -> Option<CreditLine> {
    trial.found.with(|found| found.as_ref().ok()?.lines.iter().find(|one| one.sla == line).copied())
}

fn row(trial: Trial, id: Id<SlaLine>) -> AnyView {
    let (words, workspace) = (trial.words, trial.workspace);
    let line = kept(move || {
        workspace.section::<Requirements>().sla.get(id).map(|line| (**line).clone()).unwrap_or_default()
    });
    let actual = Signal::derive(move || match line_of(trial, Some(id)) {
        Some(found) => found.actual,
        None => {
            let span = line.with(|line| line.span(trial.period.get()))?;
            trial.actuals.with(|actuals| actuals.mean(id, span, |_| true))
        }
    });
    // What is not looked at this time takes no figure.
    let is_due = kept(move || {
        let outcome = line_of(trial, Some(id)).map(|line| line.outcome);
        !matches!(outcome, Some(Outcome::NotDue | Outcome::Excluded))
    });
    let is_share = kept(move || line.with(|line| workspace.section::<Performance>().is_share(line)));
    let put = move |value: Option<f64>| {
        trial.typed.update(|typed| {
            typed.insert(id, value);
        });
    };
    let label = words.built(move |t| {
        let (clause, unit) = line.with(|line| (line.clause(), line.unit.clone()));
        format!("{} {clause} {unit}", t.credits.actual)
    });
    let field = live(move || match (is_due.get(), is_share.get()) {
        (false, _) => format::MISSING.into_any(),
        (_, true) => {
            view! { <NumberField label value=actual on_input=put hide_label=true min=0.0 max=100.0/> }
                .into_any()
        }
        _ => view! { <NumberField label value=actual on_input=put hide_label=true/> }.into_any(),
    });
    let why = live(move || line_of(trial, Some(id)).map(|line| (words.get().credits.why)(&line)));
    view! {
        <tr data-missed=move || line_of(trial, Some(id)).is_some_and(|line| line.is_failed()).then_some("yes")>
            <th scope="row"><span class="credits-clause">{live(move || line.with(Item::clause))}</span>" "<bdi>{live(move || line.with(|line| line.measure.clone()))}</bdi><span class="hint">{live(move || line.with(agreed))}</span></th>
            <td class="num credits-actual">{field}</td>
            <td>{why}</td>
            <td class="num">{credit(trial, Some(id))}</td>
        </tr>
    }
    .into_any()
}

/// Shows the line of what all come to: the points together, or the score, which can be typed.
fn sum_row(trial: Trial) -> AnyView {
    let words = trial.words;
    let is_score =
        kept(move || matches!(line_of(trial, None).map(|line| line.rule), Some(Rule::Score { .. })));
    let score = Signal::derive(move || trial.actuals.with(|actuals| actuals.score(trial.period.get())));
    let put = move |value: Option<f64>| trial.score.set(Some(value));
    let field = move || view! { <NumberField label=words.s(|t| t.credits.score) value=score on_input=put hide_label=true min=0.0 max=100.0/> };
    let name = live(move || {
        let text = &words.get().credits;
        if is_score.get() { text.score } else { text.all_points }
    });
    let why = live(move || line_of(trial, None).map(|line| (words.get().credits.why)(&line)));
    view! {
        <tr><th scope="row">{name}</th><td class="num credits-actual"><Show when=fact(move || is_score.get())>{field()}</Show></td><td>{why}</td><td class="num">{credit(trial, None)}</td></tr>
    }
    .into_any()
}

fn credit(trial: Trial, line: Option<Id<SlaLine>>) -> AnyView {
    let shown = live(move || {
        let line = line_of(trial, line)?;
        Some(deduction(line.credit, currency(trial.workspace)))
    });
    view! { {shown} }.into_any()
}

fn totals(trial: Trial) -> Option<AnyView> {
    let (text, workspace) = (trial.words.get(), trial.workspace);
    trial.found.with(|found| {
        let found = found.as_ref().ok()?;
        let cap = found.cap.map(|cap| amount(workspace, cap));
        let about_cap = (text.credits.cap_line)(cap.as_deref(), found.credits < found.sum);
        let minus = |amount| deduction(amount, currency(workspace));
        let beyond = (Money(0) < found.beyond_fee())
            .then(|| (text.credits.beyond_fee)(&amount(workspace, found.beyond_fee())));
        let about_cap = std::iter::once(about_cap).chain(beyond).collect::<Vec<_>>().join(" · ");
        let paid = Money(found.fee.0 - found.taken().0);
        let line = |name: &'static str, note: String, value: String| {
            view! { <tr><th scope="row" colspan="2">{name}</th><td class="hint">{note}</td><td class="num">{value}</td></tr> }
        };
        Some(view! {
            {line(text.credits.fee_line, name(found.period, text.language), amount(workspace, found.fee))}
            {line(text.credits.sum, String::new(), minus(found.sum))}
            {line(text.credits.deducted, about_cap, minus(found.taken()))}
            <tr class="total"><th scope="row" colspan="3">{text.credits.paid}</th><td class="num credits-paid">{amount(workspace, paid)}</td></tr>
        }.into_any())
    })
}

/// Says what else follows.
fn after(trial: Trial) -> Option<AnyView> {
    let (text, project) = (trial.words.get(), trial.workspace.project());
    trial.found.with(|found| {
        let found = found.as_ref().ok()?;
        let clauses: Vec<_> = found.chronic.iter().map(|line| clause(&project, *line)).collect();
        let chronic =
            (!clauses.is_empty()).then(|| (text.credits.chronic_now)(&clauses.join(text.common.list_comma)));
        let follows = (text.credits.follows)(found.consequence);
        let said: Vec<_> =
            chronic.into_iter().chain((!follows.is_empty()).then(|| follows.to_owned())).collect();
        (!said.is_empty()).then(|| view! { <p class="credits-after">{said.join(" ")}</p> }.into_any())
    })
}

fn computed(trial: Trial) -> Steps {
    let (text, workspace) = (trial.words.get(), trial.workspace);
    let project = workspace.project();
    trial.found.with(|found| {
        let Ok(found) = found else { return Steps::default() };
        let money = |value| amount(workspace, value);
        let charged = found.lines.iter().filter(|line| Money(0) < line.credit);
        let terms: Vec<_> = charged.clone().map(|line| money(line.credit)).collect();
        let sum = if terms.is_empty() { "0".to_owned() } else { terms.join(" + ") };
        let cap = found
            .cap
            .map(|cap| format!("\nmin({}, {}) = {}", money(found.sum), money(cap), money(found.credits)));
        let rest = format!("{} − {}", money(found.fee), money(found.credits));
        let rest = if Money(0) < found.beyond_fee() { format!("max(0, {rest})") } else { rest };
        let paid = money(Money(found.fee.0 - found.taken().0));
        let formula = format!("{sum} = {}{}\n{rest} = {paid}", money(found.sum), cap.unwrap_or_default());
        let input = |line: &CreditLine| {
            let name = line.sla.map_or_else(|| text.credits.sum.to_owned(), |line| clause(&project, line));
            Input::here((name, (text.credits.why)(line)))
        };
        Steps {
            rule: text.credits.rule_note.to_owned(),
            formula,
            inputs: found.lines.iter().map(input).collect(),
        }
    })
}
