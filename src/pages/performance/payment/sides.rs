//! Both sides confirm the statement: the half seal between them, the fields of whoever confirms below.

use leptos::prelude::*;

use crate::domain::performance::payment::settling::InTheWay;
use crate::domain::performance::review::Signed;
use crate::domain::profile::{Profile, Side};
use crate::domain::seal::SealState;
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::half_seal::HalfSeal;
use crate::pages::performance::payment::Shown;
use crate::routes::{Page, Route};
use crate::state::focus;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::live::{Kept, Show, fact, kept, live};
use crate::ui::problem_summary::{Problem, ProblemSummary};
use crate::ui::seam::SideHead;
use crate::ui::signing::{Signer, SigningFields};
use crate::ui::tag::{Tag, TagKind};

/// Tells whether today's data differ from what a side confirmed.
fn is_outdated(shown: Shown, side: Side) -> bool {
    shown.drawn.with(|drawn| {
        let today = drawn.as_ref().map(|drawn| &drawn.stated);
        today.is_some_and(|today| shown.entered.with(|one| one.is_outdated(side, today)))
    })
}

/// Shows both sides, and what confirms.
pub fn sides(shown: Shown) -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    let confirming = shown.confirming;
    let seal = kept(move || {
        let has = |side| shown.entered.with(|one| one.confirmed(side).is_some());
        let outdated = Side::ALL.into_iter().any(|side| is_outdated(shown, side));
        SealState { client: has(Side::Client), vendor: has(Side::Vendor), outdated }
    });
    let name = words.built(move |text| {
        let seal = seal.get();
        (text.payment.seal_name)(seal.client, seal.vendor).to_owned()
    });
    let in_the_way = kept(move || {
        let drawn = shown.drawn.get();
        let today = shown.workspace.today();
        let entered = shown.entered.get();
        let found = drawn.map(|drawn| shown.workspace.project().payment_obstacles(&drawn, &entered, today));
        found.unwrap_or_default()
    });
    let place = kept(move || shown.place.get());
    let fields = live(move || {
        // Another statement is signed by other people.
        place.track();
        let side = confirming.get().filter(|_| !read_only.get())?;
        Some(signing(shown, side))
    });
    view! {
        <section class="payment-sides" aria-label=words.s(|t| t.payment.sides_head) id="c-sides" tabindex="-1">
            <div class="payment-parties">
                {party(shown, Side::Client, in_the_way)}
                <div class="seal-place"><HalfSeal state=Signal::derive(move || seal.get()) name/></div>
                {party(shown, Side::Vendor, in_the_way)}
            </div>
            <p class="hint seal-note">{words.s(|t| t.payment.seal_note)}</p>
            {blocked(shown, in_the_way)}
            {fields}
        </section>
    }
    .into_any()
}

fn party(shown: Shown, side: Side, in_the_way: Kept<Vec<InTheWay>>) -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    let firm = Signal::derive(move || match side {
        Side::Client => shown.workspace.section::<Profile>().party(side).name.clone(),
        Side::Vendor => {
            let title = shown.stated.with(|stated| stated.vendor.clone());
            title.split_once(' ').map_or(String::new(), |(_, name)| name.to_owned())
        }
    });
    let signed = kept(move || shown.entered.with(|one| one.confirmed(side).cloned()));
    let outdated = kept(move || is_outdated(shown, side));
    let settled = kept(move || shown.entered.with(|one| one.is_settled(side)));
    let state = live(move || {
        let text = &words.get().payment;
        match signed.get() {
            None => view! { <p class="hint">{text.not_yet}</p> }.into_any(),
            Some(signed) => {
                let date = format::date_or_missing(signed.date);
                let said = (text.confirmed_on)(&date);
                let (before, after) = said.split_once(&date).unwrap_or((&said, ""));
                let (before, after) = (before.to_owned(), after.to_owned());
                view! {
                <p><strong><bdi>{signed.name}</bdi></strong></p>
                <p class="hint"><bdi>{signed.role}</bdi></p>
                <p class="hint confirmed-on">{before}<time>{date}</time>{after}</p>
                {outdated.get().then(|| view! { <p><Tag kind=TagKind::Due label=text.changed.to_owned()/></p> })}
                }
                .into_any()
            }
        }
    });
    let may = move || {
        let open = signed.with(Option::is_none) || outdated.get();
        !read_only.get() && open && in_the_way.with(Vec::is_empty)
    };
    let label = words.s(move |t| if outdated.get() { t.payment.confirm_again } else { t.payment.confirm });
    let spoken = Signal::derive(move || format!("{}: {}", words.get().common.side(side), label.get()));
    let withdraw = move |()| {
        let step = Step::new(Verb::Withdraw, subject(shown, words.now().common.side(side)));
        shown.change(step, |one| one.withdraw(side));
    };
    let may_withdraw = move || !read_only.get() && signed.with(Option::is_some) && !settled.get();
    view! {
        <div>
            <SideHead vendor=side == Side::Vendor side=words.s(move |t| t.common.side(side)) name=firm/>
            {state}
            <Show when=fact(may)><p><Button kind=ButtonKind::Text label name=spoken on_press=move |()| shown.confirming.set(Some(side))/></p></Show>
            <Show when=fact(may_withdraw)><p><Button kind=ButtonKind::Text label=words.s(|t| t.payment.withdraw) on_press=withdraw/></p></Show>
        </div>
    }
    .into_any()
}

