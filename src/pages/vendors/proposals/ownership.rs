//! What each vendor costs as a whole, with the assumptions behind it.

use decision::cost::Part;
use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::profile::Profile;
use crate::domain::register::Item;
use crate::domain::selection::Selection;
use crate::domain::selection::ownership::{Owned, SideCosts, term};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Facts, use_facts};
use crate::state::part::Part as Piece;
use crate::state::workspace::use_workspace;
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::figure::{FigureTable, data_table};
use crate::ui::finding::Finding;
use crate::ui::live::{each, kept, live};
use crate::ui::sheet::SheetSection;

/// What a link to the assumptions names.
const ASSUMPTIONS: &str = "side-costs";

const FIELDS: &[Field<SideCosts>] = &[
    field!(4 Money selection: costs.selection),
    field!(4 Money transition: costs.transition),
    field!(4 Money exit: costs.exit),
    field!(4 Percent governance_bp: costs.governance),
    field!(4 Percent rework_bp: costs.rework),
    field!(4 Money tools: costs.tools),
];

/// Shows the section.
pub fn ownership() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let rows = kept(move || {
        let months = term(&workspace.section::<Profile>());
        workspace.section::<Selection>().owned(months, workspace.today())
    });
    let finding = Signal::derive(move || {
        let facts = facts.get();
        rows.with(|rows| lead(&facts, rows))
    });
    let part: Piece<SideCosts> = workspace.part(
        move || words.now().costs.side_head.to_owned(),
        |selection: &Selection| selection.side_costs.clone(),
        |selection: &mut Selection, side_costs| selection.side_costs = side_costs,
    );
    let numbers = live(move || {
        let facts = facts.get();
        rows.with(|rows| (!rows.is_empty()).then(|| table(&facts, rows)))
    });
    let vendors =
        kept(move || rows.with(|rows| rows.iter().map(|row| row.vendor.bits()).collect::<Vec<_>>()));
    let computed = move |bits: u128| {
        let vendor = Id::fixed(bits);
        let label = words.built(move |text| {
            let name = workspace.section::<Selection>().title_of(vendor);
            format!("{} · {name}", text.common.how_computed)
        });
        let steps = Signal::derive(move || {
            let facts = facts.get();
            let row = rows.with(|rows| rows.iter().find(|row| row.vendor == vendor).copied());
            row.map(|row| steps(&facts, &row)).unwrap_or_default()
        });
        view! { <div><Calculation label steps/></div> }.into_any()
    };
    view! {
        <SheetSection number="3.4.2" title=words.s(|t| t.costs.total_head)>
            <Finding clauses=finding/>
            <div class="ownership">{numbers}{each(move || vendors.get(), computed)}</div>
            <h3 id=format!("c-{ASSUMPTIONS}") tabindex="-1">{words.s(|t| t.costs.side_head)}</h3>
            <p class="hint">{words.s(|t| t.costs.side_note)}</p>
            {form(part, FIELDS)}
        </SheetSection>
    }
    .into_any()
}

/// Says who costs least as a whole, and whether that is who quotes least.
fn lead(facts: &Facts, rows: &[Owned]) -> Vec<String> {
    let (text, selection, profile) = (&facts.text.costs, &facts.project.selection, &facts.project.profile);
    if selection.scores_locked.is_none() {
        return vec![text.total_covered.to_owned()];
    }
    let Some(least) = rows.first() else { return vec![text.total_none.to_owned()] };
    let share = least.cost.shares().map_or(0.0, |[fees, ..]| fees * 100.0);
    let total = format::money(Money(least.cost.total()), profile.currency);
    let name = selection.title_of(least.vendor);
    let mut said = (text.total_finding)(&name, &total, term(profile), &format::number(share, 1));
    if let Some(quoted) = rows.iter().min_by_key(|row| row.monthly).filter(|row| row.monthly < least.monthly)
    {
        said.push((text.not_cheapest)(&selection.title_of(quoted.vendor)));
    }
    if profile.months.is_none_or(|months| months == 0) {
        said.push(text.months_assumed.to_owned());
    }
    said
}

fn table(facts: &Facts, rows: &[Owned]) -> AnyView {
    let text = &facts.text.costs;
    let amount = |value: i64| format::money(Money(value), facts.project.profile.currency);
    let heads = rows.iter().map(|row| facts.project.selection.title_of(row.vendor));
    let line = |name: &str, say: &dyn Fn(&Owned) -> String| {
        std::iter::once(name.to_owned()).chain(rows.iter().map(say)).collect::<Vec<_>>()
    };
    let mut lines: Vec<_> =
        Part::ALL.iter().map(|part| line((text.part)(*part), &|row| amount(row.cost.part(*part)))).collect();
    lines.push(line(text.total, &|row| amount(row.cost.total())));
    let share = |row: &Owned| row.cost.shares().map_or(0.0, |[fees, ..]| fees * 100.0);
    lines.push(line(text.fees_share, &|row| format!("{} %", format::number(share(row), 1))));
    let heads = std::iter::once(facts.text.offers.aspect.to_owned()).chain(heads).collect();
    data_table(text.total_head.to_owned(), FigureTable { heads, rows: lines })
}

/// Shows how the total of a vendor came about.
fn steps(facts: &Facts, row: &Owned) -> Steps {
    let Facts { text, project, .. } = facts;
    let words: &'static Text = text;
    let text = &words.costs;
    let side = &project.selection.side_costs;
    let months = term(&project.profile);
    let amount = |value: i64| format::money(Money(value), project.profile.currency);
    let percent = |bp: u32| format!("{} %", format::number(f64::from(bp) / 100.0, 2));
    let cost = &row.cost;
    let terms = [
        format!("{} × {months} + {} = {}", amount(row.monthly.0), amount(row.once.0), amount(cost.fees)),
        format!("{} × {} = {}", amount(cost.fees), percent(side.governance_bp), amount(cost.governance)),
        format!("{} × {} = {}", amount(cost.fees), percent(row.rework_bp), amount(cost.rework)),
    ];
    let sum: Vec<_> = Part::ALL.iter().map(|part| amount(cost.part(*part))).collect();
    let formula = format!("{};  {} = {}", terms.join(";  "), sum.join(" + "), amount(cost.total()));
    let vendor = project.selection.vendors.get(row.vendor);
    let clause = vendor.map(|vendor| vendor.clause()).unwrap_or_default();
    let of_vendor = facts.link(Task::Proposals, &clause);
    let of_all = facts.link(Task::Proposals, ASSUMPTIONS);
    let own = |is_own: bool| if is_own { &of_vendor } else { &of_all };
    let offer = vendor.map(|vendor| vendor.proposal.clone()).unwrap_or_default();
    let input = |href: &str, name: &str, value: String| Input::from(href, (name.to_owned(), value));
    let inputs = vec![
        input(&facts.link(Task::Goals, ""), text.term, (text.months)(months)),
        input(&of_vendor, text.monthly, amount(row.monthly.0)),
        input(&of_vendor, text.once, amount(row.once.0)),
        input(&of_all, text.selection, amount(cost.selection)),
        input(own(offer.transition.is_some()), text.transition, amount(cost.transition)),
        input(&of_all, text.governance, percent(side.governance_bp)),
        input(own(offer.rework_bp.is_some()), text.rework, percent(row.rework_bp)),
        input(&of_all, text.tools, amount(side.tools.unwrap_or_default().0)),
        input(own(offer.exit.is_some()), text.exit, amount(cost.exit)),
    ];
    Steps { rule: text.total_rule.to_owned(), formula, inputs }
}
