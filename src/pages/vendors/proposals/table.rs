//! The proposals as a table to compare: what differs is bold, what has to be asked about is tagged.

use leptos::prelude::*;

use crate::domain::register::Item;
use crate::domain::scale::Score;
use crate::domain::selection::Vendor;
use crate::domain::selection::offer::Tier;
use crate::domain::selection::proposals::{ProposalNote, standing_out};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::Label;
use crate::pages::list::{Facts, use_facts};
use crate::pages::vendors::step::{named, standing};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::live::{kept, live};
use crate::ui::tag::{Tag, TagKind};

/// What one vendor offers in one row.
#[derive(Default)]
struct Offer {
    main: String,
    note: String,
    problem: Option<ProposalNote>,
}

impl Offer {
    fn mark(mark: Option<Score>, note: &str) -> Self {
        let main = mark.map_or_else(|| format::MISSING.to_owned(), |mark| mark.get().to_string());
        Self { main, note: note.to_owned(), problem: None }
    }
    fn words(words: &str) -> Self {
        Self {
            note: if words.is_empty() { format::MISSING.to_owned() } else { words.to_owned() },
            ..Self::default()
        }
    }
    fn asking(self, found: &[ProposalNote], note: ProposalNote) -> Self {
        Self { problem: found.contains(&note).then_some(note), ..self }
    }
}

/// One row: what is compared, and how it is read.
type Row = (Label, fn(&Facts, &Vendor) -> Offer);

const ROWS: [Row; 10] = [
    (
        |text| text.vendors.understanding,
        |_, vendor| Offer::mark(vendor.proposal.understanding, &vendor.proposal.understanding_note),
    ),
    (
        |text| text.vendors.staffing,
        |facts, vendor| {
            let words = (facts.text.offers.roles_staffed)(
                vendor.proposal.staffed.len(),
                facts.project.price_limits().needed,
            );
            Offer::mark(vendor.proposal.staffing, &words)
                .asking(&notes(facts, vendor), ProposalNote::StaffingShort)
        },
    ),
    (
        |text| text.vendors.contingency,
        |facts, vendor| {
            Offer::mark(vendor.proposal.contingency, &vendor.proposal.contingency_note)
                .asking(&notes(facts, vendor), ProposalNote::NoContingency)
        },
    ),
    (|text| text.vendors.transparency, |_, vendor| Offer::mark(vendor.proposal.transparency, "")),
    (|text| text.offers.value_added, |_, vendor| Offer::words(&vendor.proposal.value_added)),
    (|text| text.offers.not_included, |_, vendor| Offer::words(&vendor.proposal.not_included)),
    (
        |text| text.vendors.base_price,
        |facts, vendor| {
            let notes = notes(facts, vendor);
            let about_price = notes.iter().copied().find(|note| note.is_about_price());
            price(facts, vendor.proposal.price(Tier::Base))
                .asking(&notes, about_price.unwrap_or(ProposalNote::LowPrice))
        },
    ),
    (
        |text| text.offers.value_added_price,
        |facts, vendor| price(facts, vendor.proposal.price(Tier::ValueAdded)),
    ),
    (|text| text.offers.total_price, |facts, vendor| price(facts, vendor.proposal.total_price())),
    (
        |text| text.offers.versus_median,
        |facts, vendor| {
            let selection = &facts.project.selection;
            let price = vendor.proposal.counted_price().filter(|_| selection.scores_locked.is_some());
            let away = price.and_then(|price| selection.versus_median(price, facts.today));
            let away = away.filter(|_| standing(facts, vendor.id).is_in());
            let sign = if away.is_some_and(|away| 0.0 < away) { "+" } else { "" };
            Offer::words(&away.map(|away| format!("{sign}{} %", format::number(away, 1))).unwrap_or_default())
        },
    ),
];

fn price(facts: &Facts, price: Option<crate::domain::money::Money>) -> Offer {
    match (price, facts.project.selection.scores_locked) {
        (None, _) => Offer::words(""),
        (Some(_), None) => Offer::words(facts.text.vendors.covered),
        (Some(price), Some(_)) => Offer::words(&format::money(price, facts.project.profile.currency)),
    }
}

