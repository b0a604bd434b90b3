//! The team charter: the roles of both sides, what each answers for, and the role matrix.

use crate::documents::paper::{Blank, Column, Line, Place};
use crate::documents::papers::{Draft, lines_of};
use crate::domain::profile::Side;
use crate::domain::register::Item;
use crate::domain::task::Task;
use crate::domain::team::{Part, Role};
use crate::i18n::format;
use crate::i18n::papers::charter::{CharterText, of};

/// How many roles a matrix shows side by side on one page.
const ABREAST: usize = 12;

pub(super) fn write(draft: &mut Draft) {
    let words = of(draft.text.language);
    draft.paragraph(words.lead);
    draft.heading(words.people);
    if draft.project.team.roles.is_empty() {
        return draft.paragraph(draft.nothing_yet(Task::People));
    }
    draft.paragraph(words.doubled);
    for side in Side::ALL {
        people(draft, words, side);
    }
    duties(draft, words);
    matrix(draft, words);
    draft.signed_on_paper();
}

fn people(draft: &mut Draft, words: &CharterText, side: Side) {
    let (project, text) = (draft.project, draft.text);
    let team = &project.team;
    draft.subheading(text.common.side(side));
    let columns = [
        Column::words(draft.words().number, 2),
        Column::words(text.team.role, 5),
        Column::words(text.team.person, 4),
        Column::words(words.partner, 5),
        Column::words(text.team.duty, 10),
    ];
    let row = |(id, depth): (crate::domain::ids::Id<Role>, u8)| {
        let role = team.roles.get(id)?;
        let partners: Vec<_> = team.partners(role).map(|other| other.name.as_str()).collect();
        let partners = match partners.as_slice() {
            [] => format::MISSING.to_owned(),
            names => names.join(text.common.list_comma),
        };
        Some(vec![
            role.clause().into(),
            format!("{}{}", "　".repeat(usize::from(depth)), role.name).into(),
            draft.filled(&role.person, text.team.person, Task::People, &**role),
            partners.into(),
            draft.filled(&lines_of(&role.duty), text.team.duty, Task::People, &**role),
        ])
    };
    let rows: Vec<_> = team.outline(side).into_iter().filter_map(row).collect();
    if rows.is_empty() {
        let blank =
            Blank { what: text.team.role.to_owned(), clause: None, place: Place::Task(Task::People, None) };
        return draft.paragraph(Line::default().filled("", || blank));
    }
    draft.table(columns, rows);
}

/// Says of each role which tasks it holds, and how.
fn duties(draft: &mut Draft, words: &CharterText) {
    let (project, text) = (draft.project, draft.text);
    if project.team.activities.is_empty() {
        return;
    }
    draft.heading(words.duties);
    let mut columns = vec![Column::words(text.team.role, 6)];
    columns.extend(Part::ALL.map(|part| Column::words((text.team.part)(part), 5)));
    let row = |role: &Role| {
        let held = project.team.held_by(role.id).map(|tasks| {
            let clauses: Vec<_> = tasks.into_iter().map(Item::clause).collect();
            Line::of(if clauses.is_empty() { format::MISSING.to_owned() } else { clauses.join(" ") })
        });
        std::iter::once(Line::of(role.name.clone())).chain(held).collect::<Vec<_>>()
    };
    let rows: Vec<_> = project.team.columns().map(|role| row(role)).collect();
    draft.table(columns, rows);
}

fn matrix(draft: &mut Draft, words: &CharterText) {
    let (project, text) = (draft.project, draft.text);
    let team = &project.team;
    draft.heading(words.matrix);
    if team.activities.is_empty() {
        return draft.paragraph(draft.nothing_yet(Task::Raci));
    }
    draft.paragraph(words.matrix_lead);
    let roles: Vec<_> = team.columns().collect();
    let named = roles.iter().map(|role| format!("{} {}", role.clause(), role.name)).collect::<Vec<_>>();
    draft.paragraph(
        Line::default().strong(words.roles).then(format!(" {}", named.join(text.common.list_comma))),
    );
    for abreast in roles.chunks(ABREAST) {
        let mut columns = vec![Column::words(draft.words().number, 4), Column::words(text.team.task, 12)];
        columns.extend(abreast.iter().map(|role| Column::letters(role.clause(), 3)));
        let rows: Vec<_> = team
            .activities
            .iter()
            .map(|activity| {
                let letters = abreast.iter().map(|role| Line::of(team.parts(activity.id, role.id).letters()));
                [Line::of(activity.clause()), Line::of(activity.name.clone())]
                    .into_iter()
                    .chain(letters)
                    .collect()
            })
            .collect();
        draft.table(columns, rows);
    }
}
