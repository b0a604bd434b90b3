//! Prices so low that the vendor has to explain them, by named rules. A flag opens a review; it rejects nobody.

use decision::low_bid::world_bank::Approach;
use decision::low_bid::{LowBidError, Quote, china, open_contracting, spain, world_bank};
use decision::price::Gate;

use crate::domain::money::Money;
use crate::domain::register::Item;
use crate::domain::selection::low_price::{LowPriceRule, Purchase};
use crate::domain::selection::proposals::heads;
use crate::domain::task::Task;
use crate::i18n::format;
use crate::lab::block::{Block, Cell, Grid, Input, Steps};
use crate::lab::scene::Scene;
use crate::routes::{Page, Route};

/// The rules that draw a line, in the order of their columns.
const RULES: [LowPriceRule; 4] =
    [LowPriceRule::China, LowPriceRule::Spain, LowPriceRule::WorldBank, LowPriceRule::OpenContracting];

/// Every price held against every rule.
struct Reviews<'a> {
    scene: &'a Scene,
    /// The prices by the places of the ranking, in minor units.
    prices: Vec<i64>,
    ceiling: Option<i64>,
    thresholds: china::Thresholds,
    china: china::Review,
    spain: spain::Review,
    bank: world_bank::Review,
    contracting: open_contracting::Review,
}

impl<'a> Reviews<'a> {
    fn of(scene: &'a Scene) -> Result<Self, LowBidError> {
        let prices: Vec<i64> = scene.ranking.rows.iter().map(|row| row.price.price.0).collect();
        let quotes: Vec<Quote> =
            prices.iter().map(|price| Quote { price: Some(*price), gate: Gate::Pass }).collect();
        let ceiling = scene.project.profile.budget_high.map(|budget| budget.0).filter(|budget| 0 < *budget);
        let thresholds = scene.selection().method.low_price.thresholds();
        Ok(Self {
            scene,
            ceiling,
            thresholds,
            china: china::review(&quotes, None, ceiling, thresholds, &[])?,
            spain: spain::review(&quotes, ceiling)?,
            bank: world_bank::review(&quotes, ceiling)?,
            contracting: open_contracting::review(&quotes, &scene.selection().lowest_before())?,
            prices,
        })
    }

    fn amount(&self, value: f64) -> String {
        format::money(Money(value.round() as i64), self.scene.project.profile.currency)
    }

    /// Writes the share of a rule of 财库〔2026〕2号, in percent.
    fn share(&self, rule: china::Rule) -> String {
        let bp = match rule {
            china::Rule::OfMean | china::Rule::Committee => self.thresholds.of_mean_bp,
            china::Rule::OfSecond => self.thresholds.of_second_bp,
            china::Rule::OfCeiling => self.thresholds.of_ceiling_bp,
        };
        format::number(f64::from(bp) / 100.0, 2)
    }

    /// Says why a rule flags a price; nothing where it does not.
    fn why(&self, rule: LowPriceRule, place: usize) -> Vec<String> {
        let words = self.scene.words;
        match rule {
            LowPriceRule::China => {
                let rules =
                    self.china.flags.iter().filter(|(at, _)| *at == place).flat_map(|(_, rules)| rules);
                rules.map(|rule| (words.china_rule)(*rule, &self.share(*rule))).collect()
            }
            LowPriceRule::Spain => {
                let rules =
                    self.spain.flags.iter().filter(|(at, _)| *at == place).flat_map(|(_, rules)| rules);
                rules.map(|rule| (words.spain_rule)(*rule).to_owned()).collect()
            }
            LowPriceRule::WorldBank => {
                let is_relative = matches!(self.bank.approach, Approach::Relative { .. });
                let is_low = self.bank.flags.contains(&place);
                is_low.then(|| (words.bank_flagged)(is_relative).to_owned()).into_iter().collect()
            }
            LowPriceRule::OpenContracting => {
                let is_low = self.contracting.flag == Some(place);
                is_low.then(|| words.gap_flagged.to_owned()).into_iter().collect()
            }
            LowPriceRule::ByCurrency | LowPriceRule::Directive => Vec::new(),
        }
    }

    /// Tells whether a rule draws a line here.
    fn has_line(&self, rule: LowPriceRule) -> bool {
        match rule {
            LowPriceRule::China => !self.prices.is_empty(),
            LowPriceRule::Spain => self.spain.line.is_some(),
            LowPriceRule::WorldBank => self.bank.line.is_some(),
            LowPriceRule::OpenContracting => self.contracting.line.is_some(),
            LowPriceRule::ByCurrency | LowPriceRule::Directive => false,
        }
    }

