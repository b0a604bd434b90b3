//! The charts as files: a picture changes only on purpose, and odd figures never break one.
//! `UPDATE_GOLDEN=1` writes the pictures anew; look at them before you commit them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use halfseal::charts::acceptability::{self, Chances};
use halfseal::charts::bars::{self, Bar};
use halfseal::charts::control::{self, ControlChart};
use halfseal::charts::flow::{self, Flow, To};
use halfseal::charts::gap::{self, Level};
use halfseal::charts::grades;
use halfseal::charts::heat::{self, Cell, Heat};
use halfseal::charts::kpi_panel::{self, KpiPanel};
use halfseal::charts::load;
use halfseal::charts::palette::Palette;
use halfseal::charts::pareto::{self, Cause};
use halfseal::charts::points;
use halfseal::charts::quadrant::{self, Mark, Point};
use halfseal::charts::waterfall;
use halfseal::charts::weight_sweep::{self, Sweep, SweepChart, Turn};
use halfseal::charts::winner_map::{self, Stretch, WinnerMap};
use proptest::prelude::*;

fn same_picture(name: &str, draw: impl Fn(&Palette) -> String) {
    for (theme, palette) in [("light", &Palette::LIGHT), ("dark", &Palette::DARK)] {
        let path = format!("tests/golden/{name}-{theme}.svg");
        let svg = draw(palette);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::create_dir_all("tests/golden").unwrap();
            fs::write(&path, &svg).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == svg, "{path} differs from what is drawn; run with UPDATE_GOLDEN=1 and look at it");
    }
}

fn panel(values: Vec<Option<f64>>, target: Option<f64>) -> KpiPanel {
    KpiPanel {
        months: (0..values.len())
            .map(|month| format!("{}-{:02}", 2026 + month / 12, month % 12 + 1))
            .collect(),
        style: 0,
        values,
        target,
        floor: target.map(|target| target - 5.0),
        usual: None,
        cause: String::new(),
        lower_is_better: false,
        write: |value| format!("{value:.1}"),
    }
}

fn bar(name: &str, style: usize, value: Option<f64>) -> Bar {
    Bar {
        name: name.to_owned(),
        style,
        value,
        words: value.map_or_else(|| "—".to_owned(), |value| format!("{value} %")),
    }
}

fn sweep(lines: Vec<(f64, f64)>, now: f64) -> SweepChart {
    let lines = lines.into_iter().enumerate();
    SweepChart {
        lines: lines
            .map(|(style, (at_zero, at_whole))| Sweep {
                name: format!("V-{}", style + 1),
                style,
                at_zero,
                at_whole,
                now: format!("{:.1}", at_zero + (at_whole - at_zero) * now),
            })
            .collect(),
        now: (now, "now 20".to_owned()),
        turns: vec![Turn {
            weight: 0.44,
            words: "44：从这里起 V-2 领先".to_owned(),
            note: "比现在的权重高 24 个点".to_owned(),
        }],
        axes: ["价格权重 %".to_owned(), "总分".to_owned()],
    }
}

fn quadrant_words() -> quadrant::Words {
    quadrant::Words {
        x: ["非核心", "核心"].map(str::to_owned),
        y: "标准化程度".to_owned(),
        names: ["先外包", "以后再看", "等一等", "留在内部"].map(str::to_owned),
    }
}

