//! The steps of a process, a row each, to be filled in with the keyboard alone.

use leptos::prelude::*;

use crate::domain::profile::Side;
use crate::domain::requirements::Requirements;
use crate::domain::requirements::flow::{Answer, FlowStep, Next, Process, StepKind};
use crate::domain::step::{Step, Verb};
use crate::i18n::context::{Words, use_words};
use crate::i18n::flow::FlowText;
use crate::pages::form::controls::{Control, show};
use crate::state::focus;
use crate::state::part::{Bindable, Change, Part};
use crate::state::row::{Bound, Row};
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::live::{Show, each, fact, kept, live};
use crate::ui::picks::SelectField;

/// The steps of one process as they are edited.
#[derive(Clone, Copy)]
struct Steps {
    row: Row<Process>,
    workspace: Workspace,
    words: Words,
}

impl Steps {
    /// Names a step for undo and for the focus.
    fn name(self, at: usize) -> String {
        format!("{}-{}", untrack(|| self.row.clause()), at + 1)
    }

    fn edit(self, step: Step, change: impl FnOnce(&mut Process)) {
        self.workspace.edit(step, |requirements: &mut Requirements| {
            requirements.processes.update(self.row.id(), change);
        });
    }

    /// Adds a step below another, on the same side, and goes to it.
    fn add_below(self, at: usize) {
        let next = untrack(|| self.row.get(|process| process.steps.len())).min(at + 1);
        self.edit(Step::new(Verb::Add, self.name(next)), |process| {
            let side = process.steps.get(at).or_else(|| process.steps.last()).map(|step| step.side);
            process.insert(next, FlowStep { side: side.unwrap_or_default(), ..FlowStep::default() });
        });
        focus::item_once_shown(&self.name(next));
    }

    fn shift(self, at: usize, places: isize) {
        let to = at.saturating_add_signed(places);
        if to == at || untrack(|| self.row.get(|process| process.steps.len())) <= to {
            return;
        }
        self.edit(Step::new(Verb::Move, self.name(at)), |process| process.shift(at, places));
        focus::item_once_shown(&self.name(to));
    }

    /// Takes one step as fields see it.
    fn part(self, at: usize) -> Part<FlowStep> {
        let read = move || self.row.get(|process| process.steps.get(at).cloned().unwrap_or_default());
        Part::new(read, move |field, asked| {
            self.edit(Step::typing(self.name(at), field), |process| {
                if let Some(step) = process.steps.get_mut(at) {
                    asked(step);
                }
            });
        })
    }

    /// Takes one answer as fields see it.
    fn answer(self, at: usize, place: usize) -> Part<Answer> {
        let answer = move |process: &Process| Some(process.steps.get(at)?.answers.get(place)?.clone());
        let read = move || self.row.get(answer).unwrap_or_default();
        Part::new(read, move |field, asked| {
            self.edit(Step::typing(format!("{} {}", self.name(at), place + 1), field), |process| {
                if let Some(answer) = process.steps.get_mut(at).and_then(|step| step.answers.get_mut(place)) {
                    asked(answer);
                }
            });
        })
    }

    /// Names a field of a step for screen readers; its head stands above all rows.
    fn label(self, at: usize, pick: fn(&FlowText) -> &'static str) -> Signal<String> {
        self.words.built(move |text| (text.flow.of_step)(pick(&text.flow), at + 1))
    }

