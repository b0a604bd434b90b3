use super::*;
use crate::domain::collaboration::history::columns::DateOrder;
use crate::domain::collaboration::history::instants::instant;
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

fn places(first: usize, rows: &[Vec<String>]) -> Vec<usize> {
    (first..first + rows.len()).collect()
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
    let found =
        evaluate(&table, &places(2, &table), &mapping, &collaboration, at("2026-01-13T01:00:00Z")).unwrap();
    assert_eq!((found.rows, found.left_out()), (4, 0), "{:?}", found.causes);
    let show = |one: &Attainment| (one.met, one.n, one.pending, one.median_min);
    let records: Vec<_> = found.levels.iter().filter_map(|level| level.record(&collaboration)).collect();
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
    let found =
        evaluate(&table, &places(2, &table), &mapping, &collaboration, at("2026-02-01T00:00:00Z")).unwrap();
    let show: Vec<_> =
        found.causes.iter().map(|cause| (cause.problem, cause.lines.len(), cause.lines[0].0)).collect();
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
    assert_eq!((found.left_out(), found.causes[2].lines.len()), (11, 4));
    assert_eq!(mapping.unknown_levels(&table, &collaboration), ["High"]);
    let high = Mapping {
        levels: vec![("high".into(), collaboration.response.at(1).unwrap().id)],
        ..mapping.clone()
    };
    let found =
        evaluate(&table, &places(2, &table), &high, &collaboration, at("2026-02-01T00:00:00Z")).unwrap();
    assert_eq!(found.left_out(), 7);
    assert_eq!(tickets(&table, &high, &collaboration, at("2026-02-01T00:00:00Z")).unwrap().len(), 4);
    let nowhere = Mapping { zone: "Mars".into(), ..high };
    assert_eq!(
        evaluate(&table, &places(2, &table), &nowhere, &collaboration, at("2026-02-01T00:00:00Z")),
        None
    );
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
    let whole = evaluate(&table, &places(2, &table), &mapping, &collaboration, as_of).unwrap();
    let mut joined = Evaluated::default();
    for (part, rows) in table.chunks(7).enumerate() {
        let part = evaluate(rows, &places(2 + 7 * part, rows), &mapping, &collaboration, as_of).unwrap();
        let text = serde_json::to_string(&part).unwrap();
        joined.join(serde_json::from_str(&text).unwrap());
    }
    assert_eq!(joined, whole);
    assert_eq!((whole.left_out(), whole.repeated().len()), (20, 33));
}

const LOG_HEADS: &str = "ticket,timestamp,event,value,summary";

#[test]
fn an_event_log_is_known_by_its_heads() {
    use Field::*;
    let known = |heads: &str| mapping(heads).columns;
    assert_eq!(known(LOG_HEADS), [Some(Reference), Some(At), Some(Event), Some(Value), Some(Title)]);
    assert_eq!(known("工单号,时间,事件,值"), [Some(Reference), Some(At), Some(Event), Some(Value)]);
    assert_eq!(known("Issue key,Created,Action,To"), [Some(Reference), Some(At), Some(Event), Some(Value)]);
    // Tickets with times of their own are no log.
    assert_eq!(
        known("Key,Created at,Status,Resolved at"),
        [Some(Reference), Some(Created), None, Some(Solved)]
    );
}

