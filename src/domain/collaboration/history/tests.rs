use super::*;
use crate::domain::collaboration::response::Preset;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn project() -> Collaboration {
    let mut collaboration = Collaboration::default();
    collaboration.set_targets(Preset::Industry, &["down", "blocked", "partly", "wish"]);
    collaboration
}

fn rows(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn mapping(heads: &str) -> Mapping {
    let heads: Vec<_> = heads.split(',').map(str::to_owned).collect();
    Mapping { columns: Mapping::guess(&heads), zone: "Asia/Shanghai".into(), ..Mapping::default() }
}

#[test]
fn an_instant_is_read_as_tables_write_it() {
    let zone = Zone::find("Asia/Shanghai").unwrap();
    let read = |text: &str, order| instant(text, order, zone).map(|at| at.format("%FT%TZ").to_string());
    for text in [
        "2026-01-31 09:05",
        "2026/1/31 9:05:00",
        "2026年1月31日 9:05",
        "2026年1月31日 上午9:05",
        "31.01.2026 09:05",
        "31/01/2026 9:05",
        "31/Jan/26 9:05 AM",
        "31 January 2026 09:05",
        "Jan 31, 2026 9:05 am",
        "2026-01-31T01:05:00Z",
        "2026-01-31T09:05:00.000+0800",
        "2026-01-30T20:05-05:00",
        "2026-01-31 01:05 UTC",
    ] {
        assert_eq!(read(text, DateOrder::DayFirst).as_deref(), Some("2026-01-31T01:05:00Z"), "{text}");
    }
    assert_eq!(read("1/31/2026 3:04 PM", DateOrder::MonthFirst).as_deref(), Some("2026-01-31T07:04:00Z"));
    assert_eq!(read("12/31/2026 12:30 AM", DateOrder::MonthFirst).as_deref(), Some("2026-12-30T16:30:00Z"));
    for wrong in [
        "",
        "2026-01-31",
        "31.01.26 09:05",
        "2026-13-01 09:05",
        "2026-01-31 24:01",
        "2026-01-31 9:61",
        "9:05",
        "2026-01-31 13:05 PM",
        "2026-01-31 9:05 +8:0:0:0:0",
        "soon",
        "1026-01-31 09:05",
        "45321.378",
    ] {
        assert_eq!(read(wrong, DateOrder::DayFirst), None, "{wrong}");
    }
    // The clocks of the zone of the table count: an hour is skipped in Berlin.
    let berlin = Zone::find("Europe/Berlin").unwrap();
    let skipped = instant("29.03.2026 02:30", DateOrder::DayFirst, berlin);
    assert_eq!(skipped, Some(at("2026-03-29T01:30:00Z")));
}

#[test]
fn columns_are_known_by_their_heads() {
    use Field::*;
    let heads =
        ["Ticket", "Summary", "Priority", "Created at", "First response", "Resolved", "Notes", "Created by"];
    let heads: Vec<_> = heads.map(str::to_owned).to_vec();
    let expected =
        [Some(Reference), Some(Title), Some(Level), Some(Created), Some(Responded), Some(Solved), None, None];
    assert_eq!(Mapping::guess(&heads), expected);
    let heads: Vec<_> = ["工单号", "标题", "优先级", "创建时间", "首次响应时间", "解决时间", "挂起"]
        .map(str::to_owned)
        .to_vec();
    assert_eq!(Mapping::guess(&heads).into_iter().flatten().count(), 7);
}

#[test]
fn rows_are_counted_like_tickets_of_the_log() {
    let collaboration = project();
    let mapping = mapping("key,priority,created,responded,resolved,paused");
    let table = rows(
        "A-1,P0,2026-01-12 09:00,2026-01-12 09:10,2026-01-12 12:00,\n\
         A-2,p0,2026-01-12 09:00,2026-01-12 09:20,2026-01-12 14:00,2026-01-12 10:00 / 2026-01-12 11:00\n\
         A-3,L-2,2026-01-12 09:00,,2026-01-12 20:00,2026-01-12 19:00 ~\n\
         A-4,wish,2026-01-01 09:00,,,",
    );
    let found = evaluate(&table, 2, &mapping, &collaboration, at("2026-01-13T01:00:00Z")).unwrap();
    assert_eq!((found.rows, found.left_out()), (4, 0), "{:?}", found.causes);
    let show = |one: &Attainment| (one.met, one.n, one.pending, one.median_min);
    let records = found.records(&collaboration);
    assert_eq!(show(&records[0].response), (1, 2, 0, Some(15.0)));
    // Three hours, and five without the one that rested.
    assert_eq!(show(&records[0].resolution), (2, 2, 0, Some(210.0)));
    // It was paused for the last hour: solved after ten.
    assert_eq!(show(&records[1].resolution), (0, 1, 0, Some(600.0)));
    assert_eq!((records[3].open, show(&records[3].resolution)), ([0, 0, 0, 1, 0], (0, 1, 0, None)));
}

#[test]
fn what_cannot_be_counted_is_said_by_cause() {
    let collaboration = project();
    let mapping = mapping("key,priority,created,responded,resolved,paused");
    let table = rows(
        "A,P0,,,,\n\
         B,P0,yesterday,,,\n\
         C,High,2026-01-12 09:00,,,\n\
         D,High,2026-01-12 09:00,,,\n\
         E,High,2026-01-12 09:00,,,\n\
         F,High,2026-01-12 09:00,,,\n\
         G,P1,2026-01-12 09:00,2026-01-12 08:59,,\n\
         H,P1,2026-01-12 09:00,,2027-01-12 08:59,\n\
         I,P1,2026-01-12 09:00,,2026-01-12 10:00,2026-01-12 10:30 / 2026-01-12 11:00\n\
         J,P1,2026-01-12 09:00,,,2026-01-12 10:30 / 2026-01-12 10:00\n\
         K,P1,2026-01-12 09:00,,,then",
    );
    let found = evaluate(&table, 2, &mapping, &collaboration, at("2026-02-01T00:00:00Z")).unwrap();
    let show: Vec<_> =
        found.causes.iter().map(|cause| (cause.problem, cause.n, cause.examples[0].0)).collect();
    let expected = [
        (Problem::NoCreated, 1, 2),
        (Problem::NotATime(Field::Created), 1, 3),
        (Problem::NoLevel, 4, 4),
        (Problem::BeforeCreated(Field::Responded), 1, 8),
        (Problem::AfterReport(Field::Solved), 1, 9),
        (Problem::WrongPause, 2, 10),
        (Problem::NotATime(Field::Pauses), 1, 12),
    ];
    assert_eq!(show, expected);
    assert_eq!((found.left_out(), found.causes[2].examples.len()), (11, 3));
    assert_eq!(mapping.unknown_levels(&table, &collaboration), ["High"]);
    let high = Mapping {
        levels: vec![("high".into(), collaboration.response.at(1).unwrap().id)],
        ..mapping.clone()
    };
    let found = evaluate(&table, 2, &high, &collaboration, at("2026-02-01T00:00:00Z")).unwrap();
    assert_eq!(found.left_out(), 7);
    assert_eq!(tickets(&table, &high, &collaboration, at("2026-02-01T00:00:00Z")).unwrap().len(), 4);
    let nowhere = Mapping { zone: "Mars".into(), ..high };
    assert_eq!(evaluate(&table, 2, &nowhere, &collaboration, at("2026-02-01T00:00:00Z")), None);
}

#[test]
fn parts_join_to_the_whole_and_come_through_json() {
    let collaboration = project();
    let mapping = mapping("key,priority,created,responded,resolved,paused");
    let line = |n: usize| {
        let level = n % 5;
        format!(
            "A-{},P{level},2026-01-{:02} 09:{:02},,2026-02-0{} 10:00,",
            n % 37,
            n % 28 + 1,
            n % 60,
            n % 9 + 1
        )
    };
    let table = rows(&(0..100).map(line).collect::<Vec<_>>().join("\n"));
    let as_of = at("2026-03-01T00:00:00Z");
    let whole = evaluate(&table, 2, &mapping, &collaboration, as_of).unwrap();
    let mut joined = Evaluated::default();
    for (part, rows) in table.chunks(7).enumerate() {
        let part = evaluate(rows, 2 + 7 * part, &mapping, &collaboration, as_of).unwrap();
        let text = serde_json::to_string(&part).unwrap();
        joined.join(serde_json::from_str(&text).unwrap());
    }
    assert_eq!(joined, whole);
    assert_eq!((whole.left_out(), whole.repeated().len()), (20, 33));
}
