//! The calendars response levels are counted in.

use leptos::prelude::*;

use crate::domain::calendar::wall::NotATime;
use crate::domain::calendar::writing;
use crate::domain::calendar::zone::Zone;
use crate::domain::calendar::{Place, ServiceCalendar, WorkingTime};
use crate::domain::collaboration::Collaboration;
use crate::domain::finding::Severity;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::form::{Field, field, form, note, wide};
use crate::pages::list::{Column, Facts, List, list_filled};
use crate::pages::parts::add_button;
use crate::state::part::Bindable;
use crate::state::row::{Bound, Row};
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::{TextArea, TextField, use_read_only};
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, follow, kept, live};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::TagKind;

static CALENDARS: List<ServiceCalendar> = List {
    name: |text| text.log.calendars_head,
    columns: COLUMNS,
    is_wrong: |_, calendar| {
        let mut findings = calendar.time.check().into_iter();
        !calendar.pending.is_empty() || findings.any(|finding| finding.severity == Severity::Error)
    },
    form: calendar,
    add: |text| text.log.add_calendar,
    fill: |_| (),
};

const COLUMNS: &[Column<ServiceCalendar>] = &[
    Column::new(|text| text.log.calendar_name, |_, calendar| Said::Text(calendar.name.clone())),
    Column::new(
        |text| text.log.zone,
        |facts, calendar| match Zone::find(&calendar.time.zone) {
            Some(zone) => Said::Text(zone.name().to_owned()),
            None => Said::Tag(TagKind::Problem, (facts.text.log.zone_unknown)(&[])),
        },
    ),
    Column::new(|text| text.log.hours, |facts, calendar| Said::Text(week(facts, &calendar.time))),
    Column::new(
        |text| text.collaboration.level_column,
        |facts, calendar| {
            Said::Text(users(&facts.project.collaboration, calendar).join(facts.text.common.list_comma))
        },
    ),
];

const FIELDS: &[Field<ServiceCalendar>] = &[field!(6 Line name: |text| text.log.calendar_name)];
const ALWAYS: &[Field<ServiceCalendar>] = &[field!(12 Tick time.always_open: |text| text.log.always_open)];

/// Says the hours of the first day that has some.
fn week(facts: &Facts, time: &WorkingTime) -> String {
    if time.always_open {
        return facts.text.log.always_open.to_owned();
    }
    let open = time.weekly.iter().zip(facts.text.log.weekday).find(|(hours, _)| !hours.is_empty());
    open.map(|(hours, day)| format!("{day} {} …", writing::write_hours(hours))).unwrap_or_default()
}

/// Lists the levels counted in a calendar.
fn users(collaboration: &Collaboration, calendar: &ServiceCalendar) -> Vec<String> {
    let levels = collaboration.response.iter().filter(|level| level.calendar == Some(calendar.id));
    levels.map(|level| level.name()).collect()
}

/// Shows the calendars.
pub(super) fn calendars() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let ids = workspace.ids::<ServiceCalendar>();
    let is_empty = kept(move || ids.with(Vec::is_empty));
    // A new calendar has the usual hours where the user is.
    let fill = move |calendar: &mut ServiceCalendar| calendar.time = WorkingTime::office(workspace.zone());
    let first = move || add_button::<ServiceCalendar>(words.s(CALENDARS.add), ButtonKind::Plain, fill);
    view! {
        <SheetSection number="4.4.1" title=words.s(|t| t.log.calendars_head)>
            <p class="hint">{words.s(|t| t.log.calendars_lead)}</p>
            <Show when=fact(move || !is_empty.get()) fallback=move || view! { <div class="actions">{first()}</div> }>
                {list_filled(&CALENDARS, ids, fill, ().into_any())}
            </Show>
        </SheetSection>
    }
    .into_any()
}

