//! Words that show what would change before it does.

use crate::i18n::format::plural;
use crate::i18n::macros::{S, apart, texts};

apart!(PreviewText);
texts! {
    /// Words that show what would change before it does.
    PreviewText {
        item_column: S = "条目", "Item";
        now_column: S = "现在", "Now";
        then_column: S = "导入后", "After import";
        lines: fn(usize) -> String = |count| format!("{count} 行"), |count| plural(count, "line", "lines");
        change_column: S = "变化", "Change";
        added: S = "新增", "Added";
        changed: S = "修改", "Changed";
        removed: S = "删除", "Removed";
        nothing_changed: S = "文件里的内容没有改变任何数据。", "Nothing in the file was taken in; no data changed.";
    }
}
