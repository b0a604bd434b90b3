//! What both sides say of a review, who confirms it, and closing it.

use leptos::prelude::*;

use crate::domain::performance::review::{Signed, Unready};
use crate::domain::profile::Side;
use crate::domain::requirements::confirmed::short;
use crate::domain::seal::SealState;
use crate::domain::selection::Selection;
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::{Text, format};
use crate::pages::form::controls::Control;
use crate::pages::form::labelled;
use crate::pages::half_seal::HalfSeal;
use crate::pages::performance::reviews::Shown;
use crate::routes::{Page, Route};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::seam::SideHead;
use crate::ui::signing::{Signer, SigningFields, signature};
use crate::ui::tag::{Tag, TagKind};

/// Shows both sides across the seam, and below them what closes the review.
pub(super) fn sides(shown: Shown) -> AnyView {
    let words = use_words();
    let seal = kept(move || match shown.is_closed() {
        true => SealState { client: true, vendor: true, outdated: false },
        false => SealState {
            client: shown.review.with(|review| review.client.is_some()),
            vendor: shown.review.with(|review| review.vendor.is_some()),
            outdated: Side::ALL.into_iter().any(|side| is_outdated(shown, side)),
        },
    });
    let name = words.built(move |t| {
        let seal = seal.get();
        (t.reviews.seal_name)(seal.client, seal.vendor).to_owned()
    });
    view! {
        <div class="across-seam sign-off review-sides">
            {one_side(shown, Side::Client)}
            {one_side(shown, Side::Vendor)}
            <div class="seal-place"><HalfSeal state=Signal::derive(move || seal.get()) name/></div>
        </div>
        <Show when=fact(move || !shown.is_closed())>{closing(shown)}</Show>
    }
    .into_any()
}

/// Tells whether something changed since a side confirmed.
fn is_outdated(shown: Shown, side: Side) -> bool {
    let Some(print) = shown.review.with(|review| Some(review.signed(side)?.fingerprint.clone())) else {
        return false;
    };
    !matches!(shown.today.get(), Some(Ok(assessed)) if assessed.fingerprint() == print)
}

/// Shows who confirmed.
pub(super) fn signed(text: &'static Text, signed: &Signed) -> AnyView {
    signature([
        (text.reviews.signer, signed.name.clone()),
        (text.reviews.signer_role, signed.role.clone()),
        (text.reviews.signed_on, format::date_or_missing(signed.date)),
        (text.reviews.fingerprint, short(&signed.fingerprint)),
    ])
}

/// Returns the name of a side's firm, as it was while the review is closed: of the vendor that is reviewed, not of the one the contract names.
fn firm(shown: Shown, side: Side) -> String {
    let closed = shown.closed.with(|closed| closed.clone()).map(|closed| match side {
        Side::Client => closed.assessment.client.clone(),
        Side::Vendor => closed.assessment.vendor.clone(),
    });
    if let Some(closed) = closed.filter(|name| !name.is_empty()) {
        return closed;
    }
    if side == Side::Client {
        return shown.workspace.project().profile.party(side).name.clone();
    }
    let selection = shown.workspace.section::<Selection>();
    let vendor = shown.place.get().and_then(|(vendor, _)| selection.vendors.get(vendor).cloned());
    vendor.map(|vendor| vendor.name.clone()).unwrap_or_default()
}

fn one_side(shown: Shown, side: Side) -> AnyView {
    let words = use_words();
    let head = Signal::derive(move || firm(shown, side));
    let as_closed = move || {
        live(move || {
            let (text, closed) = (words.get(), shown.closed.get()?);
            let comment = match side {
                Side::Client => closed.assessment.comment.clone(),
                Side::Vendor => closed.assessment.vendor_comment.clone(),
            };
            let comment = (!comment.is_empty()).then(|| view! { <p class="said"><bdi>{comment}</bdi></p> });
            Some(view! { {comment}{signed(text, closed.signed(side))} })
        })
    };
    // The fields of whoever confirms are made anew for another vendor: another person signs there.
    let vendor = kept(move || (shown.place.get().map(|(vendor, _)| vendor), shown.is_closed()));
    let open = move || {
        live(move || {
            let _ = vendor.get();
            to_confirm(shown, side)
        })
    };
    view! {
        <div>
            <SideHead vendor=side == Side::Vendor side=words.s(move |t| t.common.side(side)) name=head/>
            <Show when=fact(move || !shown.is_closed()) fallback=move || view! { {as_closed()} }>{open()}</Show>
        </div>
    }
    .into_any()
}

