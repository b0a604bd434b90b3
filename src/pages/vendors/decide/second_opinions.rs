//! Second opinions behind one line: other methods, other weights, without one vendor, other price formulas. They are
//! computed beside the page and follow every change.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::selection::method::{Possible, ScorePart};
use crate::i18n::context::use_words;
use crate::lab::question::Question;
use crate::pages::chart::bare_picture;
use crate::pages::vendors::measured::measured;
use crate::state::lab::{self, Opinion};
use crate::state::preferences::use_preferences;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::live::{Show, each, fact};
use crate::ui::picks::SelectField;

/// Where the last question stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asking {
    /// Nothing was asked, or it is answered.
    Idle,
    /// The answer is on its way.
    Waiting,
    /// The answer on its way is out of date; ask again once it is here.
    Again,
    /// There is no answer.
    Failed,
}

/// Shows the line, and the opinions once it is opened.
pub fn second_opinions() -> AnyView {
    let words = use_words();
    let (workspace, preferences) = (use_workspace(), use_preferences());
    let was_opened = RwSignal::new(false);
    let (possible, axes) = (RwSignal::new(Possible::Any), RwSignal::new((0_usize, 3_usize)));
    let answer = RwSignal::new(Vec::<Opinion>::new());
    let asking = RwSignal::new(Asking::Idle);
    let question = move || Question {
        language: words.get().language,
        is_dark: preferences.is_dark(),
        today: workspace.today(),
        possible: possible.get(),
        axes: axes.get(),
    };
    let ask = move || {
        let (question, project) = untrack(|| (question(), workspace.project()));
        asking.set(Asking::Waiting);
        spawn_local(async move {
            let found = lab::ask(question, project).await;
            // The page may have been left meanwhile.
            if asking.try_get_untracked().is_none() {
                return;
            }
            let is_again = asking.get_untracked() == Asking::Again;
            asking.set(match (&found, is_again) {
                (None, _) => Asking::Failed,
                (Some(_), true) => Asking::Again,
                (Some(_), false) => Asking::Idle,
            });
            if let Some(found) = found {
                answer.set(found);
            }
        });
    };
    Effect::new(move |_| {
        if was_opened.get() {
            let _ = (question(), workspace.project());
            // One question at a time: typing must not queue up questions nobody waits for any more.
            if asking.get_untracked() == Asking::Waiting { asking.set(Asking::Again) } else { ask() }
        }
    });
    Effect::new(move |before: Option<Asking>| {
        let now = asking.get();
        if now == Asking::Again && before == Some(Asking::Again) {
            ask();
        }
        now
    });
    let places = move || answer.with(|answer| (0..answer.len() as u128).collect());
    let body = move || {
        view! {
            <div class="lab-choices">{possible_choice(possible)}{axis_choices(axes)}</div>
            <Show when=fact(move || asking.get() == Asking::Failed)>
                <p class="field-error" role="alert">{words.s(|t| t.vendors.lab_failed)}" "<Button kind=ButtonKind::Text label=words.s(|t| t.vendors.lab_again) on_press=move |()| ask()/></p>
            </Show>
            <Show when=fact(move || asking.get() == Asking::Waiting && answer.with(Vec::is_empty))>
                <p class="hint" role="status">{words.s(|t| t.vendors.lab_waiting)}</p>
            </Show>
            {each(places, move |place| opinion(Signal::derive(move || answer.with(|answer| answer.get(place as usize).cloned().unwrap_or_default()))))}
            <section class="opinion"><h3>{words.s(|t| t.vendors.measured_head)}</h3>{measured()}</section>
        }
    };
    view! {
        <details class="second-look" id="c-lab" on:toggle=move |_| was_opened.set(true)>
            <summary>{words.s(|t| t.vendors.lab_head)}</summary>
            <Show when=fact(move || was_opened.get())>{body()}</Show>
        </details>
    }
    .into_any()
}

fn possible_choice(possible: RwSignal<Possible>) -> AnyView {
    let words = use_words();
    let options = Signal::derive(move || {
        let text = words.get();
        let all = Possible::ALL.into_iter().enumerate();
        all.map(|(place, one)| (place.to_string(), (text.vendors.possible)(one).to_owned()))
            .collect::<Vec<_>>()
    });
    let value = Signal::derive(move || {
        Possible::ALL.iter().position(|one| *one == possible.get()).unwrap_or(0).to_string()
    });
    let set = move |place: String| {
        let chosen = place.parse().ok().and_then(|place: usize| Possible::ALL.get(place).copied());
        possible.set(chosen.unwrap_or_default());
    };
    view! { <SelectField label=words.s(|t| t.vendors.possible_label) value options on_input=set/> }.into_any()
}

/// The two weights of the map; choosing the one that is the other already lets them change places.
fn axis_choices(axes: RwSignal<(usize, usize)>) -> AnyView {
    let words = use_words();
    let options = Signal::derive(move || {
        let text = words.get();
        let parts = ScorePart::ALL.into_iter().enumerate();
        parts
            .map(|(place, part)| (place.to_string(), (text.vendors.part)(part).to_owned()))
            .collect::<Vec<_>>()
    });
    let choose = move |place: String, is_across: bool| {
        let Ok(place) = place.parse::<usize>() else { return };
        axes.update(|(across, up)| match is_across {
            true => (*across, *up) = (place, if *up == place { *across } else { *up }),
            false => (*up, *across) = (place, if *across == place { *up } else { *across }),
        });
    };
    let across = Signal::derive(move || axes.get().0.to_string());
    let up = Signal::derive(move || axes.get().1.to_string());
    view! {
        <SelectField label=words.s(|t| t.vendors.axis_across) value=across options on_input=move |place| choose(place, true)/>
        <SelectField label=words.s(|t| t.vendors.axis_up) value=up options on_input=move |place| choose(place, false)/>
    }
    .into_any()
}

/// Shows one opinion: its sentence, its picture, its numbers, and how they came about.
fn opinion(opinion: Signal<Opinion>) -> AnyView {
    let words = use_words();
    let text = move |of: fn(&Opinion) -> &String| {
        Signal::derive(move || opinion.with(|opinion| of(opinion).clone()))
    };
    let (title, finding) = (text(|opinion| &opinion.title), text(|opinion| &opinion.finding));
    let (picture, calculations) = (text(|opinion| &opinion.picture), text(|opinion| &opinion.calculations));
    let has_picture = fact(move || opinion.with(|opinion| !opinion.picture.is_empty()));
    view! {
        <section class="opinion">
            <h3>{title}</h3>
            <p class="opinion-finding">{finding}</p>
            <Show when=has_picture>{bare_picture(title, picture)}</Show>
            <div class="scroll" tabindex="0" role="region" aria-label=title inner_html=text(|opinion| &opinion.numbers)></div>
            <div inner_html=text(|opinion| &opinion.notes)></div>
            <details class="calculation" hidden=move || calculations.with(String::is_empty)>
                <summary>{words.s(|t| t.common.how_computed)}</summary>
                <div class="calculation-list" inner_html=calculations></div>
            </details>
        </section>
    }
    .into_any()
}
