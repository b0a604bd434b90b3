//! A pasted table before it is taken over: what is there now, what would be there, and what was not understood.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::register::Item;
use crate::domain::team::paste::newcomers::{self, Newcomer};
use crate::domain::team::paste::plan::{Change, Plan};
use crate::domain::team::{Activity, Parts, Role, Team};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::team::raci::editor::Editor;
use crate::state::focus;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextArea;
use crate::ui::finding::Finding;
use crate::ui::live::{Kept, Show, fact, follow, kept, live};
use crate::ui::picks::{Checkbox, SelectField};
use crate::ui::tag::{Tag, TagKind};

/// Shows the table on its way into the matrix.
pub fn pasting(editor: Editor) -> AnyView {
    let words = use_words();
    let now = kept(move || editor.pasting.get());
    let newcomers = RwSignal::new(Vec::new());
    let plan_with = move |newcomers: &[Newcomer]| {
        now.get().filter(|now| !now.text.trim().is_empty()).map(|now| Arc::new(editor.plan(&now, newcomers)))
    };
    let plan = kept(move || plan_with(&newcomers.get()));
    let names = kept(move || plan_with(&[]).map(|plan| plan.newcomers.clone()).unwrap_or_default());
    follow(move || {
        let (team, new_id) = (editor.workspace.section_now::<Team>(), || editor.workspace.new_id());
        let now = names.with(|names| newcomers::settle(&newcomers.get_untracked(), names, &team, new_id));
        newcomers.set(now);
    });
    let left_out = RwSignal::new(LeftOut::default());
    let is_asked_for = now.with_untracked(|now| now.as_ref().is_some_and(|now| now.is_asked_for));
    let leave = move || {
        editor.pasting.set(None);
        editor.back_to_grid();
    };
    let count = kept(move || {
        let roles = newcomers.with(|all| all.iter().filter(|newcomer| newcomer.side.is_some()).count());
        let rows =
            plan.with(|plan| left_out.with(|out| plan.iter().map(|plan| out.count(plan)).sum::<usize>()));
        roles + rows
    });
    // What was put into the field by hand stays until somebody says otherwise.
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let is_lost = is_asked_for
            && now.with_untracked(|now| now.as_ref().is_some_and(|now| !now.text.trim().is_empty()));
        if event.key() == "Escape" && !event.is_composing() && !is_lost {
            event.prevent_default();
            leave();
        }
    };
    let apply = move |()| {
        if let (Some(plan), Some(now)) = (plan.get_untracked(), now.get_untracked()) {
            let out = left_out.get_untracked();
            editor.take(&out.wanted(&plan), &newcomers.get_untracked(), now.range);
        }
        leave();
    };
    let put = move |text: String| {
        editor.pasting.update(|now| {
            if let Some(now) = now {
                now.text = text;
            }
        })
    };
    let text =
        Signal::derive(move || now.with(|now| now.as_ref().map(|now| now.text.clone()).unwrap_or_default()));
    let field = is_asked_for.then(|| view! {
        <TextArea id="paste-table" label=words.s(|t| t.team.paste_label) hint=words.s(|t| t.team.paste_hint) value=text on_input=put lines=3/>
    });
    let preview = live(move || {
        let team = editor.joined(&newcomers.get());
        plan.get().map(|plan| preview(&team, &plan, left_out))
    });
    let target = if is_asked_for { "#paste-table" } else { ".raci-paste" };
    set_timeout(
        move || {
            // Where the page was left meanwhile, there is nothing to focus.
            let _ = focus::element(target);
        },
        std::time::Duration::from_millis(30),
    );
    view! {
        <section class="raci-paste" tabindex="-1" aria-label=move || words.get().team.paste_table on:keydown=on_key>
            {field}
            {sides(names, newcomers)}
            {preview}
            <div class="actions">
                <Show when=fact(move || 0 < count.get())><Button kind=ButtonKind::Primary label=words.built(move |t| (t.team.apply)(count.get())) on_press=apply/></Show>
                <Button label=words.s(|t| t.common.cancel_action) on_press=move |()| leave()/>
                <span class="hint">{words.s(|t| t.team.paste_note)}</span>
            </div>
        </section>
    }
    .into_any()
}

