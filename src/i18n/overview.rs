//! Words of the overview, and of requirements and vendors where the frame and the overview speak of them.

use crate::domain::language::Language;
use crate::domain::profile::Side;
use crate::domain::progress::notes::StageNote;
use crate::domain::progress::{Next, StageState};
use crate::domain::sheet::{SheetKind, SheetState};
use crate::domain::task::Task;
use crate::i18n::common;
use crate::i18n::format;
use crate::i18n::macros::{S, texts};

fn stage_zh(state: StageState) -> S {
    match state {
        _ if state.problems > 0 => "有问题",
        _ if state.done == state.total => "已完成",
        _ if state.started => "进行中",
        _ if state.waits => "尚不能开始：先选定供应商",
        _ => "未开始",
    }
}

fn stage_en(state: StageState) -> S {
    match state {
        _ if state.problems > 0 => "Needs fixing",
        _ if state.done == state.total => "Done",
        _ if state.started => "In progress",
        _ if state.waits => "Cannot start yet: choose a vendor first",
        _ => "Not started",
    }
}

fn note_zh(note: &StageNote) -> String {
    match note {
        StageNote::Signed(date) => {
            let date = date.map(|date| format!("，{}", format::day(date, Language::Zh))).unwrap_or_default();
            format!("双方已确认{date}")
        }
        StageNote::SignedByOne { client } => {
            format!("{}已确认，等另一方", if *client { common::ZH.client } else { common::ZH.vendor })
        }
        StageNote::MatrixRows(rows) => format!("责任矩阵有 {rows} 行要改"),
        StageNote::Sheets { submitted, all } => format!("评分表已交 {submitted} / {all} 份"),
        StageNote::ScoresLocked(date) => {
            format!("评分已于 {} 锁定，还没决定", format::day(*date, Language::Zh))
        }
        StageNote::Chosen(clause, name) => format!("已选定 {clause} {name}"),
        StageNote::Overdue(late) => format!("{late} 个里程碑逾期"),
        StageNote::AboveLine { risks, unowned: 0 } => format!("{risks} 项在容忍线以上，都有负责人"),
        StageNote::AboveLine { risks, unowned } => format!("{risks} 项在容忍线以上，{unowned} 项没有负责人"),
        StageNote::TargetsMet { met, all } => format!("最近一次读数 {all} 项里达标 {met} 项"),
    }
}

fn note_en(note: &StageNote) -> String {
    match note {
        StageNote::Signed(date) => {
            let date = date.map(|date| format!(", {}", format::day(date, Language::En))).unwrap_or_default();
            format!("Signed by both{date}")
        }
        StageNote::SignedByOne { client } => {
            format!(
                "{} has confirmed, the other side has not",
                if *client { common::EN.client } else { common::EN.vendor }
            )
        }
        StageNote::MatrixRows(1) => "1 row of the matrix".to_owned(),
        StageNote::MatrixRows(rows) => format!("{rows} rows of the matrix"),
        StageNote::Sheets { submitted, all } => format!("Score sheets: {submitted} of {all} in"),
        StageNote::ScoresLocked(date) => {
            format!("Scores locked {}, not decided", format::day(*date, Language::En))
        }
        StageNote::Chosen(clause, name) => format!("{clause} {name} chosen"),
        StageNote::Overdue(1) => "1 milestone overdue".to_owned(),
        StageNote::Overdue(late) => format!("{late} milestones overdue"),
        StageNote::AboveLine { risks, unowned: 0 } => format!("{risks} above the line, all owned"),
        StageNote::AboveLine { risks, unowned } => {
            format!("{risks} above the line, {unowned} without an owner")
        }
        StageNote::TargetsMet { met, all } => format!("{met} of {all} targets met at the latest reading"),
    }
}

