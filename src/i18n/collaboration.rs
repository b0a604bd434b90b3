//! Words of stage 4.

use chrono::{Datelike, NaiveDate};

use crate::domain::collaboration::channels::N_USUAL;
use crate::domain::collaboration::quality::Uncounted;
use crate::domain::collaboration::series::{Fate, Occurrence};
use crate::domain::collaboration::{CheckLevel, DayKept, Rhythm};
use crate::domain::language::Language;
use crate::domain::performance::Counted;
use crate::i18n::format;
use crate::i18n::macros::{S, apart, texts};

apart!(CollaborationText);

texts! {
    /// Words of stage 4.
    CollaborationText {
        meetings_empty: S = "双方的例会会列在这里：周例会、月度复盘、季度评审。", "The meetings of both sides are listed here: weekly, monthly, quarterly.";
        add_meeting: S = "添加例会", "Add a meeting";
        meetings_finding: fn(usize, usize) -> Vec<String> = |count, moved| match moved { 0 => vec![format!("双方有 {count} 个固定例会。")], _ => vec![format!("双方有 {count} 个固定例会，"), format!("{moved} 个的下一次因为有一方休息而改期。")] },
            |count, moved| match moved { 0 => vec![format!("Both sides meet in {count} series.")], 1 => vec![format!("Both sides meet in {count} series;"), "the next date of 1 is moved, as a side is off.".to_owned()], _ => vec![format!("Both sides meet in {count} series;"), format!("the next dates of {moved} are moved, as a side is off.")] };
        meeting: S = "例会", "Meeting";
        rhythm_label: S = "频率", "How often";
        rhythm: fn(Rhythm) -> S = |rhythm| match rhythm { Rhythm::Daily => "每天", Rhythm::Weekly => "每周", Rhythm::Monthly => "每月", Rhythm::Quarterly => "每季度" },
            |rhythm| match rhythm { Rhythm::Daily => "Daily", Rhythm::Weekly => "Weekly", Rhythm::Monthly => "Monthly", Rhythm::Quarterly => "Quarterly" };
        when: S = "时间", "Day and time";
        when_kept: S = "时间（旧文件里的文字，填了开始时间就不再显示）", "Day and time, in words of an older file; a start replaces it";
        next_date: S = "下一次", "Next date";
        held_on: S = "任意一次的日期", "A date it is held on";
        keeps: S = "每次在哪一天", "Which day it keeps";
        keeps_way: fn(DayKept) -> S = |keeps| match keeps { DayKept::Date => "同一日期", DayKept::Weekday => "第几个周几", DayKept::LastWeekday => "最后一个周几" },
            |keeps| match keeps { DayKept::Date => "Same day of the month", DayKept::Weekday => "Same weekday of the month", DayKept::LastWeekday => "Last such weekday" };
        day_kept: fn(Rhythm, DayKept, NaiveDate) -> String = day_kept_zh, day_kept_en;
        day_at: fn(&str, &str) -> String = |day, time| format!("{day} {time}"), |day, time| if day.ends_with(|last: char| last.is_ascii_digit()) { format!("{day}, {time}") } else { format!("{day} {time}") };
        starts: S = "开始时间", "Starts at";
        lasts: S = "时长（分钟）", "Lasts, min";
        by_clock_of: S = "按哪个地点的时间", "By the clock of";
        no_clock: S = "选一个工作地点，才知道是哪里的时间；没选之前，日历文件里按全天日程写。", "Choose the site whose time it is; until then the calendar file has whole days.";
        ahead: S = "接下来四次", "The next four dates";
        no_ahead: S = "填一次开会的日期，就能排出接下来的四次。", "Enter one date it is held on to see the next four.";
        occurrence: fn(&Occurrence) -> String = occurrence_zh, occurrence_en;
        moved_from: fn(&str, &str) -> String = |date, planned| format!("{date}（原 {planned}）"), |date, planned| format!("{date} (not {planned})");
        skips: S = "双方地点的节假日都会避开：改到之后双方都上班的第一天。", "Days off of either side are skipped: a date moves to the next day all sites work.";
        skips_weekend: S = "还没有填工作地点，只避开周末。到 4.6 填上，就会避开双方的节假日。", "No site is written down yet, so only weekends are skipped. Sites and their holidays are on page 4.6.";
        save_calendar: S = "存为日历文件（.ics）", "Save as calendar file (.ics)";
        calendar_part: S = "例会", "meetings";
        calendar_hint: S = "Outlook、Apple、Google 日历都能导入，含今后 12 个月的每一次。改了时间再导入一次，原来的日程会更新，不会重复；改了频率或删了例会，先在日历里删掉旧的。", "For Outlook, Apple and Google; it holds every date of the next 12 months. Read in again after a change, it updates the events instead of adding new ones. After a change of how often, or a removed meeting, delete the old events first.";
        no_dates: S = "还没有例会填了日期，先填一次开会的日期。", "No meeting has a date yet. Enter one first.";
        owner: S = "召集人", "Called by";
        attendees: S = "参加的人", "Who takes part";
        agenda: S = "议程模板", "Agenda template";
        minutes: S = "纪要模板：记在哪里、记什么", "Minutes template: where and what";
        milestones_empty: S = "关键节点会列在这里，每个有日期和验收标准。", "The milestones are listed here, each with a date and what counts as accepted.";
        add_milestone: S = "添加里程碑", "Add a milestone";
        milestones_finding: fn(usize, usize, usize) -> Vec<String> =
            |all, done, late| vec![format!("{all} 个里程碑完成 {done} 个，"), if late == 0 { "没有逾期。".to_owned() } else { format!("{late} 个逾期。") }],
            |all, done, late| vec![format!("{done} of {} {} done;", format::plural(all, "milestone", "milestones"), if done == 1 { "is" } else { "are" }), match late { 0 => "none is overdue.".to_owned(), 1 => "1 is overdue.".to_owned(), _ => format!("{late} are overdue.") }];
        on_time: fn(usize, usize, &str) -> String = |due, met, percent| format!("到期的 {due} 个里有 {met} 个按时验收（{percent}%）。"), |due, met, percent| format!("{met} of {due} that fell due {} accepted in time ({percent} %).", if met == 1 { "was" } else { "were" });
        milestone: S = "里程碑", "Milestone";
        due: S = "计划日期", "Planned";
        done: S = "验收日期", "Accepted on";
        acceptance: S = "验收标准", "Counts as reached when";
        feature: S = "交付的功能", "Feature delivered";
        responsible: S = "负责人", "Owner";
        recovery: S = "延误后怎么补救", "What is done about a slip";
        done_ahead: S = "验收日期还没到：到那天才算验收。", "The date of acceptance lies ahead: it counts from that day on.";
        ask_recovery: S = "已经晚了：写下怎么补救、什么时候补上。", "It is late: write what is done about it, and by when.";
        of_feature: S = "对应功能的验收标准：", "The feature counts as accepted when: ";
        feature_open: S = "对应的功能还没写验收标准", "the feature does not say yet";
        slip: S = "偏差", "Slip";
        late: fn(i64) -> String = |days| format!("晚 {} 天", format::whole(days)), |days| if days == 1 { "1 day late".to_owned() } else { format!("{} days late", format::whole(days)) };
        overdue: fn(i64) -> String = |days| format!("逾期 {} 天", format::whole(days)), |days| if days == 1 { "1 day overdue".to_owned() } else { format!("{} days overdue", format::whole(days)) };
        in_time: S = "按时", "In time";
        timeline: S = "里程碑在时间线上的位置", "The milestones on a line of time";
        today: S = "今天", "today";
        quality_finding: fn(usize, usize) -> Vec<String> = |open, doubts| match (open, doubts) {
                (3, _) => vec!["自检、互检、专检三级都还没定谁来查；".to_owned(), "三级要由三个不同的角色来查。".to_owned()],
                (0, 0) => vec!["自检、互检、专检由三个不同的角色来查。".to_owned()],
                (0, doubts) => vec![format!("三级检查里有 {doubts} 处是同一批人在查。")],
                (open, 0) => vec![format!("三级检查里还有 {open} 级没定谁来查。")],
                (open, doubts) => vec![format!("三级检查里还有 {open} 级没定谁来查，"), format!("有 {doubts} 处是同一批人在查。")],
            },
            |open, doubts| {
                let same = if doubts == 1 { "in 1 place the same people check.".to_owned() } else { format!("in {doubts} places the same people check.") };
                let nobody = if open == 1 { "1 level has no checker yet".to_owned() } else { format!("{open} levels have no checker yet") };
                match (open, doubts) {
                    (3, _) => vec!["Self-check, peer check and specialist check have no checker yet;".to_owned(), "each needs a role of its own.".to_owned()],
                    (0, 0) => vec!["Self-check, peer check and specialist check are done by three different roles.".to_owned()],
                    (0, _) => vec!["Of the three levels of checking,".to_owned(), same],
                    (_, 0) => vec![format!("Of the three levels of checking, {nobody}.")],
                    _ => vec![format!("Of the three levels of checking, {nobody};"), same],
                }
            };
        checker: fn(&Checker) -> String = checker_zh, checker_en;
        to_level: fn(&str) -> String = |level| format!("去改{level}"), |level| format!("Change the {}", level.to_lowercase());
        to_task: fn(&str) -> String = |clause| format!("去看 {clause}"), |clause| format!("Look at {clause}");
        level: fn(CheckLevel) -> S = |level| match level { CheckLevel::SelfCheck => "自检", CheckLevel::PeerCheck => "互检", CheckLevel::SpecialistCheck => "专检" },
            |level| match level { CheckLevel::SelfCheck => "Self-check", CheckLevel::PeerCheck => "Peer check", CheckLevel::SpecialistCheck => "Specialist check" };
        who: S = "谁来查", "Who checks";
        standard: S = "按什么标准", "Standard";
        sample: S = "抽多少", "Sample";
        evidence: S = "留什么记录", "Evidence";
        yield_head: S = "一次通过率", "First-pass yield";
        no_yield: S = "每一级都有检查记录以后，这里算出总的一次通过率。", "Once every level has a record, the yield over all of them is computed here.";
        yield_finding: fn(&str, S, &str) -> Vec<String> = |overall, level, lowest| vec![format!("三级检查的总一次通过率是 {overall}%，"), format!("最低的是{level}，{lowest}%。")],
            |overall, level, lowest| vec![format!("{overall} % pass all three levels at the first try;"), format!("lowest is the {}, {lowest} %.", level.to_lowercase())];
        yield_columns: [S; 4] = ["级别", "检查数", "一次通过", "一次通过率"], ["Level", "Checked", "Passed first time", "Yield"];
        overall: S = "总计（各级相乘）", "Overall (product)";
        yield_rule: S = "每一级的一次通过率＝首次通过数 ÷ 检查数；总的一次通过率＝各级相乘。有一级没有检查过，就没有总数。", "Yield of a level = passed first time ÷ checked; the overall yield is the product of the levels. Without a check at one of them there is none.";
        of_all: fn(&str, &str) -> String = |passed, checked| format!("{passed} ÷ {checked}"), |passed, checked| format!("{passed} / {checked}");
        records_head: S = "检查记录", "Records of checks";
        add_record: S = "添加检查记录", "Add a record";
        record_date: S = "日期", "Date";
        record_what: S = "检查对象", "What was checked";
        record_feature: S = "所属功能", "Feature";
        n_checked: S = "检查数", "Checked";
        n_passed: S = "一次通过数", "Passed first time";
        note: S = "说明", "Note";
        uncounted: fn(Uncounted) -> S = |why| match why { Uncounted::NoNumbers => "没有计入：检查数和通过数要都填", Uncounted::MorePassed => "没有计入：通过数多于检查数" },
            |why| match why { Uncounted::NoNumbers => "Not counted: enter both numbers", Uncounted::MorePassed => "Not counted: more passed than were checked" };
        rework_head: S = "返工", "Rework";
        add_rework: S = "添加返工", "Add rework";
        rework_finding: fn(usize, usize) -> String = |open, overdue| match (open, overdue) { (0, _) => "没有未完成的返工。".to_owned(), (open, 0) => format!("{open} 项返工未完成，没有逾期。"), (open, overdue) => format!("{open} 项返工未完成，其中 {overdue} 项逾期。") },
            |open, overdue| match (open, overdue) { (0, _) => "No rework is open.".to_owned(), (open, 0) => format!("{open} rework {} open, none overdue.", if open == 1 { "is" } else { "are" }), (open, overdue) => format!("{open} rework {} open, {overdue} overdue.", if open == 1 { "is" } else { "are" }) };
        rework_what: S = "返工什么", "What is done again";
        found_by: S = "哪次检查发现的", "Found by";
        rework_owner: S = "谁来做", "Who does it";
        rework_due: S = "期限", "Due";
        rework_done: S = "完成日期", "Done on";
        rework_state: S = "状态", "State";
        state_open: S = "未完成", "open";
        state_done: S = "已完成", "done";
        kpi_name: fn(Counted) -> S = |counted| match counted { Counted::OnTime => "里程碑按时率", Counted::FirstPass => "三级检查一次通过率" },
            |counted| match counted { Counted::OnTime => "Milestones on time", Counted::FirstPass => "First-pass yield, three levels" };
        kpi_above: fn(Counted) -> S = |counted| match counted { Counted::OnTime => "当月到期且按时验收的里程碑数", Counted::FirstPass => "自检、互检、专检一次通过率的乘积" },
            |counted| match counted { Counted::OnTime => "milestones due in the month and accepted by their date", Counted::FirstPass => "product of the first-pass yields of the three levels" };
        kpi_below: fn(Counted) -> S = |counted| match counted { Counted::OnTime => "当月到期的里程碑数", Counted::FirstPass => "" },
            |counted| match counted { Counted::OnTime => "milestones due in the month", Counted::FirstPass => "" };
        feed_lead: S = "每个整月的值可以计入绩效指标。", "The value of every whole month can go into a KPI.";
        make_kpi: S = "做成绩效指标", "Make it a KPI";
        feeds: S = "每个整月的值计入指标 ", "The value of every whole month goes into ";
        feed: fn(usize, &str) -> String = |months, clause| format!("把 {months} 个月的值填进 {clause}"), |months, clause| format!("Enter {months} month{} in {clause}", if months == 1 { "" } else { "s" });
        fed: S = "；已经一致。", "; it holds them all.";
        no_month: S = "；还没有哪个整月有数据。", "; no month that is over has data yet.";
        no_vendor: S = "；选定供应商以后可以填。", "; choose a vendor to enter them.";
        channels_empty: S = "哪件事用哪个工具，会列在这里：任务、日常沟通、文档、紧急电话。", "Which tool is used for what is listed here: tasks, daily questions, documents, emergencies.";
        channels_head: S = "工具", "Tools";
        add_channel: S = "添加工具", "Add a channel";
        take_channels: S = "加入常用的六项", "Add the six usual ones";
        channels_subject: S = "工具", "channels";
        channels_finding: fn(usize, usize) -> Vec<String> = |all, open| vec![format!("{all} 件事说好了用什么工具，"), if open == 0 { "都有人负责。".to_owned() } else { format!("{open} 件还没有负责人。") }],
            |all, open| vec![format!("{all} {} a tool;", if all == 1 { "purpose has" } else { "purposes have" }), match open { 0 => "somebody looks after each.".to_owned(), 1 => "nobody looks after 1 of them yet.".to_owned(), _ => format!("nobody looks after {open} of them yet.") }];
        channel_what: S = "用来做什么", "What for";
        tool: S = "工具", "Tool";
        channel_rule: S = "约定", "Rule";
        looks_after: S = "谁负责", "Looked after by";
        usual: [[S; 3]; N_USUAL] = [
            ["任务和进度", "Jira", "一件事一张卡，有负责人和期限；口头说的不算"],
            ["日常沟通", "飞书", "工作时间内 2 小时回复；决定要另记"],
            ["紧急问题", "电话 + 钉钉群", "只用于 P0、P1；先打电话，再在群里留记录"],
            ["看板和排期", "Trello", "每周例会前更新"],
            ["跨部门事项", "Asana", "每项写明由谁批准"],
            ["正式通知", "电子邮件", "合同、变更、验收以邮件为准，抄送双方项目经理"],
        ], [
            ["Tasks and progress", "Jira", "One card a task, with owner and due date; what was only said does not count"],
            ["Daily questions", "Feishu", "Answered within 2 working hours; decisions are written down elsewhere"],
            ["Emergencies", "Phone + DingTalk group", "P0 and P1 only; call first, then leave a record in the group"],
            ["Board and schedule", "Trello", "Brought up to date before the weekly meeting"],
            ["Matters of several departments", "Asana", "Each names who approves it"],
            ["Formal notices", "E-mail", "Contract, changes and acceptance count by e-mail, with both project managers in copy"],
        ];
        rules_head: S = "文档和决定", "Documents and decisions";
        document_rule: S = "文档：放在哪里、怎么命名、谁能改、保留多久", "Documents: where, named how, changed by whom, kept how long";
        decision_rule: S = "决定：谁能定什么、记在哪里、多久内通知到", "Decisions: who decides what, where it is written, who is told by when";
        tasks_head: S = "任务导出", "Tasks for other programs";
        tasks_finding: fn(usize, usize, usize) -> String = |all, milestones, without| format!("{all} 项任务：{milestones} 个未完成的里程碑，其余是责任矩阵里有人负责的活动。{}", if without == 0 { String::new() } else { format!("{without} 项没有写邮箱，导入时再对应到人。") }),
            |all, milestones, without| format!("{}: {} open, the rest activities of the role matrix somebody is responsible for.{}", format::plural(all, "task", "tasks"), format::plural(milestones, "milestone", "milestones"), if without == 0 { String::new() } else { format!(" {without} have no e-mail address: match them to people during the import.") });
        no_tasks: S = "有了里程碑，或责任矩阵里有人负责的活动，就能导出给 Jira、Trello、Asana。", "With milestones, or activities somebody is responsible for, tasks for Jira, Trello and Asana can be saved here.";
        save_tasks: fn(S) -> String = |tracker| format!("存为 {tracker} 的 CSV"), |tracker| format!("Save as CSV for {tracker}");
        tasks_part: fn(S) -> String = |tracker| format!("任务-{tracker}"), |tracker| format!("tasks-{tracker}");
        tasks_hint: S = "日期写成 2026-12-01：Jira 问日期格式时填 yyyy-MM-dd。负责人用 2.1 人员里的邮箱；没写邮箱的用姓名。Trello 要先装一个导入 CSV 的 Power-Up。", "Dates are written 2026-12-01: where Jira asks for their form, enter yyyy-MM-dd. Owners come by the e-mail address written in 2.1, else by name. Trello needs a power-up that imports CSV.";
        task_accepted: S = "验收标准：", "Accepted when: ";
        task_feature: S = "功能：", "Feature: ";
        task_phase: S = "阶段：", "Phase: ";
        task_owner: S = "负责：", "Owner: ";
        task_milestones: S = "里程碑", "Milestones";
        task_activities: S = "活动", "Activities";
        response_empty: S = "问题分级会列在这里：多久响应、多久解决、升级给谁。", "The levels of urgency are listed here: how fast to respond and solve, and to whom it goes up.";
        add_level: S = "添加一级", "Add a level";
        response_finding: fn(&str, &str) -> String = |level, time| format!("{level} 级问题 {time}内有人响应。"), |level, time| format!("A {level} problem is answered within {time}.");
        level_column: S = "级别", "Level";
        means: S = "什么情况", "What it means";
        respond: S = "响应", "Respond";
        respond_minutes: S = "响应（分钟）", "Respond, min";
        resolve: S = "解决", "Resolve";
        resolve_minutes: S = "解决（分钟）", "Resolve, min";
    }
}

