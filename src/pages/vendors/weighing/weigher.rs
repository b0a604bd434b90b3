//! What is weighed, bound to where it is kept.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::method::ScorePart;
use crate::domain::selection::weighing::{Entries, WeighingBy};
use crate::domain::selection::{Criterion, Selection};
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::state::workspace::use_workspace;
use crate::ui::live::{Kept, kept};

/// One thing that is weighed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weighed {
    /// What it is called.
    pub name: String,
    /// The same in a dense place.
    pub short: String,
    /// What wanting more of it means, as a question puts it.
    pub wish: String,
}

/// What is weighed against each other, with the entries and the weights, by place.
#[derive(Clone, Copy)]
pub struct Weigher {
    items: Kept<Vec<Weighed>>,
    /// What was entered, whichever way it belongs to.
    pub entries: Kept<Entries>,
    /// The weights that count now, in basis points.
    pub weights_bp: Kept<Vec<u32>>,
    /// From what worst to what best each goes among the vendors still in; empty where that is not known.
    pub ranges: Signal<Vec<String>>,
    /// What undo calls it.
    subject: Signal<String>,
    /// Takes entries over and, where a way is named, the weights it gives.
    put: Callback<(Step, Entries, Option<WeighingBy>)>,
    /// Under which group they stand, where they are criteria.
    level: Signal<Option<Id<Criterion>>>,
    /// The way somebody chose to look at, and at which level; elsewhere the one in force is shown.
    chosen: RwSignal<Chosen>,
    /// The way that is looked at. Looking changes no weight.
    pub by: Kept<WeighingBy>,
}

type Chosen = Option<(Option<Id<Criterion>>, WeighingBy)>;

impl Weigher {
    /// Weighs the four parts of the total.
    pub fn of_parts() -> Self {
        let (words, workspace) = (use_words(), use_workspace());
        let part = move |part| {
            let text = words.get();
            let (name, wish) = ((text.vendors.part)(part).to_owned(), (text.weighing.wish)(part).to_owned());
            Weighed { short: name.clone(), name, wish }
        };
        let ranges = Signal::derive(move || {
            let project = workspace.project();
            let Ok(ranking) = project.selection.ranking_in_proportion(workspace.today()) else {
                return Vec::new();
            };
            let amount = |amount| format::money(amount, project.profile.currency);
            let of_part = |(place, part): (usize, ScorePart)| {
                let prices = ranking.rows.first().map(|row| (row.price.highest, row.price.lowest));
                match (part, prices) {
                    (ScorePart::Price, Some((high, low))) => reach(&amount(high), &amount(low)),
                    _ => scale(ranking.rows.iter().filter_map(|row| row.parts.get(place).copied()), 1),
                }
            };
            ScorePart::ALL.into_iter().enumerate().map(of_part).collect()
        });
        Self::new(
            kept(move || ScorePart::ALL.map(part).to_vec()),
            ranges,
            kept(move || workspace.section::<Selection>().method.entries()),
            kept(move || workspace.section::<Selection>().method.weights_bp.to_vec()),
            words.s(|t| t.vendors.weights_head),
            Callback::new(move |(step, entries, by): (Step, Entries, Option<WeighingBy>)| {
                workspace.edit(step, |selection: &mut Selection| {
                    selection.method.weighing.put(&ScorePart::ALL, &entries);
                    selection.method.weigh(by.unwrap_or_default());
                });
            }),
            Signal::stored(None),
        )
    }

