//! Words of the phases and of the capability gap. One page reads them, so they stand apart from the texts of all pages.

use crate::domain::selection::deciding::Lock;
use crate::i18n::format;
use crate::i18n::macros::{S, apart, texts};

texts! {
    /// Words of the phases and of the capability gap.
    GapText {
        phases_head: S = "分阶段外包的顺序", "In which order to outsource";
        phase_none: S = "没有", "None";
        unrated: fn(&str) -> String = |clauses| format!("还没打完分：{clauses}"), |clauses| format!("Not rated yet: {clauses}");
        head: S = "能力缺口", "Capability gap";
        empty: S = "列出服务需要的能力，填上需要几级、现有几级，就能算出缺口。", "List the skills the service needs, each with the level needed and the level at hand, to see the gap.";
        add_skill: S = "添加能力", "Add a skill";
        nothing_known: S = "还没有一项能力填了大于 0 的权重、需要和现有的等级。", "No skill has a weight above 0 and both levels yet.";
        finding: fn(&str, &str) -> Vec<String> = |gap, after| vec![format!("需要的能力还缺 {gap}%，"), format!("供应商加入后能覆盖 {after}%。")],
            |gap, after| vec![format!("{gap} % of the skill needed is missing;"), format!("with the vendor {after} % is covered.")];
        skill: S = "能力", "Skill";
        weight: S = "权重", "Weight";
        required: S = "需要等级", "Level needed";
        present: S = "现有等级", "Level at hand";
        after: S = "供应商加入后", "With the vendor";
        required_column: S = "需要", "Needed";
        present_column: S = "现有", "At hand";
        after_column: S = "供应商加入后", "With vendor";
        basis: S = "依据", "Basis";
        module: S = "用在模块", "For module";
        gap: S = "缺口", "Gap";
        gap_left: S = "剩余缺口", "Gap left";
        levels: S = "等级：0 不会，1 知道，2 有人带着能做，3 能独立做，4 稳定达标，5 能带人改进。没填全的不计入。", "Levels: 0 none, 1 aware, 2 with guidance, 3 on their own, 4 reliably on target, 5 teach and improve. Incomplete skills are not counted.";
        rule: S = "缺口＝max(0, 需要 − 现有)；缺口率＝Σ 权重×缺口 ÷ Σ 权重×需要。供应商加入后取两者中较高的等级，覆盖率＝100 − 剩余缺口率。", "Gap = max(0, needed − at hand); gap % = Σ weight × gap ÷ Σ weight × needed. With the vendor the higher level counts; coverage = 100 − the gap left.";
        caption: S = "各项能力需要、现有和供应商加入后的等级", "Levels needed, at hand and with the vendor";
        key: [S; 3] = ["现有", "缺口", "供应商加入后"], ["At hand", "Gap", "With the vendor"];
        short_head: S = "把缺口变成评分准则", "From gap to criterion";
        short_lead: S = "缺什么能力，就按什么能力给供应商打分。新准则权重为 0，到“能力”页再分权重。", "Score vendors on what is missing. A new criterion weighs 0 until you weight it on the Capability page.";
        none_short: S = "没有缺口。", "There is no gap.";
        locked: fn(Lock) -> (String, S) = |lock| match lock {
            Lock::Scores(date) => (format!("评分已于 {} 锁定，准则不能再加，所以缺口现在做不成评分准则。", format::date(date)), "到 3.2 写明原因、解锁评分"),
            Lock::Decision(date) => (format!("决定已于 {} 锁定，准则不能再加，所以缺口现在做不成评分准则。", format::date(date)), "先到 3.6 解锁决定"),
        }, |lock| match lock {
            Lock::Scores(date) => (format!("Scores were locked on {}, so no criterion can be added and no gap becomes one now.", format::date(date)), "Unlock the scores in 3.2, with a reason"),
            Lock::Decision(date) => (format!("The decision was locked on {}, so no criterion can be added and no gap becomes one now.", format::date(date)), "Unlock the decision in 3.6 first"),
        };
        name_first: S = "先给这项能力起个名字", "Name the skill first";
        make: S = "做成评分准则", "Make it a criterion";
        is_criterion: fn(&str) -> String = |clause| format!("已是评分准则 {clause}"), |clause| format!("Criterion {clause}");
        criterion_hint: fn(u8, u8) -> String = |required, present| format!("需要 {required} 级，自己现有 {present} 级"), |required, present| format!("Level {required} needed, level {present} at hand");
        anchors: [S; 6] = [
            "没有这项能力", "只有个别人了解", "有人带着能做", "能独立做，有一个可核实的案例", "稳定达标，有 6 个月以上的数据", "能带人改进，有改进前后的数据",
        ], [
            "Not there", "Some people know of it", "Done with guidance", "Done on their own, with one case that can be checked", "Reliably on target, with data of six months or more", "Teach and improve it, with data from before and after",
        ];
        unplaced: S = "打开一个模块，给它的各项因素打分，这里就画出象限、排出先后。", "Open a module and rate its factors: the quadrant and the order of the modules appear here.";
    }
}

apart!(GapText);