fn subject(shown: Shown, side: &str) -> String {
    format!("{side} {}", shown.subject())
}

/// Where the fields of whoever confirms are.
const FIELDS: [&str; 3] = ["payment-signer", "payment-signer-role", "payment-signer-date"];

/// Shows the fields of whoever confirms for a side. The statement above is then the one that is signed.
fn signing(shown: Shown, side: Side) -> AnyView {
    let words = use_words();
    let before = shown.entered.with_untracked(|one| {
        let last = one.latest().map(|agreed| agreed.signed(side).clone());
        one.confirmed(side).cloned().or(last).unwrap_or_default()
    });
    let signer = Signer::new(before.name, before.role, shown.workspace.today());
    let (tried, refused) = (RwSignal::new(false), RwSignal::new(Vec::<InTheWay>::new()));
    let missing = kept(move || if tried.get() { signer.still_missing() } else { [false; 3] });
    let confirm = move |()| {
        tried.set(true);
        if let Some(first) = signer.missing().iter().position(|is_missing| *is_missing) {
            const PLACES: [&[&str]; 3] =
                [&["#c-payment-signer"], &["#c-payment-signer-role"], &["#c-payment-signer-date"]];
            if let Some(place) = PLACES.get(first).copied() {
                focus::once_shown(place);
            }
            return;
        }
        let Some(place) = shown.place.get_untracked() else { return };
        let (name, role, date) = signer.said();
        let signed = Signed { name, role, date, fingerprint: String::new() };
        let step = Step::new(Verb::Confirm, subject(shown, words.now().common.side(side)));
        let (workspace, seen) = (shown.workspace, shown.stated.get_untracked());
        let mut found = Vec::new();
        workspace.edit_project(step, |project| {
            let (today, new_id) = (workspace.today(), || workspace.new_id());
            let done = project.confirm_statement(place, (side, signed), &seen, today, new_id);
            found = done.err().unwrap_or_default();
        });
        if found.is_empty() {
            shown.leave();
        } else {
            refused.set(found);
        }
    };
    let problems = Signal::derive(move || {
        let (text, route) = (words.get(), Route::Project(shown.workspace.id(), Page::Payment));
        let needed = missing.get().into_iter().zip(text.payment.needed).zip(FIELDS);
        let needed = needed.filter(|((is_missing, _), _)| *is_missing);
        let needed =
            needed.map(|((_, said), field)| Problem { text: said.to_owned(), href: route.href_to(field) });
        let way =
            |one: InTheWay| Problem { text: (text.payment.in_the_way)(&one), href: way_to(shown, &one) };
        needed.chain(refused.get().into_iter().map(way)).collect::<Vec<_>>()
    });
    let errors = [0, 1, 2].map(|place: usize| {
        Signal::derive(move || {
            let is_missing = missing.with(|missing| missing.get(place).copied().unwrap_or_default());
            words.get().payment.needed.get(place).filter(|_| is_missing).map(|said| (*said).to_owned())
        })
        .into()
    });
    let labels =
        [words.s(|t| t.payment.signer), words.s(|t| t.payment.signer_role), words.s(|t| t.payment.signed_on)];
    view! {
        <div class="payment-signing">
            <h3>{words.s(move |t| t.common.side(side))}</h3>
            <ProblemSummary title=words.s(|t| t.common.problem_title) problems/>
            <SigningFields signer labels id="c-payment-signer" errors/>
            <div class="actions">
                <Button kind=ButtonKind::Primary label=words.s(|t| t.payment.confirm) on_press=confirm/>
                <Button kind=ButtonKind::Text label=words.s(|t| t.common.close_action) on_press=move |()| shown.leave()/>
            </div>
        </div>
    }
    .into_any()
}

/// Returns where something that stands in the way is put right; where it only takes time, the statement itself.
fn way_to(shown: Shown, found: &InTheWay) -> String {
    let route = |page| Route::Project(shown.workspace.id(), page);
    match found {
        InTheWay::NoFee => route(Page::Payment).href_to("payment-terms"),
        InTheWay::Refused(_) => route(Page::Credits).href(),
        InTheWay::Extra(..) => route(Page::Payment).href_to("extras"),
        InTheWay::PaidAlready(clauses) => {
            route(Page::Payment).href_to(clauses.first().map_or("", String::as_str))
        }
        InTheWay::NotOver(_) | InTheWay::NotShown => route(Page::Payment).href(),
    }
}

/// Says what stands in the way of a confirmation, with the way to it.
fn blocked(shown: Shown, in_the_way: Kept<Vec<InTheWay>>) -> AnyView {
    let words = use_words();
    let said = live(move || {
        let text = &words.get().payment;
        let open = shown.entered.with(|one| Side::ALL.into_iter().any(|side| !one.is_settled(side)));
        let found = in_the_way.get();
        let items = found.iter().map(|one| {
            let said = (text.in_the_way)(one);
            match one {
                InTheWay::NotOver(_) | InTheWay::NotShown => view! { <li>{said}</li> }.into_any(),
                _ => view! { <li><a href=way_to(shown, one)>{said}</a></li> }.into_any(),
            }
        });
        let items = items.collect_view();
        (open && !found.is_empty())
            .then(|| view! { <div class="payment-blocked"><p>{text.blocked}</p><ul>{items}</ul></div> })
    });
    view! { {said} }.into_any()
}
