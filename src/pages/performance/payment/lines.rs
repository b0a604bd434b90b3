//! The lines of a statement in words: what they are, what they rest on, what they come to, and how that was computed.

use crate::domain::money::Money;
use crate::domain::performance::credits::charge::{Charge, EarnBack};
use crate::domain::performance::credits::terms::Level;
use crate::domain::performance::payment::stated::{
    Stated, StatedAssessment, StatedExtra, StatedLine, StatedReturn,
};
use crate::i18n::payment::{bare, signed};
use crate::i18n::period::months;
use crate::i18n::{Text, format};
use crate::pages::performance::payment::basis;
use crate::ui::calculation::{Input, Steps};

/// Where inputs were entered: the values of links.
#[derive(Clone, Debug, Default)]
pub struct Ways {
    /// Service levels.
    pub sla: String,
    /// Readings.
    pub kpis: String,
    /// Credits.
    pub credits: String,
    /// Proposals.
    pub proposals: String,
    /// Features.
    pub scope: String,
}

/// How much a line weighs on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The name of a group.
    Head,
    /// A line.
    Plain,
    /// A line that comes to nothing.
    Quiet,
    /// The base fee or a subtotal.
    Strong,
    /// What is paid.
    Total,
}

/// One line of the table.
#[derive(Clone, Debug)]
pub struct Shown {
    /// How much it weighs.
    pub weight: Weight,
    /// The clause number for the margin.
    pub clause: String,
    /// What it is.
    pub name: String,
    /// What it rests on.
    pub basis: String,
    /// Its share of the base fee.
    pub share: String,
    /// What it comes to.
    pub amount: String,
    /// How that was computed.
    pub steps: Steps,
}

impl Shown {
    fn head(name: &str) -> Self {
        Self {
            weight: Weight::Head,
            clause: String::new(),
            name: name.to_owned(),
            basis: String::new(),
            share: String::new(),
            amount: String::new(),
            steps: Steps::default(),
        }
    }
}

/// Makes the lines of a statement.
#[must_use]
pub fn lines(text: &'static Text, stated: &Stated, ways: &Ways) -> Vec<Shown> {
    let words = &text.payment;
    let mut found = vec![base(text, stated, ways), Shown::head(words.credits_head)];
    if stated.model.is_none() {
        found.push(Shown { basis: words.credits_none.to_owned(), ..quiet(words.credits_sum) });
    } else {
        found.extend(stated.lines.iter().map(|line| credit(text, stated, line, ways)));
        found.push(deducted(text, stated, ways));
    }
    if !stated.returns.is_empty() || !stated.extras.is_empty() {
        found.push(Shown::head(words.added_head));
        found.extend(stated.returns.iter().map(|one| returned(text, stated, one, ways)));
        found.extend(stated.extras.iter().map(|extra| added(text, stated, extra, ways)));
    }
    found.push(total(text, stated));
    if 0 < stated.clamped.0 {
        found.push(Shown { amount: bare(stated.clamped), ..quiet(words.clamped) });
    }
    found
}

fn quiet(name: &str) -> Shown {
    Shown { weight: Weight::Quiet, ..Shown::head(name) }
}

/// Writes an amount as a share of the base fee, with its sign.
fn share(text: &'static Text, stated: &Stated, amount: i64) -> String {
    let base = stated.base().0;
    if amount == 0 || base == 0 {
        return String::new();
    }
    let said = format::percent(100.0 * amount as f64 / base as f64, 2, text.language);
    if 0 < amount { format!("+{said}") } else { said }
}

fn percent(text: &'static Text, bp: u32) -> String {
    format::percent(f64::from(bp) / 100.0, 2, text.language)
}

fn contract(text: &'static Text, clause: &str) -> String {
    let clause = clause.trim();
    if clause.is_empty() { String::new() } else { (text.payment.contract)(clause) }
}

fn base(text: &'static Text, stated: &Stated, ways: &Ways) -> Shown {
    let words = &text.payment;
    let Some(fee) = &stated.fee else {
        return Shown { weight: Weight::Strong, basis: words.no_fee.to_owned(), ..Shown::head(words.base) };
    };
    let monthly = bare(fee.monthly);
    let inputs = vec![
        Input::from(&ways.proposals, ((words.fee_source)(fee.source).to_owned(), monthly.clone())),
        Input::here((words.months.to_owned(), fee.months.to_string())),
    ];
    let formula = format!("{monthly} × {} = {}", fee.months, bare(fee.amount));
    Shown {
        weight: Weight::Strong,
        basis: (words.base_basis)(&monthly, fee.months) + &contract(text, &stated.fee_clause),
        amount: bare(fee.amount),
        steps: Steps { rule: words.rule_base.to_owned(), formula, inputs },
        ..Shown::head(words.base)
    }
}

