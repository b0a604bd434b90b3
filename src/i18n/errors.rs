//! What stands in the way, in words: where it is and what to do.

use crate::domain::language::Language;
use crate::exchange::parse::{Foreign, ImportError, MAX_PROJECT_UNITS};

/// Describes why a file was not taken in.
#[must_use]
pub fn import_error(language: Language, error: &ImportError) -> String {
    match language {
        Language::Zh => import_zh(error),
        Language::En => import_en(error),
    }
}

fn import_zh(error: &ImportError) -> String {
    use ImportError as E;
    match error {
        E::TooLarge { bytes, limit } => {
            format!("文件有 {bytes} 字节，上限是 {limit} 字节。选一个项目文件，或分开导出。")
        }
        E::ProjectTooLarge { pointer, units } => {
            format!("{pointer} 的项目有 {units} 个字符，上限是 {MAX_PROJECT_UNITS} 个。")
        }
        E::Empty => "文件是空的。换一个文件。".to_owned(),
        E::Foreign(Foreign::Zip) => "这是压缩包或 Office 文件。选用“存成文件”得到的 .json。".to_owned(),
        E::Foreign(Foreign::Pdf) => "这是 PDF。选用“存成文件”得到的 .json。".to_owned(),
        E::Foreign(Foreign::Html) => "这是网页。选用“存成文件”得到的 .json。".to_owned(),
        E::NotText { offset } => format!("第 {offset} 字节起不是文字。文件可能损坏，换一份备份。"),
        E::NotJson { line, column } => {
            format!("第 {line} 行第 {column} 列不是 JSON。文件可能被改坏，换一份备份。")
        }
        E::Truncated { line, column } => {
            format!("文件在第 {line} 行第 {column} 列突然结束。重新下载，或换一份备份。")
        }
        E::NumberOutOfRange { line, column } => {
            format!("第 {line} 行第 {column} 列的数字太大。改成普通数字。")
        }
        E::TooDeep { pointer } => format!("{pointer} 嵌套太深，超过 64 层。"),
        E::TooManyValues => "一个项目里的值超过 20 万个，或整个文件超过 100 万个。分开导出。".to_owned(),
        E::ListTooLong { pointer } => format!("{pointer} 的列表超过 1 万项。"),
        E::TextTooLong { pointer } => format!("{pointer} 的文字超过 32,767 个字符。缩短它。"),
        E::DuplicateKey { pointer } => format!("{pointer} 出现了两次。留一个。"),
        E::WrongKind { found } => format!("这不是项目文件（kind 是 {found}）。选用“存成文件”得到的 .json。"),
        E::MissingVersion => "文件没有格式版本（version）。换一份备份。".to_owned(),
        E::VersionTooNew { found, known } => {
            format!("文件的格式是第 {found} 版，这里只认识到第 {known} 版。先更新程序。")
        }
        E::UnknownPart { found } => {
            format!("文件是 {found} 部分，这个版本不认识。先更新程序，或换一个文件。")
        }
        E::NoProjects => "文件里没有项目。".to_owned(),
        E::WrongType { pointer, found } => format!("{pointer} 的值 {found} 不合适。改正后再导入。"),
        E::MissingId { pointer } => format!("{pointer} 缺少 id。"),
        E::DuplicateId { first, second } => format!("{first} 和 {second} 用了同一个 id。改其中一个。"),
        E::DuplicateNumber { first, second } => format!("{first} 和 {second} 用了同一个编号。改其中一个。"),
        E::NoGroup { pointer } => {
            format!("{pointer} 要指向一条不在别的准则下面的准则：准则只分两层。改成这样的准则或清空它。")
        }
        E::DanglingReference { pointer } => format!("{pointer} 指向不存在的条目。补上条目或清空它。"),
        E::UnknownAnswer { pointer, found } => {
            format!("{pointer} 的答案“{found}”不在可选答案里。改成其中一个或清空它。")
        }
    }
}

fn import_en(error: &ImportError) -> String {
    use ImportError as E;
    match error {
        E::TooLarge { bytes, limit } => format!(
            "The file has {bytes} bytes; the limit is {limit}. Choose a project file, or export in parts."
        ),
        E::ProjectTooLarge { pointer, units } => {
            format!("The project at {pointer} has {units} characters; the limit is {MAX_PROJECT_UNITS}.")
        }
        E::Empty => "The file is empty. Choose another one.".to_owned(),
        E::Foreign(Foreign::Zip) => {
            "This is an archive or an Office file. Choose the .json that “Save a file” wrote.".to_owned()
        }
        E::Foreign(Foreign::Pdf) => "This is a PDF. Choose the .json that “Save a file” wrote.".to_owned(),
        E::Foreign(Foreign::Html) => {
            "This is a web page. Choose the .json that “Save a file” wrote.".to_owned()
        }
        E::NotText { offset } => {
            format!("From byte {offset} on it is not text. The file may be damaged: choose another backup.")
        }
        E::NotJson { line, column } => format!(
            "Line {line}, column {column} is not JSON. The file may be damaged: choose another backup."
        ),
        E::Truncated { line, column } => format!(
            "The file ends early at line {line}, column {column}. Download it again, or choose another backup."
        ),
        E::NumberOutOfRange { line, column } => {
            format!("The number at line {line}, column {column} is too large. Make it an ordinary number.")
        }
        E::TooDeep { pointer } => format!("{pointer} is nested deeper than 64 levels."),
        E::TooManyValues => {
            "A project holds more than 200,000 values, or the file more than 1,000,000. Export in parts."
                .to_owned()
        }
        E::ListTooLong { pointer } => format!("The list at {pointer} has more than 10,000 entries."),
        E::TextTooLong { pointer } => {
            format!("The text at {pointer} has more than 32,767 characters. Shorten it.")
        }
        E::DuplicateKey { pointer } => format!("{pointer} stands there twice. Keep one."),
        E::WrongKind { found } => format!(
            "This is not a project file (kind is {found}). Choose the .json that “Save a file” wrote."
        ),
        E::MissingVersion => "The file names no format version. Choose another backup.".to_owned(),
        E::VersionTooNew { found, known } => format!(
            "The file has format version {found}; this app knows up to {known}. Update the app first."
        ),
        E::UnknownPart { found } => {
            format!(
                "The file is the part {found}, which this app does not know. Update the app, or choose another file."
            )
        }
        E::NoProjects => "The file holds no project.".to_owned(),
        E::WrongType { pointer, found } => {
            format!("The value {found} does not fit at {pointer}. Correct it and try again.")
        }
        E::MissingId { pointer } => format!("There is no id at {pointer}."),
        E::DuplicateId { first, second } => format!("{first} and {second} have the same id. Change one."),
        E::DuplicateNumber { first, second } => {
            format!("{first} and {second} have the same number. Change one.")
        }
        E::NoGroup { pointer } => format!(
            "{pointer} has to name a criterion that stands under no other: there are two levels. Name such a one or empty it."
        ),
        E::DanglingReference { pointer } => {
            format!("{pointer} leads to an item that is not there. Add the item or empty it.")
        }
        E::UnknownAnswer { pointer, found } => {
            format!(
                "The answer “{found}” at {pointer} is none of those to choose from. Take one of them or empty it."
            )
        }
    }
}
