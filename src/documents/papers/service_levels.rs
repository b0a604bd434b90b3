//! The service level annex: what the service has to reach, how a miss becomes a deduction, and one worked out.

use crate::documents::paper::{Blank, Column, Line, Place};
use crate::documents::papers::{Draft, bounded, lines_of};
use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::Reading;
use crate::domain::performance::credits::assess::{Agreement, Assessment};
use crate::domain::performance::credits::charge::payable;
use crate::domain::performance::credits::readings::Actuals;
use crate::domain::performance::credits::terms::{CreditTerms, Level};
use crate::domain::period::{Cycle, Month};
use crate::domain::register::Item;
use crate::domain::requirements::protection::PenaltyModel;
use crate::domain::requirements::{Bound, SlaLine};
use crate::domain::selection::Vendor;
use crate::domain::task::Task;
use crate::i18n::credits::{bp, deduction};
use crate::i18n::format;
use crate::i18n::papers::service_levels::{ServiceLevelsText, of};

pub(super) fn write(draft: &mut Draft) {
    let words = of(draft.text.language);
    draft.paragraph(words.lead);
    draft.heading(words.levels);
    if draft.project.requirements.sla.is_empty() {
        return draft.paragraph(draft.nothing_yet(Task::Sla));
    }
    let project = draft.project;
    for line in project.requirements.sla.iter() {
        let said = level(draft, words, line);
        draft.clause(line.clause(), said);
    }
    draft.heading(words.credits);
    match project.performance.credits.model {
        None => draft.paragraph(words.in_words),
        Some(model) => {
            rules(draft, words, model);
            lines(draft, words, model);
            limits(draft, words);
            exclusions(draft, words);
            example(draft, words, model);
        }
    }
    draft.signed_on_paper();
}

/// Words one service level as a clause.
fn level(draft: &Draft, words: &ServiceLevelsText, line: &SlaLine) -> Line {
    let text = draft.text;
    let stop = draft.words().stop;
    let said = |label: &str, value: &str| Line::of(format!("{label}{}", ended(&lines_of(value), stop)));
    let blank = |what: &str| draft.filled("", what, Task::Sla, line);
    let or_blank = |label: &str, value: &str, what: &str| match value.trim() {
        "" => Line::of(label).and(blank(what)),
        value => said(label, value),
    };
    let name = match line.measure.trim() {
        "" => blank(text.requirements.sla_measure),
        name => Line::default().strong(ended(name, stop)),
    };
    let target = line.target.map_or_else(
        || blank(text.requirements.target),
        |_| Line::of((words.is_at)(line.bound, &figure(line), (text.requirements.window)(line.window))),
    );
    let excludes = match line.excludes.trim() {
        "" | format::MISSING => Line::default(),
        value => said(words.excludes, value),
    };
    let feature = line.feature.and_then(|id| draft.project.requirements.features.get(id));
    let guards = feature.map(|feature| Line::default().quiet((words.guards)(&feature.clause())));
    draft.sentences([
        name,
        or_blank("", &line.definition, text.requirements.definition),
        target,
        excludes,
        or_blank(words.source, &line.source, text.requirements.source),
        or_blank(words.penalty, &line.penalty, text.requirements.penalty),
        guards.unwrap_or_default(),
    ])
}

/// Ends a sentence that has no end yet.
fn ended(said: &str, stop: &str) -> String {
    let said = said.trim();
    if said.ends_with(['。', '.', '！', '!', '？', '?', '；', ';']) {
        said.to_owned()
    } else {
        format!("{said}{stop}")
    }
}

/// The target without its direction, in its unit.
fn figure(line: &SlaLine) -> String {
    let number = line.target.map(|target| format::number(target, 6)).unwrap_or_default();
    format!("{number} {}", line.unit).trim_end().to_owned()
}

