//! Issues as a history: which line is read from which level, from first answers or from solutions.

use leptos::prelude::*;

use crate::domain::collaboration::desk::Desk;
use crate::domain::collaboration::{Collaboration, ResponseLevel};
use crate::domain::ids::Id;
use crate::domain::performance::rehearsal::history::History;
use crate::domain::performance::rehearsal::tickets::{Clocked, Read, can_be_read};
use crate::domain::register::Item;
use crate::domain::requirements::{Requirements, SlaLine};
use crate::domain::team::Team;
use crate::i18n::context::use_words;
use crate::pages::performance::credits::agreed;
use crate::pages::tickets::now;
use crate::state::rehearsals::Reads;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::live::{each, kept, live};
use crate::ui::picks::SelectField;

/// Takes the issues of the log as they stand now.
pub(super) fn history(workspace: Workspace, reads: &Reads) -> History {
    let desk = Desk::of(&workspace.section::<Collaboration>(), &workspace.section::<Team>(), now(workspace));
    desk.map(|desk| of_desk(&desk, reads)).unwrap_or_default()
}

/// Takes the issues of a desk.
pub(super) fn of_desk(desk: &Desk, reads: &Reads) -> History {
    let reads: Vec<Read> = reads.iter().map(|(line, (level, clocked))| (*line, *level, *clocked)).collect();
    History::of_tickets(desk, &reads)
}

/// Shows the choice for each line that can be read so.
pub(super) fn issues(reads: RwSignal<Reads>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let lines = kept(move || {
        let requirements = workspace.section::<Requirements>();
        let lines = requirements.sla.iter().filter(|line| can_be_read(line));
        lines.map(|line| line.id.bits()).collect::<Vec<_>>()
    });
    let options = Signal::derive(move || {
        let text = words.get();
        let none = (String::new(), text.common.none_choice.to_owned());
        let collaboration = workspace.section::<Collaboration>();
        let all = collaboration.response.iter().flat_map(|level| {
            Clocked::ALL.map(|clocked| {
                let name = format!("{} {}", level.clause(), level.name());
                (code(level.id, clocked), (text.credits.clocked)(&name, clocked))
            })
        });
        std::iter::once(none).chain(all).collect::<Vec<_>>()
    });
    let row = move |bits: u128| {
        let id: Id<SlaLine> = Id::fixed(bits);
        let label = words.built(move |_| {
            let requirements = workspace.section::<Requirements>();
            let line = requirements.sla.get(id);
            line.map(|line| format!("{} {} {}", line.clause(), line.measure, agreed(line)))
                .unwrap_or_default()
        });
        let value = Signal::derive(move || {
            reads.with(|reads| {
                reads.get(&id).map(|(level, clocked)| code(*level, *clocked)).unwrap_or_default()
            })
        });
        let choose = move |chosen: String| {
            reads.update(|reads| match decode(&chosen) {
                Some(read) => {
                    reads.insert(id, read);
                }
                None => {
                    reads.remove(&id);
                }
            });
        };
        view! { <div class="w6"><SelectField label value options on_input=choose/></div> }.into_any()
    };
    let none = live(move || {
        lines.with(Vec::is_empty).then(|| view! { <p class="hint">{words.get().credits.issues_none}</p> })
    });
    view! {
        <p class="hint credits-pasted">{words.s(|t| t.credits.issues_hint)}</p>
        {none}
        <div class="fields credits-reads">{each(move || lines.get(), row)}</div>
    }
    .into_any()
}

fn code(level: Id<ResponseLevel>, clocked: Clocked) -> String {
    format!("{}{level}", if clocked == Clocked::Answer { 'a' } else { 's' })
}

fn decode(code: &str) -> Option<(Id<ResponseLevel>, Clocked)> {
    let (kind, id) = code.split_at_checked(1)?;
    let clocked = if kind == "a" { Clocked::Answer } else { Clocked::Solution };
    Some((Id::parse(id)?, clocked))
}