fn calendar(row: Row<ServiceCalendar>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let zone =
        row.bind("zone", |one: &ServiceCalendar| one.time.zone.clone(), |one, zone| one.time.zone = zone);
    let unknown = MaybeProp::derive(move || {
        let text = words.get();
        zone.value.with(|zone| Zone::find(zone).is_none().then(|| (text.log.zone_unknown)(&alike(zone))))
    });
    let has_hours = kept(move || row.get(|one| !one.time.always_open));
    let doubts = live(move || {
        let text = words.get();
        let found = row.get(|one| one.time.check());
        let lines: Vec<_> = found
            .iter()
            // The zone says so at its field.
            .filter(|finding| finding.place != Place::Zone)
            .map(|finding| {
                let said =
                    format!("{} · {}", (text.log.place)(finding.place), (text.log.obstacle)(finding.code));
                let class = if finding.severity == Severity::Error { "field-error" } else { "hint" };
                view! { <li class=class>{said}</li> }
            })
            .collect();
        let not_read = row.get(|one| !one.pending.is_empty());
        let not_read = not_read.then(|| view! { <li class="field-error">{text.log.not_read}</li> });
        (!lines.is_empty() || not_read.is_some())
            .then(|| view! { <div role="status"><ul class="calendar-doubts">{lines}{not_read}</ul></div> })
    });
    let used = note(move || {
        let text = words.get();
        let levels = users(&workspace.section::<Collaboration>(), &*row.item()?);
        (!levels.is_empty()).then(|| (text.log.used_by)(&levels.join(text.common.list_comma)))
    });
    let like_monday = move |()| {
        row.change("weekly", &mut |one: &mut ServiceCalendar| {
            let [monday, rest @ ..] = &mut one.time.weekly;
            rest.iter_mut().take(4).for_each(|day| day.clone_from(monday));
            let pending = one.pending.hours(0).to_owned();
            (1..5).for_each(|day| one.pending.set_hours(day, pending.clone()));
        });
    };
    let hours = move || {
        let days = (0..7).map(|day| {
            let bound = row.bind(
                "weekly",
                move |one: &ServiceCalendar| {
                    let hours = one.time.weekly.get(day).cloned().unwrap_or_default();
                    (hours, one.pending.hours(day).to_owned())
                },
                move |one, (hours, pending)| {
                    if let Some(place) = one.time.weekly.get_mut(day) {
                        *place = hours;
                    }
                    one.pending.set_hours(day, pending);
                },
            );
            let label = words.built(move |t| t.log.weekday.get(day).copied().unwrap_or_default().to_owned());
            let written = |hours: &Vec<_>| writing::write_hours(hours);
            wide(
                3,
                read_field(bound, label, None, false, written, writing::read_hours, |t, s| {
                    (t.log.hours_unread)(s)
                }),
            )
        });
        let holidays = row.bind(
            "holidays",
            |one: &ServiceCalendar| (one.time.holidays.clone(), one.pending.holidays.clone()),
            |one, days| (one.time.holidays, one.pending.holidays) = days,
        );
        let makeup = row.bind(
            "makeup",
            |one: &ServiceCalendar| (one.time.makeup_days.clone(), one.pending.makeup_days.clone()),
            |one, days| (one.time.makeup_days, one.pending.makeup_days) = days,
        );
        view! {
            <p class="hint">{words.s(|t| t.log.hours_hint)}</p>
            <div class="fields">
                {days.collect_view()}
                <div class="w3 step-action" hidden=move || read_only.get()><Button kind=ButtonKind::Small label=words.s(|t| t.log.like_monday) on_press=like_monday/></div>
                {wide(6, read_field(holidays, words.s(|t| t.log.holidays), None, true, |days: &Vec<_>| writing::write_dates(days), writing::read_dates, |t, s| (t.log.date_unread)(s)))}
                {wide(6, read_field(makeup, words.s(|t| t.log.makeup), Some(words.s(|t| t.log.makeup_hint)), true, |days: &Vec<_>| writing::write_makeup_days(days), writing::read_makeup_days, |t, s| (t.log.date_unread)(s)))}
            </div>
        }
        .into_any()
    };
    view! {
        {form(row, FIELDS)}
        <div class="fields">{wide(6, view! { <TextField label=words.s(|t| t.log.zone) hint=words.s(|t| t.log.zone_hint) value=zone.value on_input=zone.set error=unknown/> }.into_any())}</div>
        {form(row, ALWAYS)}
        <Show when=fact(move || has_hours.get())>{hours()}</Show>
        {doubts}
        {used}
    }
    .into_any()
}

/// Lists some zones whose names contain what was typed.
fn alike(typed: &str) -> Vec<&'static str> {
    let typed = typed.trim().to_lowercase().replace(' ', "_");
    let fits = |name: &&str| 3 <= typed.len() && name.to_lowercase().contains(&typed);
    Zone::names().filter(fits).take(4).collect()
}

/// Shows a text that is read as something else. What cannot be read is kept as it was typed, with the reason, until it
/// is mended; what was there before goes on counting.
fn read_field<V: Clone + PartialEq + Send + Sync + 'static>(
    bound: Bound<(V, String)>,
    label: Signal<String>,
    hint: Option<Signal<String>>,
    is_long: bool,
    write: fn(&V) -> String,
    read: fn(&str) -> Result<V, NotATime>,
    unread: fn(&'static Text, &str) -> String,
) -> AnyView {
    let words = use_words();
    let written =
        move |(value, pending): &(V, String)| if pending.is_empty() { write(value) } else { pending.clone() };
    let raw = RwSignal::new(bound.value.with_untracked(written));
    follow(move || {
        bound.value.with(|kept| {
            let (value, pending) = kept;
            let says_so = raw.with_untracked(|raw| match read(raw) {
                Ok(read) => pending.is_empty() && read == *value,
                Err(_) => raw == pending,
            });
            if !says_so {
                raw.set(written(kept));
            }
        });
    });
    let set = move |text: String| {
        raw.set(text.clone());
        bound.set.run(match read(&text) {
            Ok(value) => (value, String::new()),
            Err(_) => (bound.value.get_untracked().0, text),
        });
    };
    let error = MaybeProp::derive(move || {
        let text = words.get();
        raw.with(|raw| read(raw).err().map(|NotATime(word)| unread(text, &word)))
    });
    let hint = MaybeProp::derive(move || hint.map(|hint| hint.get()));
    if is_long {
        view! { <TextArea label hint value=raw on_input=set error lines=4/> }.into_any()
    } else {
        view! { <TextField label hint value=raw on_input=set error/> }.into_any()
    }
}
