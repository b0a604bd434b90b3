//! When both sides work at the same time: in winter and in summer, as a strip of one day with its sentence.

use chrono::{DateTime, Datelike, Timelike, Utc};
use leptos::prelude::*;

use crate::domain::calendar::counting::Interval;
use crate::domain::calendar::wall::{Span, WallTime};
use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::Collaboration;
use crate::domain::collaboration::overlap::{SeasonDay, Site, Strip, seasons, strip};
use crate::domain::profile::Side;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::i18n::sites::Said;
use crate::state::workspace::use_workspace;
use crate::ui::live::live;

/// How many pairs of sites are drawn at most.
const MOST_PAIRS: usize = 6;
/// Every how many hours the line has a mark.
const HOURS_APART: u16 = 6;

/// Shows the strips of every site of the client beside every site of the vendor.
pub fn overlaps() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let drawn = live(move || {
        let (text, collaboration) = (words.get(), workspace.section::<Collaboration>());
        let year = workspace.today().year();
        let drawn = pairs(&collaboration).filter_map(|[client, vendor]| pair(text, client, vendor, year));
        let shown: Vec<_> = drawn.take(MOST_PAIRS).collect();
        if shown.is_empty() {
            return view! { <p class="lead">{text.sites.no_pair}</p> }.into_any();
        }
        shown.into_any()
    });
    view! { {drawn} }.into_any()
}

/// Lists every site of the client beside every site of the vendor, as far as both have hours.
pub fn pairs(collaboration: &Collaboration) -> impl Iterator<Item = [&Site; 2]> {
    let of = |side| {
        let sites = collaboration.sites.iter().map(|site| &**site);
        sites.filter(move |site| site.side == side && !site.shifts.is_empty())
    };
    of(Side::Client).flat_map(move |client| of(Side::Vendor).map(move |vendor| [client, vendor]))
}

/// Shows both seasons of a pair; nothing where the zone of one is not known.
fn pair(text: &'static Text, client: &Site, vendor: &Site, year: i32) -> Option<AnyView> {
    let both = seasons(client, vendor, year)?;
    let [winter, summer] = text.sites.season;
    let days = [(winter, &both.winter), (summer, &both.summer)];
    let figures: Vec<_> =
        days.into_iter().filter_map(|(season, day)| figure(text, season, day, client, vendor)).collect();
    let names = [client, vendor].into_iter().zip(both.changes_clocks());
    let changing: Vec<_> = names.filter(|(_, changes)| *changes).map(|(site, _)| site.name.clone()).collect();
    let clocks = (!changing.is_empty()).then(|| (text.sites.clocks)(&changing));
    Some(
        view! {
            <section class="overlap">
                <h3><bdi>{client.name.clone()}</bdi>" ¦ "<bdi>{vendor.name.clone()}</bdi></h3>
                {figures}
                {clocks.map(|said| view! { <p class="hint">{said}</p> })}
            </section>
        }
        .into_any(),
    )
}

fn figure(
    text: &'static Text,
    season: &str,
    day: &SeasonDay,
    client: &Site,
    vendor: &Site,
) -> Option<AnyView> {
    let zones = [Zone::find(&client.zone)?, Zone::find(&vendor.zone)?];
    let windows = day.overlap.windows.iter().map(|window| zones.map(|zone| on_the_wall(zone, window)));
    let said = (text.sites.said)(&Said {
        season,
        date: format::date(day.date),
        names: [&client.name, &vendor.name],
        minutes: day.overlap.minutes(),
        windows: windows.collect(),
        closeness: (text.sites.closeness)(day.overlap.closeness()),
    });
    let drawn = strip(client, vendor, day.date)?;
    let bars = |work: &[Interval], kind: &'static str| {
        let bars = work.iter().map(|one| bar(&drawn, one, kind)).collect_view();
        view! { <div class="strip-row" data-kind=kind>{bars}</div> }
    };
    let hours = (0..24).step_by(usize::from(HOURS_APART)).filter_map(|hour| {
        let time = WallTime::new(hour * 60)?;
        let place = percent(drawn.place(zones[0].instant(day.date, time)));
        Some(view! { <span class="hour" style:inset-inline-start=place>{time.to_string()}</span> })
    });
    let [own, other] = &drawn.work;
    Some(view! {
        <figure class="overlap-strip">
            <figcaption>{said.clone()}</figcaption>
            <div class="strip" role="img" aria-label=said>
                <div class="strip-names"><span><bdi>{client.name.clone()}</bdi></span><span><bdi>{vendor.name.clone()}</bdi></span><span>{text.sites.both}</span></div>
                <div class="strip-day">{bars(own, "client")}{bars(other, "vendor")}{bars(&day.overlap.windows, "both")}<div class="strip-hours">{hours.collect_view()}</div></div>
            </div>
            <p class="hint">{(text.sites.by_clock)(&client.name)}</p>
        </figure>
    }
    .into_any())
}

fn bar(strip: &Strip, work: &Interval, kind: &'static str) -> AnyView {
    let (from, until) = (strip.place(work.start), strip.place(work.end));
    view! { <span class="bar" data-kind=kind style:inset-inline-start=percent(from) style:inline-size=percent(until - from)></span> }
        .into_any()
}

fn percent(place: f64) -> String {
    format!("{:.2}%", 100.0 * place)
}

/// Says from when to when it is by the clock on the wall.
fn on_the_wall(zone: Zone, window: &Interval) -> Span {
    let time = |at: DateTime<Utc>| {
        let wall = zone.wall(at);
        WallTime::new((wall.hour() * 60 + wall.minute()) as u16).unwrap_or_default()
    };
    Span { from: time(window.start), until: time(window.end) }
}