/// Who checks twice, or checks what they make, by names.
pub struct Checker<'a> {
    /// The level somebody else has to check at.
    pub level: CheckLevel,
    /// Its checker.
    pub role: &'a str,
    /// Why it is doubtful.
    pub why: Twice<'a>,
    /// Whether colleagues of the role can check each other.
    pub may_stay: bool,
}

/// What a checker does besides.
pub enum Twice<'a> {
    /// Checks at an earlier level too.
    Level(CheckLevel),
    /// The person checks at an earlier level in another role.
    Person(CheckLevel, &'a str, &'a str),
    /// Makes a task that is checked.
    Makes(&'a str),
}

fn checker_zh(checker: &Checker<'_>) -> String {
    let name = of(Language::Zh).level;
    let Checker { level, role, why, may_stay } = checker;
    let level = name(*level);
    let said = match why {
        Twice::Level(earlier) => format!("{}和{level}都由{role}来查", name(*earlier)),
        Twice::Person(earlier, other, person) => {
            format!("{}的{other}和{level}的{role}都是{person}", name(*earlier))
        }
        Twice::Makes(task) => format!("{level}的{role}自己负责 {task}"),
    };
    match (may_stay, why) {
        (true, _) => format!("{said}：在标准里写明由同组没做这一件的人来查，否则只是又一次自检。"),
        (_, Twice::Makes(_)) => format!("{said}：做的人查自己，换一个没参与做的角色。"),
        (_, Twice::Level(_)) => format!("{said}：三级少了一级，换一个角色。"),
        (_, Twice::Person(..)) => format!("{said}：三级少了一级，换一个人。"),
    }
}

