//! Words of the gates and of the due-diligence bank.

use crate::domain::selection::gates::ScoreRule;
use crate::domain::selection::{GateKind, ProofKind, Verdict};
use crate::i18n::format;
use crate::i18n::macros::{S, apart, texts};

apart!(QualifyText);
texts! {
    /// Words of the gates and of the due-diligence bank.
    QualifyText {
        gates_empty: S = "资质要求会列在这里：认证、许可、财务。必须项一项不过就出局。", "The gates are listed here: certificates, licences, finances. One failed must-have puts a vendor out.";
        add_gate: S = "添加资质要求", "Add a gate";
        gate: S = "要求", "Requirement";
        proof: S = "凭证", "Proof";
        proof_kind_label: S = "凭证类型", "Kind of proof";
        proof_kind: fn(ProofKind) -> S = |proof| match proof { ProofKind::Unspecified => "未定", ProofKind::Copy => "复印件", ProofKind::QueryPrint => "查询截图", ProofKind::Statement => "财务报表", ProofKind::Certificate => "证书", ProofKind::SignedDraft => "已签草案", ProofKind::Log => "日志", ProofKind::List => "清单", ProofKind::Call => "电话访谈", ProofKind::Report => "报告", ProofKind::Record => "操作记录", ProofKind::Clause => "合同条款", ProofKind::Policy => "保单", ProofKind::File => "文件", ProofKind::Invoice => "账单", ProofKind::Sheet => "明细表", ProofKind::Calendar => "日历", ProofKind::Test => "测试" },
            |proof| match proof { ProofKind::Unspecified => "Not said", ProofKind::Copy => "Copy", ProofKind::QueryPrint => "Query print", ProofKind::Statement => "Statement", ProofKind::Certificate => "Certificate", ProofKind::SignedDraft => "Signed draft", ProofKind::Log => "Log", ProofKind::List => "List", ProofKind::Call => "Call", ProofKind::Report => "Report", ProofKind::Record => "Record", ProofKind::Clause => "Clause", ProofKind::Policy => "Policy", ProofKind::File => "File", ProofKind::Invoice => "Invoice", ProofKind::Sheet => "Sheet", ProofKind::Calendar => "Calendar", ProofKind::Test => "Test" };
        proof_words: fn(&str, &str) -> String = |kind, evidence| format!("{kind}：{evidence}"), |kind, evidence| format!("{kind}: {evidence}");
        bank: S = "尽职调查问题", "due-diligence questions";
        bank_action: S = "从尽职调查题库加入", "From the due-diligence bank";
        bank_title: S = "尽职调查题库", "Due-diligence bank";
        bank_note: S = "勾选的问题会成为资质要求。标“必须项”的不过就出局，其余只作记录，之后都能改。", "What you tick becomes a gate. A must-have puts a vendor out when failed; the others are only noted. Both can be changed later.";
        bank_common: S = "各行业都问", "For every business";
        bank_taken: S = "已加入", "Taken";
        bank_add: fn(usize) -> String = |count| if count == 0 { "先勾选问题".to_owned() } else { format!("加入 {count} 项") }, |count| if count == 0 { "Tick questions first".to_owned() } else { format!("Add {count}") };
        must: S = "必须项", "Must have";
        must_short: S = "必须", "Must";
        gate_kind_label: S = "怎么判", "Judged by";
        gate_kind: fn(GateKind) -> S = |kind| match kind { GateKind::Evidence => "凭证", GateKind::Minimum => "单项最低分", GateKind::Best => "单项前几名", GateKind::Floor => "能力总分下限" },
            |kind| match kind { GateKind::Evidence => "Evidence", GateKind::Minimum => "Minimum on a criterion", GateKind::Best => "Best few on a criterion", GateKind::Floor => "Floor for the capability total" };
        gate_rule: fn(ScoreRule, &str) -> String = |rule, criterion| match rule { ScoreRule::Minimum(_, limit) => format!("{criterion}至少 {} 分", format::number(limit, 2)), ScoreRule::Best(_, keep) => format!("{criterion}前 {keep} 名"), ScoreRule::Floor(limit) => format!("能力总分至少 {} 分", format::number(limit, 1)) },
            |rule, criterion| match rule { ScoreRule::Minimum(_, limit) => format!("{criterion}: at least {}", format::number(limit, 2)), ScoreRule::Best(_, keep) => format!("{criterion}: best {keep}"), ScoreRule::Floor(limit) => format!("Capability total: at least {}", format::number(limit, 1)) };
        by_scores: S = "锁定的评分", "Locked scores";
        scored_note: S = "这一项按锁定的评分自动判定，不用填。", "Judged from the locked scores; nothing to fill in.";
        gates_head: S = "资质要求", "Gates";
        verdict: fn(Verdict) -> S = |verdict| match verdict { Verdict::Pass => "通过", Verdict::Fail => "不过", Verdict::Unknown => "待补证据" },
            |verdict| match verdict { Verdict::Pass => "Pass", Verdict::Fail => "Fail", Verdict::Unknown => "Needs evidence" };
        certificate: S = "证书编号", "Certificate no.";
        issuer: S = "发证机构", "Issued by";
        valid_until: S = "有效期至", "Valid until";
        evidence_short: S = "依据", "Evidence";
        expires_in_term: fn(&str) -> String = |date| format!("{date} 合同期内"), |date| format!("{date}, in term");
        qualify_finding: fn(usize, usize, usize) -> Vec<String> =
            |within, out, open| vec![format!("{within} 家仍在候选，"), format!("{out} 家出局；"), if open == 0 { "必须项都有结论。".to_owned() } else { format!("{open} 项待证实。") }],
            |within, out, open| vec![if within == 1 { "1 vendor is in,".to_owned() } else { format!("{within} vendors are in,") }, format!("{out} out;"), if open == 0 { "every must-have is answered.".to_owned() } else { format!("{open} answers are missing.") }];
    }
}