/// Says by which model a miss becomes a deduction.
fn rules(draft: &mut Draft, words: &ServiceLevelsText, model: PenaltyModel) {
    let (project, text) = (draft.project, draft.text);
    let language = text.language;
    let terms = &project.performance.credits;
    let bp = |share| bp(share, language);
    let model_line = Line::of((words.by)((text.sla.model_name)(Some(model))));
    let fee = match fee(draft) {
        Some(fee) => Line::of((words.fee)(&format::money(fee, project.profile.currency))),
        None => Line::default().filled("", || Blank {
            what: words.fee_blank.to_owned(),
            clause: None,
            place: Place::Credits,
        }),
    };
    let over = Line::of((words.assessed)((text.credits.assessed_name)(terms.assessed)));
    draft.paragraph(draft.sentences([model_line, fee, over]));
    match model {
        PenaltyModel::AtRisk => {
            let allocated = terms.allocated(project);
            let pool = (0 < allocated).then(|| bp(allocated));
            draft.paragraph((words.at_risk)(&bp(terms.at_risk.risk_bp), pool.as_deref()));
        }
        PenaltyModel::ShortfallTiers => {
            draft.paragraph(words.tiers);
            let ppm = |share: u32| format::percent(f64::from(share) / 10_000.0, 4, language);
            let rows = terms.tiers.iter().map(|tier| {
                vec![ppm(tier.from_ppm).into(), ppm(tier.below_ppm).into(), bp(tier.credit_bp).into()]
            });
            draft.table([words.from, words.below, words.costs].map(|head| Column::numbers(head, 1)), rows);
        }
        PenaltyModel::Points => {
            draft.paragraph(words.steps);
            let rows = terms
                .steps
                .iter()
                .map(|step| vec![step.points.to_string().into(), bp(step.credit_bp).into()]);
            draft.table([words.points, words.costs].map(|head| Column::numbers(head, 1)), rows);
        }
        PenaltyModel::Escalation => {
            let repeat: Vec<_> = terms.escalation.repeat_bp.iter().map(|share| bp(*share)).collect();
            draft.paragraph((words.escalation)(
                &bp(terms.escalation.first_bp),
                &repeat.join(text.common.list_comma),
                terms.escalation.window_months,
            ));
        }
        PenaltyModel::PayByScore => {
            draft.paragraph(words.bands);
            let rows = terms.bands.iter().map(|band| {
                vec![
                    format::number(f64::from(band.from_milli) / 1000.0, 3).into(),
                    bp(band.pay_bp).into(),
                    (text.credits.consequence)(band.consequence).into(),
                ]
            });
            let columns = [
                Column::numbers(words.score, 1),
                Column::numbers(words.pays, 1),
                Column::words(words.follows, 2),
            ];
            draft.table(columns, rows);
        }
    }
}

/// Says which lines carry credits, and what a miss of each comes to.
fn lines(draft: &mut Draft, words: &ServiceLevelsText, model: PenaltyModel) {
    let (project, text) = (draft.project, draft.text);
    let terms = &project.performance.credits;
    let mut columns = vec![
        Column::words(draft.words().number, 2),
        Column::words(text.requirements.sla_measure, 7),
        Column::numbers(text.requirements.target, 4),
        Column::words(words.kind, 4),
    ];
    let has_shares = model == PenaltyModel::AtRisk;
    let has_points = model == PenaltyModel::Points;
    if has_shares {
        columns.push(Column::numbers(words.allocation, 3));
    }
    if has_points {
        columns.push(Column::numbers(words.a_miss, 3));
    }
    if terms.earn_back.agreed {
        columns.push(Column::numbers(words.higher, 4));
    }
    let row = |line: &SlaLine| {
        let agreed = terms.line(line.id);
        let level = terms.level(line);
        let is_critical = level == Level::Critical;
        let said =
            |is_said: bool, value: String| Line::of(if is_said { value } else { format::MISSING.to_owned() });
        let mut cells = vec![
            line.clause().into(),
            line.measure.as_str().into(),
            draft.filled(&bounded(line), text.requirements.target, Task::Sla, line),
            (text.credits.level)(level).into(),
        ];
        if has_shares {
            cells.push(said(is_critical, bp(agreed.allocation_bp, text.language)));
        }
        if has_points {
            cells.push(said(is_critical, agreed.points.to_string()));
        }
        if terms.earn_back.agreed {
            let higher = agreed.higher.filter(|_| is_critical);
            cells.push(said(
                higher.is_some(),
                format!("{} {}", format::number(higher.unwrap_or_default(), 6), line.unit),
            ));
        }
        cells
    };
    let rows: Vec<_> = project.requirements.sla.iter().map(|line| row(line)).collect();
    draft.table(columns, rows);
}

/// Says what limits credits, and what a failure that lasts does.
fn limits(draft: &mut Draft, words: &ServiceLevelsText) {
    let (project, language) = (draft.project, draft.text.language);
    let terms = &project.performance.credits;
    let cap =
        terms.highest_share().map_or_else(|| words.no_cap.to_owned(), |cap| (words.cap)(&bp(cap, language)));
    draft.paragraph(draft.sentences([Line::of(cap), Line::of(words.rounding)]));
    let earn_back = terms.earn_back;
    let agreed_on = earn_back.agreed_on.map(format::date);
    draft.paragraph(if earn_back.agreed {
        (words.earn_back)(earn_back.window, agreed_on.as_deref())
    } else {
        words.no_earn_back.to_owned()
    });
    draft.paragraph((words.chronic)(terms.chronic.count, terms.chronic.window_months, terms.exit_right));
    if !terms.remedy.trim().is_empty() {
        draft.paragraph(lines_of(&terms.remedy));
    }
}

