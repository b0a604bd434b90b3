//! The lines of a statement in words: what they are, what they rest on, what they come to, and how that was computed.
//! The page opens each to its inputs; the paper prints them.

use crate::domain::money::Money;
use crate::domain::performance::credits::charge::{Charge, EarnBack};
use crate::domain::performance::credits::terms::Level;
use crate::domain::performance::payment::stated::{
    Stated, StatedAssessment, StatedExtra, StatedFee, StatedLine, StatedReturn,
};
use crate::i18n::payment::{bare, basis, signed};
use crate::i18n::period::months;
use crate::i18n::{Text, format};

/// How much a line weighs.
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

/// What a line is about.
#[derive(Clone, Copy, Debug)]
pub enum About<'a> {
    /// Nothing that is computed.
    Nothing,
    /// The base fee.
    Fee(&'a StatedFee),
    /// A service level, or all of them together.
    Level(&'a StatedLine),
    /// What is deducted.
    Credits,
    /// A credit that may be earned back.
    Returned(&'a StatedReturn),
    /// Something done besides the base service.
    Extra(&'a StatedExtra),
    /// What is paid.
    Payment,
}

/// One line in words.
#[derive(Clone, Debug)]
pub struct Said<'a> {
    /// What it is about.
    pub about: About<'a>,
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
    /// The rule it was computed by; empty where nothing was.
    pub rule: &'static str,
    /// The formula with its numbers.
    pub formula: String,
}

impl Said<'_> {
    fn head(name: &str) -> Self {
        Self {
            about: About::Nothing,
            weight: Weight::Head,
            clause: String::new(),
            name: name.to_owned(),
            basis: String::new(),
            share: String::new(),
            amount: String::new(),
            rule: "",
            formula: String::new(),
        }
    }

    fn quiet(name: &str) -> Self {
        Self { weight: Weight::Quiet, ..Self::head(name) }
    }
}

/// Makes the lines of a statement.
#[must_use]
pub fn lines<'a>(text: &'static Text, stated: &'a Stated) -> Vec<Said<'a>> {
    let words = &text.payment;
    let mut found = vec![base(text, stated), Said::head(words.credits_head)];
    if stated.model.is_none() {
        found.push(Said { basis: words.credits_none.to_owned(), ..Said::quiet(words.credits_sum) });
    } else {
        found.extend(stated.lines.iter().map(|line| credit(text, stated, line)));
        found.push(deducted(text, stated));
    }
    if !stated.returns.is_empty() || !stated.extras.is_empty() {
        found.push(Said::head(words.added_head));
        found.extend(stated.returns.iter().map(|one| returned(text, stated, one)));
        found.extend(stated.extras.iter().map(|extra| added(text, stated, extra)));
    }
    found.push(total(text, stated));
    if 0 < stated.clamped.0 {
        found.push(Said { amount: bare(stated.clamped), ..Said::quiet(words.clamped) });
    }
    found
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

/// Writes the cap as a share of the fee, where it is one.
#[must_use]
pub fn share_of_cap(text: &'static Text, stated: &Stated) -> Option<String> {
    stated.cap_bp.map(|bp| format::percent(f64::from(bp) / 100.0, 2, text.language))
}

fn contract(text: &'static Text, clause: &str) -> String {
    let clause = clause.trim();
    if clause.is_empty() { String::new() } else { (text.payment.contract)(clause) }
}

fn base<'a>(text: &'static Text, stated: &'a Stated) -> Said<'a> {
    let words = &text.payment;
    let Some(fee) = &stated.fee else {
        return Said { weight: Weight::Strong, basis: words.no_fee.to_owned(), ..Said::head(words.base) };
    };
    let monthly = bare(fee.monthly);
    Said {
        about: About::Fee(fee),
        weight: Weight::Strong,
        basis: (words.base_basis)(&monthly, fee.months) + &contract(text, &stated.fee_clause),
        amount: bare(fee.amount),
        rule: words.rule_base,
        formula: format!("{monthly} × {} = {}", fee.months, bare(fee.amount)),
        ..Said::head(words.base)
    }
}

fn credit<'a>(text: &'static Text, stated: &Stated, line: &'a StatedLine) -> Said<'a> {
    let words = &text.payment;
    let name = match line.clause.as_str() {
        "" => basis::sum_name(text, line).to_owned(),
        _ => basis::with_target(&line.measure, line.bound, line.target, &line.unit),
    };
    let is_nothing = line.credit.0 == 0;
    Said {
        about: About::Level(line),
        weight: if is_nothing { Weight::Quiet } else { Weight::Plain },
        clause: line.clause.clone(),
        name,
        basis: match line.level {
            Level::KeyMeasurement => (words.only_reported)(&basis::credit(text, line)),
            Level::Critical => basis::credit(text, line),
        },
        share: share(text, stated, -line.credit.0),
        amount: signed(Money(-line.credit.0)),
        rule: basis::credit_rule(text, line),
        formula: basis::credit_formula(text, line),
    }
}

fn deducted(text: &'static Text, stated: &Stated) -> Said<'static> {
    let words = &text.payment;
    let charges = stated.charges();
    let share_of_cap = share_of_cap(text, stated);
    // Where months are assessed one by one, each has a cap of its own.
    let is_each = 1 < charges.len();
    let basis = match charges.first().and_then(|(_, charge)| charge.cap) {
        Some(cap) if is_each => {
            let hit = charges.iter().filter(|(_, charge)| cap <= charge.sum);
            let hit: Vec<_> = hit.map(|(one, _)| months(one.period, text.language)).collect();
            (words.cap_each)(share_of_cap.as_deref(), &bare(cap), &hit.join(text.common.list_comma))
        }
        Some(cap) => (words.cap_basis)(share_of_cap.as_deref(), &bare(cap), cap <= stated.sum),
        None => words.no_cap.to_owned(),
    };
    Said {
        about: About::Credits,
        weight: Weight::Strong,
        basis: basis + &contract(text, &stated.credit_clause),
        share: share(text, stated, -stated.credits.0),
        amount: signed(Money(-stated.credits.0)),
        rule: words.rule_sum,
        formula: summed(text, stated, &charges),
        ..Said::head(words.credits_sum)
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

fn returned<'a>(text: &'static Text, stated: &Stated, one: &'a StatedReturn) -> Said<'a> {
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
    Said {
        about: About::Returned(one),
        weight: if one.amount.0 == 0 { Weight::Quiet } else { Weight::Plain },
        clause: one.clause.clone(),
        name,
        basis: (words.return_basis)(&one.measure, &higher, reached, one.window)
            + &contract(text, &stated.credit_clause),
        share: share(text, stated, one.amount.0),
        amount: signed(one.amount),
        rule: words.rule_return,
        formula: format!("{reached} / {} → {}", one.window, bare(one.amount)),
    }
}

/// Writes how much was done of something besides the base service.
#[must_use]
pub fn quantity(extra: &StatedExtra) -> String {
    let agreed = &extra.agreed;
    let said = format!("{} {}", format::number_or_missing(agreed.quantity, 3), agreed.unit.trim());
    said.trim().to_owned()
}

/// Writes an amount without its currency, or the sign for nothing.
#[must_use]
pub fn bare_or_missing(amount: Option<Money>) -> String {
    amount.map_or_else(|| format::MISSING.to_owned(), bare)
}

fn added<'a>(text: &'static Text, stated: &Stated, extra: &'a StatedExtra) -> Said<'a> {
    let (words, agreed) = (&text.payment, &extra.agreed);
    let name = if agreed.what.trim().is_empty() { words.unnamed } else { agreed.what.trim() };
    let lacks: Vec<_> = agreed.lacks().into_iter().map(|lack| (words.lack)(lack)).collect();
    let (quantity, price) = (quantity(extra), bare_or_missing(agreed.unit_price));
    let by = agreed.agreed_by.trim();
    let by_words = if by.is_empty() { String::new() } else { (words.agreed_by)(by) };
    Said {
        about: About::Extra(extra),
        weight: Weight::Plain,
        clause: extra.feature.clone(),
        name: name.to_owned(),
        basis: match lacks.is_empty() {
            true => format!("{quantity} × {price}{by_words}{}", contract(text, &agreed.clause)),
            false => lacks.join(text.common.list_comma),
        },
        share: extra.amount.map(|amount| share(text, stated, amount.0)).unwrap_or_default(),
        amount: extra.amount.map_or_else(|| format::MISSING.to_owned(), signed),
        rule: words.rule_extra,
        formula: format!("{quantity} × {price} = {}", bare_or_missing(extra.amount)),
    }
}

fn total(text: &'static Text, stated: &Stated) -> Said<'static> {
    let words = &text.payment;
    let name = (words.total)(stated.period.cycle);
    if stated.fee.is_none() {
        return Said { weight: Weight::Total, amount: format::MISSING.to_owned(), ..Said::head(name) };
    }
    let [base, credits, back, value_added] = parts(stated);
    Said {
        about: About::Payment,
        weight: Weight::Total,
        amount: bare(stated.payment),
        rule: words.rule_total,
        formula: format!("max(0, {base} − {credits} + {back} + {value_added}) = {}", bare(stated.payment)),
        ..Said::head(name)
    }
}

/// Writes what is paid in its parts: base fee, credits, what is earned back, what was done besides.
#[must_use]
pub fn parts(stated: &Stated) -> [String; 4] {
    [stated.base(), stated.credits, stated.returned, stated.value_added].map(bare)
}
