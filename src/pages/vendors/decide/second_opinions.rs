//! Second opinions behind one line: other methods, other weights, without one vendor, other price formulas. They are
//! computed beside the page and follow every change.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::selection::method::{Possible, ScorePart};
use crate::i18n::Text;
use crate::i18n::context::{Words, use_words};
use crate::lab::question::Question;
use crate::pages::chart::bare_picture;
use crate::pages::vendors::measured::measured;
use crate::state::lab::{self, Opinion};
use crate::state::preferences::{Preferences, use_preferences};
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::live::{Show, each, fact, follow, kept};
use crate::ui::picks::SelectField;

/// The question of the page, and where it stands.
#[derive(Clone, Copy)]
struct Asker {
    words: Words,
    workspace: Workspace,
    preferences: Preferences,
    /// The place of the weights that are tried.
    possible: RwSignal<usize>,
    /// The places of the two weights of the map.
    across: RwSignal<usize>,
    up: RwSignal<usize>,
    /// The answer, as it came.
    answer: RwSignal<String>,
    is_waiting: RwSignal<bool>,
    has_failed: RwSignal<bool>,
    /// Whether the answer on its way is out of date already.
    is_outdated: StoredValue<bool>,
}

impl Asker {
    fn question(self) -> Question {
        Question {
            language: self.words.get().language,
            is_dark: self.preferences.is_dark(),
            today: self.workspace.today(),
            possible: Possible::ALL.get(self.possible.get()).copied().unwrap_or_default(),
            axes: (self.across.get(), self.up.get()),
        }
    }

    /// Asks, unless an answer is on its way: then once it is here, so that typing queues up no questions.
    fn ask(self) {
        if self.is_waiting.get_untracked() {
            return self.is_outdated.set_value(true);
        }
        self.is_waiting.set(true);
        let (question, project) = untrack(|| (self.question(), self.workspace.project()));
        spawn_local(async move {
            let found = lab::ask(question, project).await;
            // The page may have been left meanwhile.
            if self.is_waiting.try_get_untracked().is_none() {
                return;
            }
            self.has_failed.set(found.is_none());
            if let Some(found) = found {
                self.answer.set(found);
            }
            self.is_waiting.set(false);
            if self.is_outdated.get_value() {
                self.is_outdated.set_value(false);
                self.ask();
            }
        });
    }
}

/// Shows the line, and the opinions once it is opened.
pub fn second_opinions() -> AnyView {
    let words = use_words();
    let was_opened = RwSignal::new(false);
    let body = move || {
        view! {
            {opinions(true)}
            <section class="opinion"><h3>{words.s(|t| t.decide.measured_head)}</h3>{measured()}</section>
        }
    };
    view! {
        <details class="second-look" id="c-lab" on:toggle=move |_| was_opened.set(true)>
            <summary>{words.s(|t| t.decide.lab_head)}</summary>
            <Show when=fact(move || was_opened.get())>{body()}</Show>
        </details>
    }
    .into_any()
}

/// Shows the opinions, and with `has_choices` what weights are tried and drawn.
pub fn opinions(has_choices: bool) -> AnyView {
    let words = use_words();
    let asker = Asker {
        words,
        workspace: use_workspace(),
        preferences: use_preferences(),
        possible: RwSignal::new(0),
        across: RwSignal::new(0),
        up: RwSignal::new(3),
        answer: RwSignal::new(String::new()),
        is_waiting: RwSignal::new(false),
        has_failed: RwSignal::new(false),
        is_outdated: StoredValue::new(false),
    };
    follow(move || {
        let _ = (asker.question(), asker.workspace.project());
        asker.ask();
    });
    let opinions = kept(move || asker.answer.with(|answer| lab::read(answer)));
    let places = move || opinions.with(|opinions| (0..opinions.len() as u128).collect());
    let at = move |place: u128| {
        opinions.with(|opinions| opinions.get(place as usize).cloned().unwrap_or_default())
    };
    let choices = has_choices.then(|| view! { <div class="lab-choices">{possible_choice(asker.possible)}{axis_choices(asker.across, asker.up)}</div> });
    view! {
        {choices}
        <Show when=fact(move || asker.has_failed.get())>
            <p class="field-error" role="alert">{words.s(|t| t.decide.lab_failed)}" "<Button kind=ButtonKind::Text label=words.s(|t| t.decide.lab_again) on_press=move |()| asker.ask()/></p>
        </Show>
        <Show when=fact(move || asker.is_waiting.get() && opinions.with(Vec::is_empty))>
            <p class="hint" role="status">{words.s(|t| t.decide.lab_waiting)}</p>
        </Show>
        {each(places, move |place| opinion(Signal::derive(move || at(place))))}
    }
    .into_any()
}

fn possible_choice(possible: RwSignal<usize>) -> AnyView {
    place_choice(
        |t| t.decide.possible_label,
        possible,
        |text| Possible::ALL.map(text.decide.possible).to_vec(),
        |_| (),
    )
}

/// The two weights of the map; choosing the one that is the other already lets them change places.
fn axis_choices(across: RwSignal<usize>, up: RwSignal<usize>) -> AnyView {
    let parts: fn(&'static Text) -> Vec<&'static str> = |text| ScorePart::ALL.map(text.vendors.part).to_vec();
    let give_way = |other: RwSignal<usize>, own: RwSignal<usize>| {
        move |place: usize| {
            if other.get_untracked() == place {
                other.set(own.get_untracked());
            }
        }
    };
    view! {
        {place_choice(|t| t.decide.axis_across, across, parts, give_way(up, across))}
        {place_choice(|t| t.decide.axis_up, up, parts, give_way(across, up))}
    }
    .into_any()
}

/// Shows a choice among names by their place; `before` hears the new place before it is taken.
fn place_choice(
    label: fn(&'static Text) -> &'static str,
    chosen: RwSignal<usize>,
    names: fn(&'static Text) -> Vec<&'static str>,
    before: impl Fn(usize) + Send + Sync + 'static,
) -> AnyView {
    let words = use_words();
    let options = Signal::derive(move || {
        let names = names(words.get()).into_iter().enumerate();
        names.map(|(place, name)| (place.to_string(), name.to_owned())).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || chosen.get().to_string());
    let set = move |place: String| {
        if let Ok(place) = place.parse() {
            before(place);
            chosen.set(place);
        }
    };
    view! { <SelectField label=words.s(label) value options on_input=set/> }.into_any()
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
