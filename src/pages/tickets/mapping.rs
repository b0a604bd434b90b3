//! What the columns of a table from elsewhere hold.

use leptos::prelude::*;

use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::clock::EventKind;
use crate::domain::collaboration::history::columns::{DateOrder, Field, Mapping};
use crate::domain::collaboration::history::instants::instant;
use crate::domain::collaboration::{Collaboration, ResponseLevel};
use crate::domain::ids::Id;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::tickets::intake::Intake;
use crate::pages::tickets::source::Source;
use crate::pages::tickets::{levels, wall};
use crate::ui::field::TextField;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::picks::SelectField;

/// How many rows are shown.
const SHOWN: usize = 4;

/// Shows what each column holds, with the first rows as they are read.
pub fn mapping(intake: Intake) -> AnyView {
    let words = use_words();
    let got = words.built(move |t| {
        intake.source.with(|source| {
            let got = |source: &Source| (t.log.paste_got)(&source.name, source.rows(), source.heads.len());
            source.as_ref().map(got).unwrap_or_default()
        })
    });
    let heads = kept(move || {
        intake.source.with(|source| source.as_ref().map(|source| source.heads.clone()).unwrap_or_default())
    });
    let choices = live(move || {
        let columns = heads.get().into_iter().enumerate().map(|(at, head)| column(intake, at, head));
        columns.collect_view()
    });
    let columns = live(move || {
        let heads = heads.get().into_iter();
        heads.map(|head| view! { <th scope="col"><bdi>{head}</bdi></th> }).collect_view()
    });
    let rows = live(move || {
        let text = words.get();
        let mapping = intake.mapping.get();
        intake.source.with(|source| {
            let rows = source.iter().flat_map(|source| source.first.iter().take(SHOWN));
            let rows = rows.map(|row| {
                let cells = row.iter().enumerate();
                let cells = cells.map(|(at, cell)| view! { <td><bdi>{cell.clone()}</bdi>{meant(text, &mapping, at, cell)}</td> });
                view! { <tr>{cells.collect_view()}</tr> }
            });
            rows.collect_view()
        })
    });
    let zone = Signal::derive(move || intake.mapping.with(|mapping| mapping.zone.clone()));
    let set_zone = move |zone: String| intake.mapping.update(|mapping| mapping.zone = zone);
    let unknown = MaybeProp::derive(move || {
        let text = words.get();
        intake
            .mapping
            .with(|mapping| Zone::find(&mapping.zone).is_none().then(|| (text.log.zone_unknown)(&[])))
    });
    let order = Signal::derive(move || {
        let order = intake.mapping.with(|mapping| mapping.order);
        DateOrder::ALL.iter().position(|one| *one == order).unwrap_or(0).to_string()
    });
    let orders = Signal::derive(move || {
        let names = DateOrder::ALL.into_iter().map(words.get().log.order).enumerate();
        names.map(|(at, name)| (at.to_string(), name.to_owned())).collect::<Vec<_>>()
    });
    let set_order = move |place: String| {
        let order =
            place.parse().ok().and_then(|at: usize| DateOrder::ALL.get(at)).copied().unwrap_or_default();
        intake.mapping.update(|mapping| mapping.order = order);
    };
    let usual = Signal::derive(move || {
        intake.mapping.with(|mapping| mapping.usual_level.map(|level| level.to_string()).unwrap_or_default())
    });
    let set_usual = move |id: String| intake.mapping.update(|mapping| mapping.usual_level = Id::parse(&id));
    let is_log = fact(move || intake.mapping.with(Mapping::is_log));
    view! {
        <div class="ticket-mapping">
            <p>{got}</p>
            <h3 class="log-head">{words.s(|t| t.log.columns_head)}</h3>
            <Show when=is_log><p class="hint">{words.s(|t| t.log.is_log)}</p></Show>
            <div class="fields">{choices}</div>
            <div class="fields">
                <div class="w4"><TextField label=words.s(|t| t.log.zone) value=zone on_input=set_zone error=unknown/></div>
                <div class="w4"><SelectField label=words.s(|t| t.log.order_label) hint=words.s(|t| t.log.order_hint) value=order options=orders on_input=set_order/></div>
                <div class="w4"><SelectField label=words.s(|t| t.log.usual_level) value=usual options=levels_or_none() on_input=set_usual/></div>
                {words_of_levels(intake)}
                {words_of_events(intake)}
            </div>
            <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().log.columns_head>
                <table class="table history-preview"><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>
            </div>
        </div>
    }
    .into_any()
}