#[test]
fn an_event_log_is_folded_by_ticket_and_a_reopening_leaves_out_the_solved_gap() {
    let collaboration = project();
    let mapping = mapping(LOG_HEADS);
    // Two tickets in turn; the second has its latest event first.
    let table = rows(
        "A,2026-01-12 09:00,created,P0,Printer\n\
         B,2026-01-12 14:00,solved,,\n\
         A,2026-01-12 09:10,First response,,\n\
         A,2026-01-12 10:00,Solved,,\n\
         B,2026-01-12 11:00,Priority_Change,P1,\n\
         A,2026-01-12 12:00,Reopened,,\n\
         B,2026-01-12 10:00,resume,,\n\
         A,2026-01-12 12:30,closed,,\n\
         B,2026-01-12 09:30,paused,waits for a part,\n\
         B,2026-01-12 09:00,created,P0,",
    );
    let as_of = at("2026-02-01T00:00:00Z");
    let found = evaluate(&table, &places(2, &table), &mapping, &collaboration, as_of).unwrap();
    assert_eq!((found.rows, found.left_out(), found.tickets), (10, 0, 2), "{:?}", found.causes);
    // An hour, and the half hour after the gap; five hours without the half that rested.
    assert_eq!(found.levels[0].resolution.worked_s, [90 * 60]);
    assert_eq!(found.levels[1].resolution.worked_s, [270 * 60]);
    let read = tickets(&table, &mapping, &collaboration, as_of).unwrap();
    let show: Vec<_> = read.iter().map(|one| (&*one.reference, &*one.title, one.events.len())).collect();
    assert_eq!(show, [("A", "Printer", 5), ("B", "", 5)]);
    assert_eq!(read[1].events[1].note, "waits for a part");
}

#[test]
fn what_an_event_log_cannot_mean_is_said_line_by_line_and_every_line_is_accounted_for() {
    use Problem::*;
    let collaboration = project();
    let heads = mapping(LOG_HEADS);
    let table = rows(
        "A,2026-01-12 09:00,created,P0,\n\
         A,2026-01-12 08:00,responded,,\n\
         A,2026-01-12 10:00,resumed,,\n\
         A,2026-01-12 11:00,reopened,,\n\
         A,2026-01-12 12:00,solved,,\n\
         A,2026-01-12 13:00,paused,,\n\
         A,2027-01-12 13:00,reopened,,\n\
         B,2026-01-12 09:00,created,P0,\n\
         B,2026-01-12 10:00,assigned,Mia,\n\
         C,2026-01-12 09:00,responded,,\n\
         C,2026-01-12 10:00,solved,,\n\
         D,2026-01-12 09:00,created,P9,\n\
         E,then,created,P0,\n\
         ,2026-01-12 09:00,created,P0,\n\
         ,2026-01-12 09:00,created,P0,",
    );
    let as_of = at("2026-02-01T00:00:00Z");
    let found = evaluate(&table, &places(2, &table), &heads, &collaboration, as_of).unwrap();
    let show: Vec<_> = found
        .causes
        .iter()
        .map(|cause| (cause.problem, cause.lines.iter().map(|(place, _)| *place).collect::<Vec<_>>()))
        .collect();
    let expected = [
        (OutOfOrder(Ignored::BeforeCreation), vec![3]),
        (OutOfOrder(Ignored::ResumedWithoutPause), vec![4]),
        (OutOfOrder(Ignored::ReopenedUnsolved), vec![5]),
        (OutOfOrder(Ignored::PausedWhileSolved), vec![7]),
        (OutOfOrder(Ignored::AfterReport), vec![8]),
        (TicketLeftOut, vec![9, 12]),
        (UnknownEvent, vec![10]),
        (NoCreated, vec![11]),
        (NoLevel, vec![13]),
        (NotATime(Field::At), vec![14]),
        (NoReference, vec![15, 16]),
    ];
    assert_eq!(show, expected);
    assert_eq!((found.rows, found.tickets), (15, 1));
    assert_eq!(found.levels[0].resolution.worked_s, [3 * 3600]);
    assert_eq!(heads.unknown_events(&table), ["assigned"]);
    assert_eq!(heads.unknown_levels(&table, &collaboration), ["P9"]);
    // What a word stands for can be said; nothing of it is an answer too.
    let said = Mapping { events: vec![("Assigned".into(), None)], ..heads };
    let found = evaluate(&table, &places(2, &table), &said, &collaboration, as_of).unwrap();
    assert_eq!(found.references.into_keys().collect::<Vec<_>>(), ["A", "B"]);
}
