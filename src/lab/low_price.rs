//! Prices so low that the vendor has to explain them, by named rules. A flag opens a review; it rejects nobody.

use decision::low_bid::{Quote, china, spain};
use decision::price::Gate;

use crate::domain::money::{Currency, Money};
use crate::domain::register::Item;
use crate::domain::selection::proposals::heads;
use crate::domain::task::Task;
use crate::i18n::format;
use crate::lab::block::{Block, Cell, Grid, Steps};
use crate::lab::scene::Scene;

/// Holds every price against the lines of the rules.
pub fn block(scene: &Scene) -> Option<Block> {
    let words = scene.words;
    let prices: Vec<i64> = scene.ranking.rows.iter().map(|row| row.price.price.0).collect();
    let quotes: Vec<Quote> =
        prices.iter().map(|price| Quote { price: Some(*price), gate: Gate::Pass }).collect();
    let ceiling = scene.project.profile.budget_high.map(|budget| budget.0).filter(|budget| 0 < *budget);
    let chinese = china::review(&quotes, None, ceiling, china::Thresholds::default(), &[]).ok()?;
    let spanish = spain::review(&quotes, ceiling).ok()?;
    let amount = |value: f64| format::money(Money(value.round() as i64), scene.project.profile.currency);
    let of_china = |place: usize| -> Vec<&str> {
        let rules = chinese.flags.iter().filter(|(at, _)| *at == place).flat_map(|(_, rules)| rules);
        rules.map(|rule| (words.china_rule)(*rule)).collect()
    };
    let of_spain = |place: usize| -> Vec<&str> {
        let rules = spanish.flags.iter().filter(|(at, _)| *at == place).flat_map(|(_, rules)| rules);
        rules.map(|rule| (words.spain_rule)(*rule)).collect()
    };
    let is_chinese = scene.project.profile.currency == Currency::Cny;
    let floor = scene.project.price_floor().map(|floor| floor.amount);
    let mut flagged = Vec::new();
    let rows = prices.iter().enumerate().map(|(place, price)| {
        let (by_china, by_spain) = (of_china(place), of_spain(place));
        let is_below = floor.is_some_and(|floor| *price < floor);
        if is_below || !(if is_chinese { &by_china } else { &by_spain }).is_empty() {
            flagged.push(scene.name_at(place));
        }
        let line = chinese.effective_lines.iter().find(|(at, _)| *at == place);
        let said = |found: Vec<&str>, is_home: bool| match found.as_slice() {
            [] => Cell::plain(words.not_flagged),
            found => Cell::new(found.join(words.and), is_home),
        };
        let vendor = scene.ranking.rows.get(place).and_then(|row| scene.selection().vendors.get(row.vendor));
        let explanation = vendor.map(|vendor| vendor.proposal.explanation.clone()).unwrap_or_default();
        vec![
            Cell::plain(scene.name_at(place)),
            Cell::plain(amount(*price as f64)),
            Cell::plain(line.map_or_else(|| format::MISSING.to_owned(), |(_, line)| amount(*line))),
            said(by_china, is_chinese),
            said(by_spain, !is_chinese),
            match floor {
                None => Cell::plain(format::MISSING),
                Some(_) if is_below => Cell::new(words.below_floor, true),
                Some(_) => Cell::plain(words.not_flagged),
            },
            Cell::plain((words.explained)(explanation.asked.is_some(), explanation.accepted)),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let line = |title: &str, rule: &str, line: Option<f64>, work: String| {
        line.map(|line| Steps {
            title: format!("{title}: {}", amount(line)),
            rule: rule.to_owned(),
            formula: if work.is_empty() {
                format!("P < {}", amount(line))
            } else {
                format!("P < {work} = {}", amount(line))
            },
            inputs: scene.prices(),
        })
    };
    let mean_of = |places: &[usize]| {
        let parts: Vec<_> = places.iter().filter_map(|place| prices.get(*place)).collect();
        let terms: Vec<_> = parts.iter().map(|price| amount(**price as f64)).collect();
        format!("({}) / {}", terms.join(" + "), parts.len())
    };
    let everyone: Vec<usize> = (0..prices.len()).collect();
    let mut sorted = prices.clone();
    sorted.sort_unstable();
    let second = sorted.get(1).map(|price| format!("50 % × {}", amount(*price as f64))).unwrap_or_default();
    let budget = ceiling.map(|ceiling| format!("45 % × {}", amount(ceiling as f64))).unwrap_or_default();
    let spanish_work = match (prices.as_slice(), spanish.mean_used) {
        ([_], _) => ceiling.map(|ceiling| format!("75 % × {}", amount(ceiling as f64))).unwrap_or_default(),
        ([a, b], _) => format!("80 % × {}", amount(*a.max(b) as f64)),
        (_, Some(mean)) => format!("90 % × {}", amount(mean)),
        _ => String::new(),
    };
    // Where the bid itself is in the mean, rule 1 fires below the others' sum over 2n − 1.
    let effective = chinese.effective_lines.iter().map(|(place, line)| {
        let others: Vec<_> = everyone.iter().copied().filter(|other| other != place).collect();
        let terms: Vec<_> =
            others.iter().filter_map(|other| prices.get(*other)).map(|price| amount(*price as f64)).collect();
        let n = prices.len();
        Steps {
            title: format!("{} · {}: {}", words.effective_head, scene.name_at(*place), amount(*line)),
            rule: words.effective_rule.to_owned(),
            formula: format!("P < ({}) / (2 × {n} − 1) = {}", terms.join(" + "), amount(*line)),
            inputs: scene.prices(),
        }
    });
    let effective: Vec<_> = effective.collect();
    let [of_mean, of_second, of_ceiling, of_spain] = words.low_lines;
    let [mean_rule, second_rule, ceiling_rule, spain_rule] = words.low_rules;
    let floor_steps = built_up(scene);
    let steps = [
        line(of_mean, mean_rule, chinese.mean_line, format!("50 % × {}", mean_of(&everyone))),
        line(of_second, second_rule, chinese.second_line, second),
        line(of_ceiling, ceiling_rule, chinese.ceiling_line, budget),
        line(of_spain, spain_rule, spanish.line, spanish_work),
    ];
    let no_floor = floor.is_none().then(|| words.floor_missing.to_owned());
    Some(Block {
        key: "low-price",
        title: words.low_title.to_owned(),
        finding: match flagged.as_slice() {
            [] => words.low_none.to_owned(),
            names => (words.low_found)(&names.join(words.and)),
        },
        table: Grid {
            heads: [
                scene.text.vendors.vendor,
                scene.text.vendors.base_price,
                words.effective_head,
                words.china_head,
                words.spain_head,
                words.floor_head,
                words.explained_head,
            ]
            .map(str::to_owned)
            .to_vec(),
            rows,
        },
        notes: words.low_notes.map(str::to_owned).into_iter().chain(no_floor).collect(),
        steps: steps.into_iter().flatten().chain(effective).chain(floor_steps).collect(),
        source: words.low_source.to_owned(),
        ..Block::default()
    })
}

/// Shows the price built up from the vendor's roles.
fn built_up(scene: &Scene) -> Option<Steps> {
    let words = scene.words;
    let amount = |value: i64| format::money(Money(value), scene.project.profile.currency);
    let floor = scene.project.price_floor()?.amount;
    let rows = scene.ranking.rows.iter();
    let below: Vec<_> =
        rows.filter(|row| row.price.price.0 < floor).map(|row| scene.name(row.vendor)).collect();
    let terms = scene
        .project
        .costed_roles()
        .map(|(role, cost)| format!("{} × {}", format::number(heads(role), 2), amount(cost.0)));
    Some(Steps {
        title: (words.floor_title)(&amount(floor), &below.join(words.and)),
        rule: words.floor_rule.to_owned(),
        formula: format!("{} = {}", terms.collect::<Vec<_>>().join(" + "), amount(floor)),
        inputs: scene
            .project
            .costed_roles()
            .map(|(role, cost)| {
                let name = format!("{} {}", role.clause(), role.name);
                scene.input(Task::People, &role.clause(), name, amount(cost.0))
            })
            .collect(),
    })
}