/// A step in short: the side with a question mark for a decision, the words, and where it leads.
type Short<'a> = (&'a str, &'a str, &'a [(&'a str, To)]);

fn flow(steps: &[Short<'_>]) -> Flow {
    let steps = steps.iter().map(|(side, words, exits)| flow::Step {
        is_vendors: side.starts_with('V'),
        is_decision: side.ends_with('?'),
        words: (*words).to_owned(),
        exits: exits.iter().map(|(words, to)| ((*words).to_owned(), *to)).collect(),
    });
    Flow {
        heads: ["委托方 云栖商城", "Vendor Brightdesk"].map(str::to_owned),
        ends: ["开始", "End"].map(str::to_owned),
        steps: steps.collect(),
    }
}

#[test]
fn the_flows_are_as_they_were() {
    let linear = flow(&[
        ("C", "顾客提出退换货", &[("", To::Box(1))]),
        (
            "V",
            "Receive the request and check it against the order, the photos and the rules",
            &[("", To::Box(2))],
        ),
        ("V", "受理并生成退货单，告诉顾客寄到哪里、多久到账、由谁承担运费", &[("", To::End)]),
    ]);
    same_picture("flow-linear", |palette| flow::draw(&linear, palette));
    let decision = flow(&[
        ("C", "Customer files a complaint", &[("", To::Box(1))]),
        ("V?", "Amount above 5,000?", &[("yes", To::Box(2)), ("no", To::Box(3))]),
        ("C", "Decide the refund", &[("", To::End)]),
        ("V", "Refund within two hours", &[("", To::End)]),
    ]);
    same_picture("flow-decision", |palette| flow::draw(&decision, palette));
    let turning = flow(&[
        ("C", "提出需求", &[("", To::Box(1))]),
        ("V", "实现并自测", &[("", To::Box(2))]),
        ("V?", "自测通过？", &[("是", To::Box(3)), ("否", To::Box(1))]),
        ("C?", "验收通过？", &[("通过", To::Box(4)), ("要改", To::Box(1)), ("不做了", To::End)]),
        ("V?", "上线可行？", &[("可行", To::End), ("缺资料", To::Box(0)), ("要改", To::Box(3))]),
    ]);
    same_picture("flow-loop", |palette| flow::draw(&turning, palette));
    same_picture("flow-empty", |palette| flow::draw(&flow(&[]), palette));
}

#[test]
fn the_pictures_are_as_they_were() {
    let values = vec![Some(92.3), Some(92.2), None, Some(94.2), Some(96.1), Some(95.6)];
    same_picture("kpi-panel", |palette| kpi_panel::draw(&panel(values.clone(), Some(95.0)), palette));
    let bars = [bar("Brightdesk", 0, Some(95.6)), bar("明澈科技", 1, Some(97.8)), bar("Kindly", 2, None)];
    same_picture("bars", |palette| bars::draw(&bars, Some((95.0, "target 95 %")), palette));
    let point =
        |name: &str, distance, standard, mark| Point { name: name.to_owned(), distance, standard, mark };
    let points = [
        point("B-1", 5, 5, Mark::Measurable),
        point("B-2", 5, 5, Mark::NotYet),
        point("B-3", 1, 2, Mark::Core),
    ];
    same_picture("quadrant", |palette| quadrant::draw(&points, &quadrant_words(), palette));
    let level =
        |name: &str, required, present, after| Level { name: name.to_owned(), required, present, after };
    let levels = [
        level("H-01 坐席培训", 4, 2, Some(5)),
        level("H-02 Knowledge base", 5, 5, None),
        level("H-03 一个名称特别长、在图上一行放不下、因此要截短的能力，后面还有更多说明", 3, 0, Some(2)),
    ];
    let key = ["现有", "缺口", "供应商加入后"].map(str::to_owned);
    same_picture("gap", |palette| gap::draw(&levels, &key, palette));
    let role = |name: &str, percent: Option<f64>, words: &str| load::Bar {
        name: name.to_owned(),
        percent,
        words: words.to_owned(),
    };
    let roles = [
        role("Client PM", Some(45.0), "72 h of 160 · 45 %"),
        role("供应商项目经理", Some(92.5), "148 小时，可用 160 小时 · 93%"),
        role("Agent", Some(131.0), "210 h of 160 · 131 %"),
        role(
            "A role with a name that does not stop where a line of the picture does, and goes on",
            None,
            "12 h",
        ),
    ];
    same_picture("load", |palette| load::draw(&roles, false, palette));
    same_picture("load-narrow", |palette| load::draw(&roles, true, palette));
    let chances = [("明澈科技", 1, [0.85, 0.1, 0.05]), ("Kindly", 3, [0.0, 0.2, 0.8])];
    let chances = chances.map(|(name, style, shares)| Chances {
        name: name.to_owned(),
        style,
        shares: shares.to_vec(),
    });
    same_picture("acceptability", |palette| {
        acceptability::draw(&chances, |rank| format!("#{rank}"), palette)
    });
    let stretch = |row, columns, style| Stretch { columns, row, style };
    let map = WinnerMap {
        steps: 3,
        stretches: vec![stretch(0, 0..2, 0), stretch(0, 2..3, 1), stretch(1, 0..2, 1), stretch(2, 0..1, 1)],
        key: vec![(0, "V-1 Brightdesk".to_owned()), (1, "V-2 明澈科技".to_owned())],
        now: (0.35, 0.2),
        now_words: "现在的权重".to_owned(),
        axes: ["能力权重 %".to_owned(), "价格权重 %".to_owned()],
    };
    same_picture("winner-map", |palette| winner_map::draw(&map, palette));
    let lines = vec![(84.8, 62.1), (69.2, 81.4), (64.9, 73.0)];
    same_picture("weight-sweep", |palette| weight_sweep::draw(&sweep(lines.clone(), 0.2), palette));
}

fn step(name: &str, amount: f64, words: &str, is_total: bool) -> waterfall::Step {
    waterfall::Step { name: name.to_owned(), amount, words: words.to_owned(), is_total }
}

fn causes(counts: &[(&str, f64)]) -> Vec<Cause> {
    let all: f64 = counts.iter().map(|(_, count)| count).sum();
    let mut together = 0.0;
    let cause = |(name, count): &(&str, f64)| {
        let is_vital = together < 0.8;
        together += count / all;
        let (words, reached) = (format!("{count} 次"), format!("{:.0} %", 100.0 * together));
        Cause { name: (*name).to_owned(), share: count / all, together, is_vital, words, reached }
    };
    counts.iter().map(cause).collect()
}

fn process(values: Vec<Option<f64>>) -> ControlChart {
    let panel = panel(values, None);
    ControlChart {
        signals: panel.values.iter().map(|value| value.is_some_and(|value| value < 90.0)).collect(),
        months: panel.months,
        style: 0,
        values: panel.values,
        limits: [89.0, 94.0, 99.0],
        ranges: [1.9, 6.2],
        names: ["各月的值", "Moving range"].map(str::to_owned),
        write: panel.write,
    }
}

fn graded(scores: &[(Option<f64>, &str)], bands: &[(String, f64)]) -> Vec<grades::Period> {
    let period = |(place, (score, grade)): (usize, &(Option<f64>, &str))| grades::Period {
        name: format!("{} Q{}", 2026 + place / 4, place % 4 + 1),
        score: *score,
        grade: (*grade).to_owned(),
        bands: bands.to_vec(),
    };
    scores.iter().enumerate().map(period).collect()
}

const BANDS: [(&str, f64); 4] = [("A", 90.0), ("B", 80.0), ("C", 70.0), ("D", 0.0)];

#[test]
fn the_pictures_of_stage_6_are_as_they_were() {
    let steps = [
        step("基本服务费", 80_000.0, "¥80,000", true),
        step("S-01 missed by one step", -1_600.0, "−¥1,600 · −2 %", false),
        step(
            "S-02 complaint rate, a name so long that it does not fit on one line of the picture",
            0.0,
            "¥0",
            false,
        ),
        step("增值服务", 5_000.0, "+¥5,000", false),
        step("Payable", 83_400.0, "¥83,400", true),
    ];
    same_picture("waterfall", |palette| waterfall::draw(&steps, false, palette));
    same_picture("waterfall-narrow", |palette| waterfall::draw(&steps, true, palette));
    let causes = causes(&[
        ("Easter peak", 9.0),
        ("新人上岗", 6.0),
        ("Tool outage", 3.0),
        ("Other", 1.0),
        ("No cause yet", 1.0),
    ]);
    same_picture("pareto", |palette| pareto::draw(&causes, "累计 80%", false, palette));
    same_picture("pareto-narrow", |palette| pareto::draw(&causes, "together 80 %", true, palette));
    let bar = |name: &str, points, words: &str| points::Bar {
        name: name.to_owned(),
        points,
        words: words.to_owned(),
    };
    let bars = [
        bar("K-1 First response", Some(100.0), "100 · 25 % · 25.0"),
        bar("K-2 投诉率", Some(42.5), "42.5 · 15 % · 6.4"),
        bar("K-3 Solved first time", Some(0.0), "0 · 20 % · 0.0"),
        bar("K-4 Delivered on time", None, "no data"),
    ];
    same_picture("points", |palette| points::draw(&bars, false, palette));
    let explained = KpiPanel {
        usual: Some([90.5, 97.5]),
        cause: "Easter peak".to_owned(),
        ..panel(vec![Some(92.3), Some(92.2), Some(95.2), Some(94.2), Some(96.1), Some(95.6)], Some(95.0))
    };
    same_picture("kpi-panel-usual", |palette| kpi_panel::draw(&explained, palette));
    let long: Vec<_> = (0..60).map(|month| Some(95.0 + f64::from(month * 7 % 11) / 2.0)).collect();
    same_picture("kpi-panel-long", |palette| kpi_panel::draw(&panel(long.clone(), Some(97.0)), palette));
    let values =
        vec![Some(95.0), Some(94.2), Some(95.6), None, Some(94.8), Some(95.3), Some(88.0), Some(95.1)];
    same_picture("control", |palette| control::draw(&process(values.clone()), palette));
    let cell = |words: &str| words.to_owned();
    let heat = Heat {
        columns: ["2026-01", "2026-02", "26 Q1", "26 H2"].map(str::to_owned).to_vec(),
        rows: vec![
            (
                "K-1 First response".to_owned(),
                vec![
                    Cell::Met(cell("95.6")),
                    Cell::Short(cell("93.1")),
                    Cell::Failed(cell("81.5")),
                    Cell::Missing,
                ],
            ),
            (
                "K-2 一个名称很长、在图里放不下的指标，要截短".to_owned(),
                vec![
                    Cell::NoEvents(cell("无事件")),
                    Cell::Plain(cell("1,234,567.8")),
                    Cell::Met(cell("0.9")),
                    Cell::Short(cell("1.4")),
                ],
            ),
        ],
        key: ["达标", "未达标", "低于底线", "没有事件", "没有数据"].map(str::to_owned),
    };
    same_picture("heat", |palette| heat::draw(&heat, palette));
    let bands = BANDS.map(|(grade, from)| (grade.to_owned(), from));
    let scores = graded(
        &[
            (Some(86.4), "B"),
            (Some(91.0), "A"),
            (None, ""),
            (Some(78.2), "A"),
            (Some(76.0), "C"),
            (Some(83.3), "B"),
        ],
        &bands,
    );
    same_picture("grades", |palette| grades::draw(&scores, 1, palette));
}

fn is_sound(svg: &str) -> bool {
    svg.starts_with("<svg")
        && svg.trim_end().ends_with("</svg>")
        && !svg.contains("NaN")
        && !svg.contains("inf")
}

proptest! {
    #[test]
    fn odd_figures_break_no_picture(
        values in prop::collection::vec(prop::option::of(-1e12_f64..1e12), 0..40),
        target in prop::option::of(-1e12_f64..1e12),
        ends in prop::collection::vec((-2e3_f64..=100.0, -2e3_f64..=100.0), 0..9),
        now in 0.0_f64..=1.0,
        places in prop::collection::vec((1_u8..=5, 1_u8..=5), 0..30),
    ) {
        prop_assert!(is_sound(&kpi_panel::draw(&panel(values.clone(), target), &Palette::LIGHT)));
        let bars: Vec<_> = values.iter().enumerate().map(|(style, value)| bar("<b>&", style, *value)).collect();
        prop_assert!(is_sound(&bars::draw(&bars, target.map(|target| (target, "<&>")), &Palette::DARK)));
        let roles: Vec<_> = values
            .iter()
            .map(|percent| load::Bar { name: "<b>&".repeat(40), percent: *percent, words: "<&>".to_owned() })
            .collect();
        for is_narrow in [false, true] {
            prop_assert!(is_sound(&load::draw(&roles, is_narrow, &Palette::DARK)));
        }
        prop_assert!(is_sound(&weight_sweep::draw(&sweep(ends, now), &Palette::LIGHT)));
        let steps = values.iter().enumerate();
        let steps: Vec<_> = steps
            .map(|(place, value)| step("<b>&", value.unwrap_or(f64::NAN), "<&>", place.is_multiple_of(5)))
            .collect();
        let counts: Vec<_> = values.iter().flatten().map(|count| ("<b>&", count.abs())).collect();
        let scores: Vec<_> = values.iter().map(|score| (*score, "<")).collect();
        let bands = BANDS.map(|(grade, from)| (grade.to_owned(), from));
        for is_narrow in [false, true] {
            prop_assert!(is_sound(&waterfall::draw(&steps, is_narrow, &Palette::LIGHT)));
            prop_assert!(is_sound(&pareto::draw(&causes(&counts), "80 %", is_narrow, &Palette::DARK)));
        }
        prop_assert!(is_sound(&control::draw(&process(values.clone()), &Palette::LIGHT)));
        let cells = values.iter().map(|value| value.map_or(Cell::Missing, |value| Cell::Failed(format!("<{value}"))));
        let heat = Heat {
            columns: vec!["<&>".to_owned(); values.len()],
            rows: vec![("<b>&".repeat(40), cells.collect())],
            ..Heat::default()
        };
        prop_assert!(is_sound(&heat::draw(&heat, &Palette::DARK)));
        prop_assert!(is_sound(&grades::draw(&graded(&scores, &bands), 9, &Palette::DARK)));
        let points: Vec<_> = places
            .iter()
            .map(|(distance, standard)| Point { name: "B-1".to_owned(), distance: *distance, standard: *standard, mark: Mark::Core })
            .collect();
        prop_assert!(is_sound(&quadrant::draw(&points, &quadrant_words(), &Palette::LIGHT)));
        let level = |(required, present): &(u8, u8)| Level {
            name: "<b>&".repeat(usize::from(*required) * 40),
            required: *required,
            present: *present,
            after: Some(*present),
        };
        let levels: Vec<_> = places.iter().map(level).collect();
        prop_assert!(is_sound(&gap::draw(&levels, &["", "<", "&"].map(str::to_owned), &Palette::DARK)));
    }
}
