//! Words of stage 2.

mod findings;

use crate::domain::profile::Side;
use crate::domain::team::raci::code::Code;
use crate::domain::team::{ActivityKind, Part};
use crate::i18n::format::plural;
use crate::i18n::macros::{S, apart, texts};
use crate::i18n::team::findings::{consequence_en, consequence_zh, finding_en, finding_zh, why_en, why_zh};

apart!(TeamText);

texts! {
    /// Words of stage 2.
    TeamText {
        people_empty: S = "双方的角色会列在这里：谁对接、谁执行、各管什么。", "The roles of both sides are listed here: who liaises, who delivers, who answers for what.";
        add_role: S = "添加角色", "Add a role";
        role: S = "角色", "Role";
        person: S = "姓名", "Person";
        email: S = "邮箱", "E-mail";
        duty: S = "核心职责", "Main duty";
        headcount: S = "人数", "Headcount";
        share_column: S = "投入", "Share";
        share: S = "投入 %", "Share %";
        capacity: S = "每月可用小时", "Hours a month";
        loaded_cost: S = "一人一月全部成本", "Cost of one a month, all in";
        reports_to: S = "汇报给", "Reports to";
        counterpart: S = "对面的对接人", "Counterpart";
        named_by: fn(&str) -> String = |names| format!("↔ {names}把这个角色写作对接人。"), |names| format!("↔ {names} names this role as counterpart.");
        language: S = "工作语言", "Working language";
        place: S = "工作地点", "Place of work";
        gaps_head: S = "还缺什么", "What is missing";
        gap: fn(&Lack) -> String = gap_zh, gap_en;
        gap_role: S = "去填写", "Fill it in";
        gap_level: S = "去看响应级别", "Look at the response levels";
        add_localiser: S = "添加“本地化负责人”", "Add a localisation lead";
        localiser: S = "本地化负责人", "Localisation lead";
        localiser_duty: S = "把需求、文档和反馈在双方语言之间准确传达，维护术语表", "Carries requirements, documents and feedback between the two languages and keeps the glossary";
        duties_head: S = "角色职责表", "Who answers for what";
        duties_note: S = "A 批准，R 负责，C 咨询，I 知会；数字是责任矩阵里的任务编号。", "A accountable, R responsible, C consulted, I informed; the numbers are those of the tasks in the role matrix.";
        duties_part: S = "角色职责表", "responsibilities";
        number_column: S = "编号", "No.";
        side_column: S = "哪一方", "Side";
        print: S = "打印", "Print";
        save_csv: S = "导出 CSV", "Export CSV";
        people_finding: fn(usize, usize, &[String], &[String]) -> Vec<String> = people_zh, people_en;
        raci_empty: S = "任务和角色的责任矩阵会在这里：每行只有一个人批准，至少一个人负责。", "The matrix of tasks and roles will be here: one Accountable per row, at least one Responsible.";
        roles_first: S = "先定角色", "Set up the roles first";
        add_activity: S = "添加任务", "Add a task";
        task: S = "任务", "Task";
        check: S = "检查", "Check";
        ok: S = "没问题", "ok";
        next_problem: S = "下一个问题 F8", "Next problem F8";
        part: fn(Part) -> S = |part| match part { Part::Accountable => "批准", Part::Responsible => "负责", Part::Consulted => "咨询", Part::Informed => "知会" },
            |part| match part { Part::Accountable => "Accountable", Part::Responsible => "Responsible", Part::Consulted => "Consulted", Part::Informed => "Informed" };
        part_meaning: fn(Part) -> S = |part| match part { Part::Accountable => "对结果拍板", Part::Responsible => "动手做", Part::Consulted => "事前被问", Part::Informed => "事后被告知" },
            |part| match part { Part::Accountable => "owns the result", Part::Responsible => "does the work", Part::Consulted => "is asked before", Part::Informed => "is told after" };
        holder: fn(&str, &str) -> String = |person, role| format!("{person}，{role}"), |person, role| format!("{person}, {role}");
        clear: S = "清空", "Clear";
        colon: S = "：", ": ";
        letters: S = "选字母", "Letters";
        grid_name: S = "责任矩阵", "Role matrix";
        raci_finding: fn(usize, usize, Option<(Code, &str, &str)>) -> Vec<String> =
            |all, wrong, first| match (wrong, first) {
                (1, Some((code, _, name))) => vec![if all == 1 { "这一行要改：".to_owned() } else { format!("{all} 行里有 1 行要改：") }, format!("{}。", consequence_zh(code, name))],
                (_, Some((code, clause, name))) => vec![format!("{all} 行里有 {wrong} 行要改，"), format!("先看 {clause}："), format!("{}。", consequence_zh(code, name))],
                (_, None) => vec![if all == 1 { "这一行符合规则。".to_owned() } else { format!("{all} 行都符合规则。") }],
            },
            |all, wrong, first| match (wrong, first) {
                (1, Some((code, _, name))) => vec![if all == 1 { "The row needs fixing:".to_owned() } else { format!("One of {all} rows needs fixing:") }, format!("{}.", consequence_en(code, name))],
                (_, Some((code, clause, name))) => vec![format!("{wrong} of {all} rows need fixing,"), format!("first {clause}:"), format!("{}.", consequence_en(code, name))],
                (_, None) => vec![if all == 1 { "The row follows the rules.".to_owned() } else { format!("All {all} rows follow the rules.") }],
            };
        why: fn(Code) -> S = why_zh, why_en;
        fix: fn(&str) -> String = |role| format!("让{role}批准（A）"), |role| format!("Set A for {role}");
        fix_by_hand: S = "另选别人", "Choose another";
        row_fine: S = "这一行符合规则。", "This row follows the rules.";
        roles_to_look_at: S = "角色和别处的提醒", "Also worth a look";
        rows_held: S = "担任 A 的行数", "Rows held as A";
        hours: S = "作为 R 的小时数／月", "Hours as R, per month";
        limit_each: fn(u32) -> String = |percent| format!("每人上限 {percent}%"), |percent| format!("Limit {percent} % each");
        fullest: fn(&str, &str) -> String = |role, percent| format!("{role}占用 {percent}%"), |role, percent| format!("{role} at {percent} %");
        cells_set: fn(usize, &str) -> String = |count, letter| format!("{count} 格填为 {letter}"), |count, letter| format!("{} set to {letter}", cells_en(count));
        cells_cleared: fn(usize) -> String = |count| format!("{count} 格已清空"), |count| format!("{} cleared", cells_en(count));
        cells_filled: fn(usize) -> String = |count| format!("已向下填充 {count} 格"), |count| format!("{} filled down", cells_en(count));
        cells_pasted: fn(usize) -> String = |count| format!("粘贴改了 {count} 格"), |count| format!("{} changed by pasting", cells_en(count));
        paste_table: S = "粘贴表格", "Paste table";
        template: S = "模板", "Template";
        paste_label: S = "表格里的内容", "Table from a spreadsheet";
        paste_hint: S = "第一行是角色、第一列是任务时按名称对应，否则从选中的格子开始填。", "Role names in the first row and tasks in the first column are matched by name; otherwise cells go in from the selected one on.";
        paste_finding: fn(usize, usize, usize, usize, usize) -> Vec<String> =
            |cells, changes, new, odd, outside| {
                let mut clauses = vec![format!("读到 {cells} 格，"), format!("要改 {changes} 格")];
                if new > 0 { clauses.push(format!("，新增 {new} 项任务")); }
                if odd > 0 { clauses.push(format!("，{odd} 格看不懂")); }
                if outside > 0 { clauses.push(format!("，{outside} 格在矩阵之外")); }
                clauses.push("。".to_owned());
                clauses
            },
            |cells, changes, new, odd, outside| {
                let mut said = vec![format!("{} read:", cells_en(cells)), format!("{changes} would change")];
                if new > 0 { said.push(if new == 1 { "1 task would be added".to_owned() } else { format!("{new} tasks would be added") }); }
                if odd > 0 { said.push(format!("{odd} not understood")); }
                if outside > 0 { said.push(format!("{outside} outside the matrix")); }
                let last = said.len() - 1;
                said.into_iter().enumerate().map(|(place, clause)| format!("{clause}{}", if place == 0 { "" } else if place == last { "." } else { "," })).collect()
            };
        paste_strangers: fn(&str) -> String = |names| format!("对不上的角色：{names}"), |names| format!("No such role here: {names}");
        paste_odd: fn(&str, &str) -> String = |text, role| format!("“{role}”列里的“{text}”不是 A、R、C、I"), |text, role| format!("“{text}” in column {role} is not A, R, C or I");
        not_understood: S = "看不懂", "Not understood";
        after: S = "之后", "After";
        include: fn(&str) -> String = |row| format!("包含 {row}"), |row| format!("Include {row}");
        apply: fn(usize) -> String = |count| format!("应用 {count} 处改动"), |count| if count == 1 { "Apply 1 change".to_owned() } else { format!("Apply {count} changes") };
        paste_note: S = "一次撤销就能全部还原。", "One undo takes it all back.";
        kind_label: S = "类型", "Kind";
        phase: S = "阶段", "Phase";
        hours_label: S = "每月小时", "Hours a month";
        checks_label: S = "检查的是", "Checks";
        role_view: S = "看谁的职责", "Whose duties";
        change_action: S = "更改", "Change";
        role_summary: fn(&str, usize, [usize; 4], Option<(&str, bool)>) -> String =
            |who, rows, [a, r, c, i], load| {
                let load = load.map(|(percent, is_over)| format!("负荷 {percent}%，{}。", if is_over { "超了" } else { "不超" })).unwrap_or_default();
                format!("{who}在 {rows} 行里：批准 {a}，负责 {r}，咨询 {c}，知会 {i}。{load}")
            },
            |who, rows, [a, r, c, i], load| {
                let load = load.map(|(percent, is_over)| format!(" Load {percent} %, {}.", if is_over { "too much" } else { "within capacity" })).unwrap_or_default();
                format!("{who}, {}: accountable {a}, responsible {r}, consulted {c}, informed {i}.{load}", plural(rows, "row", "rows"))
            };
        kind: fn(ActivityKind) -> S = |kind| match kind {
            ActivityKind::Requirement => "需求", ActivityKind::Delivery => "交付", ActivityKind::Acceptance => "验收", ActivityKind::Budget => "预算",
            ActivityKind::RiskAcceptance => "接受风险", ActivityKind::DataAccess => "数据权限", ActivityKind::Nda => "保密", ActivityKind::ContractChange => "合同变更",
            ActivityKind::SelfCheck => "自检", ActivityKind::PeerCheck => "互检", ActivityKind::SpecialistCheck => "专检", ActivityKind::Attendance => "外包人员考勤",
            ActivityKind::Leave => "外包人员请假", ActivityKind::IndividualAppraisal => "外包人员考核", ActivityKind::Wages => "外包人员工资", ActivityKind::Discipline => "外包人员处分", ActivityKind::Other => "其他",
        }, |kind| match kind {
            ActivityKind::Requirement => "Requirement", ActivityKind::Delivery => "Delivery", ActivityKind::Acceptance => "Acceptance", ActivityKind::Budget => "Budget",
            ActivityKind::RiskAcceptance => "Risk acceptance", ActivityKind::DataAccess => "Data access", ActivityKind::Nda => "Confidentiality", ActivityKind::ContractChange => "Contract change",
            ActivityKind::SelfCheck => "Self-check", ActivityKind::PeerCheck => "Peer check", ActivityKind::SpecialistCheck => "Specialist check", ActivityKind::Attendance => "Attendance of vendor staff",
            ActivityKind::Leave => "Leave of vendor staff", ActivityKind::IndividualAppraisal => "Appraisal of vendor staff", ActivityKind::Wages => "Wages of vendor staff", ActivityKind::Discipline => "Discipline of vendor staff", ActivityKind::Other => "Other",
        };
        finding: fn(Code) -> S = finding_zh, finding_en;
    }
}

