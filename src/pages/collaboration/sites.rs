//! 4.6 Sites: where both sides work, their days off, and when they work at the same time.

mod strip;

use std::sync::Arc;

use chrono::Datelike;
use leptos::prelude::*;

use crate::domain::calendar::wall::Span;
use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::holidays::SETS;
use crate::domain::collaboration::overlap::{Site, seasons};
use crate::domain::collaboration::typed::{Unread, read_days, read_spans, write_days, write_spans};
use crate::domain::finding::Severity;
use crate::domain::profile::{Profile, Side};
use crate::domain::step::{Step, Verb};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::collaboration::sites::strip::{overlaps, pairs};
use crate::pages::form::{Field, bind, field, form, labelled, wide};
use crate::pages::list::{Column, List, list, use_facts};
use crate::pages::parts::{StageSheet, add_button, is_empty, take_over};
use crate::routes::Page;
use crate::state::notices::{Notice, use_notices};
use crate::state::part::Bindable;
use crate::state::row::{Bound, Row};
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::empty_state::EmptyState;
use crate::ui::field::{TextArea, TextField, use_read_only};
use crate::ui::finding::Finding;
use crate::ui::ledger::Said;
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::menu::Menu;
use crate::ui::picks::{Checkbox, SelectField};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::TagKind;

/// The hours a new site begins with.
const USUAL_HOURS: &str = "09:00-12:00, 13:00-18:00";

static SITES: List<Site> = List {
    name: |text| text.sites.head,
    columns: COLUMNS,
    is_wrong: |_, site| site.check().iter().any(|finding| finding.severity == Severity::Error),
    form: site,
    add: |text| text.sites.add,
    fill: begin,
};

const COLUMNS: &[Column<Site>] = &[
    Column::new(|text| text.sites.name, |_, site| Said::Text(site.name.clone())),
    Column::new(
        |text| text.sites.side,
        |facts, site| Said::Text(facts.text.common.side(site.side).to_owned()),
    ),
    Column::new(
        |text| text.sites.zone,
        |facts, site| match Zone::find(&site.zone) {
            Some(zone) => Said::Text(zone.name().to_owned()),
            None => Said::Tag(TagKind::Problem, facts.text.common.to_fill.to_owned()),
        },
    ),
    Column::new(|text| text.sites.hours, |_, site| Said::Text(write_spans(&site.shifts))),
    Column::number(
        |text| text.sites.days_off_column,
        |facts, site| Said::Number((facts.text.sites.days_off)(site.holidays.len())),
    ),
];

const SIDES: [Side; 2] = Side::ALL;
const NAME: Field<Site> = field!(4 Line name: |text| text.sites.name);
const SIDE: Field<Site> =
    field!(3 OneOf(SIDES, |text| |side| text.common.side(side)) side: |text| text.sites.side);
const NOTES: &[Field<Site>] = &[
    field!(12 Line holiday_source: |text| text.sites.source),
    field!(6 Lines culture: |text| text.sites.culture),
    field!(6 Lines training: |text| text.sites.training),
];

fn begin(site: &mut Site) {
    (site.shifts, _) = read_spans(USUAL_HOURS);
}

/// Shows the page.
#[component]
pub fn SitesPage() -> impl IntoView {
    let words = use_words();
    let none = is_empty::<Site>();
    let facts = use_facts();
    let finding = Signal::derive(move || {
        let facts = facts.get();
        let (text, collaboration) = (&facts.text.sites, &facts.project.collaboration);
        let first = pairs(collaboration).next();
        match first.and_then(|[client, vendor]| seasons(client, vendor, facts.today.year())) {
            Some(both) => (text.finding)(both.winter.overlap.minutes(), both.summer.overlap.minutes()),
            None => {
                let of = |side| collaboration.sites.iter().filter(|site| site.side == side).count();
                (text.one_sided)(of(Side::Client), of(Side::Vendor))
            }
        }
    });
    view! {
        <StageSheet page=Page::Sites>
            <Show when=fact(move || !none.get()) fallback=move || view! {
                <EmptyState sentence=words.s(|t| t.sites.empty)>
                    {of_parties()}
                    {add_button::<Site>(words.s(|t| t.sites.add), ButtonKind::Plain, begin)}
                </EmptyState>
            }>
                <Finding clauses=finding/>
                <SheetSection number="4.6.1" title=words.s(|t| t.sites.overlap_head)>{overlaps()}</SheetSection>
                <SheetSection number="4.6.2" title=words.s(|t| t.sites.head)>{list(&SITES, ().into_any())}</SheetSection>
            </Show>
        </StageSheet>
    }
}

