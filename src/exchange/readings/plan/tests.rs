use proptest::prelude::*;

use super::*;
use crate::domain::period::Month;
use crate::exchange::readings::mapping::upright;
use crate::exchange::table::{read_csv, read_pasted};

fn stage() -> (Performance, Selection) {
    let (mut performance, mut selection) = (Performance::default(), Selection::default());
    for (id, name, unit, formula) in [
        (1, "首次响应", "%", ""),
        (2, "On-time delivery", "%", "100 * accepted / due"),
        (3, "Handle time", "min", ""),
    ] {
        performance.kpis.add(Id::fixed(id), |kpi| {
            (kpi.name, kpi.unit, kpi.formula) = (name.to_owned(), unit.to_owned(), formula.to_owned());
        });
    }
    for (id, name) in [(8, "Brightdesk"), (9, "明澈科技")] {
        selection.vendors.add(Id::fixed(id), |vendor| vendor.name = name.to_owned());
    }
    (performance, selection)
}

fn plan_of(rows: Vec<Vec<String>>) -> Plan {
    let (performance, selection) = stage();
    let (rows, _) = upright(rows);
    let mapping = Mapping::guess(&rows, &performance);
    assert!(mapping.is_ready(), "{mapping:?}");
    let against = Against { performance: &performance, selection: &selection, vendor: Id::fixed(8) };
    Plan::make(&rows, &mapping, &against)
}

fn show(plan: &Plan) -> String {
    let taken = plan.taken.iter().map(|taken| {
        let Place { vendor, kpi, month } = taken.place;
        let figure = match &taken.figure {
            Figure::Reading(Reading::Value(value)) => value.to_string(),
            Figure::Reading(Reading::NoEvents) => "none".to_owned(),
            Figure::Input(name, number) => format!("{name}={number}"),
        };
        let whose = if vendor == Id::fixed(9) { "V-2 " } else { "" };
        format!("{whose}K-{} {month} {figure}", kpi.bits())
    });
    let refused = plan
        .refused
        .iter()
        .map(|refused| format!("? {}:{} {} {:?}", refused.row, refused.column, refused.text, refused.why));
    taken.chain(refused).collect::<Vec<_>>().join("; ")
}

fn pasted(text: &str) -> String {
    show(&plan_of(read_pasted(text)))
}

#[test]
fn both_orientations_are_read() {
    let down = "月份\tK-1\tHandle time\n2026-01\t92.4\t９５\n2026年2月\tn/a\t1,234.5";
    assert_eq!(pasted(down), "K-1 2026-01 92.4; K-3 2026-01 95; K-1 2026-02 none; K-3 2026-02 1234.5");
    let across = "\t2026-01\t2026-02\nK-1\t12.4\tabc\nK-3\t\t3";
    assert_eq!(pasted(across), "K-1 2026-01 12.4; K-3 2026-02 3; ? 3:2 abc NotANumber");
}

#[test]
fn a_list_of_figures_is_read_with_its_vendors() {
    let csv = "vendor;month;KPI;value\nBrightdesk;31.03.2026;K-3;1.234,56\n明澈科技;Mar 2026;首次响应;95,5\nNobody;2026-03;K-1;1\nV-2;2026-03;K-9;1\n";
    assert_eq!(
        show(&plan_of(read_csv(csv))),
        "K-3 2026-03 1234.56; V-2 K-1 2026-03 95.5; ? 4:1 Nobody UnknownVendor; ? 5:3 K-9 UnknownKpi"
    );
}

