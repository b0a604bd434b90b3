//! Words of taking in a file.

use crate::domain::selection::score_sheet::NotTaken;
use crate::i18n::macros::{S, apart, texts};

apart!(ImportText);

/// Names the counts that are not nothing: of what is new, changed and emptied in a sheet, of other words beside it, and of
/// what stays the same. Where all are nothing there is nothing to say.
pub(super) fn sheet_counts(counts: [usize; 5], names: [S; 5], between: S) -> Option<String> {
    let counts = counts.iter().zip(names).filter(|(count, _)| 0 < **count);
    let said: Vec<_> = counts.map(|(count, name)| name.replace('#', &count.to_string())).collect();
    (!said.is_empty()).then(|| said.join(between))
}

fn not_taken_zh(why: &NotTaken) -> String {
    match why {
        NotTaken::ScoresLocked => "评分已经锁定。先在“能力”里写明原因解锁，再导入。".to_owned(),
        NotTaken::NoEvaluator => "这位评分人已经不在项目里。先加上评分人，重新发一张表。".to_owned(),
        NotTaken::UnknownVendor(name) => {
            format!("项目里没有供应商 {name}。重新发一张表，或撤销对它的删除。")
        }
        NotTaken::UnknownCriterion(name) => {
            format!("项目里没有准则 {name}。重新发一张表，或撤销对它的删除。")
        }
    }
}

fn not_taken_en(why: &NotTaken) -> String {
    match why {
        NotTaken::ScoresLocked => {
            "The scores are locked. Unlock them with a reason under Capability, then try again.".to_owned()
        }
        NotTaken::NoEvaluator => {
            "This evaluator is not in the project any more. Add the evaluator and hand out a new sheet."
                .to_owned()
        }
        NotTaken::UnknownVendor(name) => {
            format!("The project has no vendor {name}. Hand out a new sheet, or undo its removal.")
        }
        NotTaken::UnknownCriterion(name) => {
            format!("The project has no criterion {name}. Hand out a new sheet, or undo its removal.")
        }
    }
}

texts! {
    /// Words of taking in a file.
    ImportText {
        lead: S = "选一个项目文件、评分表或答卷（JSON）。先看会改什么，再决定。", "Choose a project file, a score sheet or an answer sheet (JSON). First see what would change, then decide.";
        choose_label: S = "文件", "File";
        counts: fn(usize, usize, usize, usize) -> String =
            |added, changed, removed, same| format!("新增 {added} 项，修改 {changed} 项，删除 {removed} 项，{same} 项不变。"),
            |added, changed, removed, same| format!("{added} added, {changed} changed, {removed} removed, {same} unchanged.");
        unknown_fields: fn(usize) -> String =
            |count| format!("有 {count} 个字段这个版本不认识：原样保留，导出时写回。"),
            |count| format!("{count} fields are unknown to this version: they are kept and written back on export.");
        as_new_action: S = "作为新项目加入", "Add as a new project";
        replace_action: S = "替换当前项目", "Replace the open project";
        replace_note: S = "替换可以撤销", "Replacing can be undone";
        version_head: fn(u32) -> String = |version| format!("版本 {version}"), |version| format!("Version {version}");
        version_intact: fn(&str, &str) -> Vec<String> = |project, print| vec![format!("{project}的这一版和双方确认时一样，"), format!("指纹 {print} 对得上。")],
            |project, print| vec![format!("This version of {project} is as both parties confirmed it;"), format!("its fingerprint {print} fits.")];
        version_broken: fn(u32) -> String = |version| format!("版本 {version} 的内容和双方确认的指纹不符：内容被改过，或来自更新的程序。"), |version| format!("Version {version} is not what both parties confirmed: its content does not fit the fingerprint. It was changed, or comes from a newer app.");
        version_note: S = "这是一版的存档，只供核对；项目本身在项目文件里。", "This is one version, kept to be checked; the project itself is in the project file.";
        sheet_project: fn(&str) -> String = |project| format!("项目：{project}"), |project| format!("Project: {project}");
        sheet_counts: fn([usize; 5]) -> Option<String> = |counts| sheet_counts(counts, ["# 个新增", "# 个改动", "# 个清空", "# 处依据不同", "# 个相同"], "，").map(|said| format!("分数：{said}。")),
            |counts| sheet_counts(counts, ["# new", "# changed", "# emptied", "# with other evidence", "# the same"], ", ").map(|said| format!("Scores: {said}."));
        sheet_submitted: fn(Option<&str>) -> String = |date| date.map_or("还没提交。".to_owned(), |date| format!("{date} 已提交。")), |date| date.map_or("Not submitted yet.".to_owned(), |date| format!("Submitted {date}."));
        sheet_reworded: fn(&str) -> String = |criteria| format!("发出去以后改过说法的准则：{criteria}。先问清分数是按哪个说法打的。"), |criteria| format!("Worded otherwise since the sheet went out: {criteria}. Ask which wording was scored.");
        sheet_grouped: fn(&str) -> String = |criteria| format!("发出去以后分成了几条、自己不再打分的准则：{criteria}。表里给的这些分不导入。"), |criteria| format!("Split up since the sheet went out, and not scored any more: {criteria}. What the sheet gives there is not taken in.");
        sheet_missing: fn(&str) -> String = |criteria| format!("表里不打分的准则：{criteria}。请评分人另外打分。"), |criteria| format!("Not scored in the sheet: {criteria}. Ask the evaluator for these scores.");
        sheet_nothing: S = "这张表没有要导入的新内容。", "The sheet has nothing new to take in.";
        sheet_project_action: S = "打开这个项目", "Open this project";
        sheet_project_note: S = "打开后再导入。离开的项目不能再撤销之前的修改。", "Open it first, then take the sheet in. In the project you leave, earlier changes can no longer be undone.";
        sheet_elsewhere: S = "这个项目现在不能修改：它在另一个标签页里打开着，或只供阅读。", "This project cannot be changed now: it is open in another tab, or for reading only.";
        sheet_unreadable: S = "这个项目在这个浏览器里，但读不出来。先用它的备份文件恢复。", "The project is in this browser but cannot be read. Restore it from a backup file first.";
        sheet_take_action: S = "导入这张表", "Take in this sheet";
        sheet_here: fn(usize, usize, usize) -> Vec<String> = |vendors, criteria, filled| vec![format!("{vendors} 家供应商，{criteria} 条准则，"), format!("已填 {filled} 格。")],
            |vendors, criteria, filled| vec![format!("{vendors} vendors by {criteria} criteria,"), format!("{filled} cells filled.")];
        sheet_fill_action: S = "在这里填这张表", "Fill in this sheet here";
        sheet_open_action: S = "接着填这里的那张", "Go on with the one that is here";
        sheet_reopen_action: S = "打开它，再替换", "Open it, to replace it";
        sheet_again_action: S = "用文件里的替换它", "Replace it by the file";
        sheet_fill_note: S = "表存在这个浏览器里，只有这一张：文件里没有项目的其他内容。", "It is kept in this browser, alone: nothing else of the project is in the file.";
        sheet_away: S = "这张表已经填好。要导入它，请在它的项目所在的浏览器里打开这个文件。", "This sheet is filled in. To take it in, open the file in the browser that has its project.";
        not_taken: fn(&NotTaken) -> String = not_taken_zh, not_taken_en;
        no_storage: S = "浏览器存不下这个项目。先清出空间，或在“设置”里把别的项目存成文件再删除。", "The browser cannot store this project. Make room: save another project as a file, then delete it.";
    }
}