/// Shows the choice of what a column holds. A field that another column held moves here.
fn column(intake: Intake, at: usize, head: String) -> AnyView {
    let words = use_words();
    let label = words.built(move |t| (t.log.column)(at + 1, &head));
    let value = Signal::derive(move || {
        let field = intake.mapping.with(|mapping| mapping.columns.get(at).copied().flatten());
        field
            .and_then(|field| Field::ALL.iter().position(|one| *one == field))
            .map(|at| at.to_string())
            .unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let text = &words.get().log;
        let fields = Field::ALL.into_iter().map(text.field).enumerate();
        let fields = fields.map(|(at, name)| (at.to_string(), name.to_owned()));
        std::iter::once((String::new(), text.column_ignored.to_owned())).chain(fields).collect::<Vec<_>>()
    });
    let set = move |place: String| {
        let field = place.parse().ok().and_then(|at: usize| Field::ALL.get(at)).copied();
        intake.mapping.update(|mapping| {
            for (other, column) in mapping.columns.iter_mut().enumerate() {
                if other == at {
                    *column = field;
                } else if field.is_some() && *column == field {
                    *column = None;
                }
            }
        });
    };
    view! { <div class="w3"><SelectField label value options on_input=set/></div> }.into_any()
}

/// Says how a cell of the preview is read, where that is not plain.
fn meant(text: &'static Text, mapping: &Mapping, at: usize, cell: &str) -> Option<AnyView> {
    let field = mapping.columns.get(at).copied().flatten()?;
    let is_time = matches!(field, Field::Created | Field::Responded | Field::Solved | Field::At);
    if !is_time || cell.trim().is_empty() {
        return None;
    }
    let zone = Zone::find(&mapping.zone)?;
    Some(match instant(cell, mapping.order, zone) {
        Some(at) => view! { <small class="quiet">{wall(at, zone)}</small> }.into_any(),
        None => view! { <small class="field-error">{text.log.unread}</small> }.into_any(),
    })
}

/// Asks what the words for levels stand for that are none here.
fn words_of_levels(intake: Intake) -> AnyView {
    let words = use_words();
    let found = kept(move || {
        let mapping = intake.mapping.with(|mapping| Mapping { levels: Vec::new(), ..mapping.clone() });
        let collaboration = intake.workspace.section::<Collaboration>();
        intake.source.with(|source| {
            source
                .as_ref()
                .map(|source| mapping.unknown_levels(&source.first, &collaboration))
                .unwrap_or_default()
        })
    });
    live(move || {
        let fields = found.get().into_iter().map(|word| {
            let asked = word.clone();
            let label = words.built(move |t| (t.log.word_level)(&asked));
            let (known, own) = (word.clone(), word);
            let value = Signal::derive(move || {
                intake.mapping.with(|mapping| {
                    let said = mapping.levels.iter().find(|(word, _)| *word == known);
                    said.map(|(_, level)| level.to_string()).unwrap_or_default()
                })
            });
            let set = move |id: String| {
                intake.mapping.update(|mapping| {
                    mapping.levels.retain(|(word, _)| *word != own);
                    mapping.levels.extend(Id::<ResponseLevel>::parse(&id).map(|level| (own.clone(), level)));
                });
            };
            view! { <div class="w4"><SelectField label value options=levels_or_none() on_input=set/></div> }
        });
        fields.collect_view()
    })
    .into_any()
}

/// Asks what the words for events stand for that are none here; some of them may be left aside.
fn words_of_events(intake: Intake) -> AnyView {
    let words = use_words();
    let found = kept(move || {
        let mapping = intake.mapping.with(|mapping| Mapping { events: Vec::new(), ..mapping.clone() });
        if !mapping.is_log() {
            return Vec::new();
        }
        let unknown = |source: &Source| mapping.unknown_events(&source.first);
        intake.source.with(|source| source.as_ref().map(unknown).unwrap_or_default())
    });
    // The places of the kinds; the one behind them is for what is left aside.
    let options = Signal::derive(move || {
        let text = &words.get().log;
        let kinds = EventKind::ALL.into_iter().map(text.event).chain([text.column_ignored]).enumerate();
        let kinds = kinds.map(|(at, name)| (at.to_string(), name.to_owned()));
        std::iter::once((String::new(), text.word_open.to_owned())).chain(kinds).collect::<Vec<_>>()
    });
    live(move || {
        let fields = found.get().into_iter().map(|word| {
            let asked = word.clone();
            let label = words.built(move |t| (t.log.word_event)(&asked));
            let known = word.clone();
            let value = Signal::derive(move || {
                let said = intake.mapping.with(|mapping| {
                    mapping.events.iter().find(|(word, _)| *word == known).map(|(_, kind)| *kind)
                });
                let place = |kind: EventKind| EventKind::ALL.iter().position(|one| *one == kind);
                let place = said.map(|kind| kind.and_then(place).unwrap_or(EventKind::ALL.len()));
                place.map(|place| place.to_string()).unwrap_or_default()
            });
            let set = move |place: String| {
                let kind = place.parse().ok().map(|place: usize| EventKind::ALL.get(place).copied());
                intake.mapping.update(|mapping| {
                    mapping.events.retain(|(known, _)| *known != word);
                    mapping.events.extend(kind.map(|kind| (word.clone(), kind)));
                });
            };
            view! { <div class="w4"><SelectField label value options on_input=set/></div> }
        });
        fields.collect_view()
    })
    .into_any()
}

fn levels_or_none() -> Signal<Vec<(String, String)>> {
    let words = use_words();
    let levels = levels();
    Signal::derive(move || {
        let none = (String::new(), words.get().common.none_choice.to_owned());
        std::iter::once(none).chain(levels.get()).collect::<Vec<_>>()
    })
}
