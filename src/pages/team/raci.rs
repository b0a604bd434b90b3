//! 2.2 The role matrix.

use leptos::prelude::*;

use crate::domain::finding::Severity;
use crate::domain::ids::Id;
use crate::domain::profile::{Profile, Side};
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::domain::team::raci::{self, Grid as Matrix, Options, Place, RaciFinding};
use crate::domain::team::{Activity, ActivityKind, Part, Parts, Role, Team, paste};
use crate::domain::template::Content;
use crate::exchange::table;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::parts::{
    TaskSheet, add_button, bind, from_template, is_empty, item_actions, link, number, one_at_a_time, pick,
    text,
};
use crate::routes::{Page, Route};
use crate::state::notices::{Notice, use_notices};
use crate::state::preferences::use_preferences;
use crate::state::row::Row;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::empty_state::EmptyState;
use crate::ui::finding::Finding;
use crate::ui::grid::keys::{Action, Range};
use crate::ui::grid::{Grid, GridEvent, Selection};
use crate::ui::live::{fact, live};
use crate::ui::picks::SelectField;
use crate::ui::sheet::{Clause, SheetSection};
use crate::ui::tag::{Tag, TagKind};

/// Everything the page derives from the team, computed once per change.
#[derive(Clone, PartialEq)]
struct Checked {
    matrix: Matrix,
    findings: Vec<RaciFinding>,
    roles: Vec<Id<Role>>,
    activities: Vec<Id<Activity>>,
}

impl Checked {
    fn of(team: &Team) -> Self {
        let matrix = Matrix::of(team);
        let findings = raci::check(&matrix, &Options::default());
        let roles = team.columns().map(|role| role.id).collect();
        let activities = team.activities.iter().map(|activity| activity.id).collect();
        Self { matrix, findings, roles, activities }
    }
    fn row_findings(&self, row: usize) -> impl Iterator<Item = &RaciFinding> {
        self.findings.iter().filter(move |finding| finding.place == Place::Row(row))
    }
    fn worst(&self, row: usize) -> Option<&RaciFinding> {
        self.row_findings(row)
            .filter(|finding| finding.severity == Severity::Error)
            .chain(self.row_findings(row))
            .next()
    }
    fn wrong_rows(&self) -> Vec<usize> {
        let is_wrong =
            |row: &usize| self.row_findings(*row).any(|finding| finding.severity == Severity::Error);
        (0..self.activities.len()).filter(is_wrong).collect()
    }
}

/// Shows the matrix with its checks.
#[component]
pub fn RaciPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let no_roles = is_empty::<Role>();
    let no_activities = is_empty::<Activity>();
    let add = move |kind| add_button::<Activity>(words.s(|t| t.team.add_activity), kind, |_| ());
    view! {
        <TaskSheet task=Task::Raci wide=true>
            <Show when=fact(move || !no_activities.get() && !no_roles.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.team.raci_empty)>
                    {from_template(Content::Matrix, true)}
                    {add(ButtonKind::Plain)}
                    <Show when=fact(move || no_roles.get())><a href=move || Route::Project(workspace.id(), Page::Task(Task::People)).href()>{words.s(|t| t.team.roles_first)}</a></Show>
                </EmptyState>
            }>
                <MatrixPart/>
            </Show>
        </TaskSheet>
    }
}

