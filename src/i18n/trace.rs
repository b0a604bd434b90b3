//! Words of the thread from the goal to what a miss costs.

use crate::domain::requirements::trace::Break;
use crate::i18n::macros::{S, apart, texts};

apart!(TraceText);

texts! {
    /// Words of the trace page.
    TraceText {
        lead: fn([usize; 4]) -> Vec<String> = lead_zh, lead_en;
        empty: S = "目标 → 模块 → 功能 → 服务等级 → 指标 → 未达标的代价，连成一条线列在这里；哪里断了，用一句话说清楚。先写目标和功能。", "Goal → module → feature → service level → indicator → what a miss costs: every thread is listed here, and every break in words. Goals and features come first.";
        to_goals: S = "写目标", "Write goals";
        breaks_head: S = "断点", "Breaks";
        threads_head: S = "每一条线", "Every thread";
        columns: [&'static str; 6] = ["目标", "模块", "功能", "服务等级", "指标", "未达标的代价"], ["Goal", "Module", "Feature", "Service level", "Indicator", "What a miss costs"];
        said: fn(Break, &str) -> String = |place, name| match place {
            Break::UnservedGoal(_) => format!("{name}：没有功能为它服务"),
            Break::EmptyModule(_) => format!("{name}：选了外包，但没有写功能"),
            Break::AimlessFeature(_) => format!("{name}：没有对应的目标"),
            Break::HomelessFeature(_) => format!("{name}：没有选所属的模块"),
            Break::OutsideFeature(_) => format!("{name} 所属的模块没有选入外包"),
            Break::UnguardedFeature(_) => format!("{name} 是必须有，却没有服务等级保障"),
            Break::LooseSla(_) => format!("{name}：没有说保障哪个功能"),
            Break::UnmeasuredSla(_) => format!("{name}：没有指标来看是否达到"),
            Break::FreeSla(_) => format!("{name}：未达标也没有任何后果"),
            Break::VagueSla(_) => format!("{name}：未达标的后果没写金额、比例或扣分"),
            Break::LooseKpi(_) => format!("{name}：不对应任何服务等级"),
        }, |place, name| match place {
            Break::UnservedGoal(_) => format!("{name}: no feature serves it"),
            Break::EmptyModule(_) => format!("{name} was chosen, and no feature says what it consists of"),
            Break::AimlessFeature(_) => format!("{name} serves no goal"),
            Break::HomelessFeature(_) => format!("{name} belongs to no module"),
            Break::OutsideFeature(_) => format!("{name} belongs to a module that is not chosen for outsourcing"),
            Break::UnguardedFeature(_) => format!("{name} is a must-have and no service level guards it"),
            Break::LooseSla(_) => format!("{name} guards no feature"),
            Break::UnmeasuredSla(_) => format!("{name}: no indicator shows whether it is kept"),
            Break::FreeSla(_) => format!("{name}: missing it costs nothing"),
            Break::VagueSla(_) => format!("{name}: the penalty names no amount, share or points"),
            Break::LooseKpi(_) => format!("{name} shows no service level"),
        };
        mend: fn(Break) -> S = |place| match place {
            Break::UnservedGoal(_) | Break::EmptyModule(_) => "为它添加功能",
            Break::UnguardedFeature(_) => "添加服务等级",
            Break::UnmeasuredSla(_) => "按同一公式建指标",
            Break::AimlessFeature(_) => "选目标",
            Break::HomelessFeature(_) => "选模块",
            Break::OutsideFeature(_) => "换到别的模块",
            Break::LooseSla(_) => "选功能",
            Break::FreeSla(_) => "写后果",
            Break::VagueSla(_) => "写清扣多少",
            Break::LooseKpi(_) => "选服务等级",
        }, |place| match place {
            Break::UnservedGoal(_) | Break::EmptyModule(_) => "Add a feature for it",
            Break::UnguardedFeature(_) => "Add a service level",
            Break::UnmeasuredSla(_) => "Make the indicator, same formula",
            Break::AimlessFeature(_) => "Choose its goal",
            Break::HomelessFeature(_) => "Choose its module",
            Break::OutsideFeature(_) => "Move the feature",
            Break::LooseSla(_) => "Choose the feature",
            Break::FreeSla(_) => "Say what a miss costs",
            Break::VagueSla(_) => "Name the amount",
            Break::LooseKpi(_) => "Choose the service level",
        };
        choose_module: S = "把模块选入外包", "Choose the module";
        missing: S = "断", "break";
        not_chosen: S = "没有选入", "not chosen";
        no_amount: S = "没写金额", "no amount";
        not_required: S = "不要求", "not required";
        reasoned: S = "不设：", "None needed: ";
        cost_note: S = "代价先按服务等级里写的列出；费用怎么结算，由付款条款来定。", "What a miss costs is shown as the service level says it; how it is settled is for the payment terms.";
    }
}

fn lead_zh([all, whole, early, breaks]: [usize; 4]) -> Vec<String> {
    let early = (0 < early).then(|| format!("{early} 条到功能为止，不需要服务等级；"));
    let breaks = if breaks == 0 { "没有断点。".to_owned() } else { format!("{breaks} 处断点。") };
    let first = format!("{all} 条线里 {whole} 条从目标一直通到未达标的代价；");
    [Some(first), early, Some(breaks)].into_iter().flatten().collect()
}

fn lead_en([all, whole, early, breaks]: [usize; 4]) -> Vec<String> {
    let early = match early {
        0 => None,
        1 => Some("1 ends at its feature and needs no service level;".to_owned()),
        count => Some(format!("{count} end at their feature and need no service level;")),
    };
    let breaks = match breaks {
        0 => "no break.".to_owned(),
        1 => "1 break.".to_owned(),
        count => format!("{count} breaks."),
    };
    let first = format!("{whole} of {all} threads lead from a goal to what a miss costs;");
    [Some(first), early, Some(breaks)].into_iter().flatten().collect()
}