/// Shows the button that adds a site of each side, in the zone the party is known to be in.
fn of_parties() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let take = move |()| {
        let text = words.now();
        let profile = workspace.section_now::<Profile>();
        let ids = [workspace.new_id(), workspace.new_id()];
        let parties = [(Side::Client, &profile.client), (Side::Vendor, &profile.vendor)];
        take_over(workspace, notices, Step::new(Verb::Add, text.sites.parties_subject), |project| {
            let sites = &mut Arc::make_mut(&mut project.collaboration).sites;
            for (id, (side, party)) in ids.into_iter().zip(parties) {
                sites.add(id, |site| {
                    begin(site);
                    site.side = side;
                    site.name = (text.sites.usual_name)(text.common.side(side));
                    site.zone.clone_from(&party.time_zone);
                });
            }
        });
    };
    view! { <Button kind=ButtonKind::Primary label=words.s(|t| t.sites.take_parties) on_press=take/> }
        .into_any()
}

fn site(row: Row<Site>) -> AnyView {
    let words = use_words();
    let cell = |field: &'static Field<Site>| wide(field.width, labelled(field.label, bind(row, field), None));
    let doubts = live(move || {
        let text = &words.get().sites;
        let found = row.get(Site::check);
        let lines = found
            .into_iter()
            .map(|finding| view! { <p class="field-error">{(text.obstacle)(finding.code)}</p> });
        lines.collect_view()
    });
    view! {
        <div class="fields">
            {cell(&NAME)}
            {cell(&SIDE)}
            <div class="w5">{zone(row)}</div>
            <div class="w12">{hours(row)}</div>
        </div>
        {work_days(row)}
        {doubts}
        <div class="fields">
            <div class="w6">{days(row, |t| t.sites.holidays, "holidays", |site| (&mut site.holidays, &mut site.pending.holidays))}</div>
            <div class="w6">{days(row, |t| t.sites.makeup, "makeup_days", |site| (&mut site.makeup_days, &mut site.pending.makeup_days))}</div>
        </div>
        {holiday_sets(row)}
        {form(row, NOTES)}
    }
    .into_any()
}

/// Shows the zones to choose from. What a file says stays to be seen where it is none of them.
fn zone(row: Row<Site>) -> AnyView {
    let words = use_words();
    let bound = row.bind("zone", |site| site.zone.clone(), |site, zone| site.zone = zone);
    let options = Signal::derive(move || {
        let present = bound.value.get();
        let none = words.get().common.none_choice;
        let known = Zone::names().map(|name| (name.to_owned(), name.to_owned()));
        let first = std::iter::once((String::new(), none.to_owned()));
        let is_other = !present.is_empty() && Zone::names().all(|name| name != present);
        let other = is_other.then(|| (present.clone(), present));
        first.chain(other).chain(known).collect::<Vec<_>>()
    });
    view! { <SelectField label=words.s(|t| t.sites.zone) value=bound.value options on_input=bound.set/> }
        .into_any()
}

fn work_days(row: Row<Site>) -> AnyView {
    let words = use_words();
    let days = (0..7_usize).map(|place| {
        let works = row.bind(
            "work_days",
            move |site: &Site| site.work_days.get(place).copied().unwrap_or_default(),
            move |site, works| {
                if let Some(day) = site.work_days.get_mut(place) {
                    *day = works;
                }
            },
        );
        let label = words.s(move |text| text.sites.weekdays.get(place).copied().unwrap_or_default());
        view! { <Checkbox label value=works.value on_input=works.set/> }
    });
    view! { <fieldset class="attendees"><legend>{words.s(|t| t.sites.work_days)}</legend>{days.collect_view()}</fieldset> }
        .into_any()
}