fn credit(text: &'static Text, stated: &Stated, line: &StatedLine, ways: &Ways) -> Shown {
    let words = &text.payment;
    let name = match line.clause.as_str() {
        "" => basis::sum_name(text, line).to_owned(),
        _ => basis::with_target(&line.measure, line.bound, line.target, &line.unit),
    };
    let is_nothing = line.credit.0 == 0;
    Shown {
        weight: if is_nothing { Weight::Quiet } else { Weight::Plain },
        clause: line.clause.clone(),
        name,
        basis: match line.level {
            Level::KeyMeasurement => (words.only_reported)(&basis::credit(text, line)),
            Level::Critical => basis::credit(text, line),
        },
        share: share(text, stated, -line.credit.0),
        amount: signed(Money(-line.credit.0)),
        steps: basis::credit_steps(text, line, ways),
    }
}

fn deducted(text: &'static Text, stated: &Stated, ways: &Ways) -> Shown {
    let words = &text.payment;
    let charges = stated.charges();
    let share_of_cap = stated.cap_bp.map(|bp| percent(text, bp));
    // Where months are assessed one by one, each has a cap of its own.
    let is_each = 1 < charges.len();
    let cap = charges.first().and_then(|(_, charge)| charge.cap);
    let basis = match cap {
        Some(cap) if is_each => {
            let hit = charges.iter().filter(|(_, charge)| cap <= charge.sum);
            let hit: Vec<_> = hit.map(|(one, _)| months(one.period, text.language)).collect();
            (words.cap_each)(share_of_cap.as_deref(), &bare(cap), &hit.join(text.common.list_comma))
        }
        Some(cap) => (words.cap_basis)(share_of_cap.as_deref(), &bare(cap), cap <= stated.sum),
        None => words.no_cap.to_owned(),
    };
    let model = stated.model.map(|model| (words.model_name)(model).to_owned()).unwrap_or_default();
    let mut inputs = vec![Input::from(&ways.credits, (words.model.to_owned(), model))];
    inputs.extend(charges.first().zip(cap).map(|((one, _), cap)| {
        let share = share_of_cap.map(|share| format!("{} × {share} = ", bare(one.fee)));
        Input::from(&ways.credits, (words.cap.to_owned(), share.unwrap_or_default() + &bare(cap)))
    }));
    Shown {
        weight: Weight::Strong,
        basis: basis + &contract(text, &stated.credit_clause),
        share: share(text, stated, -stated.credits.0),
        amount: signed(Money(-stated.credits.0)),
        steps: Steps { rule: words.rule_sum.to_owned(), formula: summed(text, stated, &charges), inputs },
        ..Shown::head(words.credits_sum)
    }
}

/// Adds up what is deducted: line by line, or assessment by assessment where a cap cuts one of several.
fn summed(text: &'static Text, stated: &Stated, charges: &[(&StatedAssessment, Charge)]) -> String {
    let added = |amounts: &mut dyn Iterator<Item = Money>, sum: Money| {
        let terms: Vec<_> = amounts.filter(|amount| amount.0 != 0).map(bare).collect();
        match terms.as_slice() {
            [] => "0".to_owned(),
            [one] => one.clone(),
            _ => format!("{} = {}", terms.join(" + "), bare(sum)),
        }
    };
    let cut = |charge: &Charge| {
        let sum = added(&mut charge.lines.iter().copied(), charge.sum);
        match charge.cap.filter(|cap| *cap < charge.sum) {
            Some(cap) => {
                format!("{sum}; min({}, {}) = {}", bare(charge.sum), bare(cap), bare(charge.credits))
            }
            None => sum,
        }
    };
    match charges {
        [(_, charge)] => cut(charge),
        _ if stated.credits == stated.sum => {
            added(&mut stated.lines.iter().map(|line| line.credit), stated.sum)
        }
        _ => {
            let each = charges
                .iter()
                .map(|(one, charge)| format!("{}: {}", months(one.period, text.language), cut(charge)));
            let all = added(&mut charges.iter().map(|(_, charge)| charge.credits), stated.credits);
            each.chain([all]).collect::<Vec<_>>().join("\n")
        }
    }
}

