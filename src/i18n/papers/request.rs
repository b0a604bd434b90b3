//! Words of the request for proposal.

use crate::i18n::macros::{S, apart, texts};

apart!(RequestText);

texts! {
    /// Words of the request for proposal.
    RequestText {
        lead: fn(&str) -> String = |client| format!("{client}就下列服务征集方案。范围、验收标准和服务等级见附件一和附件二；回答本问卷并附报价表。"), |client| format!("{client} asks for proposals for the service below. Scope, acceptance and service levels stand in annexes 1 and 2; answer this questionnaire and add the price sheet.");
        service: S = "服务", "The service";
        business: S = "外包的业务", "What is outsourced";
        start: S = "目标上线", "Target start";
        term: S = "服务期", "Period";
        months: fn(u16) -> String = |months| format!("{months} 个月"), |months| format!("{months} months");
        modules: S = "模块", "Modules";
        roles: S = "要配备的角色", "Roles to staff";
        gates: S = "资质要求", "Gates";
        gates_lead: S = "标“必须”的一项不过就出局；请逐项附上凭证。", "One must-have that fails puts a proposal out; add the proof of each.";
        kind: S = "怎么判", "Judged by";
        must: S = "必须", "must";
        noted: S = "记录", "noted";
        your_answer: S = "贵方回答", "Your answer";
        criteria: S = "评分准则", "How proposals are scored";
        criteria_lead: S = "每条准则 0 到 5 分，按权重合计；分数的含义如下。准则和权重在开标前公布，之后不改。", "Each criterion is scored 0 to 5 and weighted; the scores mean what is said. Criteria and weights are published before opening and do not change after.";
        score_means: fn(usize, &str) -> String = |score, words| format!("{score} 分：{words}"), |score, words| format!("{score}: {words}");
        parts: S = "总分怎么来", "How the total is made";
        parts_lead: fn(S, S) -> String = |formula, rule| format!("价格得分：{formula}。{rule}"), |formula, rule| format!("Price becomes points by: {}. {rule}", formula.to_lowercase());
        part: S = "部分", "Part";
        questions: S = "方案问卷", "Questionnaire";
        questions_lead: S = "请逐题写明，附证明。", "Answer each and add what shows it.";
        question: S = "问题", "Question";
        asked: [S; 8] = ["我们要的是什么：用自己的话写，指出不清楚的地方", "谁来做：每个角色的人选、经验和投入比例", "类似项目的客户和联系人（我们会回访）", "人员离职、系统中断、数据泄露时怎么办", "质量怎么检查：自检、互检、专检各由谁做", "基础服务报价：按角色和工作量逐行列出，写明不含什么", "增值服务报价：与基础服务分开", "接手和退出各要多久、要多少费用"],
            ["What we want, in your own words, and what is unclear", "Who does it: person, experience and share of time for each role", "Clients of similar projects, with a contact (we call them)", "What you do when people leave, systems fail or data leak", "How quality is checked: who makes the self-check, the peer check and the specialist check", "Price of the base service line by line by role and volume, and what is not included", "Price of value-added service, apart from the base", "How long taking over and leaving take, and what they cost"];
        price_sheet: S = "报价表", "Price sheet";
        item: S = "项目", "Item";
        unit: S = "单位", "Unit";
        quantity: S = "数量", "Quantity";
        unit_price: S = "单价", "Unit price";
        amount: S = "月金额", "Amount a month";
        base: S = "基础服务", "Base service";
        value_added: S = "增值服务", "Value-added service";
    }
}