    /// Writes the mean of the prices at some places.
    fn mean_of(&self, places: impl Iterator<Item = usize>) -> String {
        let terms: Vec<_> = places
            .filter_map(|place| self.prices.get(place))
            .map(|price| self.amount(*price as f64))
            .collect();
        format!("({}) / {}", terms.join(" + "), terms.len())
    }

    /// Returns the budget as an input.
    fn budget(&self) -> Vec<Input> {
        let scene = self.scene;
        let input = |ceiling: i64| Input {
            name: scene.text.settings.budget_high.to_owned(),
            value: self.amount(ceiling as f64),
            href: Route::Project(scene.project.id, Page::Settings).href(),
        };
        self.ceiling.map(input).into_iter().collect()
    }

    /// Returns the gaps of earlier purchases as inputs.
    fn purchases(&self) -> Vec<Input> {
        let input = |purchase: &Purchase| {
            let gap = percent(purchase.lowest()?.gap()?);
            let name = format!("{} {}", purchase.clause(), purchase.name);
            Some(self.scene.input(Task::Decide, &purchase.clause(), name, gap))
        };
        self.scene.selection().purchases.iter().filter_map(|purchase| input(purchase)).collect()
    }

    /// Writes the calculation of every line that is drawn.
    fn lines(&self) -> Vec<Steps> {
        let words = self.scene.words;
        let rule = self.scene.text.costs.low_rule;
        let of_budget = |share: &str| {
            self.ceiling
                .map(|ceiling| format!("{share} × {}", self.amount(ceiling as f64)))
                .unwrap_or_default()
        };
        let mut sorted = self.prices.clone();
        sorted.sort_unstable();
        let second = sorted.get(1).map(|price| self.amount(*price as f64)).unwrap_or_default();
        let [of_mean, of_second, of_ceiling] = words.china_lines;
        let china = rule(LowPriceRule::China);
        let mean = self.mean_of(0..self.prices.len());
        let share = |rule| format!("{} %", self.share(rule));
        let spain = match (self.prices.as_slice(), self.spain.mean_used) {
            ([_], _) => of_budget("75 %"),
            ([a, b], _) => format!("80 % × {}", self.amount(*a.max(b) as f64)),
            (_, Some(mean)) => format!("90 % × {}", self.amount(mean)),
            _ => String::new(),
        };
        let bank = match self.bank.approach {
            Approach::Absolute => of_budget("80 %"),
            Approach::Relative { deviation, .. } => {
                format!("{mean} − {}", (words.deviation)(&self.amount(deviation)))
            }
        };
        let contracting = self.contracting.fence.map(|fence| {
            let [lower, upper] = [fence.lower_quartile, fence.upper_quartile].map(percent);
            format!("{second} / (1 + {upper} + 1.5 × ({upper} − {lower}))")
        });
        let said = self.scene.text.costs.low_rule_said;
        let of_china =
            |part: &str, which| (format!("{china} · {part}"), (words.china_rule)(which, &self.share(which)));
        let of_rule = |which: LowPriceRule| (rule(which).to_owned(), said(which).to_owned());
        let (spain_title, spain_said) = of_rule(LowPriceRule::Spain);
        let by_budget = (format!("{spain_title} · {}", words.budget_line), spain_said);
        let work = |which: china::Rule, of: &str| format!("P < {} × {of}", share(which));
        let bank_sign = if self.bank.approach == Approach::Absolute { "≤" } else { "<" };
        let (is_only_bid, is_absolute) = (self.prices.len() == 1, self.bank.approach == Approach::Absolute);
        let (prices, budget) = (|| self.scene.prices(), || self.budget());
        let lines = [
            (
                of_china(of_mean, china::Rule::OfMean),
                self.china.mean_line,
                work(china::Rule::OfMean, &mean),
                prices(),
            ),
            (
                of_china(of_second, china::Rule::OfSecond),
                self.china.second_line,
                work(china::Rule::OfSecond, &second),
                prices(),
            ),
            (
                of_china(of_ceiling, china::Rule::OfCeiling),
                self.china.ceiling_line,
                format!("P < {}", of_budget(&share(china::Rule::OfCeiling))),
                budget(),
            ),
            (
                of_rule(LowPriceRule::Spain),
                self.spain.line,
                format!("P < {spain}"),
                if is_only_bid { budget() } else { prices() },
            ),
            (by_budget, self.spain.budget_line, format!("P < {}", of_budget("75 %")), budget()),
            (
                of_rule(LowPriceRule::WorldBank),
                self.bank.line,
                format!("P {bank_sign} {bank}"),
                if is_absolute { budget() } else { prices() },
            ),
            (
                of_rule(LowPriceRule::OpenContracting),
                self.contracting.line,
                format!("P < {}", contracting.unwrap_or_default()),
                self.purchases(),
            ),
        ];
        let lines = lines.into_iter().filter_map(|((title, rule), line, work, inputs)| {
            let line = self.amount(line?);
            Some(Steps {
                title: format!("{title}: {line}"),
                rule,
                formula: format!("{work} = {line}"),
                inputs,
            })
        });
        lines.chain(self.effective_lines()).collect()
    }

