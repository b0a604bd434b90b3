//! Words of the paper of a review; what the page of reviews says too stands in its own table.

use crate::i18n::macros::{S, apart, texts};

apart!(ReviewPaperText);

texts! {
    /// Words of the paper of a review.
    ReviewPaperText {
        of: fn(&str, &str) -> String = |vendor, period| format!("{vendor}，{period}"), |vendor, period| format!("{vendor}, {period}");
        result: S = "结果", "Result";
        graded: fn(&str, &str) -> String = |grade, score| format!("{grade}，{score} 分"), |grade, score| format!("{grade}, {score} points");
        ungraded: S = "不评级：有数据的指标不到权重的 80%。", "No grade: KPIs with data carry less than 80 % of the weight.";
        no_data: S = "还没有数据，不评级。", "No data yet, so no grade.";
        state: S = "状态", "State";
        closed: fn(usize, &str) -> String = |version, date| if version == 1 { format!("{date} 结") } else { format!("第 {version} 版，{date} 结") }, |version, date| if version == 1 { format!("closed on {date}") } else { format!("version {version}, closed on {date}") };
        open: S = "未结：以下按今天的数据", "Open: what follows is by today's data";
        computed: S = "得分怎么算的", "How the points were computed";
        nothing_said: S = "没有写意见。", "Nothing was said.";
        nothing_agreed: S = "没有约定行动。", "No action was agreed.";
        reopened: S = "重新打开的记录", "Opened again";
    }
}
