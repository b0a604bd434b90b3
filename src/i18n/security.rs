//! Words of information security.

use crate::domain::risk::security::access::Right;
use crate::domain::risk::security::duties::{Duty, DutyState, Source};
use crate::domain::risk::security::standing::{AgreementState, AuditState, ClassLack, Standing, WARN_DAYS};
use crate::domain::risk::security::{Sensitivity, USUAL_CLASSES, USUAL_LEAKS};
use crate::i18n::format::plural;
use crate::i18n::macros::{S, apart, texts};

apart!(SecurityText);

texts! {
    /// Words of information security.
    SecurityText {
        finding: fn(&Standing) -> Vec<String> = finding_zh, finding_en;
        agreements_head: S = "保密协议", "Agreements to keep secrets";
        agreements_empty: S = "谁向谁承诺保密、保什么密、哪天到期，列在这里；到期前 60 天提醒。", "Who promised whom to keep what secret, and until when; what ends within 60 days is pointed out.";
        add_agreement: S = "添加保密协议", "Add an agreement";
        parties: S = "谁和谁签", "Who promises whom";
        scope: S = "保密范围", "What is secret";
        signed: S = "签署日期", "Signed on";
        until: S = "有效到", "Holds until";
        until_hint: S = "没写到期日：按一直有效算。", "Without a last day it counts as holding on.";
        kept_at: S = "签署件放在哪里", "Where the signed copy is";
        state: S = "状态", "State";
        agreement_state: fn(AgreementState) -> String = agreement_zh, agreement_en;
        data_head: S = "数据类别和存放规则", "Classes of data and how they are kept";
        data_empty: S = "先分清有哪些数据、多敏感，再写每类放在哪里、怎么加密、留多久。", "Which data there are and how sensitive, where each class is kept, how it is encrypted and for how long.";
        add_class: S = "添加数据类别", "Add a class";
        take_classes: S = "加入常用的五类", "Add the usual five";
        class_name: S = "数据类别", "Class of data";
        examples: S = "包括什么", "What belongs to it";
        sensitivity_label: S = "敏感程度", "Sensitivity";
        sensitivity: fn(Sensitivity) -> S = |degree| match degree { Sensitivity::Open => "公开", Sensitivity::Internal => "内部", Sensitivity::Confidential => "商业秘密", Sensitivity::Personal => "个人信息", Sensitivity::SensitivePersonal => "敏感个人信息" },
            |degree| match degree { Sensitivity::Open => "Open", Sensitivity::Internal => "Internal", Sensitivity::Confidential => "Confidential", Sensitivity::Personal => "Personal", Sensitivity::SensitivePersonal => "Sensitive personal" };
        storage: S = "可以放在哪里，不可以放在哪里", "Where it may be kept, and where not";
        storage_column: S = "放在哪里", "Kept where";
        encrypted_kept: S = "存放时加密", "Encrypted where kept";
        encrypted_sent: S = "传输时加密", "Encrypted on its way";
        keys: S = "密钥谁来管", "Who holds the keys";
        deletion: S = "留多久，怎么删除或归还", "How long it is kept; how it is deleted or given back";
        rules_column: S = "规则", "Rules";
        rules_whole: S = "齐全", "complete";
        rules_free: S = "不要求", "none asked for";
        rules_missing: fn(usize) -> String = |count| format!("缺 {count} 项"), |count| format!("{count} missing");
        class_lack: fn(ClassLack) -> S = |lack| match lack { ClassLack::Storage => "写明可以放在哪里", ClassLack::EncryptedKept => "敏感数据存放时要加密", ClassLack::EncryptedSent => "敏感数据传输时要加密", ClassLack::Deletion => "写明留多久、怎么删除或归还" },
            |lack| match lack { ClassLack::Storage => "Say where it may be kept", ClassLack::EncryptedKept => "Sensitive data have to be encrypted where they are kept", ClassLack::EncryptedSent => "Sensitive data have to be encrypted on their way", ClassLack::Deletion => "Say how long it is kept, and how it is deleted or given back" };
        usual_classes: [[S; 2]; USUAL_CLASSES.len()] = [
                ["公开资料", "产品介绍、公开的帮助文档"],
                ["内部资料", "流程、话术、排班"],
                ["商业秘密", "价格、合同、未发布的计划、源代码"],
                ["客户个人信息", "姓名、手机号、地址、订单"],
                ["敏感个人信息", "身份证号、银行卡、健康、行踪、未满十四周岁者的信息"],
            ], [
                ["Published material", "product pages, public help"],
                ["Internal material", "procedures, scripts, rosters"],
                ["Business secrets", "prices, contracts, plans, source code"],
                ["Customers' personal data", "names, phone numbers, addresses, orders"],
                ["Sensitive personal data", "identity numbers, bank cards, health, movements, children"],
            ];
        rights_head: S = "谁能看、谁能改", "Who may see and change what";
        rights_empty: S = "有了数据类别和团队角色以后，这里按“数据类别 × 角色”写谁能看、谁能改。", "Once there are classes of data and roles, this table says for each pair who may see and who may change it.";
        right: fn(Right) -> S = |right| match right { Right::Edit => "可改", Right::See => "可看", Right::None => "不可" },
            |right| match right { Right::Edit => "edit", Right::See => "see", Right::None => "none" };
        right_label: S = "权限", "Right";
        right_first: S = "先选权限，再写理由。再选一次同一项就取消。", "Choose a right first; choosing it again takes it back.";
        reason: S = "理由", "Reason";
        reason_wanted: S = "能改敏感数据：写明理由", "May change sensitive data: say why";
        rights_keys: S = "方向键移动；E 可改，S 可看，N 不可，空格轮换，Delete 清空。", "Arrows move; E edit, S see, N none, Space goes round, Delete clears.";
        save_rights: S = "保存为 CSV", "Save as CSV";
        csv_heads: [S; 7] = ["编号", "数据类别", "敏感程度", "哪一方", "角色", "权限", "理由"], ["Number", "Class of data", "Sensitivity", "Side", "Role", "Right", "Reason"];
        leaks_head: S = "泄露后通知谁", "Who is told of a leak";
        leaks_empty: S = "发现泄露后多久之内由谁通知谁，列在这里；法定期限请法律顾问确认。", "Who tells whom of a leak, and within how many hours; ask counsel for what the law sets.";
        add_leak: S = "添加通知对象", "Add somebody to tell";
        take_leaks: S = "加入常用的三方", "Add the usual three";
        told: S = "通知谁", "Who is told";
        within: S = "多久之内", "Within";
        within_hours: S = "发现后几小时内", "Hours after it is known";
        hours: fn(&str) -> String = |hours| format!("{hours} 小时"), |hours| format!("{hours} h");
        told_by: S = "由谁通知", "Told by";
        how: S = "怎么通知，说什么", "How, and what they are told";
        how_column: S = "怎么通知", "How";
        usual_leaks: [[S; 2]; USUAL_LEAKS.len()] = [
                ["委托方项目经理和信息安全负责人", "电话，随后书面：什么数据、多少人、何时发现、已做什么"],
                ["受影响的个人", "短信或邮件：泄露了什么、可能的危害、怎么自我保护、联系谁"],
                ["履行个人信息保护职责的部门", "法律要求立即补救并通知，具体期限请法律顾问确认"],
            ], [
                ["The client's PM and security officer", "By phone, then in writing: which data, how many people, when it was found, what was done"],
                ["The people concerned", "By message: what leaked, what may come of it, how to protect themselves, whom to ask"],
                ["The data protection authority", "In writing; 72 h is the limit of the GDPR, other laws say at once: ask counsel"],
            ];
        audits_head: S = "审计计划和结果", "Audits";
        audits_empty: S = "查什么、谁来查、哪天到期、查出什么、怎么整改，列在这里。", "What is audited, by whom, when it is due, what was found and what is done about it.";
        add_audit: S = "添加审计", "Add an audit";
        audited: S = "查什么", "What is audited";
        auditor: S = "谁来查", "Who audits";
        audit_due: S = "到期日", "Due";
        next_due: S = "下次到期", "Next due";
        audit_done: S = "完成日期", "Done on";
        every_months: S = "每几个月一次", "Every so many months";
        comes_round: fn(&str) -> String = |date| format!("按周期，下次到期是 {date}。"), |date| format!("It comes round: next due on {date}.");
        audit_finding: S = "查出什么", "What was found";
        follow_up: S = "怎么整改", "What is done about it";
        follow_up_by: S = "谁来整改", "Who does it";
        follow_up_due: S = "整改期限", "By when";
        follow_up_done: S = "整改完成", "Done on";
        audit_state: fn(AuditState) -> String = audit_zh, audit_en;
        duties_head: S = "委托处理个人信息清单", "Entrusted personal data: checklist";
        duties_source: fn(&str, &str) -> String = |personal, level| format!("参考：《个人信息保护法》（{personal} 起施行）和《信息安全等级保护管理办法》（{level} 发布），按当时的文本整理；是否适用、有无新规定，请问法律顾问。"), |personal, level| format!("Reference as of the Personal Information Protection Law of China (PIPL, in force {personal}) and the Measures for Multi-Level Protection ({level}). Whether they apply and what is newer: ask counsel.");
        duties_finding: fn(usize, usize, usize) -> String = |done, not_done, open| format!("{done} 项已做，{not_done} 项没做，{open} 项还没看。"), |done, not_done, open| format!("{done} done, {not_done} not done, {open} not looked at yet.");
        duty_what: S = "要做什么", "What is asked for";
        duty_basis: S = "依据", "Basis";
        duty_note: S = "说明", "Note";
        say_why: S = "写明为什么不适用", "say why it does not apply";
        duty_state: fn(DutyState) -> S = |state| match state { DutyState::Open => "还没看", DutyState::Done => "已做", DutyState::NotDone => "没做", DutyState::NotApplicable => "不适用" },
            |state| match state { DutyState::Open => "not looked at", DutyState::Done => "done", DutyState::NotDone => "not done", DutyState::NotApplicable => "not applicable" };
        source: fn(Source) -> String = |source| match source { Source::Personal(article) => format!("个人信息保护法 第 {article} 条"), Source::MultiLevel(article) => format!("等级保护管理办法 第 {article} 条") },
            |source| match source { Source::Personal(article) => format!("PIPL art. {article}"), Source::MultiLevel(article) => format!("Multi-level protection art. {article}") };
        duty: fn(Duty) -> S = duty_zh, duty_en;
    }
}