fn checker_en(checker: &Checker<'_>) -> String {
    let name = |level: CheckLevel| (of(Language::En).level)(level).to_lowercase();
    let Checker { level, role, why, may_stay } = checker;
    let level = name(*level);
    let said = match why {
        Twice::Level(earlier) => format!("The {} and the {level} are both done by {role}", name(*earlier)),
        Twice::Person(earlier, other, person) => {
            format!("{person} does both the {} as {other} and the {level} as {role}", name(*earlier))
        }
        Twice::Makes(task) => format!("The {level} is done by {role}, also responsible for {task}"),
    };
    match (may_stay, why) {
        (true, _) => format!(
            "{said}: write into the standard that a colleague who did not make it checks, or it is one more self-check."
        ),
        (_, Twice::Makes(_)) => {
            format!("{said}: makers check their own work; choose a role that took no part.")
        }
        (_, Twice::Level(_)) => format!("{said}: one of the three levels is missing; choose another role."),
        (_, Twice::Person(..)) => {
            format!("{said}: one of the three levels is missing; choose another person.")
        }
    }
}

fn nth(date: NaiveDate) -> u32 {
    date.day0() / 7 + 1
}

fn day_kept_zh(rhythm: Rhythm, keeps: DayKept, date: NaiveDate) -> String {
    let weekday = format::weekday(date, Language::Zh);
    match (rhythm, keeps) {
        (Rhythm::Daily, _) => "每个工作日".to_owned(),
        (Rhythm::Weekly, _) => weekday.to_owned(),
        (_, DayKept::Date) => format!("{} 日", date.day()),
        (_, DayKept::Weekday) if nth(date) < 5 => format!("第 {} 个{weekday}", nth(date)),
        (_, DayKept::Weekday | DayKept::LastWeekday) => format!("最后一个{weekday}"),
    }
}

