//! Words of the indicators: their formulas, their periods, where their figures come from, and their charts.

use crate::domain::performance::control::Signal;
use crate::domain::performance::expression::{DEEPEST, Fault, LONGEST};
use crate::domain::performance::records::Entered;
use crate::domain::period::Cycle;
use crate::i18n::format;
use crate::i18n::macros::{S, apart, texts};

apart!(KpisText);

texts! {
    /// Words of the indicators.
    KpisText {
        cycle_label: S = "按什么周期看", "Look at them by";
        cycle: fn(Cycle) -> S = |cycle| match cycle { Cycle::Month => "月", Cycle::Quarter => "季度", Cycle::HalfYear => "半年" },
            |cycle| match cycle { Cycle::Month => "Month", Cycle::Quarter => "Quarter", Cycle::HalfYear => "Half-year" };
        first_month: S = "财年从几月开始", "The year begins in";
        first_hint: S = "年度按开始的那一年称呼", "A year is named after the one it begins in";
        finding: fn(usize, usize, usize, &str) -> String = |all, missed, open, period| {
            let met = if missed == 0 { format!("{period}，{all} 项有数据的指标都达标") } else { format!("{period}，{all} 项有数据的指标里 {missed} 项未达标") };
            if open == 0 { format!("{met}。") } else { format!("{met}，{open} 项没有数据。") }
        }, |all, missed, open, period| {
            let met = if missed == 0 { match all { 1 => format!("The only KPI with data met its target in {period}"), _ => format!("All {all} KPIs with data met their target in {period}") } } else { format!("{missed} of {} with data missed {} target in {period}", format::plural(all, "KPI", "KPIs"), if missed == 1 { "its" } else { "their" }) };
            if open == 0 { format!("{met}.") } else { format!("{met}; {open} had none.") }
        };
        nothing: fn(&str) -> String = |vendor| format!("{vendor}还没有读数。"), |vendor| format!("{vendor} has no readings yet.");
        cycle_rule: S = "一个周期的值，是其中有数据的各月的平均。", "The value of a period is the mean of its months with data.";
        show_usual: S = "画出平常的波动范围", "Show what is usual";
        key_floor: S = "底线", "floor";
        key_usual: S = "平常的范围", "what is usual";

        process_head: S = "信号还是噪声", "Signal or noise";
        process_hint: S = "平常的范围 = 平均值 ± 2.66 × 平均移动极差。落在范围外，或连续 8 个月在平均值同一侧，才算信号；其余的起伏不必追问。", "What is usual = mean ± 2.66 × mean moving range. A value outside it, or eight months in a row on one side of the mean, is a signal; other ups and downs need no explanation.";
        process_finding: fn(&[String]) -> String = |names| if names.is_empty() { "没有信号：各项指标都在平常的范围里起伏。".to_owned() } else { format!("{}有信号，其余只是平常的起伏。", names.join("、")) },
            |names| if names.is_empty() { "No signal: every KPI moves within what is usual for it.".to_owned() } else { format!("There is a signal in {}; the rest is noise.", names.join(", ")) };
        process_caption: fn(&str, usize, &str) -> String = |kpi, signals, usual| if signals == 0 { format!("{kpi}没有信号，平常在 {usual} 之间。") } else { format!("{kpi}有 {signals} 个月是信号，平常在 {usual} 之间。") },
            |kpi, signals, usual| if signals == 0 { format!("{kpi}: no signal; {usual} is usual.") } else { format!("{kpi}: {} a signal; {usual} is usual.", if signals == 1 { "1 month is".to_owned() } else { format!("{signals} months are") }) };
        process_few: fn(usize, usize) -> String = |there, needed| format!("有 {there} 个月的数据，至少要 {needed} 个月才看得出什么是平常"), |there, needed| format!("{} with data; {needed} are needed to say what is usual", format::plural(there, "month", "months"));
        process_columns: [S; 5] = ["指标", "有数据的月", "平均", "平常的范围", "最近的信号"], ["KPI", "Months with data", "Mean", "Usual", "Latest signal"];
        process_parts: [S; 2] = ["各月的值", "与上一个值的差（移动极差）"], ["Values", "Change from the value before (moving range)"];
        process_table: [S; 4] = ["月份", "值", "移动极差", "信号"], ["Month", "Value", "Moving range", "Signal"];
        signal: fn(Signal) -> S = |signal| match signal { Signal::Above => "高于范围", Signal::Below => "低于范围", Signal::RunAbove => "连续 8 个月高于平均", Signal::RunBelow => "连续 8 个月低于平均" },
            |signal| match signal { Signal::Above => "above the limits", Signal::Below => "below the limits", Signal::RunAbove => "eight in a row above the mean", Signal::RunBelow => "eight in a row below the mean" };
        no_signal: S = "没有", "none";
        mean: S = "平均值", "Mean";
        mean_range: S = "平均移动极差", "Mean moving range";

        compare_finding: fn(&str, &str, usize, usize) -> String = |best, value, missed, all| {
            let rest = match missed { 0 => "，都达标".to_owned(), _ => format!("，{all} 家里有 {missed} 家未达标") };
            format!("{best}最好：{value}{rest}。")
        }, |best, value, missed, all| {
            let rest = match missed { 0 => "all meet the target".to_owned(), _ => format!("{missed} of {all} miss the target") };
            format!("{best} does best with {value}; {rest}.")
        };
        compare_alone: fn(&str, &str) -> String = |best, value| format!("{best}：{value}。"), |best, value| format!("{best}: {value}.");
        compare_none: S = "这个周期没有一家有数据。", "No vendor has data in this period.";
        period_label: S = "周期", "Period";

        heat_head: S = "各指标各周期", "All KPIs by period";
        heat_finding: fn(&str, usize, usize, usize) -> String = |vendor, missed, failed, all| format!("{vendor}的 {all} 个值里，{missed} 个未达标，其中 {failed} 个低于底线。"),
            |vendor, missed, failed, all| format!("{vendor}: {missed} of {all} values miss their target, {failed} of them their floor too.");
        heat_key: [S; 5] = ["达标", "未达标", "低于底线", "没有事件", "没有数据"], ["target met", "target missed", "floor missed", "no events", "no data"];
        no_events: S = "无事件", "none";

        points_head: S = "评分卡", "Scorecard";
        points_finding: fn(&str, &str, &str) -> String = |vendor, period, score| format!("{vendor}在 {period} 得 {score} 分。"), |vendor, period, score| format!("{vendor} scores {score} in {period}.");
        points_none: fn(&str, &str) -> String = |vendor, period| format!("{vendor}在 {period} 没有计分的数据。"), |vendor, period| format!("{vendor} has no data that count for a score in {period}.");
        points_words: fn(&str, &str, &str) -> String = |points, weight, counts| format!("{points} 分 × {weight}% = {counts}"), |points, weight, counts| format!("{points} × {weight} % = {counts}");
        points_columns: [S; 4] = ["指标", "得分", "有效权重 %", "计入"], ["KPI", "Points", "Effective weight %", "Counts"];
        to_reviews: S = "等级和评语在评分页", "Grades and comments are on the reviews page";

        causes_head: S = "为什么未达标", "Why targets were missed";
        causes_finding: fn(&[String], &str, usize) -> String = |names, share, all| format!("{all} 次未达标里，{share}% 出在{}。", names.join("、")),
            |names, share, all| format!("{} {share} % of {}.", list_does(names), format::plural(all, "missed target", "missed targets"));
        causes_none: S = "没有一次未达标。", "No target was missed.";
        causes_unsaid: fn(usize) -> String = |all| format!("{all} 次未达标都还没写原因。"), |all| format!("None of {} has a cause yet.", format::plural(all, "missed target", "missed targets"));
        no_cause: S = "还没写原因", "No cause said";
        causes_columns: [S; 4] = ["原因", "次数", "占比 %", "累计 %"], ["Cause", "Times", "Share %", "Together %"];
        cause_words: fn(usize) -> String = |count| format!("{count} 次"), |count| format::plural(count, "time", "times");
        together: fn(&str) -> String = |share| format!("累计 {share}"), |share| format!("together {share}");
        breach_columns: [S; 5] = ["指标", "月份", "值", "目标", "原因"], ["KPI", "Month", "Value", "Target", "Cause"];
        cause_of: fn(&str, &str) -> String = |kpi, month| format!("{kpi} {month} 未达标的原因"), |kpi, month| format!("Why {kpi} missed its target in {month}");
        cause_hint: S = "同样的原因写同样的词，这里会给出用过的词；最近一次的原因也写在图上。", "Write the same words for the same cause; words used before are offered. The latest cause also stands in the chart.";
        more: fn(usize) -> String = |count| format!("再看 {count} 行"), |count| format!("Show {count} more");

        coverage_head: S = "数据质量", "How good the data are";
        coverage_finding: fn(&str, usize, usize) -> String = |vendor, there, due| if there == due { format!("{vendor}该有的 {due} 个数都在。") } else { format!("{vendor}该有 {due} 个数，缺 {} 个。", due - there) },
            |vendor, there, due| if there == due { format!("All {due} figures due from {vendor} are there.") } else { format!("{} of {due} figures due from {vendor} are missing.", due - there) };
        coverage_columns: [S; 4] = ["指标", "有数据的月 / 应有的月", "怎么来的", "最近改动"], ["KPI", "Months with data / due", "How entered", "Last change"];
        coverage_missing: fn(&str) -> String = |months| format!("缺 {months}"), |months| format!("missing {months}");
        coverage_no_events: fn(usize) -> String = |count| format!("{count} 个月没有事件"), |count| format!("no events in {}", format::plural(count, "month", "months"));
        not_counted: fn(&str) -> String = |text| format!("“{text}”不是数，还没算。写成 96.5；没有事件写 n/a。"), |text| format!("“{text}” is no number and not counted yet. Write 96.5, or n/a where nothing happened.");
        pasted_left: fn(usize) -> String = |count| format!("{count} 个单元格没有粘贴：公式算出的，或超出最后一列。"), |count| format!("{} left out: a formula computes there, or no column is.", format::plural(count, "pasted cell was", "pasted cells were"));
        judged_there: S = "由评审打分；分数在评审里", "Judged at the reviews; its marks stand there";
        coverage_judged: fn(&str) -> String = |kpis| format!("{kpis} 由评审打分，不按月要数；分数在："), |kpis| format!("{kpis}: judged at the reviews, so no month is due; the marks stand under");
        off_scale: fn(f64, f64, f64) -> String = off_scale_zh, off_scale_en;
        coverage_hint: S = "应有的月：从这家供应商最早的读数，到上个月。没有事件的月算有数据；定性指标在评审里打分，不按月算。", "Months due: from the vendor's first reading to last month. A month in which nothing happened counts as data; judged KPIs get their marks in reviews, not by month.";
        entered: fn(Entered, usize) -> String = |entered, count| format!("{} {count}", match entered { Entered::Typed => "手填", Entered::Pasted => "粘贴", Entered::Computed => "算出", Entered::Counted => "取自本项目" }),
            |entered, count| format!("{count} {}", match entered { Entered::Typed => "typed", Entered::Pasted => "pasted", Entered::Computed => "computed", Entered::Counted => "counted here" });
        and_more: fn(&str, usize) -> String = |first, more| format!("{first} 等 {more} 个月"), |first, more| format!("{first} and {more} more");

        counter: S = "对照指标", "Counter-metric";
        counter_column: S = "对照", "Counter";

        formula_field: S = "公式", "Formula";
        formula_hint: S = "写数的名称和 + − × ÷、括号、min、max，例如 100 × 按期验收 ÷ 应交付。空着就直接填值。", "Names of numbers with + − × ÷, parentheses, min and max, for example 100 * accepted / due. Leave it empty to enter values as they are.";
        starters: [(S, S); 4] = [("占比 %", "100 × 达到的 ÷ 全部"), ("平均", "合计 ÷ 次数"), ("节约 %", "100 × (基线 − 实际) ÷ 基线"), ("推荐值", "100 × (推荐 − 贬损) ÷ 回答")],
            [("Share in %", "100 * met / all"), ("Mean", "sum / count"), ("Saving in %", "100 * (baseline - actual) / baseline"), ("Promoter score", "100 * (promoters - detractors) / answers")];
        starters_label: S = "从这里开始：", "Start from:";
        sample_head: S = "试算", "Try it";
        sample_hint: S = "这些数只用来试，不会存下。", "These numbers are for trying only; they are not kept.";
        sample_result: fn(&str) -> String = |value| format!("结果 {value}"), |value| format!("Result {value}");
        sample_none: S = "结果：没有数据（除数是 0，或数太大）", "Result: no data (divided by zero, or too large)";
        names_nothing: S = "公式里没有任何数的名称，每个月都一样，所以不据此计算取值", "The formula names no number: it would be the same every month, so no reading is computed from it";
        sample_missing: fn(&str) -> String = |names| format!("填 {names} 才算得出"), |names| format!("Fill in {names} to get a result");
        formula_rule: S = "公式里的名称换成填的数。除以 0 就是没有数据，不是 0。", "Names are replaced by the numbers entered. Divided by zero is no data, not 0.";
        left_inputs: fn(&str, usize) -> String = |name, months| format!("“{name}”还留着 {months} 个月的数，公式里没有这个名称。"), |name, months| format!("{} kept under “{name}”, which the formula does not have.", format::plural(months, "number is", "numbers are"));
        move_to: fn(&str) -> String = |name| format!("归到“{name}”"), |name| format!("Move to “{name}”");
        beyond_whole: S = "百分数可以在 0～100 以外", "Percentages may lie outside 0–100";
        no_share: fn(f64) -> String = no_share_zh, no_share_en;
        fault: fn(&Fault) -> String = |fault| match fault {
            Fault::Empty => "还没写公式。".to_owned(),
            Fault::TooLong => format!("公式最多 {LONGEST} 个字符。"),
            Fault::TooDeep => format!("括号最多套 {DEEPEST} 层。"),
            Fault::UnknownSign('%' | '％') => "这里不能写 %。要百分数就乘以 100。".to_owned(),
            Fault::UnknownSign(sign) => format!("“{sign}”在公式里没有意思，删掉它。"),
            Fault::NotANumber(text) => format!("“{text}”不是一个数。"),
            Fault::ValueMissing(None) => "后面还缺一个数或名称。".to_owned(),
            Fault::ValueMissing(Some(text)) => format!("“{text}”前面缺一个数或名称。"),
            Fault::OperatorMissing(text) => format!("“{text}”前面缺 + − × ÷。"),
            Fault::Unclosed => "这个括号没有关上。".to_owned(),
            Fault::Unopened => "这个右括号前面没有对应的左括号。".to_owned(),
            Fault::StrayComma => "逗号只用在 min 和 max 的括号里；数里不写逗号。".to_owned(),
            Fault::WithoutParentheses(name) => format!("“{name}”后面要写括号，例如 {name}(a, b)。"),
            Fault::UnknownFunction(name) => format!("没有“{name}(…)”，只有 min(…) 和 max(…)。要相乘就写 ×。"),
        }, |fault| match fault {
            Fault::Empty => "There is no formula yet.".to_owned(),
            Fault::TooLong => format!("A formula has at most {LONGEST} letters."),
            Fault::TooDeep => format!("Parentheses stand in each other at most {DEEPEST} deep."),
            Fault::UnknownSign('%' | '％') => "% has no place here. Multiply by 100 for a percentage.".to_owned(),
            Fault::UnknownSign(sign) => format!("“{sign}” has no meaning in a formula. Take it out."),
            Fault::NotANumber(text) => format!("“{text}” is not a number."),
            Fault::ValueMissing(None) => "A number or a name is missing at the end.".to_owned(),
            Fault::ValueMissing(Some(text)) => format!("A number or a name is missing before “{text}”."),
            Fault::OperatorMissing(text) => format!("+ − × ÷ is missing before “{text}”."),
            Fault::Unclosed => "This parenthesis is not closed.".to_owned(),
            Fault::Unopened => "This parenthesis closes one that was not opened.".to_owned(),
            Fault::StrayComma => "A comma stands only in min(…) and max(…); write numbers without one.".to_owned(),
            Fault::WithoutParentheses(name) => format!("Write parentheses behind “{name}”, as in {name}(a, b)."),
            Fault::UnknownFunction(name) => format!("There is no “{name}(…)”, only min(…) and max(…). To multiply, write *."),
        };

        inputs_head: S = "按公式填数", "Numbers of the formulas";
        inputs_hint: S = "填每个月的数，读数由公式算出；填的数留着。", "Enter the numbers of each month; the formula makes the reading, and the numbers are kept.";
        inputs_kpi: S = "哪项指标", "For which KPI";
        result: S = "读数", "Reading";
        computed_note: S = "ƒ 由公式算出，改数在“按公式填数”", "ƒ computed by the formula; change it under “Numbers of the formulas”";
        earlier: fn(usize) -> String = |count| format!("显示更早的 {count} 个月"), |count| format!("Show {count} earlier months");
    }
}