#[test]
fn every_cell_that_cannot_be_taken_says_why() {
    let text = "month\tK-1\tK-3\n2026-01\t95\t3\n2026-01\t96\t\n\t1\t\n2026-13\t1\t\n2026-02\t140\tsoon\n2026-03\t1.5\t1,5\n";
    assert_eq!(
        pasted(text),
        "K-1 2026-01 95; K-3 2026-01 3; K-1 2026-03 1.5; ? 3:2 96 Twice(2); ? 4:1  NoMonth; ? 5:1 2026-13 NotAMonth; \
         ? 6:2 140 OddShare(140.0); ? 6:3 soon NotANumber; ? 7:3 1,5 OtherDecimal"
    );
    let (mut performance, selection) = stage();
    performance.kpis.update(Id::fixed(1), |kpi| kpi.beyond_whole = true);
    let rows = read_pasted(text);
    let mapping = Mapping::guess(&rows, &performance);
    let against = Against { performance: &performance, selection: &selection, vendor: Id::fixed(8) };
    let all = show(&Plan::make(&rows, &mapping, &against));
    assert!(all.contains("K-1 2026-02 140"), "{all}");
}

#[test]
fn numbers_of_a_formula_are_read_and_what_they_come_to_is_looked_at() {
    let text = "Month\tK-2 accepted\tdue\n2026-01\t19\t20\n2026-02\t21\t20\n2026-03\t5\t\n";
    let plan = plan_of(read_pasted(text));
    assert_eq!(
        show(&plan),
        "K-2 2026-01 accepted=19; K-2 2026-01 due=20; K-2 2026-03 accepted=5; \
         ? 3:2 accepted 21 OddShare(105.0); ? 3:3 due 20 OddShare(105.0)"
    );
    let (mut performance, _) = stage();
    let on = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    plan.apply(&mut performance, on);
    let of = |month: &str| performance.reading(Id::fixed(8), Id::fixed(2), Month::parse(month).unwrap());
    assert_eq!((of("2026-01"), of("2026-03")), (Some(Reading::Value(95.0)), None));
}

#[test]
fn what_is_there_already_is_told_from_what_changes() {
    let (mut performance, selection) = stage();
    let place = Place { vendor: Id::fixed(8), kpi: Id::fixed(1), month: Month::parse("2026-01").unwrap() };
    let on = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    performance.enter(place, Some(Reading::Value(95.0)), Entered::Typed, on);
    let next = Place { month: place.month.plus(1), ..place };
    performance.enter(next, Some(Reading::NoEvents), Entered::Typed, on);
    let rows = read_pasted("month\tK-1\n2026-01\t95\n2026-02\t90\n2026-03\t91");
    let mapping = Mapping::guess(&rows, &performance);
    let against = Against { performance: &performance, selection: &selection, vendor: Id::fixed(8) };
    let plan = Plan::make(&rows, &mapping, &against);
    assert_eq!([Effect::New, Effect::Changed, Effect::Same].map(|effect| plan.count(effect)), [1, 1, 1]);
    let before = performance.clone();
    plan.apply(&mut performance, on);
    assert_eq!(performance.record(place), before.record(place));
}

proptest! {
    #[test]
    fn any_table_is_read_and_what_was_taken_is_there_afterwards(
        rows in prop::collection::vec(
            (0_u32..15, prop::sample::select(vec!["95", "1.5", "n/a", "abc", "", "140", "2,5", "−3"]), "\\PC{0,6}"),
            0..20,
        ),
    ) {
        let lines: String = rows
            .iter()
            .map(|(month, value, other)| format!("2026-{month:02}\t{value}\t{}\n", other.replace('"', "")))
            .collect();
        let table = read_pasted(&format!("month\tK-3\tdue\n{lines}"));
        let (mut performance, selection) = stage();
        let mapping = Mapping::guess(&table, &performance);
        let plan = |performance: &Performance| {
            Plan::make(&table, &mapping, &Against { performance, selection: &selection, vendor: Id::fixed(8) })
        };
        let first = plan(&performance);
        first.apply(&mut performance, NaiveDate::from_ymd_opt(2026, 11, 20).unwrap());
        let again = plan(&performance);
        prop_assert_eq!(again.count(Effect::Same), again.taken.len());
        prop_assert_eq!((again.taken.len(), &again.refused), (first.taken.len(), &first.refused));
    }
}