    /// Shows where a step or an answer leads.
    fn next(self, at: usize, label: Signal<String>, next: Bound<Next>) -> AnyView {
        let count = kept(move || self.row.get(|process| process.steps.len()));
        let value = Signal::derive(move || match next.value.get() {
            Next::Following if at + 1 < count.get() => String::new(),
            Next::Following | Next::End => "end".to_owned(),
            Next::Step(number) => number.to_string(),
        });
        let options = Signal::derive(move || {
            let text = &self.words.get().flow;
            let following = (at + 1 < count.get()).then(|| (String::new(), text.next_step.to_owned()));
            let gone = match next.value.get() {
                Next::Step(number) if number == 0 || count.get() < number as usize => {
                    Some((number.to_string(), (text.no_step)(number)))
                }
                _ => None,
            };
            let steps = self.row.get(|process| {
                let named = process.steps.iter().enumerate();
                named.map(|(place, step)| format!("{} {}", place + 1, step.name)).collect::<Vec<_>>()
            });
            let steps = steps.into_iter().enumerate().map(|(place, name)| ((place + 1).to_string(), name));
            let end = ("end".to_owned(), text.end.to_owned());
            following.into_iter().chain(steps).chain([end]).chain(gone).collect::<Vec<_>>()
        });
        let set = move |code: String| {
            next.set.run(match code.as_str() {
                "" => Next::Following,
                "end" => Next::End,
                number => number.parse().map(Next::Step).unwrap_or_default(),
            });
        };
        view! { <SelectField label value options on_input=set hide_label=true/> }.into_any()
    }
}

/// Shows the steps, and what adds one.
pub fn steps(row: Row<Process>) -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    let steps = Steps { row, workspace: use_workspace(), words };
    let count = kept(move || row.get(|process| process.steps.len()));
    let heads: [fn(&FlowText) -> &'static str; 5] =
        [|t| t.number, |t| t.what, |t| t.who, |t| t.kind_label, |t| t.then];
    let heads = heads.map(|head| view! { <span>{words.s(move |t| head(&t.flow))}</span> });
    let add = move |()| steps.add_below(count.get_untracked());
    view! {
        <div class="steps">
            <div class="step-heads" aria-hidden="true">{heads.into_iter().collect_view()}</div>
            <ol>{each(move || (0..count.get() as u128).collect(), move |at| step(steps, at as usize))}</ol>
        </div>
        <div class="actions" hidden=move || read_only.get()>
            <Button kind=ButtonKind::Small label=words.s(|t| t.flow.add_step) on_press=add/>
            <span class="hint keys">{words.s(|t| t.flow.keys)}</span>
        </div>
    }
    .into_any()
}

