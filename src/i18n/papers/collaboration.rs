//! Words of the collaboration plan.

use crate::i18n::macros::{S, apart, texts};

apart!(CollaborationPaperText);

texts! {
    /// Words of the collaboration plan.
    CollaborationPaperText {
        lead: S = "本计划约定双方何时开会、用什么工具、节点怎么验收、质量怎么检查、问题多快响应。", "This plan says when both sides meet, with which tools they work, how milestones are accepted, how quality is checked and how fast problems are answered.";
        meetings: S = "例会", "Meetings";
        channels: S = "工具", "Tools";
        milestones: S = "里程碑", "Milestones";
        quality: S = "三级质检", "Three levels of checking";
        quality_lead: S = "做的人先自检，同事互检，专人专检；三级由三个不同的角色来查。", "Whoever makes it checks it, a colleague checks it, a specialist checks it; three different roles.";
        level: S = "级别", "Level";
        response: S = "问题响应", "Response to problems";
        escalation: S = "升级", "Goes up to";
        after: fn(&str, &str) -> String = |role, time| format!("{time}后：{role}"), |role, time| format!("after {time}: {role}");
        sites: S = "工作地点和时间", "Places and hours of work";
        site: S = "地点", "Place";
        zone: S = "时区", "Time zone";
        hours: S = "工作时间", "Hours";
        culture: S = "习惯和注意", "Habits to know";
        documents: S = "文档：", "Documents: ";
        decisions: S = "决定：", "Decisions: ";
    }
}
