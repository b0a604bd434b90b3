//! 2.1 People on both sides of the seam.

mod duties;
mod gaps;

use leptos::prelude::*;

use crate::domain::collaboration::Collaboration;
use crate::domain::profile::{Profile, Side};
use crate::domain::register::Item;
use crate::domain::task::Task;
use crate::domain::team::{Role, Team};
use crate::domain::template::Content;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, bind, field, form, labelled, note, wide};
use crate::pages::list::{Column, List, list_of};
use crate::pages::parts::{TaskSheet, add_button, from_template, is_empty};
use crate::state::part::Bindable;
use crate::state::row::{Bound, Row};
use crate::state::workspace::use_workspace;
use crate::ui::button::ButtonKind;
use crate::ui::empty_state::EmptyState;
use crate::ui::field::{TextField, field_id};
use crate::ui::finding::Finding;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::seam::SideHead;

static CLIENT: List<Role> = roles(|role| role.side = Side::Client);
static VENDOR: List<Role> = roles(|role| role.side = Side::Vendor);

const fn roles(fill: fn(&mut Role)) -> List<Role> {
    List {
        name: |text| (text.common.task)(Task::People),
        columns: COLUMNS,
        is_wrong: |_, _| false,
        form: role,
        add: |text| text.team.add_role,
        fill,
    }
}

const COLUMNS: &[Column<Role>] = &[
    Column::new(
        |text| text.team.role,
        |facts, role| {
            let outline = facts.project.team.outline(role.side);
            let depth = outline.iter().find(|(id, _)| *id == role.id).map_or(0, |(_, depth)| *depth);
            Said::Nested(depth.min(4), role.name.clone())
        },
    ),
    Column::new(
        |text| text.team.person,
        |facts, role| match role.person.trim() {
            "" => Said::Fill(facts.text.common.fill_action.to_owned()),
            person => Said::Text(person.to_owned()),
        },
    ),
    Column::number(
        |text| text.team.share_column,
        |_, role| {
            let share = role.share_percent.map(|share| format!("{} %", format::number(share, 0)));
            Said::Number(share.unwrap_or_default())
        },
    ),
    Column::new(
        |text| text.team.counterpart,
        |facts, role| {
            let names: Vec<_> =
                facts.project.team.partners(role).map(|partner| format!("↔ {}", partner.name)).collect();
            Said::Text(names.join("\n"))
        },
    ),
];

const FIELDS: &[Field<Role>] = &[
    field!(4 Line name: team.role),
    field!(4 Line person: team.person),
    field!(4 Line email: team.email),
    field!(12 Lines duty: team.duty),
    field!(4 Between(0.01, 100_000.0) headcount: team.headcount),
    field!(4 Between(0.0, 100.0) share_percent: team.share),
    field!(4 Between(0.0, 1_000_000.0) capacity_hours: team.capacity),
    field!(4 Money loaded_cost: team.loaded_cost),
    field!(6 Role reports_to: team.reports_to),
    field!(6 Role counterpart: team.counterpart),
];

const LANGUAGE: Field<Role> = field!(6 Line language: team.language);

/// Shows the fields of a role; below its counterpart, who else names it as theirs.
fn role(row: Row<Role>) -> AnyView {
    let (words, workspace) = (use_words(), use_workspace());
    let named_by = move || {
        let (team, role) = (workspace.section::<Team>(), row.item()?);
        let others = team.partners(&role).filter(|other| role.counterpart != Some(other.id));
        let names: Vec<_> = others.map(|other| format!("{} {}", other.clause(), other.name)).collect();
        let text = words.get();
        (!names.is_empty()).then(|| (text.team.named_by)(&names.join(text.common.list_comma)))
    };
    let language = wide(LANGUAGE.width, labelled(LANGUAGE.label, bind(row, &LANGUAGE), LANGUAGE.missing));
    view! {
        {form(row, FIELDS)}
        {note(named_by)}
        <div class="fields">{language}{wide(6, place(row))}</div>
    }
    .into_any()
}

/// Shows where a role works: any words, with the sites of its side to choose from.
fn place(row: Row<Role>) -> AnyView {
    let (words, workspace) = (use_words(), use_workspace());
    let Bound { value, set } = row.bind("place", |role| role.place.clone(), |role, place| role.place = place);
    let id = field_id();
    let sites = live(move || {
        let (side, collaboration) = (row.get(|role| role.side), workspace.section::<Collaboration>());
        let sites =
            collaboration.sites.iter().filter(|site| site.side == side && !site.name.trim().is_empty());
        sites.map(|site| view! { <option value=site.name.clone()>{site.clause()}</option> }).collect_view()
    });
    view! {
        <TextField label=words.s(|t| t.team.place) value on_input=set list=id.clone()/>
        <datalist id=id>{sites}</datalist>
    }
    .into_any()
}

/// Shows the roles of both sides.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let none = is_empty::<Role>();
    let finding = Signal::derive(move || {
        let team = workspace.section::<Team>();
        let named = |role: &Role| format!("{} {}", role.clause(), role.name);
        let count = |side| team.roles_of(side).count();
        let open = team.roles.iter().filter(|role| role.person.trim().is_empty());
        let open: Vec<_> = open.map(|role| named(role)).collect();
        let alone = team.roles_of(Side::Vendor).filter(|role| team.partners(role).next().is_none());
        let alone: Vec<_> = alone.map(|role| named(role)).collect();
        (words.get().team.people_finding)(count(Side::Client), count(Side::Vendor), &open, &alone)
    });
    let add = move || {
        add_button::<Role>(words.s(|t| t.team.add_role), ButtonKind::Plain, |role| role.side = Side::Client)
    };
    view! {
        <TaskSheet task=Task::People wide=true>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.team.people_empty)>{from_template(Content::Roles, true)}{add()}</EmptyState>
            }>
                <Finding clauses=finding/>
                {gaps::gaps()}
                <div class="across-seam people">{one_side(Side::Client, &CLIENT)}{one_side(Side::Vendor, &VENDOR)}</div>
                <div class="actions">{from_template(Content::Roles, false)}</div>
                {duties::duties()}
            </Show>
        </TaskSheet>
    }
}

fn one_side(side: Side, list: &'static List<Role>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let ids = kept(move || {
        workspace.section::<Team>().outline(side).into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    });
    let firm = Signal::derive(move || workspace.section::<Profile>().party(side).name.clone());
    view! {
        <section>
            <SideHead vendor=side == Side::Vendor side=words.s(move |t| t.common.side(side)) name=firm/>
            {list_of(list, ids.into(), ().into_any())}
        </section>
    }
    .into_any()
}