fn next_zh(next: &Next) -> String {
    match next {
        Next::MendRow { clause, name, no_accountable: true } => {
            format!("{clause}“{name}”还没有批准人，出了事没人拍板。")
        }
        Next::MendRow { clause, name, .. } => format!("{clause}“{name}”的责任分工有问题，附件签不了。"),
        Next::CompleteFeature { clause, name } => {
            format!("{clause}“{name}”的内容、验收标准或排除范围没写全，容易扯皮。")
        }
        Next::SetSlaTarget { clause, name } => format!("{clause}“{name}”没有目标值，服务等级协议无法执行。"),
        Next::CollectScores { submitted, all } => {
            format!("评分表交了 {submitted}/{all} 份，交齐并锁定后才看得到报价。")
        }
        Next::Overdue { clause, name, due } => {
            format!("{clause}“{name}”{} 就该完成了。", format::day(*due, Language::Zh))
        }
        Next::Look { task: Task::Plans, clause, name, due } => {
            format!("{clause}“{name}”的预案 {} 就该演练了。", format::day(*due, Language::Zh))
        }
        Next::Look { clause, name, due, .. } => {
            format!("{clause}“{name}”{} 就该复查了。", format::day(*due, Language::Zh))
        }
        Next::Work(task) => format!("接着做 {}“{}”。", task.number(), (common::ZH.task)(*task)),
        Next::Nothing => "能检查的都齐了。定期回来填指标、看风险。".to_owned(),
    }
}

fn next_en(next: &Next) -> String {
    match next {
        Next::MendRow { clause, name, no_accountable: true } => {
            format!("{clause} “{name}” has no Accountable: nobody decides when it goes wrong.")
        }
        Next::MendRow { clause, name, .. } => {
            format!("{clause} “{name}” breaks a rule of the matrix, so the annex cannot be signed.")
        }
        Next::CompleteFeature { clause, name } => format!(
            "{clause} “{name}” lacks contents, acceptance or exclusions: that is where disputes start."
        ),
        Next::SetSlaTarget { clause, name } => {
            format!("{clause} “{name}” has no target, so the service level cannot be enforced.")
        }
        Next::CollectScores { submitted, all } => {
            format!("{submitted} of {all} score sheets are in; prices open once all are locked.")
        }
        Next::Overdue { clause, name, due } => {
            format!("{clause} “{name}” was due on {}.", format::day(*due, Language::En))
        }
        Next::Look { task: Task::Plans, clause, name, due } => {
            format!("The plan for {clause} “{name}” was to be tried on {}.", format::day(*due, Language::En))
        }
        Next::Look { clause, name, due, .. } => {
            format!("{clause} “{name}” was to be reviewed on {}.", format::day(*due, Language::En))
        }
        Next::Work(task) => format!("Go on with {} {}.", task.number(), (common::EN.task)(*task)),
        Next::Nothing => {
            "Everything that can be checked is there. Come back to enter KPIs and review risks.".to_owned()
        }
    }
}

fn action_zh(next: &Next) -> S {
    match next {
        Next::MendRow { no_accountable: true, .. } => "指定批准人",
        Next::MendRow { .. } => "改这一行",
        Next::CompleteFeature { .. } => "补全",
        Next::SetSlaTarget { .. } => "填目标",
        Next::CollectScores { .. } => "去评分",
        Next::Overdue { .. } => "更新里程碑",
        Next::Look { task: Task::Plans, .. } => "去演练",
        Next::Look { .. } => "去复查",
        Next::Work(Task::Screening) => "开始筛选",
        Next::Work(_) => "继续",
        Next::Nothing => "看指标",
    }
}

fn action_en(next: &Next) -> S {
    match next {
        Next::MendRow { no_accountable: true, .. } => "Assign A",
        Next::MendRow { .. } => "Mend the row",
        Next::CompleteFeature { .. } => "Complete it",
        Next::SetSlaTarget { .. } => "Set the target",
        Next::CollectScores { .. } => "Go to the scores",
        Next::Overdue { .. } => "Update the milestone",
        Next::Look { task: Task::Plans, .. } => "Try the plan",
        Next::Look { .. } => "Review it",
        Next::Work(Task::Screening) => "Start screening",
        Next::Work(_) => "Continue",
        Next::Nothing => "Look at the KPIs",
    }
}

