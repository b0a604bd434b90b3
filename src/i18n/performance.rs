//! Words of stage 6.

use crate::domain::performance::{Direction, Kpi};
use crate::i18n::macros::{S, apart, texts};

apart!(PerformanceText);

texts! {
    /// Words of stage 6.
    PerformanceText {
        empty: S = "指标会列在这里：分子、分母、目标，每月一个数。", "The KPIs are listed here: numerator, denominator, target, one figure a month.";
        add_kpi: S = "添加指标", "Add a KPI";
        kpi: S = "指标", "KPI";
        numerator: S = "分子", "Numerator";
        denominator: S = "分母", "Denominator";
        unit: S = "单位", "Unit";
        direction_label: S = "方向", "Direction";
        direction: fn(Direction) -> S = |direction| match direction { Direction::Higher => "越高越好", Direction::Lower => "越低越好" },
            |direction| match direction { Direction::Higher => "Higher is better", Direction::Lower => "Lower is better" };
        target: S = "目标（100 分）", "Target (100 points)";
        floor: S = "底线（0 分）", "Floor (0 points)";
        weight: S = "权重 %", "Weight %";
        sla: S = "对应的服务等级", "Service level it shows";
        definitions_head: S = "指标定义", "Definitions";
        formula: S = "算法", "Formula";
        target_column: S = "目标", "Target";
        floor_column: S = "底线", "Floor";
        key_met: S = "达标", "target met";
        key_missed: S = "未达标", "target missed";
        key_target: S = "目标", "target";
        readings_head: S = "每月读数", "Monthly readings";
        vendor: S = "供应商", "Vendor";
        no_vendor: S = "先在选商里添加供应商，才有数可填。", "Add a vendor first; then there is something to measure.";
        month: S = "月份", "Month";
        add_month: S = "添加月份", "Add a month";
        reading_hint: S = "n/a 表示这个月没有事件，不算 0。可以从电子表格粘贴一块。", "n/a means nothing happened that month; it is not 0. A block from a spreadsheet can be pasted.";
        no_data: S = "没有数据", "No data";
        target_label: fn(&str) -> String = |target| format!("目标 {target}"), |target| format!("target {target}");
        chart_finding: fn(&str, &str, &str, Option<bool>) -> String =
            |value, month, target, missed| match missed { None => format!("{month} 为 {value}，没有目标"), Some(true) => format!("{month} 为 {value}，目标 {target}，未达标"), Some(false) => format!("{month} 为 {value}，目标 {target}，达标") },
            |value, month, target, missed| match missed { None => format!("{value} in {month}, no target"), Some(true) => format!("{value} in {month}, target {target} missed"), Some(false) => format!("{value} in {month}, target {target} met") };
        chart_no_data: S = "还没有数据", "No data yet";
        drift_finding: fn(&str, usize) -> String = |kpi, months| format!("{kpi}已连续 {months} 个月变差。"), |kpi, months| format!("{kpi} has been getting worse for {months} months.");
        compare_head: S = "供应商比较", "Vendors compared";
        compare_caption: fn(&str, &str) -> String = |kpi, month| format!("{kpi}，{month}"), |kpi, month| format!("{kpi}, {month}");
        value: S = "本季值", "Value";
    }
}

/// Returns the sign between an indicator and its target.
#[must_use]
pub const fn bound_mark(kpi: &Kpi) -> &'static str {
    match kpi.direction {
        Direction::Higher => "≥",
        Direction::Lower => "≤",
    }
}