    /// Writes for each bid where rule 1 fires, as the bid itself is in the mean: below t Σ others / (n − t).
    fn effective_lines(&self) -> impl Iterator<Item = Steps> + '_ {
        let words = self.scene.words;
        let share = self.share(china::Rule::OfMean);
        self.china.effective_lines.iter().map(move |(place, line)| {
            let others = self.prices.iter().enumerate().filter(|(other, _)| other != place);
            let terms: Vec<_> = others.map(|(_, price)| self.amount(*price as f64)).collect();
            let line = self.amount(*line);
            Steps {
                title: format!("{} · {}: {line}", words.effective_head, self.scene.name_at(*place)),
                rule: (words.effective_rule)(&share),
                formula: format!(
                    "P < {share} % × ({}) / ({} − {share} %) = {line}",
                    terms.join(" + "),
                    self.prices.len()
                ),
                inputs: self.scene.prices(),
            }
        })
    }
}

fn percent(share: f64) -> String {
    format!("{} %", format::number(share * 100.0, 2))
}

/// Holds every price against the lines of the rules.
pub fn block(scene: &Scene) -> Option<Block> {
    let words = scene.words;
    let reviews = Reviews::of(scene).ok()?;
    let counts = scene.selection().method.low_price.rule.for_currency(scene.project.profile.currency);
    let floor = scene.project.price_floor().map(|floor| floor.amount);
    let mut flagged = Vec::new();
    let rows = reviews.prices.iter().enumerate().map(|(place, price)| {
        let is_below = floor.is_some_and(|floor| *price < floor);
        if is_below || !reviews.why(counts, place).is_empty() {
            flagged.push(scene.name_at(place));
        }
        let line = reviews.china.effective_lines.iter().find(|(at, _)| *at == place);
        let by_rule = RULES.map(|rule| match reviews.why(rule, place).as_slice() {
            _ if !reviews.has_line(rule) => Cell::plain(format::MISSING),
            [] => Cell::plain(words.not_flagged),
            why => Cell::new(why.join(words.and), rule == counts),
        });
        let by_floor = match floor {
            None => Cell::plain(format::MISSING),
            Some(_) if is_below => Cell::new(words.below_floor, true),
            Some(_) => Cell::plain(words.not_flagged),
        };
        let vendor = scene.ranking.rows.get(place).and_then(|row| scene.selection().vendors.get(row.vendor));
        let explanation = vendor.map(|vendor| vendor.proposal.explanation.clone()).unwrap_or_default();
        let first = [
            scene.name_at(place),
            reviews.amount(*price as f64),
            line.map_or_else(|| format::MISSING.to_owned(), |(_, line)| reviews.amount(*line)),
        ];
        let explained = Cell::plain((words.explained)(explanation.asked.is_some(), explanation.accepted));
        first.map(Cell::plain).into_iter().chain(by_rule).chain([by_floor, explained]).collect()
    });
    let rows: Vec<_> = rows.collect();
    let rule = scene.text.costs.low_rule;
    let first = [scene.text.vendors.vendor, scene.text.vendors.base_price, words.effective_head];
    let heads = first.into_iter().chain(RULES.map(rule)).chain([words.floor_head, words.explained_head]);
    let no_floor = floor.is_none().then(|| words.floor_missing.to_owned());
    let no_gaps = reviews.contracting.fence.is_none().then(|| words.gaps_missing.to_owned());
    let notes = std::iter::once((words.low_counts)(rule(counts)));
    let notes = notes.chain(words.low_notes.map(str::to_owned)).chain(no_floor).chain(no_gaps);
    Some(Block {
        key: "low-price",
        title: words.low_title.to_owned(),
        finding: match flagged.as_slice() {
            [] if counts == LowPriceRule::Directive => words.low_judged.to_owned(),
            [] if !reviews.has_line(counts) => (words.low_open)(rule(counts)),
            [] => words.low_none.to_owned(),
            names => (words.low_found)(&names.join(words.and)),
        },
        table: Grid { heads: heads.map(str::to_owned).collect(), rows },
        notes: notes.collect(),
        steps: reviews.lines().into_iter().chain(built_up(scene)).collect(),
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