texts! {
    /// Words of the overview.
    OverviewText {
        trace_title: S = "追溯", "Traceability";
        workshop: S = "工作坊", "Workshop";
        projector: S = "投影页", "Projector view";
        board_title: S = "选商", "Vendors";
        sheet_head: fn(&str) -> String = |name| format!("{name}的评分表"), |name| format!("Sheet of {name}");
        score_sheet: S = "评分表", "Score sheet";
        channels_title: S = "工具与约定", "Channels";
        sites_title: S = "工作地点", "Sites";
        log_title: S = "问题台账", "Issue log";
        security_title: S = "信息安全", "Information security";
        dependence_title: S = "供应商依赖", "Dependence";
        payment_title: S = "付款", "Payment";
        improvement_title: S = "改进", "Improve";
        documents_title: S = "文件", "Documents";
        credits_title: S = "扣款规则", "Credits";
        understanding_title: S = "理解校验", "Understanding check";
        seal_name: fn(bool, bool) -> S = |client, vendor| match (client, vendor) {
            (false, false) => "双方都没确认", (true, false) => "委托方已确认，供应商未确认", (false, true) => "供应商已确认，委托方未确认", (true, true) => "双方都已确认",
        }, |client, vendor| match (client, vendor) {
            (false, false) => "Neither side confirmed", (true, false) => "Client confirmed; vendor not yet", (false, true) => "Vendor confirmed; client not yet", (true, true) => "Both confirmed",
        };
        answers_of: fn(Side) -> S = |side| match side { Side::Client => "委托方的答卷", Side::Vendor => "供应商的答卷" },
            |side| match side { Side::Client => "Answers of the client", Side::Vendor => "Answers of the vendor" };
        sheet_file: fn(SheetKind, SheetState) -> S = |kind, state| match (kind, state) {
            (SheetKind::Answers, SheetState::Blank) => "题目", (SheetKind::Answers, SheetState::Draft) => "答案草稿", (SheetKind::Answers, _) => "答案",
            (_, SheetState::Blank) => "空白评分表", (_, SheetState::Draft) => "评分草稿", _ => "评分",
        }, |kind, state| match (kind, state) {
            (SheetKind::Answers, SheetState::Blank) => "questions", (SheetKind::Answers, SheetState::Draft) => "draft-answers", (SheetKind::Answers, _) => "answers",
            (_, SheetState::Blank) => "blank-scores", (_, SheetState::Draft) => "draft-scores", _ => "scores",
        };
        client: S = "委托方", "Client";
        start: S = "目标上线", "Target start";
        days_left: fn(i64) -> String =
            |days| if days >= 0 { format!("，还有 {days} 天") } else { format!("，已过 {} 天", -days) },
            |days| if days >= 0 { format!(", in {days} days") } else { format!(", {} days ago", -days) };
        budget: S = "预算", "Budget";
        a_month: S = " / 月", " a month";
        decider: S = "最后决定", "Decides";
        next: S = "下一步", "Next";
        more: fn(usize) -> String = |count| format!("另有 {count} 项"), |count| format!("{count} more");
        progress: S = "进度", "Progress";
        decision: S = "选商结论", "Decision";
        leads: fn(&str, &str, &str) -> String =
            |leader, second, gap| format!("{leader}暂时领先{second} {gap} 分。"),
            |leader, second, gap| format!("{leader} leads {second} by {gap} points.");
        only: fn(&str) -> String = |leader| format!("只剩{leader}。"), |leader| format!("Only {leader} is left.");
        chosen: fn(&str) -> String = |leader| format!("已选定{leader}。"), |leader| format!("{leader} was chosen.");
        no_ranking: S = "评分锁定后才有排名。", "There is a ranking once scores are locked.";
        whisker_note: fn(&str) -> String = |scale| format!("圆点为当前总分，横线为各评分人之间的高低范围，刻度 {scale}。"), |scale| format!("The dot is the total now, the line the range between evaluators, on a scale of {scale}.");
        risks: S = "主要风险", "Top risks";
        risk_column: S = "风险", "Risk";
        before_after: S = "措施前 → 措施后", "Before → after";
        owner_column: S = "负责人", "Owner";
        review_column: S = "下次复查", "Next review";
        no_risks: S = "还没有登记风险。", "No risk is registered yet.";
        dates: S = "日程", "Dates";
        no_dates: S = "还没有例会或里程碑的日期。", "No meeting or milestone has a date yet.";
        rail_state: fn(StageState) -> String =
            |state| if state.problems > 0 { format!("{} 处要改", state.problems) } else if !state.started { "—".to_owned() } else { format!("{}/{}", state.done, state.total) },
            |state| if state.problems > 0 { format!("{} to fix", state.problems) } else if !state.started { "—".to_owned() } else { format!("{}/{}", state.done, state.total) };
        stage_state: fn(StageState) -> S = stage_zh, stage_en;
        stage_note: fn(&StageNote) -> String = note_zh, note_en;
        next_sentence: fn(&Next) -> String = next_zh, next_en;
        next_action: fn(&Next) -> S = action_zh, action_en;
    }
}
