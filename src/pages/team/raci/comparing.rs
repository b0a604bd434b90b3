//! What differs from a template, line by line, each with the way to its cell and the way to take it over.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::profile::BusinessType;
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::domain::team::compare::{Deviation, compare, take_over, take_over_all};
use crate::domain::team::{Parts, Team};
use crate::domain::template::Content;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::team::raci::editor::Editor;
use crate::state::focus;
use crate::state::notices::{Notice, use_notices};
use crate::state::templates;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::finding::Finding;
use crate::ui::live::{Show, fact, follow, kept, live};
use crate::ui::menu::Menu;

/// A template that is compared with.
#[derive(Clone)]
pub struct Compared {
    business: BusinessType,
    team: Arc<Team>,
}

/// The template that is compared with, while there is one.
pub type Comparing = RwSignal<Option<Compared>>;

/// Shows the templates to compare with.
pub fn menu(compared: Comparing) -> AnyView {
    let words = use_words();
    let notices = use_notices();
    let start = move |business: BusinessType| {
        spawn_local(async move {
            match templates::load(business, words.now().language).await {
                Some(template) => {
                    compared.set(Some(Compared { business, team: template.team }));
                }
                None => notices.show(Notice::NotLoaded),
            }
        });
    };
    let choices = BusinessType::ALL.map(|business| {
        view! { <li><Button kind=ButtonKind::Text label=words.s(move |t| (t.common.business)(business)) on_press=move |()| start(business)/></li> }
    });
    view! { <Menu label=words.s(|t| t.matrix.compare) class="boxed">{choices.into_iter().collect_view()}</Menu> }
        .into_any()
}

/// Shows the differences.
pub fn comparing(editor: Editor, compared: Comparing) -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    follow(move || {
        if compared.with(Option::is_some) {
            focus::once_shown(&[".raci-compare"]);
        }
    });
    let deviations = kept(move || {
        let team = editor.workspace.section::<Team>();
        compared
            .with(|compared| compared.as_ref().map(|there| compare(&team, &there.team)).unwrap_or_default())
    });
    let takeable = kept(move || deviations.with(|all| all.iter().filter(|one| one.can_be_taken()).count()));
    let finding = Signal::derive(move || {
        let text = words.get();
        let template = compared.with(|compared| compared.as_ref().map(|there| there.business));
        let template = (text.common.business)(template.unwrap_or_default());
        (text.matrix.compare_finding)(template, deviations.with(Vec::len), takeable.get())
    });
    let take_all = move |()| {
        let count = takeable.get_untracked();
        take(editor, compared, count, &|team, there| take_over_all(team, there));
    };
    let list = live(move || {
        let text = words.get();
        let there = compared.get()?.team;
        let may_take = !read_only.get();
        let items = deviations
            .get()
            .into_iter()
            .map(|deviation| line(editor, compared, text, &there, deviation, may_take));
        Some(view! { <ul>{items.collect_view()}</ul> })
    });
    let close = move |()| {
        compared.set(None);
        editor.back_to_grid();
    };
    view! {
        <section class="raci-compare" tabindex="-1" aria-label=move || words.get().matrix.compare>
            <Finding clauses=finding/>
            {list}
            <div class="actions">
                <Show when=fact(move || 1 < takeable.get() && !read_only.get())>
                    <Button label=words.built(move |t| (t.matrix.take_all)(takeable.get())) on_press=take_all/>
                </Show>
                <Button label=words.s(|t| t.matrix.compare_close) on_press=close/>
            </div>
        </section>
    }
    .into_any()
}

/// Takes something over as one step.
fn take(editor: Editor, compared: Comparing, count: usize, change: &dyn Fn(&mut Team, &Team)) {
    let Some(Compared { team: there, .. }) = compared.get_untracked() else { return };
    let step = Step::new(Verb::Template, (editor.words.now().common.content)(Content::Matrix));
    editor.workspace.edit(step.clone(), |team: &mut Team| change(team, &there));
    editor.notices.show(Notice::Done(step));
    editor.say(move |text| (text.matrix.taken)(count));
}

fn line(
    editor: Editor,
    compared: Comparing,
    text: &'static Text,
    there: &Team,
    deviation: Deviation,
    may_take: bool,
) -> AnyView {
    let said = describe(text, &editor.workspace.section_now::<Team>(), there, &deviation);
    let go = match deviation {
        Deviation::Cell { activity, role, .. } => {
            Some(Callback::new(move |()| editor.focus_cell(activity, role)))
        }
        Deviation::RowExtra(activity) => Some(Callback::new(move |()| editor.focus_task(activity, 0))),
        Deviation::RoleExtra(role) => Some(Callback::new(move |()| editor.focus_role(role))),
        Deviation::RoleMissing(_) | Deviation::RowMissing(_) => None,
    };
    let named = |action: &'static str| format!("{action}{}{said}", text.team.colon);
    let go = go.map(|go| view! { <Button kind=ButtonKind::Text label=text.matrix.go name=named(text.matrix.go) on_press=go/> });
    let takes = (may_take && deviation.can_be_taken()).then(|| {
        let name = named(text.matrix.take);
        let one = move |()| take(editor, compared, 1, &|team, there| take_over(team, there, &deviation));
        view! { <Button kind=ButtonKind::Text label=text.matrix.take name on_press=one/> }
    });
    view! { <li><bdi>{said}</bdi><span class="mend">{go}{takes}</span></li> }.into_any()
}

/// Says what differs.
fn describe(text: &'static Text, here: &Team, there: &Team, deviation: &Deviation) -> String {
    let unnamed =
        |name: &str| if name.trim().is_empty() { text.common.unnamed.to_owned() } else { name.to_owned() };
    let role = |team: &Team, id| team.roles.get(id).map(|role| unnamed(&role.name)).unwrap_or_default();
    let row = |team: &Team, id| team.activities.get(id).map(|row| unnamed(&row.name)).unwrap_or_default();
    let clause = |id| {
        here.activities
            .get(id)
            .map(|row| format!("{} {}", row.clause(), unnamed(&row.name)))
            .unwrap_or_default()
    };
    let letters = |parts: &Parts| if parts.is_empty() { text.matrix.nothing } else { parts.letters() };
    match deviation {
        Deviation::RoleMissing(id) => (text.matrix.role_missing)(&role(there, *id)),
        Deviation::RoleExtra(id) => (text.matrix.role_extra)(&role(here, *id)),
        Deviation::RowMissing(id) => (text.matrix.row_missing)(&row(there, *id)),
        Deviation::RowExtra(id) => (text.matrix.row_extra)(&clause(*id)),
        Deviation::Cell { activity, role: id, here: mine, there: theirs } => {
            (text.matrix.cell_differs)(&clause(*activity), &role(here, *id), letters(mine), letters(theirs))
        }
    }
}
