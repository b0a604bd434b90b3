//! Words of the requirement confirmation letter.

use crate::i18n::macros::{S, apart, texts};

apart!(ConfirmationText);

texts! {
    /// Words of the requirement confirmation letter.
    ConfirmationText {
        lead: fn(&str, &str, &str) -> String = |client, vendor, project| format!("{client}和{vendor}就“{project}”确认：需求规格书所列的成果、范围、验收标准和服务等级，双方理解一致，作为后续交付和验收的依据。"), |client, vendor, project| format!("{client} and {vendor} confirm for “{project}” that they understand the outcomes, the scope, the acceptance criteria and the service levels of the requirement specification alike, and that delivery and acceptance rest on them.");
        confirmed: S = "确认的内容", "What is confirmed";
        version: S = "版本", "Version";
        version_said: fn(u32) -> String = |number| format!("v{number}"), |number| format!("v{number}");
        no_version: S = "还没有双方确认的版本", "No version both parties confirmed yet";
        fingerprint: S = "指纹（SHA-256）", "Fingerprint (SHA-256)";
        goals: S = "成果", "Outcomes";
        features: S = "功能", "Features";
        levels: S = "服务等级", "Service levels";
        processes: S = "流程", "Processes";
        counted: fn(usize) -> String = |count| format!("{count} 项"), |count| count.to_string();
        clauses: S = "条款", "Clauses";
        since: fn(u32) -> String = |version| format!("v{version} 之后的改动"), |version| format!("Changed since v{version}");
        since_none: S = "没有改动。", "Nothing has changed.";
        changes: S = "变更单", "Change requests";
        questions: S = "尚未答复的问题", "Questions still open";
        rules: S = "双方约定", "Both parties agree";
        rule: [S; 3] = ["确认之后的任何改动，写成变更单，写明原因、对费用和工期的影响，由双方重新确认。", "验收按需求规格书所写的验收标准办理；没有写进范围的，不作为验收的条件。", "指纹由确认的内容算出；内容有任何改动，指纹就会不同。"],
            ["Any change after this confirmation becomes a change request that names its reason and what it does to cost and time, and is confirmed anew by both.", "Acceptance follows the criteria of the specification; what is not in its scope is no condition of acceptance.", "The fingerprint is computed from what is confirmed; any change gives another one."];
    }
}