#[component]
fn MatrixPart() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let checked = Memo::new(move |_| Checked::of(&workspace.section::<Team>()));
    let is_narrow = use_preferences().is_narrow();
    let selection = RwSignal::new(Selection::default());
    let go_to = RwSignal::new(None);
    let strip = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let set = move |range: Range, change: &dyn Fn(Parts) -> Parts, verb: Verb| {
        let now = checked.get_untracked();
        let step = Step::new(verb, clauses(workspace, &now, range));
        workspace.edit(step, |team: &mut Team| {
            for (row, column) in range.cells() {
                if let (Some(activity), Some(role)) = (now.activities.get(row), now.roles.get(column)) {
                    let parts = change(team.parts(*activity, *role));
                    team.assign(*activity, *role, parts);
                }
            }
        });
    };
    let type_part = move |part: Part, add: bool, range: Range| {
        set(range, &|parts| if add { parts.with(part) } else { Parts::only(part) }, Verb::Set);
        said.set((words.now().team.cells_set)(range.count(), &part.letter().to_string()));
    };
    let next_problem = move || {
        let wrong = checked.get_untracked().wrong_rows();
        let now = selection.get_untracked().at;
        if let Some(row) = wrong.iter().find(|row| now.0 < **row).or_else(|| wrong.first()) {
            go_to.set(Some((*row, now.1)));
        }
    };
    let on_event = move |event: GridEvent| match event {
        GridEvent::Do(Action::Type { key, add }, range) => {
            if let Some(part) = Part::from_letter(key) {
                type_part(part, add, range);
            }
        }
        GridEvent::Do(Action::Clear, range) => set(range, &|_| Parts::default(), Verb::Clear),
        GridEvent::Do(Action::FillDown, range) => fill_down(workspace, &checked.get_untracked(), range),
        GridEvent::Do(Action::Open, _) => strip.update(|open| *open = !*open),
        GridEvent::Do(Action::Close, _) => strip.set(false),
        GridEvent::Do(Action::NextProblem, _) => next_problem(),
        GridEvent::Do(Action::Move(_) | Action::All, _) => (),
        GridEvent::Paste(pasted, range) => {
            let not_understood = paste_letters(workspace, &checked.get_untracked(), &pasted, range);
            if not_understood > 0 {
                said.set((words.now().team.not_understood)(not_understood));
            } else {
                notices.show(Notice::Done(Step::new(Verb::Paste, String::new())));
            }
        }
    };
    let cells = move |row: usize| {
        checked.with(|checked| {
            let line = checked.matrix.lines.get(row);
            line.map(|line| line.cells.iter().map(ToString::to_string).collect()).unwrap_or_default()
        })
    };
    let copy = move |range: Range| {
        let now = checked.get_untracked();
        let row = |row: usize| {
            (range.first.1..=range.last.1)
                .map(|column| {
                    now.matrix
                        .lines
                        .get(row)
                        .and_then(|line| line.cells.get(column))
                        .map(ToString::to_string)
                        .unwrap_or_default()
                })
                .collect()
        };
        table::write_pasted(&range.rows().map(row).collect::<Vec<_>>())
    };
    let row_head = move |row: usize| {
        let name = Memo::new(move |_| {
            workspace
                .section::<Team>()
                .activities
                .at(row)
                .map(|activity| (activity.clause(), activity.name.clone()))
                .unwrap_or_default()
        });
        let is_wrong = fact(move || {
            checked
                .with(|checked| checked.row_findings(row).any(|finding| finding.severity == Severity::Error))
        });
        view! {
            <th scope="row" class="row-head">
                <span class="margin-number" class:wrong=is_wrong id=move || format!("row-{}", name.get().0)>{live(move || name.get().0)}</span>
                <bdi>{live(move || name.get().1)}</bdi>
            </th>
        }
        .into_any()
    };
    let row_tail = move |row: usize| {
        let state = live(move || {
            let text = words.get();
            checked.with(|checked| match checked.worst(row) {
                None => view! { <span class="quiet">{text.team.ok}</span> }.into_any(),
                Some(finding) if finding.severity == Severity::Error => {
                    view! { <Tag kind=TagKind::Problem label=(text.team.finding)(finding.code).to_owned()/> }
                        .into_any()
                }
                Some(finding) => view! { <span>{(text.team.finding)(finding.code)}</span> }.into_any(),
            })
        });
        view! { <td class="row-tail">{state}</td> }.into_any()
    };
    let n_client = Memo::new(move |_| workspace.section::<Team>().roles_of(Side::Client).count());
    let head = move || {
        let text = words.get();
        let team = workspace.section::<Team>();
        let profile = workspace.section::<Profile>();
        let roles = team.columns().enumerate().map(|(column, role)| {
            let (name, person) = (role.name.clone(), role.person.clone());
            view! { <th scope="col" class="column-head" class:seam=column == n_client.get()><bdi>{name}</bdi><small>{person}</small></th> }
        });
        let n_vendor = team.roles_of(Side::Vendor).count();
        view! {
            <tr class="sides">
                <td></td>
                {(n_client.get() > 0).then(|| view! { <th scope="colgroup" colspan=n_client.get() data-side="client"><strong>{text.common.client}</strong>" "{profile.client.name.clone()}</th> })}
                {(n_vendor > 0).then(|| view! { <th scope="colgroup" colspan=n_vendor data-side="vendor" class="seam"><strong>{text.common.vendor}</strong>" "{profile.vendor.name.clone()}</th> })}
                <td></td>
            </tr>
            <tr><th scope="col" class="row-head">{text.team.task}</th>{roles.collect_view()}<th scope="col" class="tail-head">{text.team.check}</th></tr>
        }
    };
    let foot = move || {
        let text = words.get();
        let loads = checked.with(|checked| raci::loads(&checked.matrix));
        let held = loads.iter().map(|load| view! { <td>{if load.accountable_rows == 0 { format::MISSING.to_owned() } else { load.accountable_rows.to_string() }}</td> }).collect_view();
        let hours = loads.iter().map(|load| view! { <td>{if load.hours > 0.0 { format::number(load.hours, 0) } else { format::MISSING.to_owned() }}</td> }).collect_view();
        view! {
            <tr><th scope="row">{text.team.rows_held}</th>{held}<td></td></tr>
            <tr><th scope="row">{text.team.hours}</th>{hours}<td></td></tr>
        }
    };
    let finding = Signal::derive(move || {
        checked.with(|checked| {
            vec![(words.get().team.raci_finding)(checked.activities.len(), checked.wrong_rows().len())]
        })
    });
    let buttons = move || {
        let range = selection.get_untracked().range();
        let pick = move |part: Part| {
            view! {
                <button type="button" class="strip-letter" title=move || (words.get().team.part_meaning)(part) on:click=move |_| { type_part(part, false, range); strip.set(false); }>
                    <b class="letter" data-letter=part.letter().to_string()>{part.letter().to_string()}</b>
                    <span>{live(move || (words.get().team.part)(part))}</span>
                </button>
            }
        };
        view! {
            <div class="strip" role="toolbar" aria-label=move || words.get().team.check>
                {Part::ALL.map(pick).collect_view()}
                <Button kind=ButtonKind::Small label=words.s(|t| t.team.clear) on_press=move |()| { set(range, &|_| Parts::default(), Verb::Clear); strip.set(false); }/>
            </div>
        }
    };
    view! {
        <Finding clauses=finding/>
        <div class="raci-tools">
            <Button label=words.s(|t| t.team.next_problem) on_press=move |()| next_problem()/>
            {add_button::<Activity>(words.s(|t| t.team.add_activity), ButtonKind::Plain, |_| ())}
            <ul class="legend">{live(move || Part::ALL.map(|part| view! { <li><b class="letter" data-letter=part.letter().to_string() aria-hidden="true">{part.letter().to_string()}</b>{(words.get().team.part)(part)}</li> }).collect_view())}</ul>
        </div>
        <Show when=fact(move || strip.get())>{live(buttons)}</Show>
        <Show when=fact(move || !is_narrow.get())><div class="raci-grid">
            <Grid
                label=words.s(|t| t.team.grid_name)
                n_rows=Signal::derive(move || checked.with(|checked| checked.activities.len()))
                n_columns=Signal::derive(move || checked.with(|checked| checked.roles.len()))
                seam=Signal::derive(move || Some(n_client.get()))
                selection go_to head=head.into() foot=foot.into()
                row_head=Callback::new(row_head) cells=Callback::new(cells) row_tail=Callback::new(row_tail)
                copy=Callback::new(copy) on_event=Callback::new(on_event)
            />
        </div></Show>
        <Show when=fact(move || is_narrow.get())><ByRole checked/></Show>
        <p class="sr-only" role="status">{said}</p>
        <p class="hint">{said}</p>
        <SheetSection number="2.2.1" title=words.s(|t| t.team.activity_details)><Details/></SheetSection>
        <div class="actions">{from_template(Content::Matrix, false)}</div>
    }
}

