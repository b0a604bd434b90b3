//! Words of the security and confidentiality checklist.

use crate::i18n::macros::{S, apart, texts};

apart!(SecurityPaperText);

texts! {
    /// Words of the security and confidentiality checklist.
    SecurityPaperText {
        lead: S = "本清单列出保密协议、数据类别和存放规则、谁能看谁能改、泄露后通知谁、审计，以及委托处理个人信息要做到的事。", "This checklist names the agreements to keep secrets, the classes of data and how they are kept, who may see and change them, who is told of a leak, the audits, and what entrusted personal data ask for.";
        counsel: S = "法律条款供核对，以法律顾问的意见为准。", "The articles are for reference; ask counsel.";
        agreements: S = "保密协议", "Agreements to keep secrets";
        classes: S = "数据类别和存放规则", "Classes of data and how they are kept";
        encrypted: S = "加密：", "Encrypted: ";
        kept: S = "存放", "where kept";
        sent: S = "传输", "on its way";
        not_encrypted: S = "不要求", "not asked for";
        keys: S = "密钥：", "Keys: ";
        storage: S = "存放：", "Kept: ";
        deletion: S = "留存和删除：", "Deletion: ";
        rights: S = "谁能看、谁能改", "Who may see and change what";
        rights_lead: S = "E 可改，S 可看，N 不可；空着是还没定。", "E may change, S may see, N neither; empty is not decided yet.";
        reasons: S = "理由", "Reasons";
        leaks: S = "泄露后通知谁", "Who is told of a leak";
        audits: S = "审计计划和结果", "Audits";
        duties: S = "委托处理个人信息清单", "Entrusted personal data";
    }
}
