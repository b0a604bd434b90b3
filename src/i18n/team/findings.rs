//! What is said of the findings in the role matrix: what follows from one, why it matters, and its short name.

use crate::domain::team::raci::code::Code;
use crate::i18n::macros::S;

pub(super) fn consequence_zh(code: Code, name: &str) -> String {
    match code {
        Code::AccountableMissing => format!("“{name}”没有批准人"),
        Code::AccountableMultiple => format!("“{name}”有不止一个批准人"),
        Code::ResponsibleMissing => format!("“{name}”没有人负责做"),
        Code::AcceptanceNotClient => format!("“{name}”由供应商自己验收"),
        Code::ClientDutyNotClient => format!("“{name}”由供应商替委托方拍板"),
        Code::MakerIsChecker => format!("“{name}”由做的人检查自己"),
        other => format!("“{name}”{}", finding_zh(other)),
    }
}

pub(super) fn consequence_en(code: Code, name: &str) -> String {
    match code {
        Code::AccountableMissing => format!("nobody answers for “{name}”"),
        Code::AccountableMultiple => format!("more than one answers for “{name}”"),
        Code::ResponsibleMissing => format!("nobody does “{name}”"),
        Code::AcceptanceNotClient => format!("the vendor accepts its own work in “{name}”"),
        Code::ClientDutyNotClient => format!("the vendor decides for the client in “{name}”"),
        Code::MakerIsChecker => format!("the makers check their own work in “{name}”"),
        other => format!("“{name}”: {}", finding_en(other)),
    }
}

pub(super) fn why_zh(code: Code) -> S {
    match code {
        Code::AccountableMissing => "没有人对结果拍板，出了问题找不到人，也没法升级。每行要有且只有一个 A。",
        Code::AccountableMultiple => "几个人都拍板，等于没有人拍板。留一个 A，其余改成 C。",
        Code::ResponsibleMissing => "没有人动手做。至少给一个角色 R；同一个人既批准又做，就填 AR。",
        Code::AcceptanceNotClient => "自己验收自己的交付，等于没有验收。A 应在委托方。",
        Code::ClientDutyNotClient => {
            "预算、合同、保密、数据权限和剩余风险，后果由委托方承担，A 不能交给供应商。"
        }
        Code::MakerIsChecker => "专检要由没参与做的人来做，否则只是又一次自检。换一个 R。",
        Code::CheckTargetMissing => "写明专检的是哪项任务，才能核对检查的人是不是做的人。",
        Code::ResponsibleMany => "做的人多，就容易互相等。看看能不能拆成几项任务。",
        Code::ConsultedMany => "每多问一个人就多等一次。只需要知道结果的，改成 I。",
        Code::InformedNone => "做完没有人被告知，后面的人会接不上。",
        Code::DeliveryNotVendor => "委托方自己做交付，就不是外包了。确认这项是不是该由供应商做。",
        Code::RequirementNoClient => "需求没有委托方参与，做出来的多半不是想要的。给委托方一个 R 或 C。",
        Code::DispatchRisk => {
            "委托方直接管考勤、请假、个人考核、工资或处分，会不会被认定为“假外包、真派遣”？这里不下结论，请法务看一下；多数情况下这类事留给供应商。"
        }
        Code::DispatchRiskPayment => {
            "所选供应商的基础服务全部按人头计价，又没有里程碑或写明验收的功能。会不会被认定为劳务派遣？这里不下结论，请法务看一下。"
        }
        Code::RoleUnknown => "这一行给了一个已经不在的角色。清掉那一格，或把角色加回来。",
        Code::RoleUnused => "这个角色在矩阵里没有任何分工：给它任务，或者去掉它。",
        Code::RoleIsPerson => "矩阵里写角色，人另写在“姓名”里：换了人，分工才不用重做。",
        Code::AccountableConcentrated => "拍板都压在一个人身上，这个人一忙，事情就停。分一些给别人。",
        Code::RoleOverload => "分到的小时比能给的多，一定有事做不完。减任务、加人，或调整小时。",
        Code::RoleLoadHigh => "可用小时快用满了，有人请假或出了急事就接不住。",
        Code::RoleNoCounterpart => "供应商的每个角色在委托方都要有一个人可以找。",
        Code::EscalationOneSided => "一方升级上来，另一方要有同一级的人接。",
    }
}