fn returned(text: &'static Text, stated: &Stated, one: &StatedReturn, ways: &Ways) -> Shown {
    let words = &text.payment;
    let missed = basis::month(text, one.missed);
    let name = match one.state {
        EarnBack::Returned => (words.returned)(&missed),
        EarnBack::Pending => (words.returning)(&missed),
        EarnBack::Lost => (words.return_lost)(&missed),
    };
    let reaches = |actual: &Option<f64>| actual.is_some_and(|actual| one.bound.is_met(actual, one.higher));
    let reached = one.results.iter().take_while(|(_, actual)| reaches(actual)).count();
    let higher = basis::with_target("", one.bound, Some(one.higher), &one.unit);
    let mut inputs = vec![
        Input::here((words.charged.to_owned(), bare(one.charged))),
        Input::from(&ways.credits, (words.higher.to_owned(), higher.clone())),
    ];
    inputs.extend(one.results.iter().map(|(month, actual)| {
        Input::from(&ways.kpis, (basis::month(text, *month), basis::value(*actual, &one.unit)))
    }));
    let formula = format!("{reached} / {} → {}", one.window, bare(one.amount));
    Shown {
        weight: if one.amount.0 == 0 { Weight::Quiet } else { Weight::Plain },
        clause: one.clause.clone(),
        name,
        basis: (words.return_basis)(&one.measure, &higher, reached, one.window)
            + &contract(text, &stated.credit_clause),
        share: share(text, stated, one.amount.0),
        amount: signed(one.amount),
        steps: Steps { rule: words.rule_return.to_owned(), formula, inputs },
    }
}

fn added(text: &'static Text, stated: &Stated, extra: &StatedExtra, ways: &Ways) -> Shown {
    let (words, agreed) = (&text.payment, &extra.agreed);
    let name = if agreed.what.trim().is_empty() { words.unnamed } else { agreed.what.trim() };
    let lacks: Vec<_> = agreed.lacks().into_iter().map(|lack| (words.lack)(lack)).collect();
    let quantity = format!("{} {}", format::number_or_missing(agreed.quantity, 3), agreed.unit.trim());
    let quantity = quantity.trim().to_owned();
    let price = agreed.unit_price.map_or_else(|| format::MISSING.to_owned(), bare);
    let by = agreed.agreed_by.trim();
    let by_words = if by.is_empty() { String::new() } else { (words.agreed_by)(by) };
    let basis = match lacks.is_empty() {
        true => format!("{quantity} × {price}{by_words}{}", contract(text, &agreed.clause)),
        false => lacks.join(text.common.list_comma),
    };
    let amount = extra.amount.map_or_else(|| format::MISSING.to_owned(), signed);
    let mut inputs = vec![
        Input::here((words.quantity.to_owned(), quantity.clone())),
        Input::here((words.unit_price.to_owned(), price.clone())),
        Input::here((words.who_agreed.to_owned(), by.to_owned())),
    ];
    if !extra.feature.is_empty() {
        inputs.push(Input::from(&ways.scope, (words.feature.to_owned(), extra.feature.clone())));
    }
    let formula =
        format!("{quantity} × {price} = {}", extra.amount.map_or_else(|| format::MISSING.to_owned(), bare));
    Shown {
        weight: Weight::Plain,
        clause: extra.feature.clone(),
        name: name.to_owned(),
        basis,
        share: extra.amount.map(|amount| share(text, stated, amount.0)).unwrap_or_default(),
        amount,
        steps: Steps { rule: words.rule_extra.to_owned(), formula, inputs },
    }
}

fn total(text: &'static Text, stated: &Stated) -> Shown {
    let words = &text.payment;
    let name = (words.total)(stated.period.cycle);
    if stated.fee.is_none() {
        return Shown { weight: Weight::Total, amount: format::MISSING.to_owned(), ..Shown::head(name) };
    }
    let parts = [bare(stated.base()), bare(stated.credits), bare(stated.returned), bare(stated.value_added)];
    let [base, credits, back, value_added] = &parts;
    let formula = format!("max(0, {base} − {credits} + {back} + {value_added}) = {}", bare(stated.payment));
    let names = [words.base, words.credits_sum, words.returned_sum, words.value_added_sum];
    let inputs = names.into_iter().zip(parts.clone());
    let inputs = inputs.map(|(name, value)| Input::here((name.to_owned(), value))).collect();
    Shown {
        weight: Weight::Total,
        amount: bare(stated.payment),
        steps: Steps { rule: words.rule_total.to_owned(), formula, inputs },
        ..Shown::head(name)
    }
}