fn duty_zh(duty: Duty) -> S {
    match duty {
        Duty::PurposeAndPeriod => "合同写明委托处理的目的和期限",
        Duty::MethodAndKinds => "合同写明处理方式和个人信息的种类",
        Duty::Protection => "合同写明保护措施",
        Duty::RightsAndDuties => "合同写明双方的权利和义务",
        Duty::Supervision => "委托方监督供应商的处理活动",
        Duty::NoSubcontracting => "未经同意不转委托",
        Duty::ReturnOrDelete => "合同终止后归还或删除，不保留",
        Duty::AssessedBefore => "委托之前做个人信息保护影响评估",
        Duty::AssessmentContent => {
            "评估写到：目的和方式是否合法、正当、必要，对个人的影响和风险，措施是否相称"
        }
        Duty::RecordKept => "评估报告和处理情况记录至少保存三年",
        Duty::VendorHelps => "供应商采取必要措施，协助委托方履行义务",
        Duty::YearlyAssessment => "等保三级系统每年测评一次",
    }
}

fn duty_en(duty: Duty) -> S {
    match duty {
        Duty::PurposeAndPeriod => "The contract states purpose and period of the processing",
        Duty::MethodAndKinds => "The contract states the method and the kinds of data",
        Duty::Protection => "The contract states the measures of protection",
        Duty::RightsAndDuties => "The contract states rights and duties of both sides",
        Duty::Supervision => "The client supervises what the vendor does with the data",
        Duty::NoSubcontracting => "The vendor entrusts nobody else without consent",
        Duty::ReturnOrDelete => "Data are given back or deleted when the contract ends",
        Duty::AssessedBefore => "The impact is assessed before data are entrusted",
        Duty::AssessmentContent => {
            "The assessment covers whether purpose and method are lawful and needed, influence and risk for people, \
             and whether measures fit"
        }
        Duty::RecordKept => "Assessment and record of processing are kept for three years at least",
        Duty::VendorHelps => "The vendor protects the data and helps the client with its duties",
        Duty::YearlyAssessment => "A system of protection level 3 is assessed once a year",
    }
}

