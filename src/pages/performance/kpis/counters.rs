//! The indicators that stand alone though the field knows what shows what they hide.

use leptos::prelude::*;

use crate::domain::performance::Performance;
use crate::domain::performance::counters::Unpaired;
use crate::domain::register::Item;
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::live::{kept, live};

/// Lists them, each with a press that pairs it with one that is here.
pub(super) fn counters() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let unpaired = kept(move || {
        let performance = workspace.section::<Performance>();
        let named = |id| performance.kpis.get(id).map(|kpi| (kpi.clause(), kpi.name.clone()));
        let line = |one: Unpaired| Some((one, named(one.kpi)?, one.partner.and_then(named)));
        performance.unpaired().into_iter().filter_map(line).collect::<Vec<_>>()
    });
    live(move || {
        let text = &words.get().counters;
        let lines = unpaired.get();
        let is_empty = lines.is_empty();
        let lines = lines.into_iter().map(|(one, (clause, name), partner)| {
            let pair = partner.zip(one.partner).filter(|_| !read_only.get()).map(|((other, other_name), id)| {
                let step = Step::new(Verb::Set, clause.clone());
                let label = (text.pair_with)(&format!("{other} {other_name}"));
                let pair = move |()| {
                    workspace.edit(step.clone(), |performance: &mut Performance| {
                        performance.kpis.update(one.kpi, |kpi| kpi.counter = Some(id));
                    });
                };
                view! { <Button kind=ButtonKind::Text label on_press=pair/> }
            });
            let shown_by = pair.is_none().then(|| (text.shown_by)(one.kind));
            view! { <li><span class="number">{clause}</span>" "<bdi>{name}</bdi>" · "<span>{(text.hides)(one.kind)}</span>" "{shown_by}{pair}</li> }
        });
        let lines = lines.collect_view();
        (!is_empty).then(|| {
            view! { <div class="counters"><h3>{text.head}</h3><p class="hint">{text.lead}</p><ul>{lines}</ul></div> }
        })
    })
    .into_any()
}
