//! Words of the paper of a payment statement; what the page of payment says too stands in its own table.

use crate::i18n::macros::{S, apart, texts};

apart!(PaymentPaperText);

texts! {
    /// Words of the paper of a payment statement.
    PaymentPaperText {
        of: fn(&str, &str, &str) -> String = |clause, vendor, period| format!("{clause} · {vendor} · {period}"), |clause, vendor, period| format!("{clause} · {vendor} · {period}");
        payer: S = "付款方", "Payer";
        state: S = "状态", "State";
        agreed: fn(usize, &str, &str) -> String = |version, date, print| format!("{}双方于 {date} 确认，指纹 {print}", if version == 1 { String::new() } else { format!("第 {version} 次，") }), |version, date, print| format!("{}confirmed by both on {date}, fingerprint {print}", if version == 1 { String::new() } else { format!("confirmation {version}, ") });
        open: S = "未确认：以下按今天的数据", "Not confirmed: what follows is by today's data";
        rule: S = "规则", "Rule";
        rules: S = "规则和计算", "Rules and calculation";
        rules_lead: S = "上表每一行按所注的规则算出；同样的数据按同样的规则，双方算出同样的金额。", "Each line above follows the rule it names; from the same figures both parties compute the same amounts.";
        history: S = "收回的记录", "Taken back";
    }
}
