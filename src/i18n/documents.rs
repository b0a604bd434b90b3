//! Words of the page of papers; what the papers say themselves stands in `papers`.

use crate::domain::paper::Tongues;
use crate::i18n::format::plural;
use crate::i18n::macros::{S, apart, texts};

apart!(DocumentsText);

texts! {
    /// Words of the page of papers.
    DocumentsText {
        lead: S = "12 份文件，随数据更新", "12 documents, live from the data";
        list: S = "全部文件", "All documents";
        left: fn(usize) -> String = |blanks| format!("缺 {blanks} 处"), |blanks| format!("{blanks} left");
        complete: S = "无空白", "complete";
        confirmed: S = "已确认", "confirmed";
        preview: S = "预览", "Preview";
        export: S = "导出", "Export";
        language: S = "文件语言", "Language of the document";
        tongues: fn(Tongues) -> S = |tongues| match tongues { Tongues::Zh => "中文", Tongues::En => "英文", Tongues::Both => "双语" },
            |tongues| match tongues { Tongues::Zh => "Chinese", Tongues::En => "English", Tongues::Both => "Both" };
        occasion: S = "哪一期", "Which period";
        blanks: fn(usize) -> String = |blanks| format!("还有 {blanks} 处空白"), |blanks| format!("{} left", plural(blanks, "blank", "blanks"));
        no_blanks: S = "没有空白。", "No blanks left.";
        blanks_note: S = "空白会照样印出，页眉写“草稿”。", "Blanks are printed as they are, and the header says Draft.";
        versions: S = "双方确认的版本", "Versions both sides confirmed";
        now: S = "现在", "Now";
        changed: fn(usize) -> String = |clauses| if clauses == 0 { "与最新版一致".to_owned() } else { format!("改动 {clauses} 处") }, |clauses| if clauses == 0 { "as in the latest".to_owned() } else { format!("{} changed", plural(clauses, "clause", "clauses")) };
        both_confirmed: fn(&str) -> String = |date| format!("{date} 双方确认"), |date| format!("confirmed {date}");
        print: S = "打印或存 PDF", "Print or save as PDF";
        word: S = "下载 Word", "Download Word";
        word_awaited: S = "正在生成 Word 文件…", "Writing the Word file…";
        markdown: S = "下载 Markdown", "Download Markdown";
    }
}
