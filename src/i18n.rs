//! Words. Each page area has one file with a struct of texts and one value of it per language, so that a missing
//! text does not compile. The core returns codes; exhaustive descriptions of them live here too.

pub mod collaboration;
pub mod common;
#[cfg(feature = "ui")]
pub mod context;
pub mod costs;
pub mod counters;
pub mod credits;
pub mod dependence;
pub mod documents;
pub mod errors;
pub mod figures;
pub mod flow;
pub mod format;
pub mod formula;
pub mod frame;
pub mod gap;
pub mod history;
pub mod import;
pub mod improvement;
pub mod kpis;
pub mod lab;
pub mod log;
pub(crate) mod macros;
pub mod matrix;
pub mod overview;
pub mod papers;
pub mod payment;
pub mod performance;
pub mod period;
pub mod plans;
pub mod preview;
pub mod requirements;
pub mod reviews;
pub mod risk;
pub mod security;
pub mod settings;
pub mod signoff;
pub mod sites;
pub mod sla;
pub mod start;
pub mod team;
pub mod titles;
pub mod trace;
pub mod understanding;
pub mod vendors;
pub mod workshop;

use crate::domain::language::Language;

/// Every text of one language.
pub struct Text {
    /// The language itself.
    pub language: Language,
    /// Words used on many pages.
    pub common: common::CommonText,
    /// Frame, navigation, save state and search.
    pub frame: frame::FrameText,
    /// Names of undo steps.
    pub history: history::HistoryText,
    /// The first run and the project list.
    pub start: start::StartText,
    /// Settings and help.
    pub settings: settings::Words,
    /// Taking in a file.
    pub import: import::Words,
    /// What would change before it does.
    pub preview: preview::Words,
    /// The overview.
    pub overview: overview::OverviewText,
    /// The page of papers.
    pub documents: documents::Words,
    /// Stage 1.
    pub requirements: requirements::Words,
    /// Stage 1: processes and savings.
    pub flow: flow::Words,
    /// Stage 1: phases and the capability gap.
    pub gap: gap::Words,
    /// Stage 1: helpers of service levels.
    pub sla: sla::Words,
    /// Stage 1: versions and changes.
    pub signoff: signoff::Words,
    /// Stage 1: the workshop.
    pub workshop: workshop::Words,
    /// Stage 1: the understanding check and the open questions.
    pub understanding: understanding::Words,
    /// Stage 1: one thread from the goal to the money.
    pub trace: trace::Words,
    /// Stage 2.
    pub team: team::Words,
    /// Stage 2: what stands around the role matrix.
    pub matrix: matrix::Words,
    /// Stage 3.
    pub vendors: vendors::Words,
    /// Stage 3: the gates.
    pub qualify: vendors::qualify::Words,
    /// Stage 3: criteria, scores and cases.
    pub scores: vendors::scores::Words,
    /// Stage 3: proposals and pilots.
    pub offers: vendors::offers::Words,
    /// Stage 3: ways to find weights.
    pub weighing: vendors::weighing::Words,
    /// Stage 3: the decision.
    pub decide: vendors::decide::Words,
    /// Stage 3: offers and what they cost as a whole.
    pub costs: costs::Words,
    /// Stage 4.
    pub collaboration: collaboration::Words,
    /// Stage 4: where both sides work, and when at the same time.
    pub sites: sites::Words,
    /// Stage 4: the issue log and its calendars.
    pub log: log::Words,
    /// Stage 5.
    pub risk: risk::Words,
    /// Stage 5: information security.
    pub security: security::Words,
    /// Stage 5: dependence on vendors.
    pub dependence: dependence::Words,
    /// Stage 5: contingency plans and their drills.
    pub plans: plans::Words,
    /// Stage 6.
    pub performance: performance::Words,
    /// Stage 6: payment.
    pub payment: payment::Words,
    /// Stage 6: beyond one payment.
    pub long_term: payment::long_term::Words,
    /// Stage 6: reviews.
    pub reviews: reviews::Words,
    /// Stage 6: improvement.
    pub improvement: improvement::Words,
    /// Stage 6: formulas, periods, data and charts of the indicators.
    pub kpis: kpis::Words,
    /// Stage 6: counter-metrics.
    pub counters: counters::Words,
    /// Stage 6: figures from tables of elsewhere.
    pub figures: figures::Words,
    /// Stage 6: service credits and their rehearsal.
    pub credits: credits::Words,
}

macro_rules! all_texts {
    ($language:expr, $value:ident) => {
        Text {
            language: $language,
            common: common::$value,
            frame: frame::$value,
            history: history::$value,
            start: start::$value,
            settings: settings::Words($language),
            import: import::Words($language),
            preview: preview::Words($language),
            overview: overview::$value,
            documents: documents::Words($language),
            requirements: requirements::Words($language),
            flow: flow::Words($language),
            gap: gap::Words($language),
            sla: sla::Words($language),
            signoff: signoff::Words($language),
            workshop: workshop::Words($language),
            understanding: understanding::Words($language),
            trace: trace::Words($language),
            team: team::Words($language),
            matrix: matrix::Words($language),
            vendors: vendors::Words($language),
            qualify: vendors::qualify::Words($language),
            scores: vendors::scores::Words($language),
            offers: vendors::offers::Words($language),
            weighing: vendors::weighing::Words($language),
            decide: vendors::decide::Words($language),
            costs: costs::Words($language),
            collaboration: collaboration::Words($language),
            sites: sites::Words($language),
            log: log::Words($language),
            risk: risk::Words($language),
            security: security::Words($language),
            dependence: dependence::Words($language),
            plans: plans::Words($language),
            performance: performance::Words($language),
            payment: payment::Words($language),
            long_term: payment::long_term::Words($language),
            reviews: reviews::Words($language),
            improvement: improvement::Words($language),
            kpis: kpis::Words($language),
            counters: counters::Words($language),
            figures: figures::Words($language),
            credits: credits::Words($language),
        }
    };
}

static ZH: Text = all_texts!(Language::Zh, ZH);
static EN: Text = all_texts!(Language::En, EN);

impl Text {
    /// Returns the texts of a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Zh => &ZH,
            Language::En => &EN,
        }
    }
}
