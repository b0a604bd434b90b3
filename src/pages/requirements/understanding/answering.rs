//! Answering: each side on its own, here or in a file. What one side answers stays covered until both have handed in.

use chrono::NaiveDate;
use leptos::context::Provider;
use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::profile::{Profile, Side};
use crate::domain::register::Item;
use crate::domain::requirements::Requirements;
use crate::domain::requirements::understanding::answer_sheet::AnswerSheet;
use crate::domain::requirements::understanding::{Check, Scenario};
use crate::domain::sheet::Sheet as Handed;
use crate::domain::step::{Step, Verb};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::state::library::use_library;
use crate::state::part::Bindable;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::{ReadOnly, TextArea, TextField, use_read_only};
use crate::ui::live::{Kept, Show, each, fact, follow, kept, live};
use crate::ui::picks::ChoiceField;
use crate::ui::seam::SideHead;
use crate::ui::sheet::{Sheet, SheetSection};

/// Shows the one sheet of a place that holds nothing else of its project.
#[component]
pub fn AnswersPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let project = Signal::derive(move || workspace.section::<Profile>().name.clone());
    let side = kept(move || workspace.section::<Profile>().sheet_side.unwrap_or_default());
    view! {
        <Sheet title=words.s(|t| t.overview.understanding_title)>
            <p class="lead">{words.built(move |t| (t.understanding.sheet_lead)(&project.get()))}</p>
            <SheetSection number="1" title=words.s(move |t| (t.overview.answers_of)(side.get()))>
                {live(move || form(side.get(), true))}
            </SheetSection>
        </Sheet>
    }
}

/// Shows how far each side is, and the answers of the one that answers here.
pub(super) fn both_sides(check: Kept<Check>) -> AnyView {
    let words = use_words();
    let open = RwSignal::new(None::<Side>);
    let shown = kept(move || open.get());
    let answers = live(move || {
        let side = shown.get()?;
        let title = words.s(move |t| (t.overview.answers_of)(side));
        Some(view! { <section class="answer-form"><h3>{title}</h3>{form(side, false)}</section> })
    });
    view! {
        <SheetSection number="1.7.2" title=words.s(|t| t.understanding.answers_head)>
            <div class="across-seam">{one_side(Side::Client, open)}{one_side(Side::Vendor, open)}</div>
            <Show when=fact(move || !matches!(check.get(), Check::Compared(_)))><p class="hint answers-note">{words.s(|t| t.understanding.hidden_note)}</p></Show>
            {answers}
        </SheetSection>
    }
    .into_any()
}