fn step(steps: Steps, at: usize) -> AnyView {
    let words = steps.words;
    let read_only = use_read_only();
    let part = steps.part(at);
    let is_decision = kept(move || {
        let kind = |process: &Process| Some(process.steps.get(at)?.kind == StepKind::Decision);
        steps.row.get(kind).unwrap_or_default()
    });
    let what = part.bind("name", |step| step.name.clone(), |step, name| step.name = name);
    let who = part.bind(
        "side",
        |step| usize::from(step.side == Side::Vendor),
        |step, place| step.side = if place == 0 { Side::Client } else { Side::Vendor },
    );
    let kind = part.bind(
        "kind",
        |step| usize::from(step.kind == StepKind::Decision),
        move |step, place| {
            step.kind = if place == 0 { StepKind::Action } else { StepKind::Decision };
            // Answers of what is no decision would be confirmed unseen.
            if step.kind == StepKind::Action {
                step.answers.clear();
            }
            if step.kind == StepKind::Decision && step.answers.is_empty() {
                let text = words.now();
                let answer = |label: &str, next| Answer { label: label.to_owned(), next };
                step.answers =
                    vec![answer(text.common.yes, Next::Following), answer(text.common.no, Next::End)];
            }
        },
    );
    let next = part.bind("next", |step| step.next, |step, next| step.next = next);
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.is_composing() || event.default_prevented() || read_only.get_untracked() {
            return;
        }
        match (event.key().as_str(), event.alt_key()) {
            ("Enter", false) if focus::is_in_text() => steps.add_below(at),
            ("ArrowUp", true) => steps.shift(at, -1),
            ("ArrowDown", true) => steps.shift(at, 1),
            _ => return,
        }
        event.prevent_default();
    };
    let remove = move |()| steps.edit(Step::new(Verb::Remove, steps.name(at)), |process| process.remove(at));
    let tools = move || {
        let button = move |sign: &'static str,
                           name: fn(&crate::i18n::common::CommonText) -> &'static str,
                           on_press: Callback<()>| {
            let name = words.built(move |t| (t.flow.of_step)(name(&t.common), at + 1));
            view! { <Button kind=ButtonKind::Text label=sign.to_owned() name on_press/> }
        };
        view! {
            {button("↑", |t| t.move_up_action, Callback::new(move |()| steps.shift(at, -1)))}
            {button("↓", |t| t.move_down_action, Callback::new(move |()| steps.shift(at, 1)))}
            {button("×", |t| t.remove_action, Callback::new(remove))}
        }
    };
    let control = move |label: fn(&FlowText) -> &'static str, control: Control| {
        show(steps.label(at, label), control, MaybeProp::default(), true)
    };
    view! {
        <li id=move || format!("c-{}-{}", steps.row.clause(), at + 1) on:keydown=on_key>
            <span class="step-number">{at + 1}</span>
            {control(|t| t.what, Control::Line(what))}
            {control(|t| t.who, Control::OneOf(who, |text| vec![text.common.client, text.common.vendor]))}
            {control(|t| t.kind_label, Control::OneOf(kind, |text| StepKind::ALL.map(text.flow.kind).to_vec()))}
            <Show when=fact(move || !is_decision.get()) fallback=move || view! { <span></span> }>
                {steps.next(at, steps.label(at, |t| t.then), next)}
            </Show>
            <div class="step-tools"><Show when=fact(move || !read_only.get())>{tools()}</Show></div>
            <Show when=fact(move || is_decision.get())>{answers(steps, at)}</Show>
        </li>
    }
    .into_any()
}

/// Shows the answers of a decision, each with where it leads.
fn answers(steps: Steps, at: usize) -> AnyView {
    let words = steps.words;
    let read_only = use_read_only();
    let count =
        kept(move || steps.row.get(|process| Some(process.steps.get(at)?.answers.len())).unwrap_or_default());
    let change = move |verb, change: Change<Vec<Answer>>| {
        steps.edit(Step::new(verb, steps.name(at)), |process| {
            if let Some(step) = process.steps.get_mut(at) {
                change(&mut step.answers);
            }
        });
    };
    let add = move |()| change(Verb::Add, Box::new(|answers| answers.push(Answer::default())));
    let one = move |place: usize| {
        let part = steps.answer(at, place);
        let label = part.bind("answer", |answer| answer.label.clone(), |answer, label| answer.label = label);
        let next = part.bind("next", |answer| answer.next, |answer, next| answer.next = next);
        let named = move |of_answer: Signal<String>| {
            Signal::derive(move || format!("{} {}", of_answer.get(), place + 1))
        };
        let remove = move |()| {
            change(
                Verb::Remove,
                Box::new(move |answers| {
                    if place < answers.len() {
                        answers.remove(place);
                    }
                }),
            );
        };
        let name = named(words.built(move |t| (t.flow.of_step)(t.common.remove_action, at + 1)));
        let tool =
            move || view! { <Button kind=ButtonKind::Text label="×".to_owned() name on_press=remove/> };
        view! {
            <div class="answer">
                {show(named(steps.label(at, |t| t.answer)), Control::Line(label), MaybeProp::default(), true)}
                <span aria-hidden="true">"→"</span>
                {steps.next(at, named(steps.label(at, |t| t.then)), next)}
                <Show when=fact(move || !read_only.get())>{tool()}</Show>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="answers">
            {each(move || (0..count.get() as u128).collect(), move |place| one(place as usize))}
            {live(move || (!read_only.get()).then(|| view! { <Button kind=ButtonKind::Text label=words.s(|t| t.flow.add_answer) on_press=add/> }))}
        </div>
    }
    .into_any()
}