fn exclusions(draft: &mut Draft, words: &ServiceLevelsText) {
    let project = draft.project;
    let all = &project.performance.credits.exclusions;
    if all.is_empty() {
        return;
    }
    draft.subheading(words.excluded_head);
    let rows: Vec<_> = all
        .iter()
        .map(|one| {
            let line = one.sla.and_then(|id| project.requirements.sla.get(id));
            let months = [one.from, one.until].into_iter().flatten().map(|month| month.to_string());
            vec![
                line.map_or_else(|| words.all_lines.to_owned(), |line| line.clause()).into(),
                months.collect::<Vec<_>>().join("–").into(),
                one.reason.as_str().into(),
            ]
        })
        .collect();
    let columns =
        [Column::words(words.line, 2), Column::words(words.months, 3), Column::words(words.reason, 7)];
    draft.table(columns, rows);
}

/// The base fee a month: what was agreed, or what the chosen vendor offers.
fn fee(draft: &Draft) -> Option<Money> {
    let vendor = draft.project.selection.decision.chosen.unwrap_or_default();
    draft.project.performance.credits.fee_of(draft.project, vendor).map(|(fee, _)| fee)
}

/// A value that just misses a target.
fn just_missed(line: &SlaLine, target: f64) -> f64 {
    let step = if line.unit.trim() == "%" { 1.0 } else { (target.abs() / 10.0).max(0.1) };
    match line.bound {
        Bound::AtLeast => (target - step).max(0.0),
        Bound::AtMost => target + step,
    }
}

/// Works one miss out, by the same rules as a statement.
fn example(draft: &mut Draft, words: &ServiceLevelsText, model: PenaltyModel) {
    let project = draft.project;
    let terms = CreditTerms { exclusions: Vec::new(), ..project.performance.credits.clone() };
    let Some(fee) = fee(draft) else { return };
    let span = Cycle::Month.around(Month::of(draft.today));
    let critical =
        |line: &&std::sync::Arc<SlaLine>| terms.level(line) == Level::Critical && line.target.is_some();
    let Some(missed) = project.requirements.sla.iter().find(critical) else { return };
    let mut actuals = Actuals::of(project, Id::<Vendor>::default(), &[]);
    let mut said = String::new();
    for line in project.requirements.sla.iter() {
        let Some(target) = line.target else { continue };
        let value = if line.id == missed.id { just_missed(line, target) } else { target };
        if line.id == missed.id {
            said = format!("{} {}", format::number(value, 6), line.unit).trim_end().to_owned();
        }
        actuals.set(line.id, span.first, Reading::Value(value));
    }
    let score = 80.0;
    actuals.set_score(span, Some(score));
    let agreement = Agreement { terms: &terms, lines: &project.requirements.sla, fee };
    let Ok(found) = agreement.assess(span, &actuals, &Vec::new()) else { return };
    let money = |amount| format::money(amount, project.profile.currency);
    draft.subheading(words.example);
    draft.paragraph(match model {
        PenaltyModel::PayByScore => (words.example_score)(&money(found.fee), &format::number(score, 1)),
        _ => (words.example_lead)(&missed.clause(), &said, &money(found.fee)),
    });
    let rows = example_rows(draft, words, &found);
    let total = vec![
        words.paid.into(),
        format!("{} − {}", money(found.fee), money(found.credits)).into(),
        money(payable(found.fee, found.credits, Money(0), Money(0)).payment).into(),
    ];
    let columns =
        [Column::words(words.item, 4), Column::words(words.basis, 8), Column::numbers(words.amount, 3)];
    draft.summed(columns, rows, total);
}

fn example_rows(draft: &Draft, words: &ServiceLevelsText, found: &Assessment) -> Vec<Vec<Line>> {
    let (project, text) = (draft.project, draft.text);
    let mut rows = vec![vec![
        words.fee_row.into(),
        Line::default(),
        format::money(found.fee, project.profile.currency).into(),
    ]];
    rows.extend(found.lines.iter().filter(|line| line.credit.0 != 0).map(|line| {
        let name = line.sla.and_then(|id| project.requirements.sla.get(id));
        let name = name.map_or_else(|| words.deducted.to_owned(), |line| line.clause());
        vec![
            name.into(),
            (text.credits.why)(line).into(),
            deduction(line.credit, project.profile.currency).into(),
        ]
    }));
    rows
}
