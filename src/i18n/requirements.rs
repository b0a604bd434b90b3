//! Words of stage 1.

use crate::domain::requirements::baseline::Lack;
use crate::domain::requirements::suitability::{Factor, Verdict, Veto};
use crate::domain::requirements::wording::Openness;
use crate::domain::requirements::{Bound, GoalKind, Priority, Window};
use crate::i18n::format::plural;
use crate::i18n::macros::{S, apart, texts};

apart!(RequirementsText);

texts! {
    /// Words of stage 1.
    RequirementsText {
        goals_empty: S = "外包要带来的成果会列在这里，每项有衡量办法、现值和目标。", "The outcomes to reach are listed here, each with a measure, the value now and the target.";
        add_goal: S = "添加目标", "Add a goal";
        goals_finding: fn(usize, usize) -> String = |all, ready| match (all, ready) { (1, 1) => "这项目标能衡量。".to_owned(), _ if all == ready => format!("{all} 项目标都能衡量。"), _ => format!("{all} 项目标里有 {ready} 项能衡量。") },
            |all, ready| match (all, ready) { (1, 1) => "The goal can be measured.".to_owned(), _ if all == ready => format!("All {all} goals can be measured."), _ => format!("{ready} of {} can be measured.", plural(all, "goal", "goals")) };
        goals_ask: fn(usize) -> String = |count| format!("{count} 项还缺现状值、期限或来源。"), |count| if count == 1 { "One still wants a baseline, a date or a source.".to_owned() } else { format!("{count} still want a baseline, a date or a source.") };
        outsourced: S = "外包什么", "What is outsourced";
        why: S = "为什么外包", "Why";
        frame_head: S = "外包的框架", "What it is about";
        for_how_long: S = "合同期", "Period";
        period: fn(u16) -> String = |months| format!("{months} 个月"), |months| plural(usize::from(months), "month", "months");
        outcome: S = "成果", "Outcome";
        measure: S = "衡量办法", "Measure";
        unit: S = "单位", "Unit";
        baseline: S = "现值", "Now";
        target: S = "目标", "Target";
        target_missing: S = "目标待填", "Target to fill";
        now_to_target: S = "现值 → 目标", "Now → target";
        due: S = "完成日期", "By";
        serves: S = "服务的公司目标", "Company goal it serves";
        goal_kind_label: S = "类别", "Kind";
        goal_kind: fn(Option<GoalKind>) -> S = |kind| match kind { None => "未选", Some(GoalKind::Cost) => "降本", Some(GoalKind::Efficiency) => "提效", Some(GoalKind::Quality) => "提质", Some(GoalKind::Other) => "其他" },
            |kind| match kind { None => "Not chosen", Some(GoalKind::Cost) => "Lower cost", Some(GoalKind::Efficiency) => "Efficiency", Some(GoalKind::Quality) => "Quality", Some(GoalKind::Other) => "Other" };
        goal_source: S = "数字的来源", "Source of the figures";
        monthly_cost: S = "现在每月的全部成本", "Full cost a month today";
        modules_empty: S = "把业务拆成模块，逐个打分，看哪些适合先外包。", "Split the business into modules and rate each to see what fits outsourcing first.";
        add_module: S = "添加模块", "Add a module";
        modules_finding: fn(usize, usize, usize, &[String]) -> Vec<String> = modules_zh, modules_en;
        not_yet: S = "还不能", "Not yet";
        core_column: S = "离核心 1～5", "From core, 1–5";
        standard_column: S = "标准化 1～5", "Standardised, 1–5";
        measurable_column: S = "可量化", "Measurable";
        gap_column: S = "现有能力缺口", "Gap of skills";
        weakest_column: S = "最弱的一项", "Weakest point";
        verdict_column: S = "结论", "Verdict";
        too_broad: fn(usize, usize, usize) -> String =
            |chosen, all, vetoed| if vetoed > 0 { format!("“大而全”：选中的模块里有 {vetoed} 个不该外包。") } else { format!("“大而全”：{all} 个模块选了 {chosen} 个，超过一半，管理会很复杂。") },
            |chosen, all, vetoed| if vetoed > 0 { format!("Too broad: {vetoed} of the chosen modules should not be outsourced.") } else { format!("Too broad: {chosen} of {all} modules are chosen, more than half, which is hard to manage.") };
        module_name: S = "模块", "Module";
        core: S = "是核心业务吗", "Is it the core of the business?";
        measure_named: S = "说得出衡量指标吗", "Can a measure be named?";
        gap: S = "自己团队缺什么能力", "What the own team lacks";
        chosen: S = "列入先外包", "Outsource first";
        factor: fn(Factor) -> S = |factor| match factor {
            Factor::NonCore => "离核心的距离", Factor::Standardised => "标准化", Factor::Measurable => "可衡量", Factor::Documented => "有文档",
            Factor::Separable => "可拆分", Factor::MarketDepth => "供应商多", Factor::DataSensitivity => "数据敏感", Factor::VolumeStability => "业务量稳定",
        }, |factor| match factor {
            Factor::NonCore => "Distance from core", Factor::Standardised => "Standardised", Factor::Measurable => "Measurable", Factor::Documented => "Documented",
            Factor::Separable => "Separable", Factor::MarketDepth => "Many vendors", Factor::DataSensitivity => "Sensitive data", Factor::VolumeStability => "Steady volume",
        };
        factor_ends: fn(Factor) -> [S; 2] = |factor| match factor {
            Factor::NonCore => ["就是核心", "纯属辅助"], Factor::Standardised => ["各做各的", "完全统一"], Factor::Measurable => ["全凭感觉", "都有数字"], Factor::Documented => ["只在人脑里", "全部写下"],
            Factor::Separable => ["拆不开", "独立成块"], Factor::MarketDepth => ["没几家", "随处可找"], Factor::DataSensitivity => ["公开数据", "高度敏感"], Factor::VolumeStability => ["大起大落", "很平稳"],
        }, |factor| match factor {
            Factor::NonCore => ["the core", "support"], Factor::Standardised => ["ad hoc", "uniform"], Factor::Measurable => ["by feel", "all in figures"], Factor::Documented => ["in heads", "all written"],
            Factor::Separable => ["tied in", "stands alone"], Factor::MarketDepth => ["hardly any", "plenty"], Factor::DataSensitivity => ["public", "very sensitive"], Factor::VolumeStability => ["erratic", "steady"],
        };
        factors_note: S = "分越高越适合外包；只有数据敏感相反，分越高越不适合。", "A higher mark speaks for outsourcing; only for sensitive data it speaks against.";
        weak: fn(Factor) -> S = |factor| match factor {
            Factor::NonCore => "离核心近", Factor::Standardised => "做法不统一", Factor::Measurable => "难衡量", Factor::Documented => "文档不全",
            Factor::Separable => "难拆分", Factor::MarketDepth => "供应商少", Factor::DataSensitivity => "数据敏感", Factor::VolumeStability => "业务量波动大",
        }, |factor| match factor {
            Factor::NonCore => "Close to core", Factor::Standardised => "Not standardised", Factor::Measurable => "Hard to measure", Factor::Documented => "Little documented",
            Factor::Separable => "Hard to separate", Factor::MarketDepth => "Few vendors", Factor::DataSensitivity => "Sensitive data", Factor::VolumeStability => "Volume varies",
        };
        verdict: fn(Verdict) -> S = |verdict| match verdict {
            Verdict::Outsource => "先外包", Verdict::Pilot => "先试点", Verdict::Keep => "留在内部", Verdict::InsufficientData => "还没打完分",
        }, |verdict| match verdict {
            Verdict::Outsource => "Outsource first", Verdict::Pilot => "Pilot first", Verdict::Keep => "Keep in house", Verdict::InsufficientData => "Not rated yet",
        };
        veto: fn(Veto) -> S = |veto| match veto { Veto::Core => "属核心业务", Veto::NoMeasure => "没有量化指标" },
            |veto| match veto { Veto::Core => "Core business", Veto::NoMeasure => "No measure" };
        weakest: fn(&str) -> String = |weak| format!("最弱：{weak}"), |weak| format!("Weakest: {weak}");
        document_first: S = "先把做法写成文档", "Write the work down first";
        score_rule: S = "各项评分减 1 除以 4，按权重平均，乘 100；数据敏感反过来算。没打分的不算 0。", "Each rating minus 1, divided by 4, weighted mean times 100; sensitive data count reversed. What is not rated does not count as 0.";
        score: S = "适合度", "Suitability";
        coverage: S = "已打分的权重", "Weight rated";
        quadrant_x: [S; 2] = ["离核心远", "离核心近"], ["Far from core", "Close to core"];
        quadrant_y: S = "标准化程度", "Standardised";
        quadrant_names: [S; 4] = ["先外包", "以后再看", "等一等", "留在内部"], ["Outsource first", "Later", "Wait", "Keep in house"];
        how_to_read: S = "怎么读这张图", "How to read this chart";
        how_to_read_lead: S = "越靠左上，越适合先交出去：不是核心业务，做法又已经标准化。", "The further up and left, the sooner it fits: not core, and done the same way each time.";
        mark_measurable: S = "有可量化的指标", "Has a measure";
        mark_not_yet: S = "还没有指标，先定指标再外包", "No measure yet: name one first";
        mark_core: S = "核心业务", "Core business";
        chosen_head: S = "选定范围", "Chosen set";
        chosen_none: S = "还没选。打开一个模块，勾“列入先外包”。", "Nothing chosen. Open a module and tick “Outsource first”.";
        chosen_share: fn(usize, usize) -> String =
            |chosen, all| format!("{chosen} / {all} 个模块，没有超过一半，不算“大而全”。"), |chosen, all| format!("{chosen} of {all} modules, not more than half, so not too broad.");
        write_scope: fn(usize) -> String =
            |chosen| format!("用这 {chosen} 个模块写范围"), |chosen| if chosen == 1 { "Write the scope for this module".to_owned() } else { format!("Write the scope for these {chosen} modules") };
        quadrant_caption: S = "模块在核心程度和标准化上的位置", "Where the modules stand on core and standard";
        features_empty: S = "服务包含什么、怎样算验收、不包含什么，会一条条列在这里。", "What the service includes, when it counts as accepted and what is excluded is listed here.";
        add_feature: S = "添加功能", "Add a feature";
        features_finding: fn(usize, usize) -> String =
            |all, open| if (all, open) == (1, 0) { "这项功能写全了。".to_owned() } else if open == 0 { format!("{all} 项功能都写全了。") } else { format!("{all} 项功能里有 {open} 项没写全。") },
            |all, open| match (all, open) { (1, 0) => "The feature is complete.".to_owned(), (_, 0) => format!("All {all} features are complete."), (_, 1) => format!("1 of {} is not complete.", plural(all, "feature", "features")), _ => format!("{open} of {all} features are not complete.") };
        wording_finding: fn(usize) -> String = |count| format!("{count} 处用词含糊。"), |count| if count == 1 { "One wording leaves something open.".to_owned() } else { format!("{count} wordings leave something open.") };
        wording_head: S = "用词含糊的地方", "Wordings that leave something open";
        settle: fn(Openness) -> S = |openness| match openness { Openness::Time => "写明多久，例如“2 小时内”", Openness::Quality => "写明指标和目标值", Openness::Extent => "列全，或写明由谁增补", Openness::Discretion => "写明由谁决定", Openness::Amount => "写明数量或上下限" },
            |openness| match openness { Openness::Time => "say how long, for example “within 2 hours”", Openness::Quality => "say by which measure, and how much", Openness::Extent => "list everything, or say who may add to it", Openness::Discretion => "say who decides", Openness::Amount => "give the number or its limits" };
        uncheckable: S = "没有数字、清单、决定人，也没写成“假如 / 当 / 那么”，没法照着验收。", "Without a figure, a list, somebody who decides or a given / when / then it cannot be checked.";
        feature_name: S = "功能", "Feature";
        includes: S = "包含", "Includes";
        acceptance: S = "验收标准", "Acceptance";
        excluded: S = "排除范围", "Excluded";
        excluded_missing: S = "填写排除范围", "Enter the exclusions";
        includes_missing: S = "填写包含的内容", "Enter the contents";
        acceptance_missing: S = "填写验收标准", "Enter the acceptance";
        priority_label: S = "优先级", "Priority";
        priority: fn(Priority) -> S = |priority| match priority { Priority::Must => "必须有", Priority::Should => "应该有", Priority::Could => "可以有", Priority::Wont => "这次不做" },
            |priority| match priority { Priority::Must => "Must", Priority::Should => "Should", Priority::Could => "Could", Priority::Wont => "Won't" };
        goal: S = "来自目标", "From goal";
        prototypes: S = "原型链接，每行一个", "Prototype links, one a line";
        process_name: S = "流程名称", "Process";
        sla_empty: S = "服务等级会列在这里，每条有目标、数据来源和未达标的后果。", "Service levels will be listed here, each with a target, a source and what happens if it is missed.";
        add_sla: S = "添加服务等级", "Add a service level";
        sla_finding: fn(usize, usize) -> String =
            |all, open| if (all, open) == (1, 0) { "这条服务等级写全了。".to_owned() } else if open == 0 { format!("{all} 条服务等级都写全了。") } else { format!("{all} 条服务等级里有 {open} 条没写全。") },
            |all, open| match (all, open) { (1, 0) => "The service level is complete.".to_owned(), (_, 0) => format!("All {all} service levels are complete."), (_, 1) => format!("1 of {} is not complete.", plural(all, "service level", "service levels")), _ => format!("{open} of {all} service levels are not complete.") };
        sla_measure: S = "指标", "Measure";
        definition: S = "定义和公式", "Definition and formula";
        bound_label: S = "方向", "Direction";
        bound: fn(Bound) -> S = |bound| match bound { Bound::AtLeast => "至少 ≥", Bound::AtMost => "至多 ≤" },
            |bound| match bound { Bound::AtLeast => "At least ≥", Bound::AtMost => "At most ≤" };
        window_label: S = "统计周期", "Window";
        window: fn(Window) -> S = |window| match window { Window::Week => "每周", Window::Month => "每月", Window::Quarter => "每季度" },
            |window| match window { Window::Week => "Week", Window::Month => "Month", Window::Quarter => "Quarter" };
        source: S = "数据来源", "Source";
        excludes: S = "不计入", "Does not count";
        penalty: S = "未达标", "If missed";
        guards: S = "保障的功能", "Feature it guards";
        owner: S = "负责人", "Owner";
        definition_missing: S = "填写定义和公式", "Enter the definition and formula";
        basis: S = "数字的依据（不进合同）", "Where the figures come from (not in the contract)";
        measure_missing: S = "填写衡量办法", "Enter the measure";
        source_missing: S = "填写数据来源", "Enter the source";
        penalty_missing: S = "填写未达标的后果", "Enter the penalty";
        lack: fn(Lack, &str) -> String = lack_zh, lack_en;
        lacking: fn(usize) -> String = |count| format!("{count} 处待填"), |count| format!("{count} to fill");
        check_head: S = "确认前核对", "Check before signing";
        change: S = "修改", "Change";
        row_goals: fn(usize) -> String = |count| format!("{count} 项目标"), |count| plural(count, "goal", "goals");
        row_modules: fn(usize) -> String = |count| format!("先外包 {count} 个模块"), |count| plural(count, "module to outsource first", "modules to outsource first");
        row_features: fn(usize) -> String = |count| format!("{count} 项功能"), |count| plural(count, "feature", "features");
        row_sla: fn(usize) -> String = |count| format!("{count} 条服务等级"), |count| plural(count, "service level", "service levels");
        signer: S = "姓名", "Name";
        signer_role: S = "职务", "Role";
        signed_on: S = "日期", "Date";
        version: S = "版本", "Version";
        confirm_action: S = "确认这一版", "Confirm this version";
        reconfirm_action: S = "按现在的内容重新确认", "Confirm again as it is now";
        withdraw_action: S = "撤回确认", "Withdraw";
        signer_missing: S = "填写确认人的姓名", "Enter the name of who confirms";
        not_confirmed: S = "还没确认", "Not confirmed yet";
        changed_since: fn(usize) -> String =
            |count| if count == 0 { "确认后有改动".to_owned() } else { format!("确认后改动 {count} 处") }, |count| if count == 0 { "Changed since signed".to_owned() } else { format!("Changed since signed: {count}") };
        changed_names: S = "项目和双方名称", "Names of project and parties";
        seal_note: S = "确认记录，非电子签名", "Record of confirmation, not an electronic signature";
    }
}