fn one_side(side: Side, open: RwSignal<Option<Side>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let submitted = submitted(workspace, side);
    follow_closing(submitted, side, open);
    let firm = Signal::derive(move || workspace.section::<Profile>().party(side).name.clone());
    let state = live(move || {
        let text = words.get();
        let requirements = workspace.section::<Requirements>();
        let answers = requirements.answers(side);
        let filled = answers.filled(&requirements.scenarios);
        let filled = (text.understanding.answered)(filled, requirements.scenarios.len());
        let date = answers.submitted.map(|date| (text.vendors.submitted_note)(&format::date(date)));
        let who = Some(answers.who.clone()).filter(|who| !who.trim().is_empty());
        let said: Vec<_> = who.into_iter().chain([filled]).chain(date).collect();
        view! { <bdi>{said.join(" · ")}</bdi> }
    });
    let named = move |pick: fn(&'static Text) -> &'static str| {
        words.built(move |t| format!("{}: {}", pick(t), t.common.side(side)))
    };
    let actions = live(move || {
        if read_only.get() {
            return ().into_any();
        }
        if submitted.get().is_some() {
            return view! {
                <Button label=words.s(|t| t.vendors.take_back_action) name=named(|t| t.vendors.take_back_action) on_press=move |()| submit(workspace, words.now(), side, None)/>
            }
            .into_any();
        }
        view! {
            <Button label=words.s(|t| t.understanding.answer_here) name=named(|t| t.understanding.answer_here) on_press=move |()| open.set(Some(side))/>
            <Button label=words.s(|t| t.understanding.hand_out) name=named(|t| t.understanding.hand_out) on_press=hand_over(side)/>
        }
        .into_any()
    });
    view! {
        <div>
            <SideHead vendor=side == Side::Vendor side=words.s(move |t| t.common.side(side)) name=firm/>
            <p class="answer-state">{state}</p>
            <div class="actions">{actions}</div>
        </div>
    }
    .into_any()
}

/// Puts answers away once they are handed in.
fn follow_closing(submitted: Kept<Option<NaiveDate>>, side: Side, open: RwSignal<Option<Side>>) {
    follow(move || {
        if submitted.get().is_some() && open.get_untracked() == Some(side) {
            open.set(None);
        }
    });
}

fn submitted(workspace: Workspace, side: Side) -> Kept<Option<NaiveDate>> {
    kept(move || workspace.section::<Requirements>().answers(side).submitted)
}

/// Hands answers in or takes them back. With the second party's the differences are there, and become questions.
fn submit(workspace: Workspace, text: &'static Text, side: Side, date: Option<NaiveDate>) {
    let verb = if date.is_some() { Verb::Submit } else { Verb::Withdraw };
    workspace.edit(Step::new(verb, text.common.side(side)), |requirements: &mut Requirements| {
        requirements.answers_mut(side).submitted = date;
        requirements.raise_differences(text.understanding.question_text, || workspace.new_id());
    });
}

/// Hands the sheet of a side to the download.
fn hand_over(side: Side) -> Callback<()> {
    let (workspace, library) = (use_workspace(), use_library());
    Callback::new(move |()| {
        library.save_sheet(&Handed::Answers(AnswerSheet::of(&workspace.project_now(), side)));
    })
}

/// Shows the scenarios with the answers of one side. Alone they are all there is, and go back as a file.
fn form(side: Side, is_alone: bool) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let submitted = submitted(workspace, side);
    let is_closed = Signal::derive(move || read_only.get() || submitted.get().is_some());
    let who = workspace.bind(
        move || Step::typing(words.now().common.side(side), "who"),
        move |requirements: &Requirements| requirements.answers(side).who.clone(),
        move |requirements: &mut Requirements, who: String| requirements.answers_mut(side).who = who,
    );
    let tried = RwSignal::new(false);
    let why_not = kept(move || {
        let requirements = workspace.section::<Requirements>();
        requirements.answers(side).not_submittable(&requirements.scenarios).filter(|_| tried.get())
    });
    let hand_in = move |()| {
        tried.set(true);
        if why_not.get_untracked().is_none() {
            submit(workspace, words.now(), side, Some(workspace.today()));
        }
    };
    let save = hand_over(side);
    let send_back = move |kind, label: fn(&'static Text) -> &'static str| {
        is_alone.then(|| view! { <Button kind label=words.s(label) on_press=save/> })
    };
    let draft_note =
        move || is_alone.then(|| view! { <span class="hint">{words.s(|t| t.vendors.draft_note)}</span> });
    let filled = live(move || {
        let requirements = workspace.section::<Requirements>();
        let filled = requirements.answers(side).filled(&requirements.scenarios);
        (words.get().understanding.answered)(filled, requirements.scenarios.len())
    });
    let actions = live(move || {
        match submitted.get() {
        Some(date) => view! {
            <span>{(words.get().vendors.submitted_note)(&format::date(date))}</span>
            {send_back(ButtonKind::Primary, |t| t.vendors.send_back_action)}
            <Button label=words.s(|t| t.vendors.take_back_action) on_press=move |()| submit(workspace, words.now(), side, None)/>
        }
        .into_any(),
        None => view! {
            <Button kind=ButtonKind::Primary label=words.s(|t| t.understanding.submit) on_press=hand_in/>
            {send_back(ButtonKind::Plain, |t| t.vendors.draft_action)}
            {draft_note()}
        }
        .into_any(),
    }
    });
    let refused = live(move || {
        why_not.get().map(|why| {
            view! { <p class="field-error" role="alert">{(words.get().understanding.not_submittable)(why)}</p> }
        })
    });
    let scenarios = workspace.bits::<Scenario>();
    view! {
        <Provider value=ReadOnly(is_closed)>
            {each(move || scenarios.get(), move |bits| scenario(side, Id::fixed(bits)))}
            <div class="fields"><div class="w6"><TextField label=words.s(|t| t.understanding.who) value=who.value on_input=who.set/></div></div>
        </Provider>
        <div class="actions"><Show when=fact(move || !read_only.get())>{actions()}</Show><span class="hint">{filled}</span></div>
        {refused}
    }
    .into_any()
}

/// Shows one scenario with its choice and the reason for it.
fn scenario(side: Side, id: Id<Scenario>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let row = workspace.row::<Scenario>(id);
    let answer = workspace.part(
        move || format!("{} · {}", row.clause(), words.now().common.side(side)),
        move |requirements: &Requirements| {
            requirements.answers(side).given.get(&id).cloned().unwrap_or_default()
        },
        move |requirements: &mut Requirements, answer| requirements.answers_mut(side).set(id, answer),
    );
    let chosen =
        answer.bind("chosen", |answer| answer.chosen.clone(), |answer, chosen| answer.chosen = chosen);
    let reason =
        answer.bind("reason", |answer| answer.reason.clone(), |answer, reason| answer.reason = reason);
    let choices = |scenario: &Scenario| {
        scenario.choices().map(|choice| (choice.to_owned(), choice.to_owned())).collect::<Vec<_>>()
    };
    let options = Signal::derive(move || row.get(choices));
    let situation = Signal::derive(move || row.get(|scenario| scenario.situation.clone()));
    view! {
        <div class="answering" role="group" aria-label=move || row.clause()>
            <span class="margin-number" aria-hidden="true">{move || row.get(Item::clause)}</span>
            <ChoiceField label=situation value=chosen.value options on_input=chosen.set/>
            <TextArea label=words.s(|t| t.understanding.reason) value=reason.value on_input=reason.set/>
        </div>
    }
    .into_any()
}