fn agreement_zh(state: AgreementState) -> String {
    match state {
        AgreementState::Unsigned => "没有签署".to_owned(),
        AgreementState::Ended(days) => format!("已过期 {days} 天"),
        AgreementState::EndsSoon(0) => "今天到期".to_owned(),
        AgreementState::EndsSoon(days) => format!("{days} 天后到期"),
        AgreementState::EndsBeforeContract => "早于合同到期".to_owned(),
        AgreementState::Holds => "有效".to_owned(),
    }
}

fn agreement_en(state: AgreementState) -> String {
    let days = |days: i64| plural(usize::try_from(days).unwrap_or_default(), "day", "days");
    match state {
        AgreementState::Unsigned => "not signed".to_owned(),
        AgreementState::Ended(ago) => format!("ended {} ago", days(ago)),
        AgreementState::EndsSoon(0) => "ends today".to_owned(),
        AgreementState::EndsSoon(left) => format!("ends in {}", days(left)),
        AgreementState::EndsBeforeContract => "ends before the contract".to_owned(),
        AgreementState::Holds => "holds".to_owned(),
    }
}

fn audit_zh(state: AuditState) -> String {
    match state {
        AuditState::Unplanned => "没有日期".to_owned(),
        AuditState::Ahead => "未到期".to_owned(),
        AuditState::Overdue(days) => format!("逾期 {days} 天"),
        AuditState::FollowUp => "待整改".to_owned(),
        AuditState::FollowUpOverdue(days) => format!("整改逾期 {days} 天"),
        AuditState::Done => "已完成".to_owned(),
    }
}

