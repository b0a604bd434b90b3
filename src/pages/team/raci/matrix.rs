//! The matrix as a grid: what its heads, rows and sums show, and the strip of letters.

use leptos::prelude::*;

use crate::domain::finding::Severity;
use crate::domain::ids::Id;
use crate::domain::profile::{Profile, Side};
use crate::domain::register::Item;
use crate::domain::team::raci::checked::Checked;
use crate::domain::team::raci::code::Code;
use crate::domain::team::raci::rules::Options;
use crate::domain::team::raci::{Place, counts};
use crate::domain::team::{Activity, Part, Role, Team};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::team::raci::editor::Editor;
use crate::pages::team::raci::{letter, rested};
use crate::state::preferences::use_preferences;
use crate::state::workspace::use_workspace;
use crate::ui::grid::Grid;
use crate::ui::grid::source::{Foot, Group, Head, Line, Mark, Source};
use crate::ui::live::{kept, live};

/// Shows the matrix as a grid.
pub fn matrix(editor: Editor) -> AnyView {
    let (words, workspace, matrix) = (use_words(), use_workspace(), editor.matrix);
    let heads = kept(move || {
        let team = workspace.section::<Team>();
        team.columns()
            .map(|role| Head { name: role.name.clone(), note: role.person.clone() })
            .collect::<Vec<_>>()
    });
    let groups = kept(move || {
        let (text, team) = (words.get(), workspace.section::<Team>());
        let profile = workspace.section::<Profile>();
        let group = |side: Side| Group {
            vendor: side == Side::Vendor,
            label: text.common.side(side),
            name: if side == Side::Vendor {
                profile.vendor.name.clone()
            } else {
                profile.client.name.clone()
            },
            count: team.roles_of(side).count(),
        };
        Side::ALL.map(group).to_vec()
    });
    let feet = rested(kept(move || matrix.with(|matrix| feet(words.get(), matrix))));
    let source = Source {
        label: words.s(|t| t.team.grid_name),
        corners: Signal::derive(move || (words.get().team.task, words.get().team.check)),
        n_rows: kept(move || editor.shown.with(Vec::len)),
        heads,
        groups,
        feet: kept(move || feet.get()),
        line: Callback::new(move |row: usize| {
            let (place, before) = editor.shown.with(|shown| {
                let before = row.checked_sub(1).and_then(|row| shown.get(row).copied());
                (shown.get(row).copied(), before)
            });
            let is_grouped = editor.view.with(|view| view.by_phase);
            matrix.with(|matrix| {
                let mut line = place.map(|place| line(words.get(), matrix, place)).unwrap_or_default();
                if is_grouped && let Some(place) = place {
                    line.group = phase_begun(words.get(), matrix, place, before);
                }
                line
            })
        }),
    };
    view! {
        <div class="raci-grid">
            <Grid
                is_whole=use_preferences().is_printing()
                source selection=editor.selection go_to=editor.go_to letters="ARCI" is_open=editor.strip
                strip=ViewFn::from(move || strip(editor))
                copy=Callback::new(move |range| editor.copy(range))
                on_event=Callback::new(move |event| editor.hear(event))
            />
        </div>
    }
    .into_any()
}

fn line(text: &'static Text, matrix: &Checked, row: usize) -> Line {
    let (Some(activity), Some(line)) = (matrix.activity(row), matrix.grid.lines.get(row)) else {
        return Line::default();
    };
    let worst = matrix.worst(row);
    let mark = match worst.map(|finding| finding.severity) {
        Some(Severity::Error) => Mark::Wrong,
        Some(_) => Mark::Note,
        None => Mark::Fine,
    };
    Line {
        number: activity.clause(),
        name: if activity.name.is_empty() { text.common.unnamed.to_owned() } else { activity.name.clone() },
        is_wrong: mark == Mark::Wrong,
        cells: line.cells.iter().map(|parts| parts.letters()).collect(),
        group: String::new(),
        notes: notes(matrix, activity.id),
        mark,
        says: worst.map_or(text.team.ok, |finding| (text.team.finding)(finding.code)).to_owned(),
    }
}