fn day_kept_en(rhythm: Rhythm, keeps: DayKept, date: NaiveDate) -> String {
    let weekday = format::weekday(date, Language::En);
    let ordinal = match nth(date) {
        1 => "1st",
        2 => "2nd",
        3 => "3rd",
        _ => "4th",
    };
    match (rhythm, keeps) {
        (Rhythm::Daily, _) => "Working days".to_owned(),
        (Rhythm::Weekly, _) => weekday.to_owned(),
        (_, DayKept::Date) => format!("Day {}", date.day()),
        (_, DayKept::Weekday) if nth(date) < 5 => format!("{ordinal} {weekday}"),
        (_, DayKept::Weekday | DayKept::LastWeekday) => format!("Last {weekday}"),
    }
}

fn dated(date: NaiveDate, language: Language) -> String {
    format!("{} {}", format::date(date), format::weekday(date, language))
}

fn occurrence_zh(one: &Occurrence) -> String {
    let planned = dated(one.planned, Language::Zh);
    match one.fate {
        Fate::AsPlanned => planned,
        Fate::MovedTo(date) => format!("{}（原定 {planned}，有一方休息）", dated(date, Language::Zh)),
        Fate::JoinsNext => format!("{planned} 不开：有一方休息，并到下一次"),
        Fate::NoDay => format!("{planned} 不开：一个月内没有双方都上班的日子"),
    }
}

