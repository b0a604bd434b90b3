//! Rows of figures that belong to the terms: tiers, steps, rates, bands, months that do not count.

use leptos::prelude::*;

use crate::domain::performance::Performance;
use crate::domain::performance::credits::terms::CreditTerms;
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::pages::form::controls::show;
use crate::pages::form::{Field, Label, bind};
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::live::{Show, each, fact, kept};

/// A kind of rows.
pub(super) struct Rows<P: 'static> {
    /// What they are called together.
    pub name: Label,
    /// What a row holds.
    pub fields: &'static [Field<P>],
    /// Where they are kept.
    pub read: fn(&CreditTerms) -> &Vec<P>,
    /// Where they are changed.
    pub change: fn(&mut CreditTerms) -> &mut Vec<P>,
}

/// Shows rows to edit, and the button that adds one.
pub(super) fn rows<P: Clone + Default + PartialEq + Send + Sync + 'static>(of: &'static Rows<P>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let count = kept(move || (of.read)(&workspace.section::<Performance>().credits).len());
    let edit = move |verb: Verb, at: usize, change: &dyn Fn(&mut Vec<P>)| {
        let subject = format!("{} {}", (of.name)(words.now()), at + 1);
        workspace.edit(Step::new(verb, subject), |section: &mut Performance| {
            change((of.change)(&mut section.credits));
        });
    };
    let add = move |()| edit(Verb::Add, count.get_untracked(), &|rows| rows.push(P::default()));
    let row = move |place: u128| {
        let at = place as usize;
        let part = workspace.part(
            move || format!("{} {}", (of.name)(words.get()), at + 1),
            move |section: &Performance| (of.read)(&section.credits).get(at).cloned().unwrap_or_default(),
            move |section: &mut Performance, value: P| {
                if let Some(row) = (of.change)(&mut section.credits).get_mut(at) {
                    *row = value;
                }
            },
        );
        let cells = of.fields.iter().map(|field| {
            let label = words.built(move |t| format!("{} {}", (field.label)(t), at + 1));
            view! { <td>{show(label, bind(part, field), MaybeProp::default(), true)}</td> }
        });
        let cells = cells.collect_view();
        let remove = move |()| {
            edit(Verb::Remove, at, &|rows| {
                if at < rows.len() {
                    rows.remove(at);
                }
            });
        };
        let name = words.built(move |t| (t.credits.remove_row)(at + 1));
        let take_out = move || view! { <Button kind=ButtonKind::Text label=words.s(|t| t.common.remove_action) name on_press=remove/> };
        view! { <tr>{cells}<td><Show when=fact(move || !read_only.get())>{take_out()}</Show></td></tr> }
            .into_any()
    };
    let heads = of.fields.iter().map(|field| view! { <th scope="col">{words.s(field.label)}</th> });
    let heads = heads.collect_view();
    let ids = move || (0..count.get() as u128).collect();
    view! {
        <div class="credits-rows">
            <h3>{words.s(of.name)}</h3>
            <div class="scroll" tabindex="0" role="region" aria-label=words.s(of.name)>
                <table class="table"><thead><tr>{heads}<td></td></tr></thead><tbody>{each(ids, row)}</tbody></table>
            </div>
            <div class="actions" hidden=move || read_only.get()><Button kind=ButtonKind::Small label=words.s(|t| t.credits.add_row) on_press=add/></div>
        </div>
    }
    .into_any()
}