/// What the team lacks, with the names it takes to say so.
pub enum Lack<'a> {
    /// The head of a side has no person.
    Head(&'a str),
    /// A role that is Accountable on so many rows has no person.
    Accountable(&'a str, usize),
    /// A vendor role has no counterpart.
    Counterpart(&'a str),
    /// An escalation level is held by one side only.
    OneSided(i64, Side),
    /// The sides share no language.
    Localiser(&'a [Vec<String>; 2]),
    /// They share none, and the role between them has no person.
    EmptyLocaliser(&'a str),
}

fn gap_zh(lack: &Lack<'_>) -> String {
    match lack {
        Lack::Head(role) => format!("一方的总负责 {role} 还没定人：对方不知道该找谁。"),
        Lack::Accountable(role, count) => format!("{role}要为 {count} 项任务拍板，还没定人。"),
        Lack::Counterpart(role) => format!("{role}在委托方没有对接人：问题不知道该找谁。"),
        Lack::OneSided(number, side) => {
            let (only, other) = sides_zh(*side);
            format!("响应级别 P{} 只有{only}有人，{other}没有：升级上去没有人接。", number - 1)
        }
        Lack::Localiser([client, vendor]) => format!(
            "双方没有共同的工作语言（委托方：{}；供应商：{}），也没有负责本地化的角色。",
            client.join("、"),
            vendor.join("、")
        ),
        Lack::EmptyLocaliser(role) => format!("双方没有共同的工作语言，{role}还没定人：双方的话没有人转达。"),
    }
}

fn gap_en(lack: &Lack<'_>) -> String {
    match lack {
        Lack::Head(role) => {
            format!("{role} leads its side and has no person yet: there is nobody to turn to.")
        }
        Lack::Accountable(role, count) => {
            format!("{role} is accountable for {} and has no person yet.", plural(*count, "task", "tasks"))
        }
        Lack::Counterpart(role) => {
            format!("{role} has no counterpart at the client: nobody knows whom to ask.")
        }
        Lack::OneSided(number, side) => {
            let (only, other) = sides_en(*side);
            format!(
                "Response level P{} names somebody of the {only} only: at the {other} nobody takes the escalation.",
                number - 1
            )
        }
        Lack::Localiser([client, vendor]) => format!(
            "The two sides share no working language (client: {}; vendor: {}), and no role carries words between them.",
            client.join(", "),
            vendor.join(", ")
        ),
        Lack::EmptyLocaliser(role) => {
            format!(
                "The two sides share no working language, and {role} has no person yet: nobody carries words between them."
            )
        }
    }
}

const fn sides_zh(only: Side) -> (S, S) {
    match only {
        Side::Client => ("委托方", "供应商"),
        Side::Vendor => ("供应商", "委托方"),
    }
}

const fn sides_en(only: Side) -> (S, S) {
    match only {
        Side::Client => ("client", "vendor"),
        Side::Vendor => ("vendor", "client"),
    }
}

fn cells_en(count: usize) -> String {
    plural(count, "cell", "cells")
}

fn people_zh(client: usize, vendor: usize, open: &[String], alone: &[String]) -> Vec<String> {
    let open = match open {
        [] => "都有人担任".to_owned(),
        [one] => format!("{one}还没定人"),
        many => format!("{} 个还没定人", many.len()),
    };
    let mut clauses = vec![format!("委托方 {client} 个角色，"), format!("供应商 {vendor} 个角色，")];
    match alone {
        [] => clauses.push(format!("{open}。")),
        [one] => clauses.extend([format!("{open}；"), format!("{one}没有对面的对接人。")]),
        many => clauses.extend([format!("{open}；"), format!("供应商有 {} 个角色没有对接人。", many.len())]),
    }
    clauses
}

fn people_en(client: usize, vendor: usize, open: &[String], alone: &[String]) -> Vec<String> {
    let open = match open {
        [] if client + vendor == 1 => "it is filled".to_owned(),
        [] => "all are filled".to_owned(),
        [one] => format!("{one} is not filled yet"),
        many => format!("{} are not filled yet", many.len()),
    };
    let mut clauses = vec![
        format!("{},", plural(client, "client role", "client roles")),
        format!("{};", plural(vendor, "vendor role", "vendor roles")),
    ];
    match alone {
        [] => clauses.push(format!("{open}.")),
        [one] => clauses.extend([format!("{open};"), format!("{one} has no counterpart.")]),
        many => {
            clauses.extend([format!("{open};"), format!("{} vendor roles have no counterpart.", many.len())])
        }
    }
    clauses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_and_one_role_are_said_as_one() {
        let said = |table: &TeamText, all, wrong, first| (table.raci_finding)(all, wrong, first).join(" ");
        assert_eq!(said(&EN, 1, 0, None), "The row follows the rules.");
        assert_eq!(said(&ZH, 1, 0, None), "这一行符合规则。");
        let first = Some((Code::ResponsibleMissing, "T-01", "Train"));
        assert_eq!(said(&EN, 1, 1, first), "The row needs fixing: nobody does “Train”.");
        assert_eq!(said(&EN, 2, 1, first), "One of 2 rows needs fixing: nobody does “Train”.");
        assert_eq!(
            (EN.people_finding)(1, 0, &[], &[]).join(" "),
            "1 client role, 0 vendor roles; it is filled."
        );
        assert_eq!(
            (EN.role_summary)("PM", 1, [1, 0, 0, 0], None),
            "PM, 1 row: accountable 1, responsible 0, consulted 0, informed 0."
        );
    }
}
