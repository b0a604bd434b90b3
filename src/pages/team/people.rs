//! 2.1 People on both sides of the seam.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::profile::{Profile, Side};
use crate::domain::task::Task;
use crate::domain::team::{Role, Team};
use crate::i18n::context::{Words, use_words};
use crate::pages::parts::{
    TaskSheet, add_button, add_usual, area, bind, is_empty, item_actions, number, role, text,
};
use crate::state::row::Row;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{fact, live};
use crate::ui::seam::SideHead;
use crate::ui::sheet::Clause;

/// The fixed ids of the five usual roles, so that adding them twice adds nothing twice.
const USUAL: u128 = 0x4a11_0000_0000_4000_8000_0000_0000_0100;
/// The sides of the five usual roles.
const SIDES: [Side; 5] = [Side::Client, Side::Client, Side::Client, Side::Vendor, Side::Vendor];

/// Adds the five usual roles of the source text.
pub fn add_usual_roles(workspace: Workspace, words: Words) {
    let text = words.now();
    add_usual(workspace, |team: &mut Team| {
        for (place, ((name, duty), side)) in text.team.usual_roles.into_iter().zip(SIDES).enumerate() {
            team.roles.add(usual_role(place), |role| {
                role.name = name.to_owned();
                role.duty = duty.to_owned();
                role.side = side;
            });
        }
        let partner = |role: &mut Role| role.counterpart = Some(usual_role(0));
        team.roles.update(usual_role(3), partner);
        team.roles.update(usual_role(4), partner);
    });
}

/// Returns the fixed id of a usual role.
#[must_use]
pub const fn usual_role(place: usize) -> Id<Role> {
    Id::fixed(USUAL + place as u128)
}

/// Shows the roles of both sides.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Role>();
    let finding = Signal::derive(move || {
        let team = workspace.section::<Team>();
        let count = |side| team.roles_of(side).count();
        let open = team.roles.iter().filter(|role| role.person.trim().is_empty()).count();
        (words.get().team.people_finding)(count(Side::Client), count(Side::Vendor), open)
    });
    let usual = move |kind| view! { <Button kind label=words.s(|t| t.team.add_usual) on_press=move |()| add_usual_roles(workspace, words)/> };
    view! {
        <TaskSheet task=Task::People wide=true>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.team.people_empty)>{usual(ButtonKind::Primary)}{add_button::<Role>(words.s(|t| t.team.add_role), ButtonKind::Plain, |_| ())}</EmptyState>
            }>
                <Finding clauses=finding/>
                <p class="hint">{words.s(|t| t.team.people_lead)}</p>
                <div class="across-seam people"><OneSide side=Side::Client/><OneSide side=Side::Vendor/></div>
            </Show>
        </TaskSheet>
    }
}

#[component]
fn OneSide(side: Side) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let ids = Memo::new(move |_| {
        workspace.section::<Team>().roles_of(side).map(|role| role.id).collect::<Vec<_>>()
    });
    let firm = Signal::derive(move || {
        let profile = workspace.section::<Profile>();
        if side == Side::Client { profile.client.name.clone() } else { profile.vendor.name.clone() }
    });
    let add: fn(&mut Role) =
        if side == Side::Client { |role| role.side = Side::Client } else { |role| role.side = Side::Vendor };
    view! {
        <section>
            <SideHead vendor=side == Side::Vendor side=words.s(move |t| t.common.side(side)) name=firm/>
            <For each=move || ids.get() key=|id| *id children=move |id| role_card(workspace.row(id))/>
            <div class="actions">{add_button::<Role>(words.s(|t| t.team.add_role), ButtonKind::Plain, add)}</div>
        </section>
    }
}

fn role_card(row: Row<Role>) -> AnyView {
    let words = use_words();
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <p class="inline-number">{live(move || row.clause())}</p>
            <div class="fields">
                <div class="w6">{text(words.s(|t| t.team.role), bind!(row, name))}</div>
                <div class="w6">{text(words.s(|t| t.team.person), bind!(row, person))}</div>
                <div>{area(words.s(|t| t.team.duty), bind!(row, duty))}</div>
                <div class="w4">{number(words.s(|t| t.team.headcount), bind!(row, headcount))}</div>
                <div class="w4">{number(words.s(|t| t.team.share), bind!(row, share_percent))}</div>
                <div class="w4">{number(words.s(|t| t.team.capacity), bind!(row, capacity_hours))}</div>
                <div class="w6">{role(words, words.s(|t| t.team.reports_to), bind!(row, reports_to))}</div>
                <div class="w6">{role(words, words.s(|t| t.team.counterpart), bind!(row, counterpart))}</div>
            </div>
            {item_actions(row)}
        </Clause>
    }
    .into_any()
}
