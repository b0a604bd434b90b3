//! What goals of lower cost come to with the chosen or leading vendor, with how it was computed.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::register::Item;
use crate::domain::requirements::saving::{NoSaving, Saving};
use crate::domain::requirements::{Goal, GoalKind, Requirements};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::note;
use crate::pages::list::{Facts, use_facts};
use crate::routes::{Page, Route};
use crate::state::workspace::use_workspace;
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::finding::Finding;
use crate::ui::live::{Show, each, fact, kept, live};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::{Tag, TagKind};

/// Shows the section, where a goal asks for it.
pub fn savings() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let goals = kept(move || {
        let requirements = workspace.section::<Requirements>();
        let of_cost = requirements.goals.iter().filter(|goal| goal.kind == Some(GoalKind::Cost));
        of_cost.map(|goal| goal.id.bits()).collect::<Vec<_>>()
    });
    let section = move || {
        view! {
            <SheetSection number="1.1.2" title=words.s(|t| t.flow.saving_head)>
                {each(move || goals.get(), |bits| saving(Id::fixed(bits)))}
            </SheetSection>
        }
    };
    view! { <Show when=fact(move || goals.with(|goals| !goals.is_empty()))>{section()}</Show> }.into_any()
}

fn saving(goal: Id<Goal>) -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let found = kept(move || {
        let facts = facts.get();
        let goal = facts.project.requirements.goals.get(goal)?;
        Some((goal.clause(), facts.project.saving(goal, facts.today)))
    });
    let named = live(move || {
        let goal = facts.get().project.requirements.goals.get(goal).cloned()?;
        Some(view! { <h3>{goal.clause()}" "<bdi>{goal.outcome.clone()}</bdi></h3> })
    });
    let is_known = kept(move || found.with(|found| found.as_ref().is_some_and(|(_, saving)| saving.is_ok())));
    let known = kept(move || found.with(|found| Some((found.as_ref()?.0.clone(), found.as_ref()?.1.ok()?))));
    let clauses = Signal::derive(move || {
        let facts = facts.get();
        known.with(|known| known.as_ref().map(|(_, saving)| said(&facts, saving)).unwrap_or_default())
    });
    let explained = Signal::derive(move || {
        let facts = facts.get();
        let explain = |(clause, saving): &(String, Saving)| steps(&facts, clause, saving);
        known.with(|known| known.as_ref().map(explain).unwrap_or_default())
    });
    let dearer = live(move || {
        let is_dearer = known.with(|known| known.as_ref().is_some_and(|(_, saving)| saving.share() < 0.0));
        is_dearer.then(|| view! { <p><Tag kind=TagKind::Due label=words.s(|t| t.flow.dearer)/></p> })
    });
    let assumed = note(move || {
        let months = known.with(|known| known.as_ref().map(|(_, saving)| saving.months))?;
        let is_assumed = facts.get().project.profile.months != Some(months);
        is_assumed.then(|| words.get().costs.months_assumed.to_owned())
    });
    let missing = move || {
        live(move || {
            let facts = facts.get();
            found.with(|found| match found {
                Some((clause, Err(why))) => Some(lacking(&facts, clause, *why)),
                _ => None,
            })
        })
    };
    view! {
        <div class="saving">
            {named}
            {dearer}
            <Show when=fact(move || is_known.get()) fallback=missing>
                <Finding clauses/>
                <Calculation label=words.s(|t| t.common.how_computed) steps=explained/>
            </Show>
            {assumed}
        </div>
    }
    .into_any()
}

fn said(facts: &Facts, saving: &Saving) -> Vec<String> {
    let text = &facts.text.flow;
    let share = saving.share();
    let name = facts.project.selection.title_of(saving.vendor);
    let name = if saving.is_chosen { name } else { (text.leading)(&name) };
    let say = if share < 0.0 { text.costs_more } else { text.saving };
    let amount = Money(saving.baseline().saturating_sub(saving.cost).saturating_abs());
    let amount = format::money(amount, facts.project.profile.currency);
    say(&name, &format!("{} %", format::number(share.abs() * 100.0, 1)), &amount, saving.months)
}

fn steps(facts: &Facts, clause: &str, saving: &Saving) -> Steps {
    let (text, costs) = (&facts.text.flow, &facts.text.costs);
    let amount = |value: i64| format::money(Money(value), facts.project.profile.currency);
    let (before, cost, months) = (saving.baseline(), saving.cost, saving.months);
    let percent = format::number(saving.share() * 100.0, 1);
    let formula = format!(
        "{} × {months} = {};  {} = ({} − {}) ÷ {} = {percent} %",
        amount(saving.monthly.0),
        amount(before),
        text.saving_formula,
        amount(before),
        amount(cost),
        amount(before)
    );
    let vendor = facts.project.selection.title_of(saving.vendor);
    let input = |href: &str, name: &str, value: String| Input::from(href, (name.to_owned(), value));
    let settings = Route::Project(facts.project.id, Page::Settings).href();
    let inputs = vec![
        input(&facts.link(Task::Goals, clause), text.saving_baseline, amount(saving.monthly.0)),
        input(&settings, costs.term, (costs.months)(months)),
        input(&facts.link(Task::Proposals, ""), &format!("{}, {vendor}", text.saving_cost), amount(cost)),
    ];
    Steps { rule: text.saving_rule.to_owned(), formula, inputs }
}

/// Says what is missing, with where to give it.
fn lacking(facts: &Facts, clause: &str, why: NoSaving) -> AnyView {
    let (what, action) = (facts.text.flow.no_saving)(why);
    let href = match why {
        NoSaving::Baseline => facts.link(Task::Goals, clause),
        NoSaving::OpenPrices => facts.link(Task::Capability, ""),
        NoSaving::Vendor => facts.link(Task::Decide, ""),
        NoSaving::Price => facts.link(Task::Proposals, ""),
    };
    view! { <p>{what}" "<a href=href>{action}</a></p> }.into_any()
}