/// Says in Chinese that a number of percent is no share.
pub(super) fn no_share_zh(value: f64) -> String {
    let value = format::number(value, 2);
    format!("{value}% 不可能：占比在 0～100 之间。改这个数；节约、流失等可以超出的指标，在定义里勾选。")
}

/// Says in Chinese that a number lies outside the scale of a mark.
pub(super) fn off_scale_zh(value: f64, low: f64, high: f64) -> String {
    let [value, low, high] = [value, low, high].map(|number| format::number(number, 2));
    format!("{value} 不在打分的 {low}～{high} 之间。改这个数。")
}

/// Says in English that a number lies outside the scale of a mark.
pub(super) fn off_scale_en(value: f64, low: f64, high: f64) -> String {
    let [value, low, high] = [value, low, high].map(|number| format::number(number, 2));
    format!("{value} is no mark: marks lie between {low} and {high}. Mend the number.")
}

/// Says in English that a number of percent is no share.
pub(super) fn no_share_en(value: f64) -> String {
    let value = format::number(value, 2);
    format!(
        "{value} % cannot be: a share lies between 0 and 100. Mend the number, or tick at the KPI that its values may lie outside, as savings and turnover do."
    )
}

fn list_does(names: &[String]) -> String {
    match names {
        [one] => format!("{one} makes up"),
        _ => format!("{} make up", names.join(", ")),
    }
}
