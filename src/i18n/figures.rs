//! Words of figures that come from tables of elsewhere.

use crate::domain::collaboration::history::columns::DateOrder;
use crate::exchange::readings::Decimal;
use crate::exchange::readings::plan::Why;
use crate::i18n::format;
use crate::i18n::kpis::{no_share_en, no_share_zh, off_scale_en, off_scale_zh};
use crate::i18n::macros::{S, apart, texts};

apart!(FiguresText);

texts! {
    /// Words of figures from tables of elsewhere.
    FiguresText {
        head: S = "从表格读入", "Read in a table";
        lead: S = "粘贴或选一个 CSV 文件：每列一项指标、每行一个月；或者每行一个数。下面先看怎么读，再读入。", "Paste a table or choose a CSV file: a KPI a column and a month a row, or one figure a row. You see how it is read before anything is taken.";
        paste: S = "粘贴表格", "Paste a table";
        file: S = "或者选文件", "Or choose a file";
        pasted: S = "粘贴的表格", "Pasted table";
        got: fn(&str, usize, usize) -> String = |name, rows, columns| format!("{name}：{rows} 行，{columns} 列。"), |name, rows, columns| format!("{name}: {}, {}.", format::plural(rows, "row", "rows"), format::plural(columns, "column", "columns"));
        turned: S = "月份在第一行，表格转过来读。", "Months stand in the first row, so the table is turned.";
        remembered: S = "列的含义照上次同样表头的表格。", "Columns are read as last time, when the heads were the same.";
        too_large: fn(u64) -> String = |limit| format!("表格太大，最多 {} KB。", limit / 1024), |limit| format!("This table is too large; at most {} KB can be read.", limit / 1024);
        not_text: S = "这不是文本文件。存成 CSV 再选。", "This is not a text file. Save it as CSV and choose it again.";
        no_rows: S = "除了表头没有别的行。", "There is nothing below the heads.";
        column: fn(usize, &str) -> String = |place, head| if head.is_empty() { format!("第 {place} 列") } else { format!("第 {place} 列“{head}”") },
            |place, head| if head.is_empty() { format!("Column {place}") } else { format!("Column {place}, “{head}”") };
        columns_head: S = "各列是什么", "What the columns hold";
        ignored: S = "不读", "Leave out";
        month: S = "月份", "Month";
        vendor: S = "供应商", "Vendor";
        kpi: S = "指标", "KPI";
        value: S = "读数", "Reading";
        reading_of: fn(&str) -> String = |kpi| format!("{kpi} 的读数"), |kpi| format!("Reading of {kpi}");
        input_of: fn(&str, &str) -> String = |kpi, name| format!("{kpi} 的“{name}”"), |kpi, name| format!("“{name}” of {kpi}");
        decimal_label: S = "小数点", "Decimal sign";
        decimal: fn(Decimal) -> S = |decimal| match decimal { Decimal::Point => "1,234.56", Decimal::Comma => "1.234,56" },
            |decimal| match decimal { Decimal::Point => "1,234.56", Decimal::Comma => "1.234,56" };
        order_label: S = "不以年开头的日期", "Dates that do not begin with the year";
        order: fn(DateOrder) -> S = |order| match order { DateOrder::DayFirst => "日在前：31.12.2026", DateOrder::MonthFirst => "月在前：12/31/2026" },
            |order| match order { DateOrder::DayFirst => "Day first: 31.12.2026", DateOrder::MonthFirst => "Month first: 12/31/2026" };
        not_ready: S = "指定哪一列是月份，以及哪一列是哪项指标的数。", "Say which column holds the month and which the figures of a KPI.";
        summary: fn(usize, usize, usize, usize) -> String = |new, changed, same, refused| {
            let mut said = format!("新增 {new} 个数，改动 {changed} 个");
            if same > 0 { said += &format!("，{same} 个已经是这样"); }
            if refused > 0 { said += &format!("；{refused} 处不能读入"); }
            said + "。"
        }, |new, changed, same, refused| {
            let mut said = format!("{new} new, {changed} changed");
            if same > 0 { said += &format!(", {same} as before"); }
            if refused > 0 { said += &format!("; {refused} cannot be taken"); }
            said + "."
        };
        take: fn(usize) -> String = |count| format!("读入 {count} 个数"), |count| format!("Take {}", format::plural(count, "figure", "figures"));
        discard: S = "不读了", "Put it away";
        taken: fn(usize, usize) -> String = |taken, left| if left == 0 { format!("读入了 {taken} 个数。") } else { format!("读入了 {taken} 个数，{left} 处留在原表里。") },
            |taken, left| if left == 0 { format!("{} taken.", format::plural(taken, "figure", "figures")) } else { format!("{} taken; {left} were left out.", format::plural(taken, "figure", "figures")) };
        refused_head: S = "不能读入的", "What cannot be taken";
        refused_columns: [S; 4] = ["行", "列", "内容", "为什么"], ["Row", "Column", "Cell", "Why"];
        taken_head: S = "会读入的", "What will be taken";
        taken_columns: [S; 4] = ["指标", "月份", "现在", "读入后"], ["KPI", "Month", "Now", "Then"];
        ahead: fn(usize, &str) -> String = |count, last| format!("其中 {count} 个数的月份还没到（到 {last}）。看看年份。"), |count, last| format!("{} for months still to come, up to {last}. Check the year.", format::plural(count, "figure is", "figures are"));
        and_more: fn(usize) -> String = |count| format!("还有 {count} 处"), |count| format!("and {count} more");
        why: fn(&Why) -> String = |why| match why {
            Why::NoMonth => "这一行没有月份。写上月份。".to_owned(),
            Why::NotAMonth => "不是月份。写成 2026-03、2026/3/31 或 31.03.2026。".to_owned(),
            Why::UnknownVendor => "没有叫这个名称的供应商。".to_owned(),
            Why::UnknownKpi => "没有叫这个名称的指标。写编号或名称。".to_owned(),
            Why::NotANumber => "不是数。没有事件写 n/a。".to_owned(),
            Why::OtherDecimal => "小数点写法和别的数不一样。".to_owned(),
            Why::Twice(row) => format!("第 {row} 行已经有这个月。"),
            Why::OddShare(value) => no_share_zh(*value),
            Why::OddCount(value) => format!("件数不会是 {}。写 0 或正整数。", format::number(*value, 2)),
            Why::OffScale(value, low, high) => off_scale_zh(*value, *low, *high),
            Why::AQuarter => "这是季度，读数按月存。写成其中一个月，例如 2027-09。".to_owned(),
        }, |why| match why {
            Why::NoMonth => "Its row says no month. Write one.".to_owned(),
            Why::NotAMonth => "Not a month. Write 2026-03, 2026/3/31 or 31.03.2026.".to_owned(),
            Why::UnknownVendor => "No vendor is called this.".to_owned(),
            Why::UnknownKpi => "No KPI is called this. Write its number or its name.".to_owned(),
            Why::NotANumber => "Not a number. Write n/a where nothing happened.".to_owned(),
            Why::OtherDecimal => "Its decimal sign is not that of the others.".to_owned(),
            Why::Twice(row) => format!("Row {row} has this month already."),
            Why::OddShare(value) => no_share_en(*value),
            Why::OddCount(value) => format!("There cannot be {} cases. Write a whole number from 0.", format::number(*value, 2)),
            Why::OffScale(value, low, high) => off_scale_en(*value, *low, *high),
            Why::AQuarter => "A quarter; readings are kept by month. Write one of its months, for example 2027-09.".to_owned(),
        };
    }
}
