//! Which languages the two sides work in, and who stands between them where they share none.

use std::sync::Arc;

use crate::domain::ids::Id;
use crate::domain::profile::Side;
use crate::domain::team::{Role, Team};

/// The id of the ready-made localisation role, so that taking it over twice adds nothing twice.
pub const LOCALISATION: Id<Role> = Id::fixed(0x6f1c_9a52_77d4_4e0b_9d36_2b8e_51c4_a903);

/// Languages by code, with what they are called.
const NAMES: [(&str, &[&str]); 18] = [
    ("zh", &["中文", "汉语", "普通话", "国语", "华语", "chinese", "mandarin"]),
    ("en", &["英文", "英语", "english"]),
    ("ja", &["日文", "日语", "日本語", "japanese"]),
    ("ko", &["韩文", "韩语", "한국어", "korean"]),
    ("de", &["德文", "德语", "german", "deutsch"]),
    ("fr", &["法文", "法语", "french", "français"]),
    ("es", &["西班牙", "spanish", "español"]),
    ("pt", &["葡萄牙", "portuguese", "português"]),
    ("it", &["意大利", "italian", "italiano"]),
    ("ru", &["俄文", "俄语", "russian", "русский"]),
    ("ar", &["阿拉伯", "arabic"]),
    ("hi", &["印地语", "hindi"]),
    ("vi", &["越南", "vietnamese"]),
    ("th", &["泰文", "泰语", "thai"]),
    ("id", &["印尼", "indonesian", "bahasa indonesia"]),
    ("ms", &["马来", "malay"]),
    ("fil", &["菲律宾", "filipino", "tagalog"]),
    ("yue", &["粤语", "广东话", "cantonese"]),
];

/// What names a role that carries words from one language into another.
const LOCALISERS: [&str; 8] =
    ["locali", "translat", "interpret", "bilingual", "本地化", "翻译", "双语", "口译"];

/// Reads the languages a text names, each by its code where it is known and else as written.
#[must_use]
pub fn read(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace(" and ", ",");
    let parts = text.split([',', '，', '、', '/', '／', ';', '；', '+', '&', '\n', '和', '与', '及']);
    let mut codes: Vec<_> =
        parts.map(str::trim).filter(|part| !part.is_empty()).map(|part| code(part).to_owned()).collect();
    settle(&mut codes);
    codes
}

fn settle(codes: &mut Vec<String>) {
    decision::order::sort_by(codes, Ord::cmp);
    codes.dedup();
}

fn code(word: &str) -> &str {
    // `en-GB` and `en (B2)` are English.
    let base = word.split(['-', '_', '(', '（', ' ']).next().unwrap_or_default();
    let known =
        NAMES.iter().find(|(code, names)| base == *code || names.iter().any(|name| word.contains(name)));
    known.map_or(word, |(code, _)| code)
}

impl Role {
    /// Tells whether the role carries words from one language into another.
    #[must_use]
    pub fn is_localiser(&self) -> bool {
        let name = self.name.to_lowercase();
        self.id == LOCALISATION || LOCALISERS.iter().any(|word| name.contains(word))
    }
}

impl Team {
    /// Returns a role that stands between two languages: one somebody holds, or else any.
    #[must_use]
    pub fn localiser(&self) -> Option<&Arc<Role>> {
        let localisers = || self.roles.iter().filter(|role| role.is_localiser());
        localisers().find(|role| !role.person.trim().is_empty()).or_else(|| localisers().next())
    }

