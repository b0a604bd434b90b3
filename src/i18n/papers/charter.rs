//! Words of the team charter.

use crate::i18n::macros::{S, apart, texts};

apart!(CharterText);

texts! {
    /// Words of the team charter.
    CharterText {
        lead: S = "本章程写明双方各有哪些角色、谁担任、对什么负责，以及每项任务由谁批准、谁负责、咨询谁、知会谁。", "This charter says which roles each side has, who holds them and answers for what, and for each task who is accountable, responsible, consulted and informed.";
        people: S = "双方的团队", "The team of both sides";
        doubled: S = "两支团队一一对接：委托方的团队管需求、进度、质量和协调，供应商的团队执行。", "The two teams meet role by role: the client's side sees to requirements, progress, quality and coordination, the vendor's side delivers.";
        partner: S = "对接人", "Counterpart";
        duties: S = "角色职责表", "Who answers for what";
        matrix: S = "责任矩阵", "Role matrix";
        matrix_lead: S = "A 批准：对结果拍板，每行一人；R 负责：动手做；C 咨询：事前问；I 知会：事后告知。", "A accountable, one a row, owns the result; R responsible, does the work; C consulted before; I informed after.";
        roles: S = "矩阵里的角色", "Roles of the matrix";
    }
}