/// What is not to be taken over: rows that would change, and new tasks by their place.
#[derive(Clone, Default)]
struct LeftOut {
    rows: Vec<Id<Activity>>,
    additions: Vec<usize>,
}

impl LeftOut {
    fn count(&self, plan: &Plan) -> usize {
        let wanted = self.wanted(plan);
        wanted.changes.len() + wanted.additions.len()
    }

    /// Takes out of a plan what is not wanted.
    fn wanted(&self, plan: &Plan) -> Plan {
        let mut wanted = plan.clone();
        wanted.changes.retain(|change| !self.rows.contains(&change.activity));
        let additions =
            plan.additions.iter().enumerate().filter(|(place, _)| !self.additions.contains(place));
        wanted.additions = additions.map(|(_, addition)| addition.clone()).collect();
        wanted
    }
}

/// Leaves something out, or takes it in again.
fn toggle<T: PartialEq>(out: &mut Vec<T>, one: T, is_in: bool) {
    out.retain(|other| *other != one);
    if !is_in {
        out.push(one);
    }
}

/// Asks on which side the roles are that the table names and the team does not have.
fn sides(names: Kept<Vec<String>>, newcomers: RwSignal<Vec<Newcomer>>) -> AnyView {
    let words = use_words();
    let options = Signal::derive(move || {
        let text = words.get();
        let sides = Side::ALL.map(|side| (code(Some(side)).to_owned(), text.common.side(side).to_owned()));
        [(String::new(), text.matrix.leave_out.to_owned())].into_iter().chain(sides).collect::<Vec<_>>()
    });
    let field = move |name: String| {
        let of_name = name.clone();
        let value = Signal::derive(move || {
            let side =
                newcomers.with(|all| all.iter().find(|one| one.name == of_name).and_then(|one| one.side));
            code(side).to_owned()
        });
        let label = name.clone();
        let choose = move |chosen: String| {
            newcomers.update(|all| {
                for one in all.iter_mut().filter(|one| one.name == name) {
                    one.side = Side::ALL.into_iter().find(|side| code(Some(*side)) == chosen);
                }
            });
        };
        view! { <div class="w3"><SelectField label=Signal::stored(label) value options on_input=choose/></div> }
    };
    let fields = live(move || {
        let names = names.get();
        let is_empty = names.is_empty();
        let fields = names.into_iter().map(field).collect_view();
        (!is_empty).then(|| view! { <p class="hint">{words.s(|t| t.matrix.newcomers)}</p><div class="fields">{fields}</div> })
    });
    view! { {fields} }.into_any()
}

const fn code(side: Option<Side>) -> &'static str {
    match side {
        None => "",
        Some(Side::Client) => "client",
        Some(Side::Vendor) => "vendor",
    }
}

