//! Words of stage 4.

use crate::domain::collaboration::{CheckLevel, Rhythm};
use crate::i18n::macros::{S, apart, texts};

apart!(CollaborationText);

texts! {
    /// Words of stage 4.
    CollaborationText {
        meetings_empty: S = "双方的例会会列在这里：周例会、月度复盘、季度评审。", "The meetings of both sides are listed here: weekly, monthly, quarterly.";
        add_meeting: S = "添加例会", "Add a meeting";
        meetings_finding: fn(usize) -> String = |count| format!("双方有 {count} 个固定例会。"), |count| format!("Both sides meet in {count} series.");
        meeting: S = "例会", "Meeting";
        rhythm_label: S = "频率", "How often";
        rhythm: fn(Rhythm) -> S = |rhythm| match rhythm { Rhythm::Daily => "每天", Rhythm::Weekly => "每周", Rhythm::Monthly => "每月", Rhythm::Quarterly => "每季度" },
            |rhythm| match rhythm { Rhythm::Daily => "Daily", Rhythm::Weekly => "Weekly", Rhythm::Monthly => "Monthly", Rhythm::Quarterly => "Quarterly" };
        when: S = "时间", "Day and time";
        next_date: S = "下一次", "Next date";
        owner: S = "召集人", "Called by";
        attendees: S = "参加的人", "Who takes part";
        agenda: S = "议程模板", "Agenda template";
        minutes: S = "纪要模板：记在哪里、记什么", "Minutes template: where and what";
        milestones_empty: S = "关键节点会列在这里，每个有日期和验收标准。", "The milestones are listed here, each with a date and what counts as accepted.";
        add_milestone: S = "添加里程碑", "Add a milestone";
        milestones_finding: fn(usize, usize, usize) -> Vec<String> =
            |all, done, late| vec![format!("{all} 个里程碑完成 {done} 个，"), if late == 0 { "没有逾期。".to_owned() } else { format!("{late} 个逾期。") }],
            |all, done, late| vec![format!("{done} of {all} milestones {} done;", if done == 1 { "is" } else { "are" }), match late { 0 => "none is overdue.".to_owned(), 1 => "1 is overdue.".to_owned(), _ => format!("{late} are overdue.") }];
        on_time: fn(usize, usize, &str) -> String = |due, met, percent| format!("到期的 {due} 个里有 {met} 个按时验收（{percent}%）。"), |due, met, percent| format!("{met} of {due} that fell due {} accepted in time ({percent} %).", if met == 1 { "was" } else { "were" });
        milestone: S = "里程碑", "Milestone";
        due: S = "计划日期", "Planned";
        done: S = "验收日期", "Accepted on";
        acceptance: S = "验收标准", "Counts as reached when";
        feature: S = "交付的功能", "Feature delivered";
        responsible: S = "负责人", "Owner";
        recovery: S = "延误怎么补救", "What is done about a slip";
        slip: S = "偏差", "Slip";
        late: fn(i64) -> String = |days| format!("晚 {days} 天"), |days| if days == 1 { "1 day late".to_owned() } else { format!("{days} days late") };
        overdue: fn(i64) -> String = |days| format!("逾期 {days} 天"), |days| if days == 1 { "1 day overdue".to_owned() } else { format!("{days} days overdue") };
        in_time: S = "按时", "In time";
        timeline: S = "里程碑在时间线上的位置", "The milestones on a line of time";
        today: S = "今天", "today";
        quality_finding: S = "自检、互检、专检三级，后一级不由前一级的人来做。", "Three levels: own, peer, specialist. None is done by the people of the one before.";
        level: fn(CheckLevel) -> S = |level| match level { CheckLevel::SelfCheck => "自检", CheckLevel::PeerCheck => "互检", CheckLevel::SpecialistCheck => "专检" },
            |level| match level { CheckLevel::SelfCheck => "Self-check", CheckLevel::PeerCheck => "Peer check", CheckLevel::SpecialistCheck => "Specialist check" };
        who: S = "谁来查", "Who checks";
        standard: S = "按什么标准", "Standard";
        sample: S = "抽多少", "Sample";
        evidence: S = "留什么记录", "Evidence";
        response_empty: S = "问题分级会列在这里：多久响应、多久解决、升级给谁。", "The levels of urgency are listed here: how fast to respond and solve, and to whom it goes up.";
        add_level: S = "添加一级", "Add a level";
        response_finding: fn(&str, &str) -> String = |level, time| format!("{level} 级问题 {time}内有人响应。"), |level, time| format!("A {level} problem is answered within {time}.");
        level_column: S = "级别", "Level";
        means: S = "什么情况", "What it means";
        respond: S = "响应", "Respond";
        respond_minutes: S = "响应，分钟", "Respond, min";
        resolve: S = "解决", "Resolve";
        resolve_minutes: S = "解决，分钟", "Resolve, min";
        escalate_to: S = "升级给", "Goes up to";
        escalate_after: S = "多久后", "After";
        escalate_after_minutes: S = "多久后升级，分钟", "Goes up after, min";
    }
}
