//! Words of what stands around the role matrix: filter and search, remarks, comparison, import and export, load.

use crate::i18n::macros::{S, apart, texts};

apart!(MatrixText);

texts! {
    /// Words of what stands around the role matrix.
    MatrixText {
        view: S = "筛选和查找", "Filter and find";
        filter_text: S = "只看包含这些字的行", "Only rows that say";
        filter_phase: S = "阶段", "Phase";
        filter_role: S = "有分工的角色", "Role with a part";
        all_phases: S = "所有阶段", "All phases";
        all_roles: S = "所有角色", "All roles";
        only_wrong: S = "只看要改的行", "Only rows that need fixing";
        by_phase: S = "按阶段分组", "Group by phase";
        show_all: S = "显示所有行", "Show all rows";
        rows_shown: fn(usize, usize) -> String = |shown, all| format!("显示 {shown} 行，共 {all} 行。改动期间行不会消失，改条件才重新筛选。"),
            |shown, all| format!("{shown} of {all} rows shown. A row stays while you edit it; changing a condition filters again.");
        none_shown: S = "没有符合条件的行。", "No row fits.";
        no_phase: S = "未写阶段", "No phase";
        find: S = "查找任务、角色或备注", "Find a task, role or comment";
        find_next: S = "查找下一个", "Find next";
        found: fn(&str, usize, usize) -> String = |what, place, count| format!("{what}（第 {place} 处，共 {count} 处）"), |what, place, count| format!("{what}, {place} of {count}");
        not_found: fn(&str) -> String = |text| format!("显示的行里没有“{text}”"), |text| format!("Nothing shown says “{text}”");

        note: fn(&str) -> String = |role| format!("备注：{role}这一格"), |role| format!("Comment on the cell of {role}");
        note_hint: S = "例如“只到五月”“缺席时由组长代”。有备注的格子右上角有小三角。", "For example “until May only” or “the team lead stands in”. A cell with a comment has a small corner mark.";
        other_notes: S = "这一行的其他备注", "Other comments in this row";
        row_counts: fn([usize; 4]) -> String = |[a, r, c, i]| format!("这一行：批准 {a}，负责 {r}，咨询 {c}，知会 {i}。"), |[a, r, c, i]| format!("This row: {a} Accountable, {r} Responsible, {c} Consulted, {i} Informed.");
        carried: fn(&str, usize, usize) -> String = |what, place, all| format!("{what}：已移到第 {place} 位，共 {all} 位"), |what, place, all| format!("{what} moved to place {place} of {all}");
        at_edge: fn(&str) -> String = |what| format!("{what}：已在尽头，没有移动"), |what| format!("{what} is at the edge already and stays");
        keys: S = "Alt＋上下键移动任务，Alt＋左右键在同一方之内移动角色。", "Alt+Up and Alt+Down move the task, Alt+Left and Alt+Right the role within its side.";
        release: fn(&str) -> String = |role| format!("去掉{role}的 R"), |role| format!("Take the R from {role}");
        to_column: S = "看这一列", "Go to the column";
        to_people: S = "去定对接人", "Name a counterpart";
        to_levels: S = "去看响应级别", "Look at the response levels";
        to_offer: S = "去看报价", "Look at the offer";
        payment: S = "付费方式", "Payment";
        level: fn(i64) -> String = |number| format!("响应级别 P{}", number - 1), |number| format!("Response level P{}", number - 1);

        compare: S = "和模板比较", "Compare with a template";
        compare_close: S = "结束比较", "Close the comparison";
        compare_finding: fn(&str, usize, usize) -> Vec<String> =
            |template, all, takeable| match (all, takeable) {
                (0, _) => vec![format!("和“{template}”模板没有差别。")],
                (_, 0) => vec![format!("和“{template}”模板有 {all} 处差别，"), "都是这里多出来的，可以不管。".to_owned()],
                _ => vec![format!("和“{template}”模板有 {all} 处差别，"), format!("其中 {takeable} 处可以采用模板的。")],
            },
            |template, all, takeable| match (all, takeable) {
                (0, _) => vec![format!("Nothing differs from the template “{template}”.")],
                (_, 0) => vec![format!("{} from the template “{template}”,", differs_en(all)), "all of it only here, which may stay.".to_owned()],
                _ => vec![format!("{} from the template “{template}”;", differs_en(all)), format!("{takeable} can be taken over.")],
            };
        role_missing: fn(&str) -> String = |role| format!("模板有角色“{role}”，这里没有"), |role| format!("The template has the role “{role}”; it is missing here");
        role_extra: fn(&str) -> String = |role| format!("模板没有角色“{role}”"), |role| format!("The template does not have the role “{role}”");
        row_missing: fn(&str) -> String = |row| format!("模板有任务“{row}”，这里没有"), |row| format!("The template has the task “{row}”; it is missing here");
        row_extra: fn(&str) -> String = |row| format!("模板没有任务“{row}”"), |row| format!("The template does not have the task “{row}”");
        cell_differs: fn(&str, &str, &str, &str) -> String = |row, role, here, there| format!("{row}，{role}（这里：{here}；模板：{there}）"), |row, role, here, there| format!("{row}, {role}: {here} here, {there} in the template");
        go: S = "看这一格", "Go there";
        take: S = "采用", "Take over";
        take_all: fn(usize) -> String = |count| format!("全部采用（{count}）"), |count| format!("Take over all {count}");
        taken: fn(usize) -> String = |count| format!("采用了模板的 {count} 处"), |count| if count == 1 { "1 difference taken over".to_owned() } else { format!("{count} differences taken over") };
        nothing: S = "空", "nothing";

        open_csv: S = "导入 CSV", "Import CSV";
        open_csv_label: S = "责任矩阵的 CSV 文件，任务在行或在列都可以", "CSV file of a role matrix, tasks in rows or in columns";
        file_not_text: S = "这个文件不是文本。请导出为 CSV 再试。", "This file is no text. Export it as CSV.";
        file_large: S = "文件太大，最多 2 MB。", "The file is too large; the limit is 2 MB.";
        file_empty: S = "这个文件里没有表格。", "This file holds no table.";
        save_csv: S = "导出 CSV", "Export CSV";
        csv_part: S = "责任矩阵", "role-matrix";
        newcomers: S = "表里有这里没有的角色：选好哪一方，就和表一起加进来。", "The table names roles that are not here: choose a side to add them with it.";
        leave_out: S = "不加", "Leave out";
        more: S = "备注和其他", "Comment and more";
        comments: S = "备注", "Comments";

        load_heading: S = "各角色的分工和负荷", "What each role carries";
        load_finding: fn(usize, usize, Option<(&str, &str)>) -> String =
            |over, high, fullest| match (over, high, fullest) {
                (_, _, None) => "还没有哪个角色同时写了可用小时和任务小时，算不出负荷。".to_owned(),
                (0, 0, Some((role, percent))) => format!("没有角色超过可用小时的 80%，最满的是{role}，{percent}%。"),
                (0, high, Some((role, percent))) => format!("{high} 个角色超过可用小时的 80%，最满的是{role}，{percent}%。"),
                (over, _, Some((role, percent))) => format!("{over} 个角色的工时超过可用小时，最满的是{role}，{percent}%。"),
            },
            |over, high, fullest| match (over, high, fullest) {
                (_, _, None) => "No role has both hours it can give and hours of tasks yet, so there is no load to show.".to_owned(),
                (0, 0, Some((role, percent))) => format!("No role is above 80 % of its hours; the fullest is {role} at {percent} %."),
                (0, high, Some((role, percent))) => format!("{} above 80 % of its hours; the fullest is {role} at {percent} %.", roles_en(high)),
                (over, _, Some((role, percent))) => format!("{} more hours than it can give; the fullest is {role} at {percent} %.", roles_have_en(over)),
            };
        load_words: fn(&str, Option<(&str, &str)>) -> String =
            |hours, of| match of { Some((capacity, percent)) => format!("{hours} 小时／{capacity}，{percent}%"), None => format!("{hours} 小时，未写可用小时") },
            |hours, of| match of { Some((capacity, percent)) => format!("{hours} h of {capacity}, {percent} %"), None => format!("{hours} h, capacity not given") };
        rows_column: S = "行数", "Rows";
        capacity_column: S = "可用小时", "Capacity";
        load_column: S = "负荷 %", "Load %";
        letters_foot: S = "各字母的行数", "Rows by letter";
    }
}

fn differs_en(count: usize) -> String {
    if count == 1 { "One thing differs".to_owned() } else { format!("{count} things differ") }
}

fn roles_en(count: usize) -> String {
    if count == 1 { "One role is".to_owned() } else { format!("{count} roles are each") }
}

fn roles_have_en(count: usize) -> String {
    if count == 1 { "One role has".to_owned() } else { format!("{count} roles each have") }
}
