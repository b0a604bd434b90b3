//! Words that make credits the only remedy.

/// How a contract says that credits are all there is.
const SOLE: [&str; 10] = [
    "sole remedy",
    "sole and exclusive",
    "exclusive remedy",
    "only remedy",
    "no other remedy",
    "唯一救济",
    "唯一的救济",
    "唯一补救",
    "唯一的补救",
    "唯一责任",
];
/// What may stand between a negation and them, besides whose remedy it is.
const BETWEEN: [&str; 20] = [
    "sole",
    "and",
    "the",
    "a",
    "an",
    "its",
    "their",
    "any",
    "be",
    "being",
    "been",
    "as",
    "to",
    "deemed",
    "considered",
    "construed",
    "regarded",
    "constitute",
    "represent",
    "form",
];
/// What turns them round.
const TURNING: [&str; 6] = ["not", "cannot", "nor", "never", "neither", "without"];
/// Whose remedy it is, and what says that something is one.
const BETWEEN_ZH: [&str; 14] = [
    "的",
    "委托方",
    "甲方",
    "客户",
    "发包方",
    "任何",
    "其",
    "构成",
    "视为",
    "作为",
    "是",
    "为",
    "属于",
    "被",
];
/// What stands before that where it is turned round with a word of its own.
const MAY_ZH: [&str; 6] = ["应当", "应", "得", "能", "可", "会"];

/// Tells whether words make credits the only remedy. "Not the sole remedy" does not: a negation counts where it stands
/// right before, not anywhere in the sentence.
#[must_use]
pub fn is_sole_remedy(words: &str) -> bool {
    let words = words.to_lowercase();
    let mut sentences = words.split(['.', ';', '。', '；', '\n']);
    sentences.any(|sentence| {
        SOLE.iter().any(|sole| {
            let mut places = sentence.match_indices(sole);
            places.any(|(place, _)| !is_turned(sentence.get(..place).unwrap_or_default()))
        })
    })
}

/// Tells whether what stands before ends in a negation.
fn is_turned(before: &str) -> bool {
    let before = before.trim_end();
    let is_between = |word: &&str| {
        BETWEEN.contains(word) || word.ends_with("'s") || word.ends_with("’s") || word.ends_with("s'")
    };
    let last = before.split_whitespace().rev().find(|word| !is_between(word));
    let is_not = |word: &str| TURNING.contains(&word) || word.ends_with("n't") || word.ends_with("n’t");
    last.is_some_and(is_not) || is_turned_zh(before)
}

fn is_turned_zh(before: &str) -> bool {
    let without = |mut text: &'_ str, ends: &[&str]| -> usize {
        while let Some(rest) = ends.iter().find_map(|end| text.strip_suffix(end)) {
            text = rest;
        }
        text.len()
    };
    let rest = before.get(..without(before, &BETWEEN_ZH)).unwrap_or_default();
    let rest = rest.get(..without(rest, &MAY_ZH)).unwrap_or_default();
    rest.ends_with('不') || rest.ends_with('非') && !rest.ends_with("除非")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_as_the_only_remedy_are_told_from_those_that_are_not() {
        for words in [
            "Service credits are the Client's sole remedy.",
            "Paid monthly. Credits shall be the sole and exclusive remedy",
            "Where the vendor does not reach a service level, credits are the client's sole remedy.",
            "Credits are not a penalty but the only remedy.",
            "Credits are not the sole remedy for delay, but the sole remedy for defects.",
            "This is not a penalty. Credits are the only remedy.",
            "服务扣款为委托方的唯一救济。",
            "除非另有约定，服务扣款为委托方的唯一救济。",
            "供应商不达标时，扣款是唯一的救济。",
        ] {
            assert!(is_sole_remedy(words), "{words}");
        }
        for words in [
            "",
            "Service credits are not the sole remedy.",
            "Credits shall not be deemed to be the Client’s sole and exclusive remedy.",
            "They don't constitute an exclusive remedy.",
            "扣款并非唯一救济，委托方仍可解除合同。",
            "扣款不构成委托方的唯一救济。",
            "扣款不应视为甲方的唯一救济。",
            "扣款不是唯一的补救。",
            "Each remedy is in addition to the others.",
        ] {
            assert!(!is_sole_remedy(words), "{words}");
        }
    }
}
