//! Words of the ways to find weights.

use crate::domain::selection::method::ScorePart;
use crate::domain::selection::weighing::{Judgement, Lacking, WeighingBy};
use crate::i18n::macros::{S, apart, texts};

apart!(WeighingText);
texts! {
    /// Words of the ways to find weights.
    WeighingText {
        ways_head: S = "换个办法定权重", "Other ways to find the weights";
        by_label: S = "怎么定", "How";
        by: fn(WeighingBy) -> S = |by| match by { WeighingBy::Direct => "直接填", WeighingBy::RankOrder => "排序", WeighingBy::Swing => "摆幅", WeighingBy::Pairwise => "两两比较" },
            |by| match by { WeighingBy::Direct => "Direct", WeighingBy::RankOrder => "Rank order", WeighingBy::Swing => "Swing", WeighingBy::Pairwise => "Pairwise" };
        by_hint: fn(WeighingBy) -> S = |by| match by {
            WeighingBy::Direct => "权重就是上面填的数。换个办法看看，权重不会变。", WeighingBy::RankOrder => "1 最重要，可以并列。",
            WeighingBy::Swing => "设想每项都从最差变到最好：最想要的那一步记 100，其余照比例打分。", WeighingBy::Pairwise => "一次比两项。空着的由其余答案推算。",
        }, |by| match by {
            WeighingBy::Direct => "The weights are the numbers above. Looking at another way changes nothing.", WeighingBy::RankOrder => "1 is the most important; equal ranks are allowed.",
            WeighingBy::Swing => "Picture each going from worst to best: the step you want most gets 100, the others in proportion.", WeighingBy::Pairwise => "Two at a time. What stays open is estimated from the rest.",
        };
        pair: fn(&str, &str) -> String = |a, b| format!("{a} ／ {b}"), |a, b| format!("{a} / {b}");
        open_choice: S = "没比过", "Open";
        judged: fn(&str, &str, Judgement) -> String = |a, b, judgement| match judgement.get() { 0 => "同样重要".to_owned(), k => format!("{} {} 倍", if k < 0 { b } else { a }, judgement.times()) },
            |a, b, judgement| match judgement.get() { 0 => "equal".to_owned(), k => format!("{} {} ×", if k < 0 { b } else { a }, judgement.times()) };
        compared_item: S = "拿哪一项去比", "Compare";
        lacking: fn(&Lacking, &str) -> String = |lacking, names| match lacking {
            Lacking::Items(_) => format!("还缺：{names}。"), Lacking::AllZero => "至少有一项要大于 0。".to_owned(),
            Lacking::Apart(_) => format!("还没有和其余的比过：{names}。"), Lacking::Contradiction => "这些比较互相矛盾，得不出权重。".to_owned(),
        }, |lacking, names| match lacking {
            Lacking::Items(_) => format!("Still missing: {names}."), Lacking::AllZero => "At least one has to be above 0.".to_owned(),
            Lacking::Apart(_) => format!("Not yet compared with the others: {names}."), Lacking::Contradiction => "These comparisons contradict each other; no weights come out.".to_owned(),
        };
        use_action: S = "用这组权重", "Use these weights";
        in_use: S = "现在用的就是这组权重。", "These are the present weights.";
        found: fn(&str) -> String = |weights| format!("得出的权重：{weights}"), |weights| format!("Weights found: {weights}");
        estimated: fn(usize, usize) -> String = |missing, all| format!("{all} 组里有 {missing} 组没比，由其余的推算。"), |missing, all| format!("{missing} of {all} pairs are open and estimated from the rest.");
        agrees: fn(&str) -> String = |ratio| format!("一致性比率 CR = {ratio}，前后一致。"), |ratio| format!("Consistency ratio CR = {ratio}: the comparisons agree.");
        contradicts: fn(&str, &str, &str, &str, &str) -> String = |ratio, limit, pair, given, fits| format!("一致性比率 CR = {ratio}，超过 {limit}，前后有矛盾。先看“{pair}”：现在是“{given}”，“{fits}”更合适。"), |ratio, limit, pair, given, fits| format!("Consistency ratio CR = {ratio}, above {limit}: the comparisons contradict each other. Look at {pair} first: it says “{given}”, “{fits}” would fit.");
        no_ratio: fn(&str) -> String = |index| format!("一致性指数 CI = {index}。超过 10 项没有对照表，不算 CR。"), |index| format!("Consistency index CI = {index}. Beyond 10 items there is no table for CR.");
        rule: fn(WeighingBy) -> S = |by| match by {
            WeighingBy::Direct => "", WeighingBy::RankOrder => "排序重心法（ROC，Edwards 与 Barron 1994）：w_k = (1/n) Σ 1/i，i 从 k 到 n；并列的取平均。",
            WeighingBy::Swing => "摆幅法（von Winterfeldt 与 Edwards 1986）：w_i = s_i / Σ s。", WeighingBy::Pairwise => "层次分析法（AHP，Saaty 1980）：权重是判断矩阵的主特征向量；没比的按 Harker 1987 推算，CR 的对照值随之调低（Ágoston 与 Csató 2022）。",
        }, |by| match by {
            WeighingBy::Direct => "", WeighingBy::RankOrder => "Rank-order centroid (ROC, Edwards & Barron 1994): w_k = (1/n) Σ 1/i for i from k to n; ties share the mean.",
            WeighingBy::Swing => "Swing weighting (von Winterfeldt & Edwards 1986): w_i = s_i / Σ s.", WeighingBy::Pairwise => "AHP (Saaty 1980): the weights are the principal eigenvector of the comparisons; open ones are estimated after Harker 1987, and the random index is lowered for them (Ágoston & Csató 2022).",
        };
        rank: fn(u8) -> String = |rank| format!("第 {rank} 位"), |rank| format!("rank {rank}");
        progress: fn(usize, usize) -> String = |place, all| format!("第 {place} 题，共 {all} 题"), |place, all| format!("{place} of {all}");
        question: fn(&str, &str) -> String = |a, b| format!("哪个更重要：{a}，还是{b}？"), |a, b| format!("Which matters more: {a} or {b}?");
        wish: fn(ScorePart) -> S = |part| match part { ScorePart::Capability => "能力更强", ScorePart::Cases => "案例更好", ScorePart::Proposal => "方案更好", ScorePart::Price => "价格更低" },
            |part| match part { ScorePart::Capability => "better capability", ScorePart::Cases => "better cases", ScorePart::Proposal => "a better proposal", ScorePart::Price => "a lower price" };
        answer: fn(Judgement, &str, &str) -> String = |judgement, a, b| match judgement.get() { 0 => "同样重要".to_owned(), k => format!("{}{}", if k < 0 { b } else { a }, if judgement.times() < 4 { "更重要" } else { "重要得多" }) },
            |judgement, a, b| match judgement.get() { 0 => "Both equally".to_owned(), k => format!("{}, {}", if k < 0 { b } else { a }, if judgement.times() < 4 { "more" } else { "much more" }) };
        question_hint: fn(usize) -> String = |enough| format!("说不准就跳过。前 {enough} 题答完，随时可以停。"), |enough| format!("Skip what you cannot say. Once the first {enough} are answered you can stop.");
        next: S = "下一题", "Next";
        back: S = "上一题", "Back";
        see: S = "看结果", "See the weights";
        stop: S = "到此为止，用这些答案", "Stop here and use these answers";
        resume: S = "回去再答", "Back to the questions";
        apply: S = "采用", "Apply";
        item_head: S = "项目", "Item";
        now_head: S = "现在 %", "Now, %";
        then_head: S = "采用后 %", "Then, %";
    }
}
