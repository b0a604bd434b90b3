//! 2.1 People on both sides of the seam.

use leptos::prelude::*;

use crate::domain::profile::{Profile, Side};
use crate::domain::task::Task;
use crate::domain::team::{Role, Team};
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::pages::parts::{
    TaskSheet, add_button, area, bind, from_template, is_empty, item_actions, number, role, text,
};
use crate::state::row::Row;
use crate::state::workspace::use_workspace;
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::live::{fact, live};
use crate::ui::seam::SideHead;
use crate::ui::sheet::Clause;

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
    view! {
        <TaskSheet task=Task::People wide=true>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.team.people_empty)>{from_template(Content::Roles, true)}{add_button::<Role>(words.s(|t| t.team.add_role), ButtonKind::Plain, |_| ())}</EmptyState>
            }>
                <Finding clauses=finding/>
                <p class="hint">{words.s(|t| t.team.people_lead)}</p>
                <div class="across-seam people"><OneSide side=Side::Client/><OneSide side=Side::Vendor/></div>
                <div class="actions">{from_template(Content::Roles, false)}</div>
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