pub(super) fn why_en(code: Code) -> S {
    match code {
        Code::AccountableMissing => {
            "Nobody owns the result, so a problem has no address and cannot be escalated. Every row needs exactly one A."
        }
        Code::AccountableMultiple => {
            "Where several decide, nobody does. Keep one A and turn the others into C."
        }
        Code::ResponsibleMissing => {
            "Nobody does the work. Give at least one role an R; AR where one person both owns and does it."
        }
        Code::AcceptanceNotClient => {
            "Accepting the own delivery is no acceptance. The A belongs to the client."
        }
        Code::ClientDutyNotClient => {
            "The client bears the consequences of budget, contract, confidentiality, data access and remaining risk, so the A cannot go to the vendor."
        }
        Code::MakerIsChecker => {
            "A specialist check by the makers is one more self-check. Give the R to somebody who took no part."
        }
        Code::CheckTargetMissing => {
            "Name the task that is checked, so that makers and checkers can be compared."
        }
        Code::ResponsibleMany => "Many doers wait for each other. See whether the task can be split.",
        Code::ConsultedMany => {
            "Everyone who is asked adds a wait. Make it I where knowing the result is enough."
        }
        Code::InformedNone => "Nobody hears of the result, so whoever comes next cannot go on.",
        Code::DeliveryNotVendor => {
            "If the client delivers it, it is not outsourced. Check whose task this is."
        }
        Code::RequirementNoClient => {
            "Requirements without the client seldom lead to what was wanted. Give a client role R or C."
        }
        Code::DispatchRisk => {
            "The client itself keeps attendance, leave, appraisal, wages or discipline of vendor staff: could this count as labour dispatch under the name of outsourcing? This is no verdict; ask counsel. Usually such things stay with the vendor."
        }
        Code::DispatchRiskPayment => {
            "The base service of the chosen vendor is priced per head throughout, and there is neither a milestone nor a feature with an acceptance. Could this count as labour dispatch? This is no verdict; ask counsel."
        }
        Code::RoleUnknown => {
            "The row names a role that is no longer there. Clear the cell or add the role again."
        }
        Code::RoleUnused => "The role plays no part in the matrix: give it a task or remove it.",
        Code::RoleIsPerson => {
            "The matrix holds roles, and people stand in their own field: when somebody leaves, the parts stay."
        }
        Code::AccountableConcentrated => {
            "Where one role decides so much, everything waits when it is busy. Give some of it away."
        }
        Code::RoleOverload => {
            "It has more hours than it can give, so something stays undone. Take tasks away, add people or change the hours."
        }
        Code::RoleLoadHigh => "Its hours are nearly used up: a leave or an emergency finds no room.",
        Code::RoleNoCounterpart => "Every vendor role needs somebody at the client to turn to.",
        Code::EscalationOneSided => {
            "What one side escalates has to arrive at somebody of the same level on the other."
        }
    }
}

pub(super) fn finding_zh(code: Code) -> S {
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
        Code::ConsultedMany => "咨询太多",
        Code::InformedNone => "没有人被知会",
        Code::DeliveryNotVendor => "交付应由供应商负责",
        Code::RequirementNoClient => "需求缺少委托方参与",
        Code::DispatchRisk => "会不会算劳务派遣？请法务看",
        Code::DispatchRiskPayment => "按人头付费又没有交付物，会不会算劳务派遣？请法务看",
        Code::RoleUnused => "没有任何任务",
        Code::RoleIsPerson => "角色用了人名",
        Code::AccountableConcentrated => "批准了超过 30% 的任务",
        Code::RoleOverload => "工时超过可用小时",
        Code::RoleLoadHigh => "工时超过可用小时的 80%",
        Code::RoleNoCounterpart => "没有对面的对接人",
        Code::EscalationOneSided => "升级层级只有一方有",
    }
}

pub(super) fn finding_en(code: Code) -> S {
    match code {
        Code::AccountableMissing => "No Accountable",
        Code::AccountableMultiple => "More than one Accountable",
        Code::ResponsibleMissing => "No Responsible",
        Code::RoleUnknown => "Names a role that is not there",
        Code::AcceptanceNotClient => "The client must accept",
        Code::ClientDutyNotClient => "The client must own it",
        Code::MakerIsChecker => "Maker checks own work",
        Code::CheckTargetMissing => "Checks which task?",
        Code::ResponsibleMany => "More than 2 Responsible",
        Code::ConsultedMany => "Many Consulted",
        Code::InformedNone => "Nobody is Informed",
        Code::DeliveryNotVendor => "The vendor should deliver",
        Code::RequirementNoClient => "No client takes part",
        Code::DispatchRisk => "Labour dispatch? Ask counsel",
        Code::DispatchRiskPayment => "Pay per head without deliverables: labour dispatch? Ask counsel",
        Code::RoleUnused => "Has no task",
        Code::RoleIsPerson => "Is called like a person",
        Code::AccountableConcentrated => "Accountable on more than 30 % of rows",
        Code::RoleOverload => "More hours than it can give",
        Code::RoleLoadHigh => "Above 80 % of its hours",
        Code::RoleNoCounterpart => "Has no counterpart",
        Code::EscalationOneSided => "An escalation level exists on one side only",
    }
}