fn preview(team: &Team, plan: &Plan, left_out: RwSignal<LeftOut>) -> AnyView {
    let words = use_words();
    let text = words.get();
    let role = |id: Id<Role>| team.roles.get(id).map(|role| role.name.clone()).unwrap_or_default();
    let finding = (text.team.paste_finding)(
        plan.n_cells,
        plan.changes.len(),
        plan.additions.len(),
        plan.odd.len(),
        plan.n_outside,
    );
    let changed = plan.rows().into_iter().map(|id| {
        let changes: Vec<_> = plan.changes.iter().filter(|change| change.activity == id).collect();
        let side = |pick: fn(&Change) -> Parts| {
            let cell = |change: &&Change| {
                let parts = pick(change);
                format!(
                    "{} {}",
                    role(change.role),
                    if parts.is_empty() { format::MISSING } else { parts.letters() }
                )
            };
            changes.iter().map(cell).collect::<Vec<_>>().join(text.common.list_comma)
        };
        let (before, after) = (side(|change| change.before), side(|change| change.after));
        let (clause, name) = named(team, id);
        let is_in = Signal::derive(move || left_out.with(|out| !out.rows.contains(&id)));
        let toggle = move |is_in: bool| left_out.update(|out| toggle(&mut out.rows, id, is_in));
        let label = (text.team.include)(&clause);
        view! {
            <tr>
                <td><Checkbox label value=is_in on_input=toggle hide_label=true/></td>
                <th scope="row"><span class="number">{clause}</span><bdi>{name}</bdi></th>
                <td class="before"><bdi>{before}</bdi></td>
                <td><bdi>{after}</bdi></td>
                <td>{kind(text, &changes)}</td>
            </tr>
        }
    });
    let added = plan.additions.iter().enumerate().map(|(place, addition)| {
        let is_in = Signal::derive(move || left_out.with(|out| !out.additions.contains(&place)));
        let toggle = move |is_in: bool| left_out.update(|out| toggle(&mut out.additions, place, is_in));
        let cells = addition.cells.iter().map(|(id, parts)| format!("{} {parts}", role(*id)));
        let cells = cells.collect::<Vec<_>>().join(text.common.list_comma);
        let label = (text.team.include)(&addition.name);
        view! {
            <tr>
                <td><Checkbox label value=is_in on_input=toggle hide_label=true/></td>
                <th scope="row"><bdi>{addition.name.clone()}</bdi></th>
                <td class="before">{format::MISSING}</td>
                <td><bdi>{cells}</bdi></td>
                <td>{text.preview.added}</td>
            </tr>
        }
    });
    let odd = plan.odd.iter().map(|odd| {
        let (clause, name) = named(team, odd.activity);
        view! {
            <tr>
                <td></td>
                <th scope="row"><span class="number">{clause}</span><bdi>{name}</bdi></th>
                <td></td>
                <td>{(text.team.paste_odd)(&odd.text, &role(odd.role))}</td>
                <td><Tag kind=TagKind::Problem label=text.team.not_understood/></td>
            </tr>
        }
    });
    // Those that may come in are asked for above.
    let strangers: Vec<_> =
        plan.strangers.iter().filter(|name| !plan.newcomers.contains(name)).map(String::as_str).collect();
    let strangers = (!strangers.is_empty())
        .then(|| view! { <p class="hint">{(text.team.paste_strangers)(&strangers.join(text.common.list_comma))}</p> });
    let head = view! {
        <tr>
            <td></td><th scope="col">{text.team.task}</th><th scope="col">{text.preview.now_column}</th>
            <th scope="col">{text.team.after}</th><th scope="col">{text.preview.change_column}</th>
        </tr>
    };
    let has_rows = !plan.changes.is_empty() || !plan.additions.is_empty() || !plan.odd.is_empty();
    let rows = (changed.collect_view(), added.collect_view(), odd.collect_view());
    let table = has_rows.then(|| {
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=text.team.paste_table>
                <table class="table"><thead>{head}</thead><tbody>{rows}</tbody></table>
            </div>
        }
    });
    view! { <Finding clauses=Signal::stored(finding)/>{strangers}{table} }.into_any()
}

/// Says what happens to a row.
fn kind(text: &'static Text, changes: &[&Change]) -> &'static str {
    if changes.iter().all(|change| change.before.is_empty()) {
        text.preview.added
    } else if changes.iter().all(|change| change.after.is_empty()) {
        text.preview.removed
    } else {
        text.preview.changed
    }
}

fn named(team: &Team, id: Id<Activity>) -> (String, String) {
    team.activities.get(id).map(|activity| (activity.clause(), activity.name.clone())).unwrap_or_default()
}
