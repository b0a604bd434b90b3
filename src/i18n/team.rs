//! Words of stage 2.

use crate::domain::team::raci::Code;
use crate::domain::team::{ActivityKind, Part};
use crate::i18n::macros::{S, texts};

texts! {
    /// Words of stage 2.
    TeamText {
        people_empty: S = "双方的角色会列在这里：谁对接、谁执行、各管什么。", "The roles of both sides are listed here: who liaises, who delivers, who answers for what.";
        add_role: S = "添加角色", "Add a role";
        role: S = "角色", "Role";
        person: S = "姓名", "Person";
        duty: S = "核心职责", "Main duty";
        headcount: S = "人数", "Headcount";
        share_column: S = "投入", "Share";
        share: S = "投入 %", "Share %";
        capacity: S = "每月可用小时", "Hours a month";
        reports_to: S = "汇报给", "Reports to";
        counterpart: S = "对面的对接人", "Counterpart";
        people_finding: fn(usize, usize, &[String], &[String]) -> Vec<String> = people_zh, people_en;
        raci_empty: S = "任务和角色的责任矩阵会在这里：每行只有一个人批准，至少一个人负责。", "The matrix of tasks and roles will be here: one Accountable per row, at least one Responsible.";
        roles_first: S = "先定角色", "Set up the roles first";
        add_activity: S = "添加任务", "Add a task";
        task: S = "任务", "Task";
        check: S = "检查", "Check";
        ok: S = "没问题", "ok";
        next_problem: S = "下一个问题 F8", "Next problem F8";
        copy_action: S = "复制整张表", "Copy the table";
        part: fn(Part) -> S = |part| match part { Part::Accountable => "批准", Part::Responsible => "负责", Part::Consulted => "咨询", Part::Informed => "知会" },
            |part| match part { Part::Accountable => "Accountable", Part::Responsible => "Responsible", Part::Consulted => "Consulted", Part::Informed => "Informed" };
        part_meaning: fn(Part) -> S = |part| match part { Part::Accountable => "对结果拍板", Part::Responsible => "动手做", Part::Consulted => "事前被问", Part::Informed => "事后被告知" },
            |part| match part { Part::Accountable => "owns the result", Part::Responsible => "does the work", Part::Consulted => "is asked before", Part::Informed => "is told after" };
        clear: S = "清空", "Clear";
        grid_name: S = "责任矩阵", "Role matrix";
        raci_finding: fn(usize, usize) -> String =
            |all, wrong| if wrong == 0 { format!("{all} 行都符合规则。") } else { format!("{all} 行里有 {wrong} 行要改。") },
            |all, wrong| if wrong == 0 { format!("All {all} rows follow the rules.") } else if wrong == 1 { format!("One of {all} rows needs fixing.") } else { format!("{wrong} of {all} rows need fixing.") };
        rows_held: S = "担任 A 的行数", "Rows held as A";
        hours: S = "作为 R 的小时数／月", "Hours as R, per month";
        cells_set: fn(usize, &str) -> String = |count, letter| format!("{count} 格填为 {letter}"), |count, letter| format!("{count} cells set to {letter}");
        not_understood: fn(usize) -> String = |count| format!("有 {count} 格看不懂，没有贴入；其余已贴入。"), |count| format!("{count} cells were not understood and left out; the rest was pasted.");
        activity_details: S = "任务明细", "Task details";
        kind_label: S = "类型", "Kind";
        phase: S = "阶段", "Phase";
        hours_label: S = "每月小时", "Hours a month";
        checks_label: S = "检查的是", "Checks";
        role_view: S = "按角色看", "By role";
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

fn finding_zh(code: Code) -> S {
    match code {
        Code::AccountableMissing => "没有批准人（A）",
        Code::AccountableMultiple => "批准人（A）不止一个",
        Code::ResponsibleMissing => "没有负责人（R）",
        Code::RoleUnknown => "有不存在的角色",
        Code::AcceptanceNotClient => "验收应由委托方批准",
        Code::ClientDutyNotClient => "这件事应由委托方批准",
        Code::MakerIsChecker => "做的人不能专检自己",
        Code::CheckTargetMissing => "没写专检的是哪项任务",
        Code::ResponsibleMany => "负责人超过 2 个",
        Code::ConsultedMany => "咨询太多，会拖慢",
        Code::InformedNone => "没有人被知会",
        Code::DeliveryNotVendor => "交付应由服务商负责",
        Code::RequirementNoClient => "需求缺少委托方参与",
        Code::DispatchRisk => "委托方直接管外包人员，会不会被认定为劳务派遣？请法务看一下",
        Code::DispatchRiskPayment => "按人头付费又没有交付物，会不会被认定为劳务派遣？请法务看一下",
        Code::RoleUnused => "没有任何任务",
        Code::AccountableConcentrated => "批准了超过 30% 的任务",
        Code::RoleOverload => "工时超过可用小时",
        Code::RoleLoadHigh => "工时超过可用小时的 80%",
        Code::RoleNoCounterpart => "没有对面的对接人",
        Code::EscalationOneSided => "升级层级只有一方有",
    }
}

fn finding_en(code: Code) -> S {
    match code {
        Code::AccountableMissing => "No Accountable",
        Code::AccountableMultiple => "More than one Accountable",
        Code::ResponsibleMissing => "No Responsible",
        Code::RoleUnknown => "Names a role that is not there",
        Code::AcceptanceNotClient => "Acceptance belongs to the client",
        Code::ClientDutyNotClient => "The client has to own this",
        Code::MakerIsChecker => "The maker checks the own work",
        Code::CheckTargetMissing => "Does not say what is checked",
        Code::ResponsibleMany => "More than 2 Responsible",
        Code::ConsultedMany => "Many Consulted slow it down",
        Code::InformedNone => "Nobody is Informed",
        Code::DeliveryNotVendor => "The vendor should deliver",
        Code::RequirementNoClient => "No client takes part",
        Code::DispatchRisk => {
            "The client manages vendor staff: could this be labour dispatch? Ask legal to look"
        }
        Code::DispatchRiskPayment => {
            "Pay per head without deliverables: could this be labour dispatch? Ask legal to look"
        }
        Code::RoleUnused => "Has no task",
        Code::AccountableConcentrated => "Accountable on more than 30 % of rows",
        Code::RoleOverload => "More hours than it can give",
        Code::RoleLoadHigh => "Above 80 % of its hours",
        Code::RoleNoCounterpart => "Has no counterpart",
        Code::EscalationOneSided => "An escalation level exists on one side only",
    }
}

fn people_zh(client: usize, vendor: usize, open: &[String], alone: &[String]) -> Vec<String> {
    let open = match open {
        [] => "都有人担任".to_owned(),
        [one] => format!("{one}还没定人"),
        many => format!("{} 个还没定人", many.len()),
    };
    let mut clauses = vec![format!("委托方 {client} 个角色，"), format!("服务商 {vendor} 个角色，")];
    match alone {
        [] => clauses.push(format!("{open}。")),
        [one] => clauses.extend([format!("{open}；"), format!("{one}没有对面的对接人。")]),
        many => clauses.extend([format!("{open}；"), format!("服务商有 {} 个角色没有对接人。", many.len())]),
    }
    clauses
}

fn people_en(client: usize, vendor: usize, open: &[String], alone: &[String]) -> Vec<String> {
    let open = match open {
        [] => "all are filled".to_owned(),
        [one] => format!("{one} is not filled yet"),
        many => format!("{} are not filled yet", many.len()),
    };
    let mut clauses = vec![format!("{client} client roles,"), format!("{vendor} vendor roles;")];
    match alone {
        [] => clauses.push(format!("{open}.")),
        [one] => clauses.extend([format!("{open};"), format!("{one} has no counterpart.")]),
        many => {
            clauses.extend([format!("{open};"), format!("{} vendor roles have no counterpart.", many.len())])
        }
    }
    clauses
}