    /// Weighs the criteria against each other that stand under a group, or at the top.
    pub fn of_criteria(level: Signal<Option<Id<Criterion>>>) -> Self {
        let (words, workspace) = (use_words(), use_workspace());
        let among = kept(move || workspace.section::<Selection>().beside(level.get()));
        let items = move || {
            let selection = workspace.section::<Selection>();
            let known = among.get().into_iter().filter_map(|id| selection.criteria.get(id).cloned());
            let weighed = |criterion: Arc<Criterion>| {
                let name = format!("{} {}", criterion.clause(), criterion.name);
                Weighed { short: criterion.clause(), wish: name.clone(), name }
            };
            known.map(weighed).collect()
        };
        let ranges = Signal::derive(move || {
            let selection = workspace.section::<Selection>();
            let vendors = selection.vendors_in(workspace.today());
            let of_criterion =
                |id| scale(vendors.iter().filter_map(|vendor| selection.criterion_score(*vendor, id)), 1);
            among.get().into_iter().map(of_criterion).collect()
        });
        Self::new(
            kept(items),
            ranges,
            kept(move || workspace.section::<Selection>().criteria_entries(&among.get())),
            kept(move || workspace.section::<Selection>().criteria_weights(&among.get())),
            words.s(|t| t.vendors.criteria_head),
            Callback::new(move |(step, entries, by): (Step, Entries, Option<WeighingBy>)| {
                let among = among.get_untracked();
                workspace.edit(step, |selection: &mut Selection| {
                    selection.criteria_weighing.put(&among, &entries);
                    selection.weigh_criteria(&among, by.unwrap_or_default());
                });
            }),
            level,
        )
    }

    fn new(
        items: Kept<Vec<Weighed>>,
        ranges: Signal<Vec<String>>,
        entries: Kept<Entries>,
        weights_bp: Kept<Vec<u32>>,
        subject: Signal<String>,
        put: Callback<(Step, Entries, Option<WeighingBy>)>,
        level: Signal<Option<Id<Criterion>>>,
    ) -> Self {
        let chosen = RwSignal::new(Chosen::None);
        let by = move || match chosen.get() {
            Some((at, by)) if at == level.get() => by,
            _ => entries.with(|entries| weights_bp.with(|weights| entries.in_force(weights))),
        };
        Self { items, ranges, entries, weights_bp, subject, put, level, chosen, by: kept(by) }
    }

    /// Looks at a way, until somebody chooses another one or another level.
    pub fn look_at(self, by: WeighingBy) {
        self.chosen.set(Some((self.level.get_untracked(), by)));
    }

    /// Takes over the weights a way gives from entries.
    pub fn apply(self, entries: Entries, by: WeighingBy) {
        let step = Step::new(Verb::Set, self.subject.get_untracked());
        self.put.run((step, entries, Some(by)));
        self.look_at(by);
    }

    /// Returns the item at a place; an empty one where there is none.
    pub fn item(self, place: usize) -> Weighed {
        self.items.with(|items| items.get(place).cloned().unwrap_or_default())
    }

    /// Names the item at a place where there is little room.
    pub fn short(self, place: usize) -> String {
        self.item(place).short
    }

    /// Names the item at a place.
    pub fn name(self, place: usize) -> String {
        self.item(place).name
    }

    /// Names the items at places, in their order.
    pub fn names(self, places: &[usize]) -> String {
        let names: Vec<_> = places.iter().map(|place| self.name(*place)).collect();
        names.join(" · ")
    }

    /// Changes one entry; `what` names it for undo, so that typing in it becomes one step. The weights stay, so its way
    /// may no longer be the one in force: it goes on being looked at.
    pub fn change(self, what: &str, change: &dyn Fn(&mut Entries)) {
        let mut entries = self.entries.get_untracked();
        change(&mut entries);
        self.look_at(self.by.get_untracked());
        let step = Step::typing(format!("{} {what}", self.subject.get_untracked()), "entry");
        self.put.run((step, entries, None));
    }
}

/// Writes from what worst to what best something goes.
fn reach(worst: &str, best: &str) -> String {
    format!("{worst} → {best}")
}

fn scale(scores: impl Iterator<Item = f64> + Clone, places: usize) -> String {
    let (lowest, highest) = (scores.clone().reduce(f64::min), scores.reduce(f64::max));
    let ends = lowest.zip(highest);
    let write = |score| format::number(score, places);
    ends.map(|(lowest, highest)| reach(&write(lowest), &write(highest))).unwrap_or_default()
}
