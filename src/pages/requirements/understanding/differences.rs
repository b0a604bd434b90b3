//! Where the answers differ, side by side across the seam, each with the way to settle it.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::register::Item;
use crate::domain::requirements::Requirements;
use crate::domain::requirements::questions::Question;
use crate::domain::requirements::understanding::{Agreement, Answer, Check, Scenario};
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::routes::{Page, Route};
use crate::state::workspace::use_workspace;
use crate::ui::button::Button;
use crate::ui::field::use_read_only;
use crate::ui::live::{Kept, Show, each, fact, kept, live};
use crate::ui::seam::SideHead;
use crate::ui::sheet::SheetSection;

/// Shows the differences, once there is something to compare.
pub(super) fn differences(check: Kept<Check>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let of = move |pick: fn(&Agreement) -> &Vec<Id<Scenario>>| match check.get() {
        Check::Compared(agreement) => pick(&agreement).clone(),
        _ => Vec::new(),
    };
    let different = kept(move || of(|agreement| &agreement.different));
    let alike = move || {
        let requirements = workspace.section::<Requirements>();
        let clauses = of(|agreement| &agreement.alike).into_iter();
        let clauses: Vec<_> =
            clauses.filter_map(|id| Some(requirements.scenarios.get(id)?.clause())).collect();
        (!clauses.is_empty())
            .then(|| view! { <p class="hint answers-note">{(words.get().understanding.alike)(&clauses.join(", "))}</p> })
    };
    view! {
        <Show when=fact(move || !different.with(Vec::is_empty))>
            <SheetSection number="1.7.3" title=words.s(|t| t.understanding.differences_head)>
                {each(move || different.get().into_iter().map(|id| id.bits()).collect(), |bits| difference(Id::fixed(bits)))}
                {live(alike)}
            </SheetSection>
        </Show>
    }
    .into_any()
}

/// Shows one scenario with both answers and its question, or the way to make it one.
fn difference(id: Id<Scenario>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let scenario = workspace.row::<Scenario>(id);
    let answer = move |side: Side| {
        let requirements = workspace.section::<Requirements>();
        requirements.answers(side).given.get(&id).cloned().unwrap_or_default()
    };
    let one_side = move |side: Side| {
        let who = Signal::derive(move || workspace.section::<Requirements>().answers(side).who.clone());
        let said = live(move || {
            let Answer { chosen, reason } = answer(side);
            view! { <p><strong><bdi>{chosen}</bdi></strong></p><p><bdi>{reason}</bdi></p> }
        });
        view! {
            <div>
                <SideHead vendor=side == Side::Vendor side=words.s(move |t| t.common.side(side)) name=who/>
                {said}
            </div>
        }
    };
    let question = kept(move || {
        let requirements = workspace.section::<Requirements>();
        requirements.question_on(id).map(|question| (question.clause(), question.is_open()))
    });
    let raise = move |()| {
        let asked = words.now().understanding.question_text;
        let [client, vendor] = Side::ALL.map(|side| untrack(|| answer(side)).chosen);
        let situation = untrack(|| scenario.get(|scenario| scenario.situation.clone()));
        let (text, new) = (asked(&situation, &client, &vendor), workspace.new_id());
        let number = workspace.section_now::<Requirements>().questions.next_number();
        let clause = Question { number, ..Question::default() }.clause();
        workspace.edit(Step::new(Verb::Add, clause), |requirements: &mut Requirements| {
            requirements.raise(id, new, text);
        });
    };
    let action = live(move || match question.get() {
        Some((clause, is_open)) => {
            let text = &words.get().understanding;
            let href = Route::Project(workspace.id(), Page::Understanding).href_to(&clause);
            let label = format!("{} {clause}", text.question);
            view! { <p><a href=href>{label}</a>" · "{(text.is_open)(is_open)}</p> }.into_any()
        }
        None if read_only.get() => ().into_any(),
        None => {
            let name =
                words.built(move |t| format!("{}: {}", t.understanding.make_question, scenario.clause()));
            view! { <Button label=words.s(|t| t.understanding.make_question) name on_press=raise/> }
                .into_any()
        }
    });
    let meant = live(move || {
        let expected = scenario.get(|scenario| scenario.expected.clone());
        let said = words.get().understanding.expected_said;
        (!expected.trim().is_empty()).then(|| view! { <p class="hint">{said(&expected)}</p> })
    });
    view! {
        <section class="difference" aria-label=move || scenario.clause()>
            <span class="margin-number" aria-hidden="true">{move || scenario.clause()}</span>
            <h3><bdi>{move || scenario.get(|scenario| scenario.situation.clone())}</bdi></h3>
            <div class="across-seam">{one_side(Side::Client)}{one_side(Side::Vendor)}</div>
            {meant}
            {action}
        </section>
    }
    .into_any()
}
