//! Words of the requirement specification.

use crate::i18n::macros::{S, apart, texts};

apart!(SpecificationText);

texts! {
    /// Words of the requirement specification.
    SpecificationText {
        lead: fn(&str, &str) -> String = |client, vendor| format!("本规格书写明{client}委托{vendor}承担的服务：要达到的成果、服务的范围、验收标准和服务等级。双方以此为准，改动按变更单办理。"), |client, vendor| format!("This specification says what {client} commissions from {vendor}: the outcomes to reach, the scope of the service, when it counts as accepted, and its service levels. Both parties rely on it; changes go by change request.");
        frame: S = "服务概要", "The service in brief";
        business: S = "外包的业务", "What is outsourced";
        reason: S = "外包的原因", "Why it is outsourced";
        period: S = "服务期", "Period of service";
        from: fn(&str, Option<u16>) -> String = |start, months| months.map_or_else(|| format!("{start} 起"), |months| format!("{start} 起，{months} 个月")), |start, months| months.map_or_else(|| format!("from {start}"), |months| format!("{months} months from {start}"));
        modules: S = "外包的模块", "Modules outsourced";
        goals: S = "要达到的成果", "Outcomes to reach";
        goals_lead: S = "下列成果从现值改善到目标值，按所列办法衡量。", "Each outcome improves from its value today to its target, measured as said.";
        outcome: S = "成果", "Outcome";
        measure: S = "衡量办法", "Measured by";
        now: S = "现值", "Today";
        target: S = "目标", "Target";
        by: S = "期限", "By";
        scope: S = "服务范围与验收标准", "Scope and acceptance";
        scope_lead: S = "没有写进“包含”的，不在服务范围内；“不包含”是双方明确排除的。", "What is not named as included is no part of the service; what is excluded, both parties leave out expressly.";
        includes: S = "包含：", "Includes: ";
        accepted: S = "验收标准：", "Accepted when: ";
        excluded: S = "不包含：", "Excluded: ";
        serves: fn(&str) -> String = |goal| format!("（对应 {goal}）"), |goal| format!(" (serves {goal})");
        answers: fn(&str) -> String = |role| format!("负责人：{role}。"), |role| format!("Owner: {role}.");
        processes: S = "跨双方的流程", "Processes across both sides";
        step: S = "步骤", "Step";
        side: S = "由谁做", "Done by";
        leads: S = "之后", "Then";
        levels: S = "服务等级", "Service levels";
        levels_lead: S = "口径、不计的情形和未达标的后果见服务等级附件。", "How each is computed, what does not count and what follows a miss stands in the service level annex.";
        window: S = "统计期", "Window";
        questions: S = "待答复的问题", "Open questions";
        questions_lead: S = "下列问题答复之前，双方不确认本规格书。", "Until these are answered, the parties do not confirm this specification.";
        question: S = "问题", "Question";
        owner: S = "负责人", "Owner";
        prototypes: S = "原型：", "Prototypes: ";
    }
}