/// Shows what a side says, and its confirmation or what makes one.
fn to_confirm(shown: Shown, side: Side) -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    let comment = shown.bind(
        if side == Side::Client { "comment" } else { "vendor_comment" },
        move |review| review.clone().comment_mut(side).clone(),
        move |review, said: String| *review.comment_mut(side) = said,
    );
    let label: crate::pages::form::Label = match side {
        Side::Client => |t| (t.reviews.comment)(Side::Client),
        Side::Vendor => |t| (t.reviews.comment)(Side::Vendor),
    };
    let confirmed = kept(move || shown.review.with(|review| review.signed(side).cloned()));
    let outdated = kept(move || is_outdated(shown, side));
    // Whoever confirmed before is likely to confirm again.
    let before = confirmed.get_untracked().or_else(|| {
        let last = shown.review.with_untracked(|review| review.versions.last().cloned());
        last.map(|last| last.signed(side).clone())
    });
    let before = before.unwrap_or_default();
    let signer = Signer::new(before.name, before.role, shown.workspace.today());
    let tried = RwSignal::new(None::<[bool; 3]>);
    let put = move |verb: Verb, signed: Option<Signed>| {
        let text = words.now();
        let step = Step::new(verb, format!("{} {}", text.common.side(side), shown.subject(text)));
        shown.change(step, |review| *review.signed_mut(side) = signed);
    };
    let confirm = move |()| {
        tried.set(Some(signer.missing()));
        let assessed = untrack(|| shown.today.get());
        if let (false, Some(Ok(assessed))) = (signer.missing().contains(&true), assessed) {
            let (name, role, date) = signer.said();
            put(Verb::Confirm, Some(Signed { name, role, date, fingerprint: assessed.fingerprint() }));
        }
    };
    let missing = move || {
        let (text, tried) = (words.get(), tried.get()?);
        let needed = [text.reviews.signer_missing, text.reviews.role_missing, text.reviews.date_missing];
        let missing = tried.into_iter().zip(needed).filter(|(is_missing, _)| *is_missing);
        let missing: Vec<_> = missing.map(|(_, words)| words).collect();
        let error = match shown.today.get() {
            Some(Err(error)) => (text.reviews.error)(error),
            _ => missing.join(text.common.list_comma),
        };
        (!error.is_empty()).then(|| view! { <p class="field-error" role="alert">{error}</p> })
    };
    let state = live(move || match confirmed.get() {
        Some(confirmed) => signed(words.get(), &confirmed),
        None => view! { <p class="quiet">{words.get().reviews.not_confirmed}</p> }.into_any(),
    });
    let label_of_button =
        words.s(move |t| if outdated.get() { t.reviews.confirm_again } else { t.reviews.confirm });
    let labels = move || {
        [words.s(|t| t.reviews.signer), words.s(|t| t.reviews.signer_role), words.s(|t| t.reviews.signed_on)]
    };
    let id = if side == Side::Client { "reviewer-client" } else { "reviewer-vendor" };
    view! {
        {labelled(label, Control::Lines(comment), None)}
        {state}
        <Show when=fact(move || outdated.get())><p class="changes"><Tag kind=TagKind::Due label=words.s(|t| t.reviews.outdated)/></p></Show>
        <Show when=fact(move || !read_only.get() && (confirmed.with(Option::is_none) || outdated.get()))>
            <SigningFields signer labels=labels() id/>
            {live(missing)}
            <div class="actions"><Button label=label_of_button on_press=confirm/></div>
        </Show>
        <Show when=fact(move || !read_only.get() && confirmed.with(Option::is_some))>
            <p><Button kind=ButtonKind::Text label=words.s(|t| t.reviews.withdraw) on_press=move |()| put(Verb::Withdraw, None)/></p>
        </Show>
    }
    .into_any()
}

/// Shows what closes the review, or what stands in the way.
fn closing(shown: Shown) -> AnyView {
    let words = use_words();
    let workspace = shown.workspace;
    let unready = kept(move || {
        let (vendor, period) = shown.place.get()?;
        Some(workspace.project().unready(vendor, period, workspace.today()))
    });
    let close = move |()| {
        let Some((vendor, period)) = shown.place.get_untracked() else { return };
        let step = Step::new(Verb::Lock, shown.subject(words.now()));
        let today = workspace.today();
        workspace.edit_project(step, |project| project.close_review(vendor, period, today));
    };
    let is_ready = move || unready.with(|unready| unready.as_ref().is_some_and(Vec::is_empty));
    let blocked = live(move || {
        let text = &words.get().reviews;
        let found = unready.get()?;
        let items = found.iter().map(|one| {
            let mut way = None;
            let said = match one {
                Unready::NotOver(last) => (text.unready_period)(&format::date(*last)),
                Unready::Unchecked(theme) => {
                    way = Some(Route::Project(workspace.id(), Page::Improvement).href_to(theme));
                    (text.unready_check)(theme)
                }
                Unready::Score(error) => (text.error)(*error),
                Unready::NoReason => text.unready_reason.to_owned(),
                Unready::NoEvidence(kpi) => (text.unready_evidence)(kpi),
                Unready::Unconfirmed(side) => (text.unready_side)(*side).to_owned(),
                Unready::Outdated(side) => (text.unready_outdated)(*side).to_owned(),
            };
            let way = way.map(|href| view! { " "<a href=href>{text.to_check_way}</a> });
            view! { <li>{said}{way}</li> }
        });
        let items = items.collect_view();
        (!found.is_empty())
            .then(|| view! { <div class="blocked"><p>{text.cannot_close}</p><ul>{items}</ul></div> })
    });
    view! {
        <div class="closing">
            {blocked}
            <Show when=fact(is_ready)>
                <div class="actions"><Button kind=ButtonKind::Primary label=words.s(|t| t.reviews.close) on_press=close/></div>
            </Show>
            <p class="hint">{words.s(|t| t.reviews.close_note)}</p>
        </div>
    }
    .into_any()
}