    /// Returns what the two sides say of their languages, client first, where they share none: each party of its own,
    /// and its roles of theirs. Who says nothing does not count, and neither do roles between two languages.
    #[must_use]
    pub fn language_barrier(&self, parties: &[String; 2]) -> Option<[Vec<String>; 2]> {
        let [of_client, of_vendor] = parties;
        let sides = [(Side::Client, of_client), (Side::Vendor, of_vendor)].map(|(side, party)| {
            let roles = self.roles_of(side).filter(|role| !role.is_localiser()).map(|role| &role.language);
            let said = roles.chain([party]).map(|said| said.trim().to_owned());
            let mut said: Vec<_> = said.filter(|said| !said.is_empty()).collect();
            settle(&mut said);
            said
        });
        let [client, vendor] =
            sides.each_ref().map(|said| said.iter().flat_map(|said| read(said)).collect::<Vec<_>>());
        let share_one = client.iter().any(|code| vendor.contains(code));
        let is_known = !client.is_empty() && !vendor.is_empty();
        (is_known && !share_one).then_some(sides)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_the_same_by_any_of_its_names() {
        for text in ["zh", "中文", "Chinese", "zh-CN", "普通话（二甲）", "Mandarin (native)"] {
            assert_eq!(read(text), ["zh"], "{text}");
        }
        assert_eq!(read("English and German"), ["de", "en"]);
        assert_eq!(read("中文、英语"), ["en", "zh"]);
        assert_eq!(read("Klingon, EN_gb, "), ["en", "klingon"]);
        assert_eq!(read(" "), [""; 0]);
    }

    const SILENT: [String; 2] = [String::new(), String::new()];

    fn team(roles: &[(Side, &str, &str)]) -> Team {
        let mut team = Team::default();
        for (place, (side, name, language)) in roles.iter().enumerate() {
            team.roles.add(Id::fixed(place as u128 + 1), |role| {
                (role.side, role.name, role.language) = (*side, (*name).to_owned(), (*language).to_owned());
            });
        }
        team
    }

    #[test]
    fn sides_without_a_common_language_need_somebody_between_them() {
        use Side::{Client, Vendor};
        let apart = [(Client, "Owner", "中文"), (Vendor, "PM", "English"), (Vendor, "Agent", "")];
        let barrier = Some([vec!["中文".to_owned()], vec!["English".to_owned()]]);
        assert_eq!(team(&apart).language_barrier(&SILENT), barrier);
        let with = |more: (Side, &'static str, &'static str)| {
            team(&apart.into_iter().chain([more]).collect::<Vec<_>>())
        };
        assert_eq!(with((Vendor, "Analyst", "en, zh-CN")).language_barrier(&SILENT), None);
        assert!(with((Vendor, "Analyst", "de")).language_barrier(&SILENT).is_some());
        let translated = with((Client, "翻译", "中文、英语"));
        assert_eq!(
            translated.language_barrier(&SILENT),
            barrier,
            "one who speaks both does not take it away"
        );
        assert_eq!(translated.localiser().map(|role| role.name.as_str()), Some("翻译"));
    }

    #[test]
    fn what_the_parties_say_of_their_languages_counts() {
        let parties = |client: &str, vendor: &str| [client, vendor].map(str::to_owned);
        let bare = team(&[(Side::Client, "Owner", ""), (Side::Vendor, "PM", "")]);
        assert!(bare.language_barrier(&parties("中文", "English")).is_some());
        assert_eq!(bare.language_barrier(&parties("中文", "zh, en")), None);
        assert_eq!(bare.language_barrier(&parties("中文", "")), None);
        let bilingual = team(&[(Side::Client, "Owner", "en")]);
        assert_eq!(bilingual.language_barrier(&parties("中文", "English")), None);
    }

    #[test]
    fn a_role_between_languages_that_somebody_holds_goes_first() {
        let mut team = team(&[(Side::Vendor, "Translator", ""), (Side::Vendor, "Interpreter", "")]);
        assert_eq!(team.localiser().map(|role| role.number), Some(1));
        team.roles.update(Id::fixed(2), |role| role.person = "Li".to_owned());
        assert_eq!(team.localiser().map(|role| role.number), Some(2));
    }

    #[test]
    fn a_side_that_says_nothing_raises_no_doubt() {
        let team = team(&[(Side::Client, "Owner", "中文"), (Side::Vendor, "PM", "")]);
        assert_eq!(team.language_barrier(&SILENT), None);
    }
}
