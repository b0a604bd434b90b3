//! What helps with one service level: the downtime a share allows and back, what few events do to it, what the chosen
//! deduction usually looks like.

use leptos::prelude::*;

use crate::domain::requirements::SlaLine;
use crate::domain::requirements::availability::{
    Period, allowed_downtime, is_of_time, share, small_sample, target_of,
};
use crate::domain::requirements::baseline::{Lack, Mandatory};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::note;
use crate::state::part::Bindable;
use crate::state::row::Row;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::number_field::NumberField;
use crate::ui::picks::SelectField;
use crate::ui::tag::{Tag, TagKind};

/// Shows what helps with a line.
pub fn helpers(row: Row<SlaLine>) -> AnyView {
    let words = use_words();
    let is_share_of =
        move |time: bool| fact(move || row.get(|line| share(line).is_some() && is_of_time(line) == time));
    let model = note(move || {
        let model = row.get(|line| line.penalty_model)?;
        Some((words.get().sla.model_note)(model).to_owned())
    });
    view! {
        <div class="sla-help">
            {model}
            {asked(row)}
            <Show when=is_share_of(false)>{few_events(row)}</Show>
            <Show when=is_share_of(true)>{downtime(row)}</Show>
        </div>
    }
    .into_any()
}

/// Says what is asked of a line besides, and why.
fn asked(row: Row<SlaLine>) -> AnyView {
    let words = use_words();
    let open = kept(move || row.get(SlaLine::asks));
    let said = live(move || {
        let text = &words.get().sla;
        let line = |lack: Lack| {
            let (name, why) = ((text.open_name)(lack), (text.why_asked)(lack));
            view! { <p class="hint"><Tag kind=TagKind::Due label=name/>" "{why}</p> }
        };
        open.get().into_iter().map(line).collect_view()
    });
    view! { {said} }.into_any()
}

/// Says from how many events on one miss is allowed, and offers the words for fewer.
fn few_events(row: Row<SlaLine>) -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    let target = kept(move || row.get(share));
    let excludes =
        row.bind("excludes", |line| line.excludes.clone(), |line, excludes| line.excludes = excludes);
    let allow = move |fewest: u32| {
        let text = words.now();
        let wording = (text.sla.one_allowed)(fewest);
        excludes.set.run(match excludes.value.get_untracked().trim() {
            "" => wording,
            before => format!("{before}{}{wording}", text.common.sentence_join),
        });
    };
    let said = live(move || {
        let target = target.get()?;
        let text = &words.get().sla;
        let Some(fewest) = small_sample(target) else {
            return Some(view! { <p class="hint">{text.whole_target}</p> }.into_any());
        };
        if fewest == 1 {
            return None;
        }
        let percent = format::number(f64::from(target) / 10_000.0, 4);
        let wording = (text.one_allowed)(fewest);
        let is_offered =
            move || !read_only.get() && !excludes.value.with(|excludes| excludes.contains(&wording));
        Some(view! {
            <p class="hint">{(text.small_sample)(&percent, fewest)}" "
                <Show when=fact(is_offered)><Button kind=ButtonKind::Text label=words.s(|t| t.sla.allow_one) on_press=move |()| allow(fewest)/></Show>
            </p>
        }
        .into_any())
    });
    view! { {said} }.into_any()
}

/// Shows how much downtime the target allows, and turns a downtime back into a target.
fn downtime(row: Row<SlaLine>) -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    let (place, minutes) = (RwSignal::new(0_usize), RwSignal::new(None::<f64>));
    let period = move || Period::USUAL.get(place.get()).copied().unwrap_or(Period::Month30d);
    let target = row.bind("target", |line| line.target, |line, target| line.target = target);
    let ppm_now = kept(move || row.get(share));
    let allowed = live(move || {
        let (text, target) = (&words.get().sla, ppm_now.get()?);
        let line = |period: Period| {
            let time = (text.span)(allowed_downtime(period.seconds(), target));
            view! { <li>{(text.allowed)((text.period)(period), &time)}</li> }
        };
        Some(view! { <ul>{Period::USUAL.map(line).into_iter().collect_view()}</ul> })
    });
    let percent = move || {
        let seconds = (minutes.get()?.max(0.0) * 60.0).round() as i64;
        // A part per million is the finest target there is.
        Some(target_of(period().seconds(), seconds).map(|target| f64::from(target) / 10_000.0))
    };
    let back = live(move || {
        let (text, percent) = (&words.get().sla, percent()?);
        let Some(exact) = percent else {
            return Some(view! { <p class="hint">{text.beyond}</p> }.into_any());
        };
        let press = move |()| target.set.run(Some(exact));
        Some(view! {
            <p>{(text.comes_to)(&format::number(exact, 4))}" "
                <Show when=fact(move || !read_only.get())><Button kind=ButtonKind::Text label=words.s(|t| t.sla.as_target) on_press=press/></Show>
            </p>
        }
        .into_any())
    });
    let options = Signal::derive(move || {
        let text = &words.get().sla;
        let periods = Period::USUAL.iter().enumerate();
        periods.map(|(place, one)| (place.to_string(), (text.period)(*one).to_owned())).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || place.get().to_string());
    let choose = move |chosen: String| place.set(chosen.parse().unwrap_or(0));
    view! {
        <details class="calculation" open>
            <summary>{words.s(|t| t.sla.downtime_head)}</summary>
            <div class="calculation-body downtime">
                <div>{allowed}<p class="hint">{words.s(|t| t.sla.rule)}</p></div>
                <div>
                    <NumberField label=words.s(|t| t.sla.minutes) value=minutes on_input=move |value| minutes.set(value) min=0.0/>
                    <SelectField label=words.s(|t| t.sla.base) value=chosen options on_input=choose/>
                    <div aria-live="polite">{back}</div>
                </div>
            </div>
        </details>
    }
    .into_any()
}
