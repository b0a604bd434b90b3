//! Lines that belong to one vendor, such as those of its offer: a ledger of their own, one line open at a time.

use leptos::prelude::*;

use crate::domain::selection::{Selection, Vendor};
use crate::domain::step::{Step, Verb};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::form::{Field, Label, form, note};
use crate::pages::list::{Facts, use_facts};
use crate::pages::vendors::step::ledger_words;
use crate::state::part::Part;
use crate::state::row::Row;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::ledger::{Head, Ledger, Line, Said};
use crate::ui::live::{Show, fact, follow, kept};

/// What kind of lines they are.
pub struct Lines<P: 'static> {
    /// What they are called together.
    pub name: Label,
    /// The heads of the columns, and whether a column holds figures.
    pub heads: &'static [(Label, bool)],
    /// What the cells of a line say.
    pub says: fn(&Facts, &P) -> Vec<Said>,
    /// What is doubtful about a line, in words.
    pub doubt: fn(&'static Text, &P) -> Option<&'static str>,
    /// What a line opens to.
    pub fields: &'static [Field<P>],
    /// The words that add a line.
    pub add: Label,
    /// Where they are kept.
    pub read: fn(&Vendor) -> &Vec<P>,
    /// How they are changed.
    pub change: fn(&mut Vendor, &mut Change<'_, P>),
}

/// A change of all lines.
pub type Change<'a, P> = dyn FnMut(&mut Vec<P>) + 'a;

/// Shows the lines of a vendor, and the button that adds one.
pub fn lines<P: Clone + Default + PartialEq + Send + Sync + 'static>(
    row: Row<Vendor>,
    of: &'static Lines<P>,
) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let count = kept(move || row.get(|vendor| (of.read)(vendor).len()));
    let open = RwSignal::new(None);
    let mut before = None;
    // A new line opens by itself.
    follow(move || {
        let now = count.get();
        if before.replace(now).is_some_and(|before| before < now) {
            open.set(Some(now as u128 - 1));
        }
    });
    let read_only = use_read_only();
    let add = move |()| {
        let at = count.get_untracked();
        edit(workspace, row, of, (Verb::Add, at), |lines| lines.push(P::default()));
    };
    let ledger = move || ledger(row, of, Signal::derive(move || (0..count.get() as u128).collect()), open);
    view! {
        <Show when=fact(move || 0 < count.get())>{ledger()}</Show>
        <div class="actions" hidden=move || read_only.get()><Button kind=ButtonKind::Small label=words.s(of.add) on_press=add/></div>
    }
    .into_any()
}

/// Adds or removes the line at a place, as a step of its own.
fn edit<P: 'static>(
    workspace: Workspace,
    row: Row<Vendor>,
    of: &'static Lines<P>,
    (verb, at): (Verb, usize),
    change: impl FnOnce(&mut Vec<P>),
) {
    let mut change = Some(change);
    workspace.edit(Step::new(verb, subject(row, at)), |selection: &mut Selection| {
        selection.vendors.update(row.id(), |vendor| {
            (of.change)(vendor, &mut |lines| {
                if let Some(change) = change.take() {
                    change(lines);
                }
            });
        });
    });
}

/// Names a line for undo.
fn subject(row: Row<Vendor>, at: usize) -> String {
    format!("{} {}", untrack(|| row.clause()), at + 1)
}

fn ledger<P: Clone + Default + PartialEq + Send + Sync + 'static>(
    row: Row<Vendor>,
    of: &'static Lines<P>,
    ids: Signal<Vec<u128>>,
    open: RwSignal<Option<u128>>,
) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let read_only = use_read_only();
    let heads = Signal::derive(move || {
        let heads = of.heads.iter();
        heads
            .map(|(label, is_number)| Head { label: label(words.get()).to_owned(), is_number: *is_number })
            .collect::<Vec<_>>()
    });
    let line = move |place: u128| {
        let facts = facts.get();
        let said = row.get(|vendor| {
            let line = (of.read)(vendor).get(place as usize)?;
            Some(((of.says)(&facts, line), (of.doubt)(facts.text, line).is_some()))
        });
        let (cells, is_wrong) = said.unwrap_or_default();
        Line { number: (place + 1).to_string(), cells, is_wrong }
    };
    let line_form = move |place: u128| {
        let at = place as usize;
        let part = Part::new(
            move || row.get(|vendor| (of.read)(vendor).get(at).cloned().unwrap_or_default()),
            move |field, asked| {
                let mut asked = Some(asked);
                workspace.edit(Step::typing(subject(row, at), field), |selection: &mut Selection| {
                    selection.vendors.update(row.id(), |vendor| {
                        (of.change)(vendor, &mut |lines| {
                            if let (Some(line), Some(asked)) = (lines.get_mut(at), asked.take()) {
                                asked(line);
                            }
                        });
                    });
                });
            },
        );
        let doubt = note(move || {
            let text = words.get();
            row.get(|vendor| (of.doubt)(text, (of.read)(vendor).get(at)?).map(str::to_owned))
        });
        let remove = move |()| {
            open.set(None);
            edit(workspace, row, of, (Verb::Remove, at), move |lines| {
                if at < lines.len() {
                    lines.remove(at);
                }
            });
        };
        let take_out = move || view! { <div class="item-actions"><Button kind=ButtonKind::Text label=words.s(|t| t.common.remove_action) on_press=remove/></div> };
        view! { {form(part, of.fields)}{doubt}<Show when=fact(move || !read_only.get())>{take_out()}</Show> }
            .into_any()
    };
    view! {
        <Ledger
            label=words.s(of.name)
            heads
            ids
            line=Callback::new(line)
            form=Callback::new(line_form)
            open
            words=ledger_words()
            within=untrack(|| format!("{}-", row.clause()))
        />
    }
    .into_any()
}
