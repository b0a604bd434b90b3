//! Names of undo steps.

use crate::domain::step::{Step, Verb};
use crate::i18n::format::plural;

/// Names of undo steps.
pub struct HistoryText {
    /// What a verb did, in the past tense, with the clause it was done to.
    pub step: fn(Verb, &str) -> String,
    /// What else it came to: what referred to something taken out.
    pub freed: fn(&[String]) -> String,
    /// In how many tasks a role taken out was Accountable, and in how many Responsible.
    pub held: fn([usize; 2]) -> String,
    /// That a statement both sides confirmed or took back stays as it is.
    pub stays: &'static str,
}

impl HistoryText {
    /// Names a step.
    #[must_use]
    pub fn name(&self, step: &Step) -> String {
        let mut name = (self.step)(step.verb, &step.subject).trim().to_owned();
        if !step.freed.is_empty() {
            name += &(self.freed)(&step.freed);
        }
        if step.held != [0; 2] {
            name += &(self.held)(step.held);
        }
        if step.stays {
            name += self.stays;
        }
        name
    }
}

/// The Chinese texts.
pub const ZH: HistoryText = HistoryText {
    step: |verb, subject| match verb {
        Verb::Add => format!("已添加 {subject}"),
        Verb::Change => format!("已修改 {subject}"),
        Verb::Remove => format!("已删除 {subject}"),
        Verb::Move => format!("已移动 {subject}"),
        Verb::Set => format!("已填 {subject}"),
        Verb::Clear => format!("已清空 {subject}"),
        Verb::Paste => format!("已粘贴 {subject}"),
        Verb::Template => format!("已加入常用内容：{subject}"),
        Verb::Import => format!("已导入 {subject}"),
        Verb::Confirm => format!("已确认 {subject}"),
        Verb::Withdraw => format!("已撤回确认 {subject}"),
        Verb::Submit => format!("已提交 {subject}"),
        Verb::Lock => format!("已锁定 {subject}"),
        Verb::Unlock => format!("已解锁 {subject}"),
        Verb::Settings => format!("已修改设置 {subject}"),
    },
    freed: |clauses| format!("；{} 原来用到它，现在空着", clauses.join("、")),
    held: |held| match held {
        [a, 0] => format!("；责任矩阵里去掉了它的 {a} 个 A"),
        [0, r] => format!("；责任矩阵里去掉了它的 {r} 个 R"),
        [a, r] => format!("；责任矩阵里去掉了它的 {a} 个 A、{r} 个 R"),
    },
    stays: "；双方确认过或收回的付款单不变",
};

/// The English texts.
pub const EN: HistoryText = HistoryText {
    step: |verb, subject| match verb {
        Verb::Add => format!("Added {subject}"),
        Verb::Change => format!("Changed {subject}"),
        Verb::Remove => format!("Removed {subject}"),
        Verb::Move => format!("Moved {subject}"),
        Verb::Set => format!("Set {subject}"),
        Verb::Clear => format!("Cleared {subject}"),
        Verb::Paste => format!("Pasted {subject}"),
        Verb::Template => format!("Added usual content: {subject}"),
        Verb::Import => format!("Imported {subject}"),
        Verb::Confirm => format!("Confirmed {subject}"),
        Verb::Withdraw => format!("Withdrew the confirmation {subject}"),
        Verb::Submit => format!("Submitted {subject}"),
        Verb::Lock => format!("Locked {subject}"),
        Verb::Unlock => format!("Unlocked {subject}"),
        Verb::Settings => format!("Changed the settings {subject}"),
    },
    freed: |clauses| format!("; {} referred to it and stand open there now", clauses.join(", ")),
    held: |held| match held {
        [a, 0] => format!("; it held A on {}", plural(a, "task", "tasks")),
        [0, r] => format!("; it held R on {}", plural(r, "task", "tasks")),
        [a, r] => format!("; it held A on {}, R on {r}", plural(a, "task", "tasks")),
    },
    stays: "; a statement both sides confirmed or took back stays as it is",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_referred_to_something_taken_out_is_named() {
        let mut step = Step::new(Verb::Remove, "WH-1");
        assert_eq!((&*ZH.name(&step), &*EN.name(&step)), ("已删除 WH-1", "Removed WH-1"));
        step.freed = vec!["L-1".to_owned(), "W-2".to_owned()];
        assert_eq!(ZH.name(&step), "已删除 WH-1；L-1、W-2 原来用到它，现在空着");
        assert_eq!(EN.name(&step), "Removed WH-1; L-1, W-2 referred to it and stand open there now");
        let mut step = Step::new(Verb::Remove, "P-02");
        step.held = [6, 4];
        assert_eq!(ZH.name(&step), "已删除 P-02；责任矩阵里去掉了它的 6 个 A、4 个 R");
        assert_eq!(EN.name(&step), "Removed P-02; it held A on 6 tasks, R on 4");
        step.held = [0, 1];
        assert_eq!(EN.name(&step), "Removed P-02; it held R on 1 task");
        let step = Step { stays: true, ..Step::new(Verb::Confirm, "PS-1") };
        assert_eq!(
            EN.name(&step),
            "Confirmed PS-1; a statement both sides confirmed or took back stays as it is"
        );
    }
}
