//! What the team lacks, in words, each with the way to where it is mended.

use leptos::prelude::*;

use crate::domain::profile::Side;
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::domain::team::gaps::{self, Gap, Key};
use crate::domain::team::raci::around::Around;
use crate::domain::team::tongues::LOCALISATION;
use crate::domain::team::{Role, Team};
use crate::i18n::context::use_words;
use crate::i18n::team::Lack;
use crate::pages::list::{Facts, use_facts};
use crate::state::focus;
use crate::state::notices::{Notice, use_notices};
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::live::{kept, live};

/// Lists what is missing.
pub fn gaps() -> AnyView {
    let (facts, workspace, read_only) = (use_facts(), use_workspace(), use_read_only());
    let found = kept(move || gaps::gaps(&workspace.section::<Team>(), &Around::of(&workspace.project())));
    let list = live(move || {
        let found = found.get();
        if found.is_empty() {
            return None;
        }
        let facts = facts.get();
        let may_add = !read_only.get();
        let items = found.iter().map(|gap| line(&facts, gap, may_add)).collect_view();
        Some(view! {
            <section class="people-gaps gap-list">
                <h2>{facts.text.team.gaps_head}</h2>
                <ul>{items}</ul>
            </section>
        })
    });
    view! { {list} }.into_any()
}

fn line(facts: &Facts, gap: &Gap, may_add: bool) -> AnyView {
    let (text, team) = (&facts.text.team, &facts.project.team);
    let unnamed = facts.text.common.unnamed;
    let role = |id| team.roles.get(id).cloned().unwrap_or_default();
    let named = |role: &Role| {
        let name = if role.name.trim().is_empty() { unnamed } else { role.name.as_str() };
        format!("{} {name}", role.clause())
    };
    let to_role = |role: &Role| {
        let href = facts.link(Task::People, &role.clause());
        let name = format!("{}{}{}", text.gap_role, text.colon, named(role));
        view! { <a href=href aria-label=name>{text.gap_role}</a> }.into_any()
    };
    let (said, way) = match gap {
        Gap::Empty(id, key) => {
            let role = role(*id);
            let name = named(&role);
            let said = match key {
                Key::Head => (text.gap)(&Lack::Head(&name)),
                Key::Accountable(count) => (text.gap)(&Lack::Accountable(&name, *count)),
            };
            (said, to_role(&role))
        }
        Gap::NoCounterpart(id) => {
            let role = role(*id);
            ((text.gap)(&Lack::Counterpart(&named(&role))), to_role(&role))
        }
        Gap::OneSided(level, side) => {
            let href = facts.link(Task::Response, &format!("L-{level}"));
            (
                (text.gap)(&Lack::OneSided(*level, *side)),
                view! { <a href=href>{text.gap_level}</a> }.into_any(),
            )
        }
        Gap::NoLocaliser(languages) => {
            let add = if may_add { add_localiser() } else { ().into_any() };
            ((text.gap)(&Lack::Localiser(languages)), add)
        }
        Gap::EmptyLocaliser(id) => {
            let role = role(*id);
            ((text.gap)(&Lack::EmptyLocaliser(&named(&role))), to_role(&role))
        }
    };
    view! { <li><span>{said}</span>{way}</li> }.into_any()
}

/// Shows the button that adds a localisation role on the vendor's side.
fn add_localiser() -> AnyView {
    let (words, workspace, notices) = (use_words(), use_workspace(), use_notices());
    let add = move |()| {
        let (text, id) = (words.now(), LOCALISATION);
        let clause = format!("{}-{:02}", Role::PREFIX, workspace.section_now::<Team>().roles.next_number());
        let step = Step::new(Verb::Add, clause.clone());
        workspace.edit(step.clone(), |team: &mut Team| {
            team.roles.add(id, |role| {
                role.side = Side::Vendor;
                role.name = text.team.localiser.to_owned();
                role.duty = text.team.localiser_duty.to_owned();
            });
        });
        notices.show(Notice::Done(step));
        focus::item_once_shown(&clause);
    };
    view! { <Button kind=ButtonKind::Text label=words.s(|t| t.team.add_localiser) on_press=add/> }.into_any()
}