fn occurrence_en(one: &Occurrence) -> String {
    let planned = dated(one.planned, Language::En);
    match one.fate {
        Fate::AsPlanned => planned,
        Fate::MovedTo(date) => format!("{}, moved from {planned}: a side is off", dated(date, Language::En)),
        Fate::JoinsNext => format!("{planned} is not held: a side is off, the next date stands for both"),
        Fate::NoDay => format!("{planned} is not held: no day within a month on which all sites work"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_checks_twice_is_said_in_both_languages() {
        let said = |why: Twice<'_>, may_stay| {
            let checker = Checker { level: CheckLevel::SpecialistCheck, role: "QA", why, may_stay };
            [checker_zh(&checker), checker_en(&checker)]
        };
        let [zh, en] = said(Twice::Level(CheckLevel::PeerCheck), false);
        assert_eq!(zh, "互检和专检都由QA来查：三级少了一级，换一个角色。");
        assert!(en.starts_with("The peer check and the specialist check are both done by QA:"), "{en}");
        let [zh, en] = said(Twice::Person(CheckLevel::SelfCheck, "PM", "Li"), false);
        assert_eq!(zh, "自检的PM和专检的QA都是Li：三级少了一级，换一个人。");
        assert!(en.starts_with("Li does both the self-check as PM and the specialist check as QA:"), "{en}");
        let [zh, en] = said(Twice::Makes("T-08 Build"), true);
        assert!(zh.starts_with("专检的QA自己负责 T-08 Build：在标准里写明"), "{zh}");
        assert!(
            en.starts_with("The specialist check is done by QA, also responsible for T-08 Build:"),
            "{en}"
        );
    }

    #[test]
    fn the_day_a_meeting_keeps_begins_as_a_sentence_does() {
        let date: NaiveDate = "2026-12-14".parse().unwrap();
        let said = |rhythm, keeps| day_kept_en(rhythm, keeps, date);
        assert_eq!((EN.day_at)(&said(Rhythm::Monthly, DayKept::Date), "10:00"), "Day 14, 10:00");
        assert_eq!(said(Rhythm::Monthly, DayKept::LastWeekday), "Last Mon");
        assert_eq!(said(Rhythm::Daily, DayKept::Date), "Working days");
    }

    #[test]
    fn the_levels_of_checking_are_summed_up() {
        let said = |open, doubts| (EN.quality_finding)(open, doubts).join(" ");
        assert!(said(0, 0).contains("three different roles"));
        assert_eq!(
            said(1, 2),
            "Of the three levels of checking, 1 level has no checker yet; in 2 places the same people check."
        );
        assert_eq!(said(0, 1), "Of the three levels of checking, in 1 place the same people check.");
    }
}
