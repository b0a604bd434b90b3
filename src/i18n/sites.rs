//! Words of the sites: where both sides work, and when at the same time.

use crate::domain::calendar::wall::Span;
use crate::domain::collaboration::holidays::Country;
use crate::domain::collaboration::overlap::{Closeness, SiteObstacle};
use crate::domain::collaboration::typed::Unread;
use crate::i18n::format;
use crate::i18n::macros::{S, apart, texts};

apart!(SitesText);

texts! {
    /// Words of the sites.
    SitesText {
        empty: S = "双方在哪里、几点到几点上班、哪天休息，会列在这里；由此算出双方什么时候能一起工作，例会也会避开休息日。", "Where both sides work, from when to when, and their days off are listed here. From that follow the hours they share, and the dates of meetings.";
        head: S = "地点", "Sites";
        add: S = "添加地点", "Add a site";
        take_parties: S = "双方各添加一个地点", "Add one site for each side";
        parties_subject: S = "双方地点", "sites of both sides";
        usual_name: fn(S) -> String = |side| format!("{side}办公室"), |side| format!("{side} office");
        name: S = "地点", "Site";
        side: S = "哪一方", "Side";
        zone: S = "时区", "Time zone";
        hours: S = "工作时间", "Working hours";
        hours_label: S = "工作时间和休息，如 09:00-12:00, 13:00-18:00", "Working hours with breaks, like 09:00-12:00, 13:00-18:00";
        hours_hint: S = "结束早于开始的班次算到第二天。", "A shift that ends before it starts goes on into the next day.";
        work_days: S = "上班的日子", "Days of work";
        weekdays: [S; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"], ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        holidays: S = "休息日，一行一个或一段", "Days off, one day or run of days a line";
        makeup: S = "调休上班日，一行一个", "Make-up days that are worked, one a line";
        days_hint: S = "如 2026-10-01、2026-10-01 ~ 2026-10-07、2026年5月1日 劳动节；可以整列粘贴。", "Like 2026-10-01, 2026-10-01 ~ 2026-10-07, 2026/5/1 Labour Day; a whole column can be pasted.";
        source: S = "休息日的来源和年份", "Source and year of the days off";
        take_set: S = "加入国家法定假日", "Add public holidays";
        set_name: fn(Country, i32) -> String = |country, year| format!("{} {year}", country_zh(country)), |country, year| format!("{} {year}", country_en(country));
        sets_hint: S = "中国逐年公布，只有 2026 年；印度只含三个全国假日，各邦另有；德国只含全国统一的；英国只含英格兰和威尔士；美国是联邦假日。", "China announces year by year: 2026 only. India has the three national days only, each state adds its own; Germany what holds in every state; the United Kingdom England and Wales; the United States the federal holidays.";
        culture: S = "文化和习惯：对方要知道的", "Culture and habits the other side should know";
        training: S = "培训计划：谁、学什么、什么时候", "Training plan: who, what, when";
        days_off: fn(usize) -> String = |days| format!("{days} 天"), |days| if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
        days_off_column: S = "休息日", "Days off";
        one_sided: fn(usize, usize) -> Vec<String> = |client, vendor| vec![format!("委托方 {client} 个地点，供应商 {vendor} 个地点；"), "两边都写全，才能算一起工作的时间。".to_owned()],
            |client, vendor| vec![format!("{client} {} of the client, {vendor} of the vendor:", if client == 1 { "site" } else { "sites" }), "both are needed, with zone and hours, to see the hours they share.".to_owned()];
        finding: fn(i64, i64) -> Vec<String> = |winter, summer| vec![format!("双方一起工作的时间：冬季 {} 小时，", hours(winter)), format!("夏季 {} 小时。", hours(summer))],
            |winter, summer| vec![format!("Both sides work at the same time for {} h a day in winter,", hours(winter)), format!("{} h in summer.", hours(summer))];
        obstacle: fn(SiteObstacle) -> S = |obstacle| match obstacle { SiteObstacle::UnknownZone => "时区不认识：从列表里选一个", SiteObstacle::NoShift => "没有写工作时间", SiteObstacle::NoWorkDay => "没有一天上班", SiteObstacle::NotRead => "有读不懂的，原样留着，改好以前不算" },
            |obstacle| match obstacle { SiteObstacle::UnknownZone => "the time zone is not known: choose one from the list", SiteObstacle::NoShift => "no working hours are given", SiteObstacle::NoWorkDay => "no day is a day of work", SiteObstacle::NotRead => "some of it is not read: it is kept as it is and not counted until it is mended" };
        unread_day: fn(&Unread) -> String = |one| format!("第 {} 行“{}”不是日期，还没算", one.line, one.text), |one| format!("line {}: “{}” is no date and not counted yet", one.line, one.text);
        unread_span: fn(&Unread) -> String = |one| format!("第 {} 段“{}”不是时间段，还没算", one.line, one.text), |one| format!("part {}: “{}” is no span of hours and not counted yet", one.line, one.text);
        overlap_head: S = "一起工作的时间", "Hours both work";
        no_pair: S = "双方都有地点、时区和工作时间以后，这里按冬、夏各画一条，并用一句话说明。", "Once both sides have a site with zone and hours, a strip for winter and one for summer is drawn here, with its sentence.";
        season: [S; 2] = ["冬季", "夏季"], ["Winter", "Summer"];
        closeness: fn(Closeness) -> S = |closeness| match closeness { Closeness::RealTime => "够实时协作（4 小时以上）", Closeness::SemiCollaborative => "够半协作（2～4 小时）：需要一起做的事集中在这段", Closeness::Independent => "只够各自独立工作（不到 2 小时）：靠书面交接" },
            |closeness| match closeness { Closeness::RealTime => "enough for real-time work (4 h or more)", Closeness::SemiCollaborative => "enough for semi-collaborative work (2–4 h): put what is done together there", Closeness::Independent => "each side works independently (less than 2 h): rely on written handover" };
        said: fn(&Said) -> String = said_zh, said_en;
        clocks: fn(&[String]) -> String = |sites| format!("{}实行夏令时，换季时要重新核对开会时间。", sites.join("、")), |sites| format!("The clocks of {} change between winter and summer: check the times of meetings then.", sites.join(" and "));
        by_clock: fn(&str) -> String = |site| format!("横轴是{site}的时间"), |site| format!("The line shows the time at {site}");
        both: S = "双方", "both";
    }
}

/// What is said of one date of a season.
pub struct Said<'a> {
    /// The season.
    pub season: &'a str,
    /// The date.
    pub date: String,
    /// The sites.
    pub names: [&'a str; 2],
    /// How long both work, in minutes.
    pub minutes: i64,
    /// When, by the clock of each site.
    pub windows: Vec<[Span; 2]>,
    /// What it allows, in words.
    pub closeness: &'a str,
}

fn hours(minutes: i64) -> String {
    format::number(minutes as f64 / 60.0, 2)
}

fn written(span: Span, dash: char) -> String {
    format!("{}{dash}{}", span.from, span.until)
}

fn said_zh(said: &Said<'_>) -> String {
    let ([a, b], season, date) = (said.names, said.season, &said.date);
    if said.minutes == 0 {
        return format!("{season}（{date}）：{a}和{b}没有一起工作的时间，{}。", said.closeness);
    }
    let window =
        |[own, other]: &[Span; 2]| format!("{a} {}，即{b} {}", written(*own, '～'), written(*other, '～'));
    let windows: Vec<_> = said.windows.iter().map(window).collect();
    format!(
        "{season}（{date}）：一起工作 {} 小时（{}），{}。",
        hours(said.minutes),
        windows.join("；"),
        said.closeness
    )
}

fn said_en(said: &Said<'_>) -> String {
    let ([a, b], season, date) = (said.names, said.season, &said.date);
    if said.minutes == 0 {
        return format!("{season} ({date}): {a} and {b} never work at the same time; {}.", said.closeness);
    }
    let window =
        |[own, other]: &[Span; 2]| format!("{} at {a}, {} at {b}", written(*own, '–'), written(*other, '–'));
    let windows: Vec<_> = said.windows.iter().map(window).collect();
    format!(
        "{season} ({date}): both work {} h ({}); {}.",
        hours(said.minutes),
        windows.join("; "),
        said.closeness
    )
}

const fn country_zh(country: Country) -> &'static str {
    match country {
        Country::China => "中国",
        Country::Germany => "德国",
        Country::EnglandAndWales => "英国（英格兰和威尔士）",
        Country::India => "印度（全国假日）",
        Country::UnitedStates => "美国（联邦）",
    }
}

const fn country_en(country: Country) -> &'static str {
    match country {
        Country::China => "China",
        Country::Germany => "Germany",
        Country::EnglandAndWales => "England and Wales",
        Country::India => "India (national)",
        Country::UnitedStates => "United States (federal)",
    }
}
