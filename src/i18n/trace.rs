//! Words of the thread from the goal to the money.

use crate::domain::requirements::trace::Break;
use crate::i18n::macros::{S, apart, texts};

apart!(TraceText);

texts! {
    /// Words of the trace page.
    TraceText {
        lead: fn(usize, usize, usize) -> Vec<String> = |all, whole, breaks| vec![format!("{all} 条线里 {whole} 条从目标一直通到费用；"), if breaks == 0 { "没有断点。".to_owned() } else { format!("{breaks} 处断点。") }], |all, whole, breaks| vec![format!("{whole} of {all} threads lead from a goal to the money;"), match breaks { 0 => "no break.".to_owned(), 1 => "1 break.".to_owned(), count => format!("{count} breaks.") }];
        empty: S = "目标 → 模块 → 功能 → 服务等级 → 指标 → 费用，连成一条线列在这里；哪里断了，用一句话说清楚。先写目标和功能。", "Goal → module → feature → service level → indicator → money: every thread is listed here, and every break in words. Goals and features come first.";
        to_goals: S = "写目标", "Write goals";
        breaks_head: S = "断点", "Breaks";
        threads_head: S = "每一条线", "Every thread";
        columns: [&'static str; 6] = ["目标", "模块", "功能", "服务等级", "指标", "没达到时"], ["Goal", "Module", "Feature", "Service level", "Indicator", "If missed"];
        said: fn(Break, &str) -> String = |place, name| match place {
            Break::UnservedGoal(_) => format!("{name}：没有功能为它服务"),
            Break::EmptyModule(_) => format!("{name}：选了外包，但没有写功能"),
            Break::AimlessFeature(_) => format!("{name}：没有对应的目标"),
            Break::UnguardedFeature(_) => format!("{name} 是必须有，却没有服务等级保障"),
            Break::LooseSla(_) => format!("{name}：没有说保障哪个功能"),
            Break::UnmeasuredSla(_) => format!("{name}：没有指标来看是否达到"),
            Break::FreeSla(_) => format!("{name}：没达到也没有任何后果"),
            Break::LooseKpi(_) => format!("{name}：不对应任何服务等级"),
        }, |place, name| match place {
            Break::UnservedGoal(_) => format!("{name}: no feature serves it"),
            Break::EmptyModule(_) => format!("{name} was chosen, and no feature says what it consists of"),
            Break::AimlessFeature(_) => format!("{name} serves no goal"),
            Break::UnguardedFeature(_) => format!("{name} is a must-have and no service level guards it"),
            Break::LooseSla(_) => format!("{name} guards no feature"),
            Break::UnmeasuredSla(_) => format!("{name}: no indicator shows whether it is kept"),
            Break::FreeSla(_) => format!("{name}: missing it costs nothing"),
            Break::LooseKpi(_) => format!("{name} shows no service level"),
        };
        mend: fn(Break) -> S = |place| match place {
            Break::UnservedGoal(_) | Break::EmptyModule(_) => "为它添加功能",
            Break::UnguardedFeature(_) => "添加服务等级",
            Break::UnmeasuredSla(_) => "按同一公式建指标",
            Break::AimlessFeature(_) => "选目标",
            Break::LooseSla(_) => "选功能",
            Break::FreeSla(_) => "写后果",
            Break::LooseKpi(_) => "选服务等级",
        }, |place| match place {
            Break::UnservedGoal(_) | Break::EmptyModule(_) => "Add a feature for it",
            Break::UnguardedFeature(_) => "Add a service level",
            Break::UnmeasuredSla(_) => "Make the indicator, same formula",
            Break::AimlessFeature(_) => "Choose its goal",
            Break::LooseSla(_) => "Choose the feature",
            Break::FreeSla(_) => "Say what a miss costs",
            Break::LooseKpi(_) => "Choose the service level",
        };
        missing: S = "断", "break";
    }
}
