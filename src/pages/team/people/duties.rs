//! Who answers for what: the responsibilities of every role as a table, to read, to print and as a file.

use leptos::prelude::*;

use crate::domain::money::Money;
use crate::domain::profile::Profile;
use crate::domain::register::Item;
use crate::domain::team::{Part, Role, Team};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::list::use_facts;
use crate::pages::parts::currency;
use crate::state::notices::use_notices;
use crate::state::workspace::use_workspace;
use crate::state::{downloads, place};
use crate::ui::button::Button;
use crate::ui::live::{kept, live};
use crate::ui::sheet::SheetSection;

/// Shows the table with what hands it out.
pub fn duties() -> AnyView {
    let (words, workspace, facts, notices) = (use_words(), use_workspace(), use_facts(), use_notices());
    let lines = kept(move || facts.with(|facts| lines(facts.text, &facts.project.team)));
    let save = move |()| {
        let (text, team) = (words.now(), workspace.section_now::<Team>());
        let project = workspace.section_now::<Profile>().name.clone();
        let sign = untrack(|| currency(workspace)).sign();
        notices.show(downloads::csv(&project, text.team.duties_part, &rows(text, &team, sign)));
    };
    let table = live(move || lines.with(|lines| table(words.get(), lines)));
    view! {
        <SheetSection number="2.1.1" title=words.s(|t| t.team.duties_head)>
            <div class="people-duties">{table}</div>
            <p class="hint">{words.s(|t| t.team.duties_note)}</p>
            <div class="actions">
                <Button label=words.s(|t| t.team.save_csv) on_press=save/>
                <Button label=words.s(|t| t.team.print) on_press=move |()| place::print()/>
            </div>
        </SheetSection>
    }
    .into_any()
}

/// Lists in which tasks a role plays each part, by their numbers.
fn held(team: &Team, role: &Role) -> [Vec<String>; 4] {
    team.held_by(role.id).map(|tasks| tasks.iter().map(|task| task.clause()).collect())
}

fn partners(text: &Text, team: &Team, role: &Role) -> String {
    team.partners(role).map(|partner| partner.name.clone()).collect::<Vec<_>>().join(text.common.list_comma)
}

/// What one role answers for.
#[derive(Clone, PartialEq)]
struct Duties {
    clause: String,
    name: String,
    person: String,
    duty: String,
    held: [Vec<String>; 4],
    partners: String,
}

fn lines(text: &Text, team: &Team) -> Vec<Duties> {
    let line = |role: &Role| Duties {
        clause: role.clause(),
        name: role.name.clone(),
        person: role.person.clone(),
        duty: role.duty.clone(),
        held: held(team, role),
        partners: partners(text, team, role),
    };
    team.columns().map(|role| line(role)).collect()
}

fn table(text: &'static Text, lines: &[Duties]) -> AnyView {
    let words = &text.team;
    let letters = Part::ALL.map(|part| part.letter().to_string());
    let heads = [words.role, words.person, words.duty].map(str::to_owned).into_iter().chain(letters.clone());
    let heads = heads.chain([words.counterpart.to_owned()]).map(|head| view! { <th scope="col">{head}</th> });
    // Where the table is stacked, each value has its head before it, and what is missing is left out.
    let cell = |head: &str, text: &str| {
        let is_missing = text.trim().is_empty();
        let text = if is_missing { format::MISSING } else { text };
        view! { <td data-label=head.to_owned() class:nothing=is_missing><bdi>{text.to_owned()}</bdi></td> }
    };
    let rows = lines.iter().map(|line| {
        let Duties { clause, name, person, duty, held, partners } = line;
        let held = held.iter().zip(&letters).map(|(clauses, letter)| match clauses.as_slice() {
            [] => cell(letter, "").into_any(),
            clauses => {
                let clauses =
                    clauses.iter().map(|clause| view! { <span class="code">{clause.clone()}</span>" " });
                view! { <td data-label=letter.clone()>{clauses.collect_view()}</td> }.into_any()
            }
        });
        view! {
            <tr>
                <th scope="row"><span class="code">{clause.clone()}</span>" "<bdi>{name.clone()}</bdi></th>
                {cell(words.person, person)}{cell(words.duty, duty)}{held.collect_view()}{cell(words.counterpart, partners)}
            </tr>
        }
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.duties_head>
            <table class="table">
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Writes everything that is known of the roles.
fn rows(text: &Text, team: &Team, sign: &str) -> Vec<Vec<String>> {
    let words = &text.team;
    let letters = Part::ALL.map(|part| format!("{} {}", part.letter(), (words.part)(part)));
    let cost = format::in_unit(words.loaded_cost, sign, text.language);
    let heads = [
        words.number_column,
        words.side_column,
        words.role,
        words.person,
        words.email,
        words.duty,
        words.headcount,
        words.share,
        words.capacity,
        &cost,
        words.language,
        words.place,
        words.reports_to,
        words.counterpart,
    ];
    let heads = heads.map(str::to_owned).into_iter().chain(letters).collect();
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let row = |role: &Role| {
        let above = role.reports_to.and_then(|id| team.roles.get(id)).map(|above| above.name.clone());
        let known = [
            role.clause(),
            text.common.side(role.side).to_owned(),
            role.name.clone(),
            role.person.clone(),
            role.email.clone(),
            role.duty.clone(),
            number(role.headcount),
            number(role.share_percent),
            number(role.capacity_hours),
            number(role.loaded_cost.map(Money::major)),
            role.language.clone(),
            role.place.clone(),
            above.unwrap_or_default(),
            partners(text, team, role),
        ];
        known.into_iter().chain(held(team, role).map(|clauses| clauses.join(" "))).collect()
    };
    [heads].into_iter().chain(team.columns().map(|role| row(role))).collect()
}
