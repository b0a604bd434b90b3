//! Words of the versions both parties confirmed, and of what is changed in them. Only the pages of stage 1 read them.

pub mod content;

use crate::domain::requirements::change::{Ruling, Unsaid};
use crate::domain::requirements::difference::Fate;
use crate::i18n::format::plural;
use crate::i18n::macros::{S, apart, texts};

apart!(SignOffText);

texts! {
    /// Words of versions and changes.
    SignOffText {
        lead_blocked: fn(usize, usize) -> Vec<String> = |lacks, open| vec![format!("{}，", in_the_way_zh(lacks, open)), "双方还不能确认。".to_owned()],
            |lacks, open| vec![in_the_way_en(lacks, open), format!("{} in the way of the sign-off.", if lacks + open == 1 { "stands" } else { "stand" })];
        lead_ready: fn(usize) -> [String; 2] = |look| if look == 0 { ["内容齐了，".to_owned(), "等双方确认。".to_owned()] } else { ["没有缺项，".to_owned(), format!("确认前还有 {look} 处该看一看。")] },
            |look| if look == 0 { ["Everything is there;".to_owned(), "neither party has confirmed yet.".to_owned()] } else { ["Nothing is missing;".to_owned(), format!("{} to look at before you sign.", plural(look, "place", "places"))] };
        role_missing: S = "填写确认人的职务", "Enter the role of who confirms";
        date_missing: S = "填写确认的日期", "Enter the date of the confirmation";
        lead_half: fn(&str, &str) -> Vec<String> = |who, other| vec![format!("{who}已确认，"), format!("等{other}确认。")],
            |who, other| vec![format!("{who} has confirmed;"), format!("{other} has not yet.")];
        lead_whole: fn(u32, &str) -> Vec<String> = |version, print| vec![format!("双方确认了版本 {version}，"), format!("指纹 {print}。")],
            |version, print| vec![format!("Both parties confirmed version {version},"), format!("fingerprint {print}.")];
        lead_changed: fn(usize) -> Vec<String> = |count| vec![if count == 0 { "确认之后有改动，".to_owned() } else { format!("确认之后改了 {count} 处，") }, "要重新确认。".to_owned()],
            |count| vec![match count { 0 => "Something changed".to_owned(), 1 => "1 clause changed".to_owned(), _ => format!("{count} clauses changed") }, "since it was confirmed; confirm again.".to_owned()];
        blocked: fn(usize, usize) -> String = |lacks, open| format!("现在还不能确认：{}。", in_the_way_zh(lacks, open)),
            |lacks, open| format!("Not possible yet: {}.", in_the_way_en(lacks, open));
        in_full: S = "全文", "In full";
        word_by_word: S = "逐字看改动", "Word by word";
        unsaid: fn(&[Unsaid]) -> String = unsaid_zh, unsaid_en;
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
        count: fn(usize) -> String = |count| format!("{count} 处不同"), |count| plural(count, "change", "changes");
        broken: S = "内容和指纹不符", "Content and fingerprint differ";
        export_action: S = "把这一版存成文件", "Save this version as a file";
        export_note: S = "文件里有全部内容和指纹，导入时会核对。", "The file holds the content and its fingerprint; taking it in checks both.";
        prototypes: S = "原型链接", "Prototypes";
        to_differences: S = "逐字看改了什么", "See what changed, word by word";
    }
}

fn in_the_way_zh(lacks: usize, open: usize) -> String {
    let lacks = (0 < lacks).then(|| format!("{lacks} 处待填"));
    let open = (0 < open).then(|| format!("{open} 个问题待答复"));
    lacks.into_iter().chain(open).collect::<Vec<_>>().join("、")
}

fn in_the_way_en(lacks: usize, open: usize) -> String {
    let lacks = (0 < lacks).then(|| plural(lacks, "place to fill", "places to fill"));
    let open = (0 < open).then(|| plural(open, "open question", "open questions"));
    lacks.into_iter().chain(open).collect::<Vec<_>>().join(" and ")
}

fn unsaid_zh(unsaid: &[Unsaid]) -> String {
    let said = unsaid.iter().map(|one| match one {
        Unsaid::Reason => "没有写原因",
        Unsaid::Ruling => "还没有决定",
        Unsaid::Decider => "没有写谁决定",
    });
    format!("{}，改动已经在正文里。", said.collect::<Vec<_>>().join("、"))
}

fn unsaid_en(unsaid: &[Unsaid]) -> String {
    let said = unsaid.iter().map(|one| match one {
        Unsaid::Reason => "gives no reason",
        Unsaid::Ruling => "is not decided",
        Unsaid::Decider => "does not say who decided",
    });
    format!("{}, though the change is made already.", said.collect::<Vec<_>>().join(" and "))
}

/// Joins clause numbers for a Chinese sentence.
fn spaced(clauses: &[String]) -> String {
    let is_latin = clauses.last().is_some_and(|last| last.ends_with(|letter: char| letter.is_ascii()));
    format!("{}{}", clauses.join("、"), if is_latin { " " } else { "" })
}