/// Lists what has to be asked about one proposal. A low price shows once prices are open.
pub fn notes(facts: &Facts, vendor: &Vendor) -> Vec<ProposalNote> {
    if !standing(facts, vendor.id).is_in() {
        return Vec::new();
    }
    let selection = &facts.project.selection;
    let mut notes = selection.proposal_notes(vendor.id, facts.project.price_limits(), facts.today);
    notes.retain(|note| !note.is_about_price() || selection.scores_locked.is_some());
    notes
}

/// Shows the table; `open` is the vendor whose proposal is edited. Narrow screens show one vendor at a time.
pub fn compared(open: RwSignal<Option<u128>>) -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let here = RwSignal::new(0_usize);
    let count = kept(move || facts.get().project.selection.vendors.len());
    let heads = live(move || {
        let facts = facts.get();
        let vendors = facts.project.selection.vendors.iter().enumerate();
        let heads = vendors.map(|(place, vendor)| {
            let bits = vendor.id.bits();
            let label = (facts.text.offers.edit_proposal)(&format!("{} {}", vendor.clause(), vendor.name));
            let toggle = move |_| {
                open.update(|open| *open = if *open == Some(bits) { None } else { Some(bits) });
            };
            view! {
                <th scope="col" id=format!("c-{}", vendor.clause()) tabindex="-1" class:here=move || here.get() == place>
                    <span class="inline-number">{vendor.clause()}</span>
                    {named(&facts, vendor)}
                    <button type="button" class="button text" aria-label=label aria-expanded=move || if open.get() == Some(bits) { "true" } else { "false" } on:click=toggle>{facts.text.offers.edit_action}</button>
                </th>
            }
        });
        heads.collect_view()
    });
    let rows = live(move || {
        let facts = facts.get();
        let vendors: Vec<_> = facts.project.selection.vendors.iter().collect();
        let is_in: Vec<bool> = vendors.iter().map(|vendor| standing(&facts, vendor.id).is_in()).collect();
        let rows = ROWS.iter().map(|(label, read)| {
            let offers: Vec<Offer> = vendors.iter().map(|vendor| read(&facts, vendor)).collect();
            let mains: Vec<&str> = offers.iter().zip(&is_in).filter(|(_, is_in)| **is_in).map(|(offer, _)| offer.main.as_str()).collect();
            let mut bold = standing_out(&mains).into_iter();
            let cells = offers.iter().zip(&is_in).enumerate().map(|(place, (offer, is_in))| {
                let is_bold = *is_in && bold.next().unwrap_or_default();
                let problem = offer.problem.map(|note| view! { <Tag kind=TagKind::Problem label=(facts.text.offers.proposal_note)(note)/> });
                view! {
                    <td class:here=move || here.get() == place class:quiet=!is_in>
                        {(!offer.main.is_empty()).then(|| view! { <span class="offer" class:differs=is_bold>{offer.main.clone()}</span> })}
                        <bdi>{offer.note.clone()}</bdi>
                        {problem.map(|problem| view! { <div>{problem}</div> })}
                    </td>
                }
            });
            let cells = cells.collect_view();
            view! { <tr><th scope="row">{label(facts.text)}</th>{cells}</tr> }
        });
        rows.collect_view()
    });
    let turn = move |by: isize| {
        here.update(|here| {
            *here = here.saturating_add_signed(by).min(count.get_untracked().saturating_sub(1))
        })
    };
    let pager = words.built(move |t| (t.vendors.step_words)(here.get() + 1, count.get()));
    view! {
        <div class="one-at-a-time">
            <Button kind=ButtonKind::Small label=words.s(|t| t.offers.previous) on_press=move |()| turn(-1)/>
            <span aria-live="polite">{pager}</span>
            <Button kind=ButtonKind::Small label=words.s(|t| t.offers.next) on_press=move |()| turn(1)/>
        </div>
        <div class="scroll" tabindex="0" role="region" aria-label=move || (words.get().common.task)(Task::Proposals)>
            <table class="table compared">
                <thead><tr><th scope="col">{words.s(|t| t.offers.aspect)}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
