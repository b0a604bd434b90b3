//! The ways behind one line: ranks, swings and comparisons of pairs, and what they come to.

use decision::ahp::incomplete::pairs;
use leptos::prelude::*;

use crate::domain::selection::weighing::{Entries, Judgement, Rank, Swing, WeighingBy};
use crate::i18n::context::use_words;
use crate::pages::form::wide;
use crate::pages::vendors::weighing::computed::{sentences, steps};
use crate::pages::vendors::weighing::weigher::Weigher;
use crate::ui::button::Button;
use crate::ui::calculation::Calculation;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::number_field::NumberField;
use crate::ui::picks::{ChoiceField, SelectField};

/// Up to how many items all pairs are shown at once; beyond, those of one item.
const PAIRS_SHOWN: usize = 6;

/// Shows the other ways behind one line.
pub fn ways(weigher: Weigher) -> AnyView {
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
