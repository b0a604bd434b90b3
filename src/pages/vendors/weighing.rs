//! Other ways to find weights than typing them, for the parts of the total and for criteria: ranks, swings, comparisons
//! of pairs, and questions about pairs.

mod computed;
mod questions;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::selection::method::ScorePart;
use crate::domain::selection::weighing::{Entries, Judgement, Rank, Swing, WeighingBy};
use crate::domain::selection::{Criterion, Selection};
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::wide;
use crate::pages::vendors::weighing::computed::{sentences, steps};
use crate::pages::vendors::weighing::questions::Round;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::calculation::Calculation;
use crate::ui::live::{Kept, Show, fact, follow, kept, live};
use crate::ui::number_field::NumberField;
use crate::ui::picks::{ChoiceField, SelectField};
use decision::ahp::incomplete::pairs;

/// Up to how many items all pairs are shown at once; beyond, those of one item.
const PAIRS_SHOWN: usize = 6;

/// What is weighed against each other.
#[derive(Clone, Copy)]
pub enum Among {
    /// The parts of the total.
    Parts,
    /// The criteria that stand under a group, or at the top.
    Criteria(Signal<Option<Id<Criterion>>>),
}

/// Other ways to weigh, as a page offers them. They are loaded on their own, since they stand behind a closed line.
#[derive(Clone, Copy)]
pub struct Weighing {
    among: Among,
    /// Whether there is something to weigh now.
    is_open: Signal<bool>,
    /// Whether somebody wants to be asked about pairs.
    asks: RwSignal<bool>,
}

/// Shows the ways to weigh once their part of the app is here. Shared through context, as only the app knows its parts.
#[derive(Clone, Copy)]
pub struct ShowsWeighing(pub Callback<Weighing, AnyView>);

impl Weighing {
    /// Offers to weigh while `is_open` says so.
    pub fn new(among: Among, is_open: Signal<bool>) -> Self {
        Self { among, is_open, asks: RwSignal::new(false) }
    }

    /// Shows the button that asks about pairs.
    pub fn button(self) -> AnyView {
        let label = use_words().s(|t| t.vendors.questions_action);
        view! { <Button kind=ButtonKind::Text label on_press=move |()| self.asks.set(true)/> }.into_any()
    }

    /// Shows the ways, as soon as they are here.
    pub fn show(self) -> AnyView {
        expect_context::<ShowsWeighing>().0.run(self)
    }
}

/// Shows the ways to weigh that a page offers.
pub fn weighing(offered: Weighing) -> AnyView {
    let Weighing { among, is_open, asks } = offered;
    let weigher = match among {
        Among::Parts => Weigher::of_parts(),
        Among::Criteria(level) => Weigher::of_criteria(level),
    };
    let round = Round::new(weigher);
    follow(move || {
        if asks.get() {
            asks.set(false);
            round.begin();
        }
    });
    view! { <Show when=fact(move || is_open.get())>{ways(weigher)}</Show>{round.dialog()} }.into_any()
}

/// One thing that is weighed.
#[derive(Clone, Debug, Default, PartialEq)]
struct Weighed {
    /// What it is called.
    name: String,
    /// The same in a dense place.
    short: String,
    /// What wanting more of it means, as a question puts it.
    wish: String,
}

/// What is weighed against each other, with the entries and the weights, by place.
#[derive(Clone, Copy)]
struct Weigher {
    items: Kept<Vec<Weighed>>,
    entries: Kept<Entries>,
    weights_bp: Kept<Vec<u32>>,
    /// From what worst to what best each goes among the vendors still in; empty where that is not known.
    ranges: Signal<Vec<String>>,
    /// What undo calls it.
    subject: Signal<String>,
    /// Takes entries over and, where a way is named, the weights it gives.
    put: Callback<(Step, Entries, Option<WeighingBy>)>,
    /// Under which group they stand, where they are criteria.
    level: Signal<Option<Id<Criterion>>>,
    /// The way somebody chose to look at, and at which level; elsewhere the one in force is shown.
    chosen: RwSignal<Chosen>,
    /// The way that is looked at. Looking changes no weight.
    by: Kept<WeighingBy>,
}

type Chosen = Option<(Option<Id<Criterion>>, WeighingBy)>;