/// Shows the matrix one role at a time, for narrow screens.
#[component]
fn ByRole(checked: Memo<Checked>) -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let chosen = RwSignal::new(String::new());
    let role = Memo::new(move |_| {
        checked.with(|checked| {
            checked
                .roles
                .iter()
                .copied()
                .find(|role| role.to_string() == chosen.get())
                .or_else(|| checked.roles.first().copied())
        })
    });
    let options = Signal::derive(move || {
        workspace
            .section::<Team>()
            .columns()
            .map(|role| (role.id.to_string(), role.name.clone()))
            .collect::<Vec<_>>()
    });
    let rows = move || {
        let text = words.get();
        let team = workspace.section::<Team>();
        let Some(role) = role.get() else { return ().into_any() };
        let rows = team.activities.iter().enumerate().map(|(row, activity)| {
            let (id, clause, name) = (activity.id, activity.clause(), activity.name.clone());
            let value = team.parts(id, role).to_string();
            let problem = checked.with(|checked| {
                checked
                    .worst(row)
                    .filter(|finding| finding.severity == Severity::Error)
                    .map(|finding| (text.team.finding)(finding.code))
            });
            let letters = ["", "A", "R", "C", "I", "AR"]
                .map(|letters| {
                    (
                        letters.to_owned(),
                        if letters.is_empty() { format::MISSING.to_owned() } else { letters.to_owned() },
                    )
                })
                .to_vec();
            let step = clause.clone();
            let put = move |letters: String| {
                if let Ok(parts) = Parts::try_from(letters) {
                    workspace.edit(Step::new(Verb::Set, step.clone()), |team: &mut Team| {
                        team.assign(id, role, parts)
                    });
                }
            };
            view! {
                <li>
                    <span class="number">{clause}</span>
                    <bdi>{name.clone()}</bdi>
                    {problem.map(|problem| view! { <Tag kind=TagKind::Problem label=problem.to_owned()/> })}
                    <SelectField label=name value options=letters on_input=put hide_label=true/>
                </li>
            }
        });
        rows.collect_view().into_any()
    };
    view! {
        <SelectField label=words.s(|t| t.team.role_view) value=Signal::derive(move || role.get().map(|role| role.to_string()).unwrap_or_default()) options on_input=move |id: String| chosen.set(id)/>
        <ul class="by-role">{live(rows)}</ul>
    }
}

