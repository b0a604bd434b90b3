//! Words of the pilot report.

use crate::i18n::macros::{S, apart, texts};

apart!(PilotText);

texts! {
    /// Words of the pilot report.
    PilotText {
        lead: S = "试点先小范围验证供应商能不能做到，再决定是否签长期合同。每项指标有目标和停止线：到了停止线，不管别的指标怎样都停。", "A pilot shows on a small scope whether a vendor can deliver before a long contract is signed. Each measure has a target and a threshold beyond which the pilot stops whatever the others say.";
        scope: S = "范围：", "Scope: ";
        weeks: S = "时长：", "Length: ";
        verdict: S = "结论：", "Verdict: ";
        skipped: S = "没有试点，原因：", "No pilot, because: ";
        open: S = "还没有结果", "no result yet";
        missing: S = "试点指标", "measures of the pilot";
    }
}
