//! Words of the versions both parties confirmed, and of what is changed in them. Only the pages of stage 1 read them.

pub mod content;

use crate::domain::requirements::change::Ruling;
use crate::domain::requirements::difference::Fate;
use crate::i18n::macros::{S, apart, texts};

apart!(SignOffText);

texts! {
    /// Words of versions and changes.
    SignOffText {
        parties: S = "项目和双方", "Project and parties";
        period: S = "期限", "Period";
        start: fn(&str) -> String = |date| format!("目标上线 {date}"), |date| format!("target start {date}");
        frame_note: S = "期限和预算只供核对，不算进指纹。", "Period and budget are here to be checked; the fingerprint does not cover them.";
        version: fn(u32) -> String = |number| format!("版本 {number}"), |number| format!("Version {number}");
        differences_head: fn(u32) -> String = |version| format!("版本 {version} 之后的改动"), |version| format!("Changes since version {version}");
        differences_none: fn(u32) -> String = |version| format!("和版本 {version} 一样。"), |version| format!("Nothing has changed since version {version}.");
        fate: fn(Fate) -> S = |fate| match fate { Fate::Added => "新增", Fate::Changed => "有改动", Fate::Removed => "已删去" },
            |fate| match fate { Fate::Added => "Added", Fate::Changed => "Changed", Fate::Removed => "Taken out" };
        gone: S = "删去：", "taken out: ";
        new: S = "加上：", "put in: ";
        uncovered: fn(&[String], u32) -> String =
            |clauses, version| format!("{}在版本 {version} 之后有改动，还没有变更单说明。", spaced(clauses)),
            |clauses, version| format!("{} changed since version {version} and no change request covers {}.", clauses.join(", "), if clauses.len() == 1 { "it" } else { "them" });
        request_action: S = "写一张变更单", "Write a change request";
        changes_head: S = "变更单", "Change requests";
        changes_lead: S = "确认后要改什么、为什么、费用和工期差多少，记在这里。", "What is to change in a confirmed version, why, and what it does to cost and time.";
        add_change: S = "添加变更单", "Add a change request";
        what: S = "改什么", "What changes";
        clauses: S = "涉及的条款", "Clauses";
        reason: S = "原因", "Reason";
        extra_cost: S = "费用影响", "Impact on cost";
        extra_days: S = "工期影响，天", "Impact on time, days";
        requested_by: S = "提出人", "Requested by";
        decided_by: S = "决定人", "Decided by";
        decided_on: S = "决定日期", "Decided on";
        ruling_label: S = "决定", "Decision";
        ruling: fn(Ruling) -> S = |ruling| match ruling { Ruling::Open => "待决定", Ruling::Accepted => "同意", Ruling::Rejected => "不同意" },
            |ruling| match ruling { Ruling::Open => "Open", Ruling::Accepted => "Accepted", Ruling::Rejected => "Rejected" };
        versions_head: S = "版本记录", "Versions";
        fingerprint: S = "指纹", "Fingerprint";
        signers: S = "确认人", "Confirmed by";
        against: S = "和上一版比", "Against the one before";
        first: S = "第一版", "First version";
        count: fn(usize) -> String = |count| format!("{count} 处不同"), |count| if count == 1 { "1 change".to_owned() } else { format!("{count} changes") };
        broken: S = "内容和指纹不符", "Content and fingerprint differ";
        export_action: S = "把这一版存成文件", "Save this version as a file";
        export_note: S = "文件里有全部内容和指纹，导入时会核对。", "The file holds the content and its fingerprint; taking it in checks both.";
    }
}

/// Joins clause numbers for a Chinese sentence.
fn spaced(clauses: &[String]) -> String {
    let is_latin = clauses.last().is_some_and(|last| last.ends_with(|letter: char| letter.is_ascii()));
    format!("{}{}", clauses.join("、"), if is_latin { " " } else { "" })
}