fn audit_en(state: AuditState) -> String {
    let days = |days: i64| plural(usize::try_from(days).unwrap_or_default(), "day", "days");
    match state {
        AuditState::Unplanned => "no date".to_owned(),
        AuditState::Ahead => "ahead".to_owned(),
        AuditState::Overdue(late) => format!("{} overdue", days(late)),
        AuditState::FollowUp => "follow-up open".to_owned(),
        AuditState::FollowUpOverdue(late) => format!("follow-up {} overdue", days(late)),
        AuditState::Done => "done".to_owned(),
    }
}

fn finding_zh(found: &Standing) -> Vec<String> {
    let mut said = Vec::new();
    if found.is_unbound {
        said.push("供应商能接触敏感数据，却没有一份生效的保密协议".to_owned());
    }
    let out = (found.not_in_force > 0).then(|| format!("{} 份没有生效", found.not_in_force));
    let ending =
        (found.ending > 0).then(|| format!("{} 份不到 {WARN_DAYS} 天到期或早于合同到期", found.ending));
    let doubts: Vec<_> = out.into_iter().chain(ending).collect();
    said.push(match (found.agreements, doubts.is_empty()) {
        (0, _) => "还没有登记保密协议".to_owned(),
        (all, true) => format!("{all} 份保密协议都有效"),
        (all, false) => format!("{all} 份保密协议里 {}", doubts.join("，")),
    });
    if found.lacking > 0 {
        said.push(format!("{} 类敏感数据的存放规则不全", found.lacking));
    }
    if found.undecided > 0 {
        said.push(format!("权限表 {} 格里 {} 格没定", found.cells, found.undecided));
    }
    if found.unreasoned > 0 {
        said.push(format!("{} 处能改敏感数据却没写理由", found.unreasoned));
    }
    if found.overdue > 0 {
        said.push(format!("{} 项审计或整改逾期", found.overdue));
    }
    ended(said, "；", "。")
}

fn finding_en(found: &Standing) -> Vec<String> {
    let mut said = Vec::new();
    if found.is_unbound {
        said.push(
            "The vendor may reach sensitive data while no agreement to keep secrets is in force".to_owned(),
        );
    }
    let agreements = plural(found.agreements, "agreement to keep secrets", "agreements to keep secrets");
    let out = match found.not_in_force {
        0 => None,
        1 => Some("1 is not in force".to_owned()),
        out => Some(format!("{out} are not in force")),
    };
    let ending = match found.ending {
        0 => None,
        1 => Some(format!("1 ends within {WARN_DAYS} days or before the contract")),
        ending => Some(format!("{ending} end within {WARN_DAYS} days or before the contract")),
    };
    said.push(match (found.agreements, out, ending) {
        (0, ..) => "no agreement to keep secrets is noted".to_owned(),
        (1, None, None) => "1 agreement to keep secrets holds".to_owned(),
        (_, None, None) => format!("{agreements} hold"),
        (_, Some(out), Some(ending)) => format!("of {agreements} {out}, {ending}"),
        (_, one, other) => format!("of {agreements} {}", one.or(other).unwrap_or_default()),
    });
    if found.lacking > 0 {
        said.push(format!(
            "{} of sensitive data {} rules",
            plural(found.lacking, "class", "classes"),
            if found.lacking == 1 { "lacks" } else { "lack" }
        ));
    }
    if found.undecided > 0 {
        said.push(format!("{} of {} rights are not decided", found.undecided, found.cells));
    }
    if found.unreasoned > 0 {
        said.push(format!(
            "{} to change sensitive data without a reason",
            plural(found.unreasoned, "right", "rights")
        ));
    }
    if found.overdue > 0 {
        said.push(format!(
            "{} {} overdue",
            plural(found.overdue, "audit or follow-up", "audits or follow-ups"),
            if found.overdue == 1 { "is" } else { "are" }
        ));
    }
    if let Some(first) = said.first_mut()
        && let Some(letter) = first.chars().next()
    {
        first.replace_range(..letter.len_utf8(), &letter.to_uppercase().to_string());
    }
    ended(said, ";", ".")
}

/// Puts a sign after each clause and another one after the last.
fn ended(mut clauses: Vec<String>, between: &str, last: &str) -> Vec<String> {
    let n_clauses = clauses.len();
    for (place, clause) in clauses.iter_mut().enumerate() {
        clause.push_str(if place + 1 == n_clauses { last } else { between });
    }
    clauses
}