/// Names the phase that begins with a row, where another one stands before it.
pub fn phase_begun(text: &'static Text, matrix: &Checked, row: usize, before: Option<usize>) -> String {
    let phase = |row: usize| matrix.activity(row).map(|activity| activity.phase.trim()).unwrap_or_default();
    match (before.map(phase), phase(row)) {
        (Some(before), phase) if before == phase => String::new(),
        (_, "") => text.matrix.no_phase.to_owned(),
        (_, phase) => phase.to_owned(),
    }
}

/// Returns what is remarked on the cells of a row.
fn notes(matrix: &Checked, activity: Id<Activity>) -> Vec<(usize, String)> {
    let notes = matrix.team.notes.row(activity).into_iter().flat_map(|notes| notes.iter());
    let place = |role: &Id<Role>| matrix.roles.iter().position(|other| other == role);
    notes.filter_map(|(role, note)| Some((place(role)?, note.clone()))).collect()
}

/// Sums up what each role carries.
fn feet(text: &'static Text, matrix: &Checked) -> Vec<Foot> {
    let of_roles: Vec<_> =
        matrix.findings.iter().filter(|finding| matches!(finding.place, Place::Role(_))).collect();
    let has = |column: usize, code: Code| {
        of_roles.iter().any(|finding| finding.place == Place::Role(column) && finding.code == code)
    };
    let loads = || matrix.loads.iter().enumerate();
    let held = loads().map(|(column, load)| {
        let rows = if load.accountable_rows == 0 {
            format::MISSING.to_owned()
        } else {
            load.accountable_rows.to_string()
        };
        (rows, has(column, Code::AccountableConcentrated))
    });
    let hours = loads().map(|(column, load)| {
        let hours = if load.hours > 0.0 { format::number(load.hours, 0) } else { format::MISSING.to_owned() };
        (hours, has(column, Code::RoleOverload))
    });
    let fullest = loads().filter_map(|(column, load)| Some((column, load.percent?)));
    let fullest = fullest.max_by(|a, b| a.1.total_cmp(&b.1)).and_then(|(column, percent)| {
        let role = matrix.role(column)?;
        Some((text.team.fullest)(&role.name, &format::number(percent, 0)))
    });
    let letters =
        counts(&matrix.grid).into_iter().map(|[a, r, c, i]| (format!("A{a} R{r}\nC{c} I{i}"), false));
    let limit = Options::default().max_accountable_share_bp / 100;
    vec![
        Foot { name: text.matrix.letters_foot, cells: letters.collect(), says: String::new() },
        Foot { name: text.team.rows_held, cells: held.collect(), says: (text.team.limit_each)(limit) },
        Foot { name: text.team.hours, cells: hours.collect(), says: fullest.unwrap_or_default() },
    ]
}

/// Shows the letters to choose from, and what the one in focus means.
fn strip(editor: Editor) -> AnyView {
    let words = use_words();
    let range = editor.selection.get_untracked().range();
    let now = editor.matrix.with_untracked(|matrix| {
        let (row, column) = editor.selection.get_untracked().at;
        let line = editor.place_of(row).and_then(|place| matrix.grid.lines.get(place));
        line.and_then(|line| line.cells.get(column)).copied().unwrap_or_default()
    });
    let shown = RwSignal::new(now.iter().next().or(Some(Part::Accountable)));
    let done = move || {
        editor.strip.set(false);
        editor.back_to_grid();
    };
    let choice = move |part: Part| {
        let pressed = if now.has(part) { "true" } else { "false" };
        view! {
            <button
                type="button" aria-pressed=pressed aria-label=move || (words.get().team.part)(part)
                on:focus=move |_| shown.set(Some(part))
                on:mouseenter=move |_| shown.set(Some(part))
                on:click=move |event| { editor.put(range, part, event.shift_key()); done(); }
            >{letter(part)}</button>
        }
    };
    let meaning = live(move || {
        let text = words.get();
        shown.get().map(|part| view! { <strong>{(text.team.part)(part)}</strong>{text.team.colon}{(text.team.part_meaning)(part)} })
    });
    let clear = move |_| {
        editor.clear(range);
        done();
    };
    view! {
        <div class="letter-strip" role="toolbar" aria-label=move || words.get().team.letters>
            {Part::ALL.map(choice).into_iter().collect_view()}
            <button type="button" class="clear" on:focus=move |_| shown.set(None) on:click=clear>{words.s(|t| t.team.clear)}</button>
        </div>
        <p class="letter-meaning">{meaning}</p>
    }
    .into_any()
}