fn modules_zh(all: usize, fit: usize, pilot: usize, core: &[String]) -> Vec<String> {
    let rest = match core {
        [] => format!("{pilot} 个适合先试点。"),
        [one] => format!("{one}属核心业务，应当自留。"),
        [one, other] => format!("{one}和{other}属核心业务，应当自留。"),
        many => format!("{} 个属核心业务，应当自留。", many.len()),
    };
    vec![format!("{all} 个模块里有 {fit} 个适合先外包；"), rest]
}

fn modules_en(all: usize, fit: usize, pilot: usize, core: &[String]) -> Vec<String> {
    let rest = match core {
        [] => format!("{pilot} fit a pilot."),
        [one] => format!("{one} is core business and stays in house."),
        many => format!("{} are core business and stay in house.", many.len()),
    };
    vec![format!("{fit} of {all} modules fit outsourcing first;"), rest]
}

fn lack_zh(lack: Lack, of: &str) -> String {
    let what = match lack {
        Lack::Everything => return format!("{of}还是空的，至少写一条"),
        Lack::Project => return "填写项目名称".to_owned(),
        Lack::Client => return "填写委托方名称".to_owned(),
        Lack::Vendor => return "填写供应商名称".to_owned(),
        Lack::Share => return format!("{of} 的目标是百分比，改到 0～100 之间"),
        Lack::Question => return format!("{of}：双方答得不一样，记成待定问题"),
        Lack::Measure => "衡量办法",
        Lack::Baseline => "现状值",
        Lack::Definition => "定义和公式",
        Lack::Target => "目标",
        Lack::Contents => "包含内容",
        Lack::Acceptance => "验收标准",
        Lack::Exclusions => "排除范围",
        Lack::Source => "数据来源",
        Lack::Penalty => "未达标的后果",
        Lack::Answer => "答复",
        Lack::Owner => "负责人",
        Lack::Due => "期限",
        Lack::Guarded => "保障的功能",
    };
    format!("填写 {of} 的{what}")
}

fn lack_en(lack: Lack, of: &str) -> String {
    let what = match lack {
        Lack::Everything => return format!("{of}: write at least one"),
        Lack::Project => return "Enter the name of the project".to_owned(),
        Lack::Client => return "Enter the name of the client".to_owned(),
        Lack::Vendor => return "Enter the name of the vendor".to_owned(),
        Lack::Share => return format!("{of}: the target is a percentage, set it between 0 and 100"),
        Lack::Question => return format!("{of}: the answers differ; make it an open question"),
        Lack::Measure => "measure",
        Lack::Baseline => "baseline",
        Lack::Definition => "definition and formula",
        Lack::Target => "target",
        Lack::Contents => "contents",
        Lack::Acceptance => "acceptance",
        Lack::Exclusions => "exclusions",
        Lack::Source => "source",
        Lack::Penalty => "penalty",
        Lack::Answer => "answer",
        Lack::Owner => "owner",
        Lack::Due => "due date",
        Lack::Guarded => "feature it guards",
    };
    format!("Enter the {what} for {of}")
}