/// Shows what the matrix does not: one task at a time, so that the page stays short.
#[component]
fn Details() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let (chosen, shown) = one_at_a_time::<Activity>();
    let options = Signal::derive(move || {
        let team = workspace.section::<Team>();
        let option = |activity: &Activity| {
            (activity.id.to_string(), format!("{} {}", activity.clause(), activity.name))
        };
        team.activities.iter().map(|activity| option(activity)).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || shown.get().map(|id| id.to_string()).unwrap_or_default());
    view! {
        <div class="fields"><div class="w6"><SelectField label=words.s(|t| t.team.task) value options on_input=move |id: String| chosen.set(Id::parse(&id))/></div></div>
        {live(move || shown.get().map(|id| details(workspace.row(id))))}
    }
}

fn details(row: Row<Activity>) -> AnyView {
    let words = use_words();
    let kind = pick(words.s(|t| t.team.kind_label), bind!(row, kind), &ActivityKind::ALL, move |kind| {
        (words.get().team.kind)(kind)
    });
    view! {
        <Clause number=Signal::derive(move || row.clause())>
            <div class="fields">
                <div class="w4">{text(words.s(|t| t.team.task), bind!(row, name))}</div>
                <div class="w3">{kind}</div>
                <div class="w2">{text(words.s(|t| t.team.phase), bind!(row, phase))}</div>
                <div class="w3">{number(words.s(|t| t.team.hours_label), bind!(row, hours))}</div>
                <Show when=fact(move || row.get(|activity| activity.kind == ActivityKind::SpecialistCheck))>
                    <div class="w6">{link::<Activity>(words, words.s(|t| t.team.checks_label), bind!(row, checks), |activity| activity.name.clone(), false)}</div>
                </Show>
            </div>
            {item_actions(row)}
        </Clause>
    }
    .into_any()
}

/// Names the rows of a range.
fn clauses(workspace: Workspace, checked: &Checked, range: Range) -> String {
    let team = workspace.section_now::<Team>();
    let name = |row: usize| {
        checked.activities.get(row).and_then(|id| team.activities.get(*id)).map(|activity| activity.clause())
    };
    match (name(range.first.0), name(range.last.0)) {
        (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
        (Some(first), _) => first,
        _ => String::new(),
    }
}

fn fill_down(workspace: Workspace, checked: &Checked, range: Range) {
    workspace.edit(Step::new(Verb::Set, clauses(workspace, checked, range)), |team: &mut Team| {
        for (row, column) in range.cells().filter(|(row, _)| *row != range.first.0) {
            let places = (
                checked.activities.get(range.first.0),
                checked.activities.get(row),
                checked.roles.get(column),
            );
            if let (Some(from), Some(to), Some(role)) = places {
                let parts = team.parts(*from, *role);
                team.assign(*to, *role, parts);
            }
        }
    });
}

/// Puts pasted letters into the cells from the upper left of a range on, as one step. Headings and names that came
/// along are left out. A single cell fills the range.
/// Returns how many cells were not understood.
fn paste_letters(workspace: Workspace, checked: &Checked, pasted: &str, range: Range) -> usize {
    let rows = table::read_pasted(pasted);
    let is_single = rows.len() == 1 && rows.first().is_some_and(|row| row.len() == 1);
    let mut not_understood = 0;
    workspace.edit(Step::new(Verb::Paste, clauses(workspace, checked, range)), |team: &mut Team| {
        let mut put = |row: usize, column: usize, text: &str| {
            let (Some(activity), Some(role)) = (checked.activities.get(row), checked.roles.get(column))
            else {
                return;
            };
            match paste::read_cell(text) {
                Ok(parts) => team.assign(*activity, *role, parts),
                Err(_) => not_understood += 1,
            }
        };
        if let (true, Some(text)) = (is_single, rows.first().and_then(|row| row.first())) {
            range.cells().for_each(|(row, column)| put(row, column, text));
        } else {
            let margins = paste::margins(&rows);
            for (down, row) in rows.iter().skip(margins.rows).enumerate() {
                for (right, text) in row.iter().skip(margins.columns).enumerate() {
                    put(range.first.0 + down, range.first.1 + right, text);
                }
            }
        }
    });
    not_understood
}
