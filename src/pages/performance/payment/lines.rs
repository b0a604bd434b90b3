//! The lines of a statement, each with the way to its inputs.

use crate::domain::performance::payment::stated::{Stated, StatedExtra, StatedLine, StatedReturn};
use crate::i18n::Text;
use crate::i18n::payment::lines::{About, Said, Weight};
use crate::i18n::payment::{bare, basis, lines as said};
use crate::i18n::period::months;
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

/// Makes the lines of a statement.
#[must_use]
pub fn lines(text: &'static Text, stated: &Stated, ways: &Ways) -> Vec<Shown> {
    let shown = |line: Said| {
        let inputs = inputs(text, stated, line.about, ways);
        let Said { about: _, weight, clause, name, basis, share, amount, rule, formula } = line;
        let steps = Steps { rule: rule.to_owned(), formula, inputs };
        Shown { weight, clause, name, basis, share, amount, steps }
    };
    said::lines(text, stated).into_iter().map(shown).collect()
}

/// Lists what a line was computed from.
fn inputs(text: &'static Text, stated: &Stated, about: About, ways: &Ways) -> Vec<Input> {
    let words = &text.payment;
    match about {
        About::Nothing => Vec::new(),
        About::Fee(fee) => vec![
            Input::from(&ways.proposals, ((words.fee_source)(fee.source).to_owned(), bare(fee.monthly))),
            Input::here((words.months.to_owned(), fee.months.to_string())),
        ],
        About::Level(line) => of_level(text, line, ways),
        About::Credits => of_credits(text, stated, ways),
        About::Returned(one) => of_return(text, one, ways),
        About::Extra(extra) => of_extra(text, extra, ways),
        About::Payment => {
            let names = [words.base, words.credits_sum, words.returned_sum, words.value_added_sum];
            let parts = names.into_iter().zip(said::parts(stated));
            parts.map(|(name, value)| Input::here((name.to_owned(), value))).collect()
        }
    }
}

fn of_level(text: &'static Text, line: &StatedLine, ways: &Ways) -> Vec<Input> {
    if line.clause.is_empty() {
        return Vec::new();
    }
    let target = basis::with_target("", line.bound, line.target, &line.unit);
    let name = format!("{} {}", line.clause, text.payment.target);
    let results = line.assessments.iter().map(|one| {
        Input::from(&ways.kpis, (months(one.period, text.language), basis::value(one.actual, &line.unit)))
    });
    std::iter::once(Input::from(&ways.sla, (name, target))).chain(results).collect()
}

fn of_credits(text: &'static Text, stated: &Stated, ways: &Ways) -> Vec<Input> {
    let words = &text.payment;
    let model = stated.model.map(|model| (words.model_name)(model).to_owned()).unwrap_or_default();
    let cap = stated.charges().first().and_then(|(one, charge)| {
        let share = said::share_of_cap(text, stated).map(|share| format!("{} × {share} = ", bare(one.fee)));
        Some(share.unwrap_or_default() + &bare(charge.cap?))
    });
    let model = Input::from(&ways.credits, (words.model.to_owned(), model));
    let cap = cap.map(|cap| Input::from(&ways.credits, (words.cap.to_owned(), cap)));
    std::iter::once(model).chain(cap).collect()
}

fn of_return(text: &'static Text, one: &StatedReturn, ways: &Ways) -> Vec<Input> {
    let words = &text.payment;
    let higher = basis::with_target("", one.bound, Some(one.higher), &one.unit);
    let results = one.results.iter().map(|(month, actual)| {
        Input::from(&ways.kpis, (basis::month(text, *month), basis::value(*actual, &one.unit)))
    });
    let agreed = [
        Input::here((words.charged.to_owned(), bare(one.charged))),
        Input::from(&ways.credits, (words.higher.to_owned(), higher)),
    ];
    agreed.into_iter().chain(results).collect()
}

fn of_extra(text: &'static Text, extra: &StatedExtra, ways: &Ways) -> Vec<Input> {
    let (words, agreed) = (&text.payment, &extra.agreed);
    let mut inputs = vec![
        Input::here((words.quantity.to_owned(), said::quantity(extra))),
        Input::here((words.unit_price.to_owned(), said::bare_or_missing(agreed.unit_price))),
        Input::here((words.who_agreed.to_owned(), agreed.agreed_by.trim().to_owned())),
    ];
    if !extra.feature.is_empty() {
        inputs.push(Input::from(&ways.scope, (words.feature.to_owned(), extra.feature.clone())));
    }
    inputs
}
