//! Words that all papers share; the words of each stand in a file of its own. Only the page of papers reads them.

pub mod award;
pub mod charter;
pub mod collaboration;
pub mod confirmation;
pub mod payment;
pub mod pilot;
pub mod request;
pub mod review;
pub mod risks;
pub mod security;
pub mod service_levels;
pub mod specification;

use crate::domain::paper::PaperKind;
use crate::domain::profile::Side;
use crate::i18n::macros::{S, apart, texts};

apart!(PapersText);

texts! {
    /// Words that all papers share.
    PapersText {
        title: fn(PaperKind) -> S = |kind| match kind {
            PaperKind::Specification => "需求规格书", PaperKind::Confirmation => "需求确认书", PaperKind::Charter => "团队章程与责任矩阵", PaperKind::Request => "招标需求书与问卷",
            PaperKind::Award => "选商报告与定标建议", PaperKind::Pilot => "试点报告", PaperKind::ServiceLevels => "服务等级附件", PaperKind::Security => "信息安全与保密清单",
            PaperKind::Collaboration => "协作计划", PaperKind::Risks => "风险登记册与应急预案", PaperKind::Review => "绩效评估报告", PaperKind::Payment => "付款说明",
        }, |kind| match kind {
            PaperKind::Specification => "Requirement specification", PaperKind::Confirmation => "Requirement confirmation", PaperKind::Charter => "Team charter and role matrix", PaperKind::Request => "Request for proposal",
            PaperKind::Award => "Evaluation report and award memo", PaperKind::Pilot => "Pilot report", PaperKind::ServiceLevels => "Service level agreement", PaperKind::Security => "Security and confidentiality checklist",
            PaperKind::Collaboration => "Collaboration plan", PaperKind::Risks => "Risk register and contingency plans", PaperKind::Review => "Performance review", PaperKind::Payment => "Payment statement",
        };
        over: fn(PaperKind) -> S = |kind| match kind { PaperKind::Specification => "附件一", PaperKind::ServiceLevels => "附件二", PaperKind::Security => "附件三", PaperKind::Collaboration => "附件四", PaperKind::Risks => "附件五", PaperKind::Charter => "附件六", _ => "" },
            |kind| match kind { PaperKind::Specification => "Annex 1", PaperKind::ServiceLevels => "Annex 2", PaperKind::Security => "Annex 3", PaperKind::Collaboration => "Annex 4", PaperKind::Risks => "Annex 5", PaperKind::Charter => "Annex 6", _ => "" };
        draft: S = "草稿", "Draft";
        contents: S = "目录", "Contents";
        version: fn(u32, &str) -> String = |version, print| if version == 0 { print.to_owned() } else { format!("v{version} · {print}") }, |version, print| if version == 0 { print.to_owned() } else { format!("v{version} · {print}") };
        to_fill: fn(&str) -> String = |what| format!("［待填：{what}］"), |what| format!("［to fill: {what}］");
        page_of: fn(usize, usize) -> String = |page, all| format!("第 {page} 页，共 {all} 页"), |page, all| format!("Page {page} of {all}");
        unnamed: fn(Side) -> S = |side| match side { Side::Client => "委托方", Side::Vendor => "供应商" }, |side| match side { Side::Client => "the client", Side::Vendor => "the vendor" };
        number: S = "编号", "No.";
        signer: fn(&str, &str) -> String = |name, role| if role.is_empty() { name.to_owned() } else { format!("{name}，{role}") }, |name, role| if role.is_empty() { name.to_owned() } else { format!("{name}, {role}") };
        confirmed_on: fn(&str, &str) -> String = |date, print| format!("{date}，确认 {print}"), |date, print| format!("{date}, confirmed {print}");
        signature: S = "签字", "Signature";
        date: S = "日期", "Date";
        no_e_signature: S = "确认记录，非电子签名；以双方签字的纸面为准。", "A record of confirmation, not an electronic signature; the signed paper counts.";
        stop: S = "。", ".";
        gap: S = "", " ";
    }
}
