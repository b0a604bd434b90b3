//! What a vendor offers and what that costs.

use decision::cost::Part;

use crate::domain::money::Money;
use crate::domain::selection::offer::Tier;
use crate::domain::selection::ownership::term;
use crate::domain::selection::{Explanation, Vendor};
use crate::domain::task::Task;
use crate::i18n::format;
use crate::pages::list::Facts;
use crate::pages::parts::role_name;
use crate::pages::vendors::file::{Chapter, Known, table};
use crate::ui::figure::FigureTable;

pub(super) fn proposal(facts: &Facts, vendor: &Vendor) -> FigureTable {
    let text = facts.text;
    let offer = &vendor.proposal;
    if !offer.is_there() {
        return FigureTable::default();
    }
    let notes = [&offer.understanding_note, "", &offer.contingency_note, ""];
    let names = text.vendors.marks().into_iter();
    let mut rows: Vec<Vec<String>> = names
        .zip(offer.marks())
        .zip(notes)
        .map(|((name, mark), note)| {
            let mark = mark.map_or_else(|| format::MISSING.to_owned(), |mark| mark.to_string());
            vec![name.to_owned(), mark, note.to_owned()]
        })
        .collect();
    let amount = |price: Option<Money>| match price {
        None => format::MISSING.to_owned(),
        Some(_) if facts.project.selection.scores_locked.is_none() => text.vendors.covered.to_owned(),
        Some(price) => format::money(price, facts.project.profile.currency),
    };
    rows.extend([
        vec![text.vendors.base_price.to_owned(), amount(offer.price(Tier::Base)), offer.not_included.clone()],
        vec![
            text.offers.value_added_price.to_owned(),
            amount(offer.price(Tier::ValueAdded)),
            offer.value_added.clone(),
        ],
        vec![text.offers.total_price.to_owned(), amount(offer.total_price()), String::new()],
    ]);
    table(&[text.offers.aspect, text.vendors.offer, text.vendors.note], rows)
}

/// Lists the lines of the offer.
pub(super) fn offer(facts: &Facts, vendor: &Vendor) -> Option<Chapter> {
    let text = &facts.text.costs;
    let money = |amount: Option<Money>| match amount {
        None => format::MISSING.to_owned(),
        Some(amount) => format::money(amount, facts.project.profile.currency),
    };
    let rows = vendor.proposal.offer.iter().map(|line| {
        let quantity = format!("{} {}", format::number_or_missing(line.quantity, 2), line.unit);
        vec![
            line.name.clone(),
            (text.tier)(line.tier).to_owned(),
            (text.billing)(line.billing).to_owned(),
            role_name(&facts.project.team, line.role),
            quantity.trim().to_owned(),
            money(line.unit_price),
            money(line.amount()),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let heads = [
        text.line_name,
        text.tier_label,
        text.billing_label,
        text.role,
        text.quantity,
        text.unit_price,
        text.amount,
    ];
    (!rows.is_empty()).then(|| Chapter {
        step: Task::Proposals,
        title: text.offer_head,
        lead: String::new(),
        known: Known::new(),
        table: table(&heads, rows),
    })
}

/// Lists what the vendor costs as a whole, and the side costs entered for it alone; who is out has only these.
pub(super) fn total_cost(facts: &Facts, vendor: &Vendor) -> Option<Chapter> {
    let text = &facts.text.costs;
    let (selection, profile) = (&facts.project.selection, &facts.project.profile);
    let own = &vendor.proposal;
    let amount = |value: Money| format::money(value, profile.currency);
    let percent = |bp: u32| format!("{} %", format::number(f64::from(bp) / 100.0, 2));
    let months = term(profile);
    let owned = selection.owned(months, facts.today).into_iter().find(|row| row.vendor == vendor.id);
    let Some(owned) = owned else {
        let known = vec![
            (text.own_transition, own.transition.map(amount).unwrap_or_default()),
            (text.own_exit, own.exit.map(amount).unwrap_or_default()),
            (text.own_rework, own.rework_bp.map(percent).unwrap_or_default()),
        ];
        let is_said = known.iter().any(|(_, value)| !value.is_empty());
        return is_said.then(|| Chapter {
            step: Task::Proposals,
            title: text.total_head,
            lead: text.of_own.to_owned(),
            known,
            table: FigureTable::default(),
        });
    };
    let fees = amount(Money(owned.cost.fees));
    let of_own = |is_own: bool| if is_own { text.of_own } else { "" };
    let how = |part: Part| match part {
        Part::Fees => format!("{} × {months} + {}", amount(owned.monthly), amount(owned.once)),
        Part::Selection => String::new(),
        Part::Transition => of_own(own.transition.is_some()).to_owned(),
        Part::Governance => format!("{fees} × {}", percent(selection.side_costs.governance_bp)),
        Part::Rework => {
            let said = format!("{fees} × {} {}", percent(owned.rework_bp), of_own(own.rework_bp.is_some()));
            said.trim_end().to_owned()
        }
        Part::Tools => format!("{} × {months}", amount(selection.side_costs.tools.unwrap_or_default())),
        Part::Exit => of_own(own.exit.is_some()).to_owned(),
    };
    let line =
        |part: &Part| vec![(text.part)(*part).to_owned(), amount(Money(owned.cost.part(*part))), how(*part)];
    let mut rows: Vec<_> = Part::ALL.iter().map(line).collect();
    rows.push(vec![text.total.to_owned(), amount(Money(owned.cost.total())), String::new()]);
    let is_assumed = profile.months != Some(months);
    let said = [text.term.to_owned(), (text.months)(months)].into_iter();
    let said = said.chain(is_assumed.then(|| text.months_assumed.to_owned()));
    Some(Chapter {
        step: Task::Proposals,
        title: text.total_head,
        lead: said.collect::<Vec<_>>().join(" · "),
        known: Known::new(),
        table: table(&[facts.text.offers.aspect, text.amount, facts.text.common.how_computed], rows),
    })
}

/// Says how a low price was explained, once it is asked about.
pub(super) fn explanation(facts: &Facts, vendor: &Vendor) -> Option<Chapter> {
    let (text, common) = (facts.text, &facts.text.common);
    let said = &vendor.proposal.explanation;
    let accepted = said.accepted.map(|is_accepted| if is_accepted { common.yes } else { common.no });
    (*said != Explanation::default()).then(|| Chapter {
        step: Task::Proposals,
        title: text.offers.explanation_head,
        lead: String::new(),
        known: vec![
            (text.offers.asked_on, format::date_or_missing(said.asked)),
            (text.offers.answered_on, format::date_or_missing(said.answered)),
            (text.offers.accepted, accepted.unwrap_or(format::MISSING).to_owned()),
            (text.offers.explanation, said.answer.clone()),
            (text.offers.judged_by, said.judged_by.clone()),
        ],
        table: FigureTable::default(),
    })
}