/// How a text is read and written: what can be read becomes a value, the rest waits as it is.
struct Reading<V> {
    read: fn(&str) -> (V, Vec<Unread>),
    write: fn(&V) -> String,
    /// What stands between two parts of it.
    joint: &'static str,
    said: fn(&'static Text, &Unread) -> String,
}

/// What is typed stays as it is while it says what is kept; what cannot be read is said, and kept as it is.
fn draft<V: Clone + PartialEq + Send + Sync + 'static>(
    bound: Bound<(V, String)>,
    Reading { read, write, joint, said }: Reading<V>,
) -> (Signal<String>, Callback<String>, MaybeProp<String>) {
    let words = use_words();
    let typed = RwSignal::new(String::new());
    let parts = move |text: &str| {
        let (value, unread) = read(text);
        (value, unread.into_iter().map(|one| one.text).collect::<Vec<_>>().join(joint))
    };
    let shown = Signal::derive(move || {
        let kept = bound.value.get();
        let typed = typed.get();
        if parts(&typed) == kept {
            return typed;
        }
        let texts = [write(&kept.0), kept.1];
        texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(joint)
    });
    let set = Callback::new(move |text: String| {
        typed.set(text.clone());
        bound.set.run(parts(&text));
    });
    let error = MaybeProp::derive(move || {
        let unread = read(&shown.get()).1;
        let text = words.get();
        let lines: Vec<_> = unread.iter().map(|one| said(text, one)).collect();
        (!lines.is_empty()).then(|| lines.join(text.common.sentence_join))
    });
    (shown, set, error)
}

fn hours(row: Row<Site>) -> AnyView {
    let words = use_words();
    let bound = row.bind(
        "shifts",
        |site: &Site| (site.shifts.clone(), site.pending.hours(0).to_owned()),
        |site, (shifts, pending)| {
            site.shifts = shifts;
            site.pending.set_hours(0, pending);
        },
    );
    let reading = Reading::<Vec<Span>> {
        read: read_spans,
        write: |spans| write_spans(spans),
        joint: ", ",
        said: |text, one| (text.sites.unread_span)(one),
    };
    let (value, on_input, error) = draft(bound, reading);
    let hint = MaybeProp::derive(move || Some(words.get().sites.hours_hint.to_owned()));
    view! { <TextField label=words.s(|t| t.sites.hours_label) value on_input hint error/> }.into_any()
}

type Days = Vec<chrono::NaiveDate>;

fn days(
    row: Row<Site>,
    label: fn(&'static Text) -> &'static str,
    name: &'static str,
    of: fn(&mut Site) -> (&mut Days, &mut String),
) -> AnyView {
    let words = use_words();
    let read = move |site: &Site| {
        let mut site = site.clone();
        let (days, pending) = of(&mut site);
        (std::mem::take(days), std::mem::take(pending))
    };
    let bound: Bound<(Days, String)> = row.bind(name, read, move |site, (days, pending)| {
        let (days_kept, pending_kept) = of(site);
        (*days_kept, *pending_kept) = (days, pending);
    });
    let reading = Reading::<Days> {
        read: read_days,
        write: |days| write_days(days),
        joint: "\n",
        said: |text, one| (text.sites.unread_day)(one),
    };
    let (value, on_input, error) = draft(bound, reading);
    let hint = MaybeProp::derive(move || Some(words.get().sites.days_hint.to_owned()));
    view! { <TextArea label=words.s(label) value on_input hint error lines=4/> }.into_any()
}

/// Offers the public holidays that are known.
fn holiday_sets(row: Row<Site>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let read_only = use_read_only();
    let sets = move || {
        let choices = SETS.iter().map(move |set| {
            let label = words.built(move |text| (text.sites.set_name)(set.country, set.year));
            let take = move |()| {
                let before = workspace.revision().get_untracked();
                row.change("holiday_set", &mut |site| site.adopt_holidays(set));
                let is_new = workspace.revision().get_untracked() != before;
                let step = Step::new(Verb::Template, (words.now().sites.set_name)(set.country, set.year));
                notices.show(if is_new { Notice::Done(step) } else { Notice::NothingNew });
            };
            view! { <li><Button kind=ButtonKind::Text label on_press=take/></li> }
        });
        view! { <Menu label=words.s(|t| t.sites.take_set) class="boxed">{choices.collect_view()}</Menu> }
    };
    let is_open = kept(move || !read_only.get());
    view! {
        <div class="holiday-sets">
            <Show when=fact(move || is_open.get())>{sets()}</Show>
            <p class="hint">{words.s(|t| t.sites.sets_hint)}</p>
        </div>
    }
    .into_any()
}