impl Weigher {
    /// Weighs the four parts of the total.
    fn of_parts() -> Self {
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
    fn of_criteria(level: Signal<Option<Id<Criterion>>>) -> Self {
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
    fn look_at(self, by: WeighingBy) {
        self.chosen.set(Some((self.level.get_untracked(), by)));
    }

    /// Takes over the weights a way gives from entries.
    fn apply(self, entries: Entries, by: WeighingBy) {
        let step = Step::new(Verb::Set, self.subject.get_untracked());
        self.put.run((step, entries, Some(by)));
        self.look_at(by);
    }

    fn item(self, place: usize) -> Weighed {
        self.items.with(|items| items.get(place).cloned().unwrap_or_default())
    }

    fn short(self, place: usize) -> String {
        self.item(place).short
    }

    fn name(self, place: usize) -> String {
        self.item(place).name
    }

    fn names(self, places: &[usize]) -> String {
        let names: Vec<_> = places.iter().map(|place| self.name(*place)).collect();
        names.join(" · ")
    }

    /// Changes one entry; `what` names it for undo, so that typing in it becomes one step. The weights stay, so its way
    /// may no longer be the one in force: it goes on being looked at.
    fn change(self, what: &str, change: &dyn Fn(&mut Entries)) {
        let mut entries = self.entries.get_untracked();
        change(&mut entries);
        self.look_at(self.by.get_untracked());
        let step = Step::typing(format!("{} {what}", self.subject.get_untracked()), "entry");
        self.put.run((step, entries, None));
    }
}

/// Shows the other ways behind one line.
fn ways(weigher: Weigher) -> AnyView {
    let words = use_words();
    let by = weigher.by;
    let shape = kept(move || (by.get(), weigher.entries.with(Entries::len)));
    let value = Signal::derive(move || {
        WeighingBy::ALL.iter().position(|way| *way == by.get()).unwrap_or_default().to_string()
    });
    let options = Signal::derive(move || {
        let names = WeighingBy::ALL.map(|way| (words.get().weighing.by)(way).to_owned());
        names.into_iter().enumerate().map(|(place, name)| (place.to_string(), name)).collect::<Vec<_>>()
    });
    let set = move |code: String| {
        let way = code.parse().ok().and_then(|place: usize| WeighingBy::ALL.get(place)).copied();
        // Choosing the chosen way again keeps it.
        if let Some(way) = way {
            weigher.look_at(way);
        }
    };
    let fields = live(move || match shape.get() {
        (WeighingBy::Direct, _) => ().into_any(),
        (WeighingBy::RankOrder, n) => ranks(weigher, n),
        (WeighingBy::Swing, n) => swings(weigher, n),
        (WeighingBy::Pairwise, n) => judgements(weigher, n),
    });
    view! {
        <details class="calculation ways">
            <summary>{words.s(|t| t.weighing.ways_head)}</summary>
            <ChoiceField label=words.s(|t| t.weighing.by_label) value options on_input=set/>
            <p class="hint">{words.s(move |t| (t.weighing.by_hint)(by.get()))}</p>
            {fields}
            {outcome(weigher)}
        </details>
    }
    .into_any()
}

fn ranks(weigher: Weigher, n: usize) -> AnyView {
    let read = |entries: &Entries, place: usize| entries.ranks.get(place).copied().flatten().map(Rank::get);
    numbers(weigher, n, (1, n.min(30) as u8), false, read, |entries, place, rank| {
        if let Some(entry) = entries.ranks.get_mut(place) {
            *entry = rank.map(Rank::clamped);
        }
    })
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

fn swings(weigher: Weigher, n: usize) -> AnyView {
    let read = |entries: &Entries, place: usize| entries.swings.get(place).copied().flatten().map(Swing::get);
    numbers(weigher, n, (0, 100), true, read, |entries, place, swing| {
        if let Some(entry) = entries.swings.get_mut(place) {
            *entry = swing.map(Swing::clamped);
        }
    })
}

/// Shows one whole number for each item.
fn numbers(
    weigher: Weigher,
    n: usize,
    (min, max): (u8, u8),
    with_range: bool,
    read: fn(&Entries, usize) -> Option<u8>,
    write: fn(&mut Entries, usize, Option<u8>),
) -> AnyView {
    let cells = (0..n).map(|place| {
        let label = Signal::derive(move || weigher.name(place));
        let value =
            Signal::derive(move || weigher.entries.with(|entries| read(entries, place)).map(f64::from));
        let set = move |number: Option<f64>| {
            let number = number.map(|number| number.round() as u8);
            weigher.change(&untrack(|| weigher.name(place)), &|entries| write(entries, place, number));
        };
        let hint = MaybeProp::derive(move || {
            let range = weigher.ranges.with(|ranges| ranges.get(place).cloned());
            range.filter(|range| with_range && !range.is_empty())
        });
        wide(
            3,
            view! { <NumberField label hint value on_input=set min=f64::from(min) max=f64::from(max)/> }
                .into_any(),
        )
    });
    view! { <div class="fields">{cells.collect_view()}</div> }.into_any()
}

/// Shows the pairs to compare: all of a few items, else those of one item at a time.
fn judgements(weigher: Weigher, n: usize) -> AnyView {
    let words = use_words();
    let chosen = RwSignal::new(0_usize);
    let is_long = PAIRS_SHOWN < n;
    let shown = live(move || {
        let chosen = chosen.get();
        let wanted = |(_, (i, j)): &(usize, (usize, usize))| !is_long || *i == chosen || *j == chosen;
        let cells =
            pairs(n).enumerate().filter(wanted).map(|(place, pair)| wide(4, judgement(weigher, place, pair)));
        view! { <div class="fields">{cells.collect_view()}</div> }
    });
    let pick = is_long.then(|| {
        let value = Signal::derive(move || chosen.get().to_string());
        let options = Signal::derive(move || {
            (0..n).map(|place| (place.to_string(), weigher.name(place))).collect::<Vec<_>>()
        });
        let set = move |code: String| chosen.set(code.parse().unwrap_or(0));
        view! { <SelectField label=words.s(|t| t.weighing.compared_item) value options on_input=set/> }
    });
    view! { {pick}{shown} }.into_any()
}

fn judgement(weigher: Weigher, place: usize, (i, j): (usize, usize)) -> AnyView {
    let words = use_words();
    let label = words.built(move |t| (t.weighing.pair)(&weigher.name(i), &weigher.name(j)));
    let now = move || weigher.entries.with(|entries| entries.judgements.get(place).copied().flatten());
    let value =
        Signal::derive(move || now().map(|judgement| judgement.get().to_string()).unwrap_or_default());
    let options = Signal::derive(move || {
        let (text, a, b) = (&words.get().weighing, weigher.short(i), weigher.short(j));
        let open = (String::new(), text.open_choice.to_owned());
        let steps = Judgement::all().map(|step| (step.get().to_string(), (text.judged)(&a, &b, step)));
        std::iter::once(open).chain(steps).collect::<Vec<_>>()
    });
    let set = move |code: String| {
        let next = code.parse().ok().and_then(|step: i8| Judgement::try_from(step).ok());
        weigher.change(&label.get_untracked(), &|entries| {
            if let Some(entry) = entries.judgements.get_mut(place) {
                *entry = next;
            }
        });
    };
    view! { <SelectField label value options on_input=set/> }.into_any()
}

/// Shows the weights the entries give, lets them be taken over, and says how they were computed or what is missing.
fn outcome(weigher: Weigher) -> AnyView {
    let words = use_words();
    let found = kept(move || weigher.entries.with(|entries| entries.found(weigher.by.get())));
    let is_present = kept(move || match found.get() {
        Some(Ok(found)) => Some(weigher.weights_bp.with(|weights| found.weights_bp() == *weights)),
        _ => None,
    });
    let said = live(move || {
        let text = words.get();
        let said = found.get().map(|found| sentences(text, weigher, &found)).unwrap_or_default();
        let present = (is_present.get() == Some(true)).then(|| text.weighing.in_use.to_owned());
        said.into_iter().chain(present).map(|words| view! { <p>{words}</p> }).collect_view()
    });
    let use_them = move |()| weigher.apply(weigher.entries.get_untracked(), weigher.by.get_untracked());
    let computed = Signal::derive(move || match found.get() {
        Some(Ok(found)) => steps(words.get(), weigher, &found),
        _ => Default::default(),
    });
    let has_found = move || is_present.get().is_some();
    view! {
        <div class="outcome" aria-live="polite">{said}</div>
        <Show when=fact(move || is_present.get() == Some(false))><Button label=words.s(|t| t.weighing.use_action) on_press=use_them/></Show>
        <Show when=fact(has_found)><Calculation label=words.s(|t| t.common.how_computed) steps=computed/></Show>
    }
    .into_any()
}
