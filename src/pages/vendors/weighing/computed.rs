//! What entries came to, in sentences and as a calculation.

use crate::domain::selection::weighing::{Agreement, Found, Judgement, Lacking, WeighingBy};
use crate::i18n::{Text, format};
use crate::pages::vendors::weighing::weigher::Weigher;
use crate::ui::calculation::{Input, Steps};
use decision::ahp::consistency::USUAL_LIMIT;
use decision::ahp::incomplete::pairs;
use decision::weighting::rank_order::RankRule;

/// How many terms of a sum are written out; of longer ones the first and the last.
const TERMS: usize = 5;

fn percent(share: f64) -> String {
    format::number(share * 100.0, 2)
}

/// Says what came out: the weights and how far comparisons agree, or what is missing.
pub fn sentences(text: &'static Text, weigher: Weigher, found: &Result<Found, Lacking>) -> Vec<String> {
    let words = &text.weighing;
    match found {
        Err(lacking) => {
            let places = match lacking {
                Lacking::Items(places) | Lacking::Apart(places) => places.as_slice(),
                Lacking::AllZero | Lacking::Contradiction => &[],
            };
            vec![(words.lacking)(lacking, &weigher.names(places))]
        }
        Ok(found) => {
            let weights = found.weights_bp().into_iter().enumerate();
            let weights = weights
                .map(|(place, bp)| format!("{} {}", weigher.name(place), percent(f64::from(bp) / 10_000.0)));
            let weights = (words.found)(&weights.collect::<Vec<_>>().join(" · "));
            let agreement =
                found.agreement.map(|agreement| agrees(text, weigher, found.shares.len(), &agreement));
            std::iter::once(weights).chain(agreement.unwrap_or_default()).collect()
        }
    }
}

/// Says how far comparisons of pairs agree, and which to revisit.
pub fn agrees(text: &'static Text, weigher: Weigher, n: usize, agreement: &Agreement) -> Vec<String> {
    let words = &text.weighing;
    let estimated = (0 < agreement.missing).then(|| (words.estimated)(agreement.missing, pairs(n).count()));
    let ratio = agreement.ratio().map(|ratio| format::number(ratio, 2));
    let said = match (agreement.to_revisit(), ratio) {
        (Some(revisit), Some(ratio)) => {
            let (a, b) = (weigher.name(revisit.row), weigher.name(revisit.column));
            let (short_a, short_b) = (weigher.short(revisit.row), weigher.short(revisit.column));
            let judged = |judgement| (words.judged)(&short_a, &short_b, judgement);
            let (given, fits) = (judged(revisit.given), judged(revisit.fits));
            let limit = format::number(USUAL_LIMIT, 2);
            (words.contradicts)(&ratio, &limit, &(words.pair)(&a, &b), &given, &fits)
        }
        (None, Some(ratio)) => (words.agrees)(&ratio),
        (_, None) => (words.no_ratio)(&format::number(agreement.consistency_index, 3)),
    };
    estimated.into_iter().chain([said]).collect()
}

/// Writes how the weights were computed, with their numbers.
pub fn steps(text: &'static Text, weigher: Weigher, found: &Found) -> Steps {
    let words = &text.weighing;
    let (by, entries) = (weigher.by.get(), weigher.entries.get());
    let rule = (words.rule)(by).to_owned();
    let n = entries.len();
    let (lines, inputs): (Vec<String>, Vec<(String, String)>) = match by {
        WeighingBy::Direct => Default::default(),
        WeighingBy::RankOrder => {
            let ranks: Vec<u8> = entries.ranks.iter().flatten().map(|rank| rank.get()).collect();
            let line = |(place, share): (usize, &f64)| {
                format!("{} = {} = {} %", weigher.short(place), centroid(&ranks, place), percent(*share))
            };
            let input = |(place, rank): (usize, &u8)| (weigher.name(place), (words.rank)(*rank));
            (
                found.shares.iter().enumerate().map(line).collect(),
                ranks.iter().enumerate().map(input).collect(),
            )
        }
        WeighingBy::Swing => {
            let swings: Vec<u32> = entries.swings.iter().flatten().map(|swing| swing.get().into()).collect();
            let sum: u32 = swings.iter().sum();
            let line = |(place, swing): (usize, &u32)| {
                let share = f64::from(*swing) / f64::from(sum);
                format!("{} = {swing} / {sum} = {} %", weigher.short(place), percent(share))
            };
            let input = |(place, swing): (usize, &u32)| (weigher.name(place), swing.to_string());
            (swings.iter().enumerate().map(line).collect(), swings.iter().enumerate().map(input).collect())
        }
        WeighingBy::Pairwise => {
            let input = |((i, j), judgement): ((usize, usize), &Option<Judgement>)| {
                let (a, b) = (weigher.short(i), weigher.short(j));
                let judged = |judgement| (words.judged)(&a, &b, judgement);
                ((words.pair)(&a, &b), judgement.map_or_else(|| format::MISSING.to_owned(), judged))
            };
            let inputs = pairs(n).zip(&entries.judgements).map(input).collect();
            (found.agreement.map(|agreement| eigen(n, &agreement)).unwrap_or_default(), inputs)
        }
    };
    Steps { rule, formula: lines.join("\n"), inputs: inputs.into_iter().map(Input::here).collect() }
}

/// Writes the centroid of one item: the sum over its positions, or the mean of the positions it shares.
fn centroid(ranks: &[u8], place: usize) -> String {
    let n = ranks.len();
    let rank = ranks.get(place).copied().unwrap_or_default();
    let ahead = ranks.iter().filter(|other| **other < rank).count();
    let sharing = ranks.iter().filter(|other| **other == rank).count();
    if sharing == 1 {
        return format!("({}) / {n}", sum((ahead + 1..=n).map(|position| format!("1/{position}")).collect()));
    }
    let positions = RankRule::Centroid.positions(n).into_iter().skip(ahead).take(sharing);
    format!("({}) / {sharing}", sum(positions.map(|weight| format!("{} %", percent(weight))).collect()))
}

fn sum(terms: Vec<String>) -> String {
    match (terms.first(), terms.last()) {
        (Some(first), Some(last)) if TERMS < terms.len() => format!("{first} + … + {last}"),
        _ => terms.join(" + "),
    }
}

/// Writes eigenvalue, consistency index and ratio.
fn eigen(n: usize, agreement: &Agreement) -> Vec<String> {
    let lambda = format::number(agreement.lambda_max, 6);
    let index = format::number(agreement.consistency_index.max(0.0), 6);
    let mut lines = vec![format!("A·w = λmax·w, λmax = {lambda}")];
    if 2 < n {
        lines.push(format!("CI = (λmax − n) / (n − 1) = ({lambda} − {n}) / {} = {index}", n - 1));
    }
    // As few judgements as can connect all have nothing to contradict: there the index is 0 and divides nothing.
    let random = agreement.random_index.filter(|random| 1e-9 < *random);
    if let (Some(random), Some(ratio)) = (random, agreement.ratio()) {
        let (random, ratio) = (format::number(random, 4), format::number(ratio, 3));
        lines.push(format!("CR = CI / RI = {index} / {random} = {ratio}"));
    }
    lines
}
