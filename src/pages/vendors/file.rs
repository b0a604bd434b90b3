//! Everything about one vendor on one sheet, to read and to print.

use decision::cost::Part;
use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::register::Item;
use crate::domain::selection::offer::Tier;
use crate::domain::selection::ownership::term;
use crate::domain::selection::{Criterion, Explanation, Vendor};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::{format, titles};
use crate::pages::list::{Facts, use_facts};
use crate::pages::parts::role_name;
use crate::pages::vendors::pilot::result_words;
use crate::pages::vendors::step::{found_at, out_of, standing};
use crate::routes::{Page, Route};
use crate::ui::figure::{FigureTable, data_table};
use crate::ui::live::live;
use crate::ui::sheet::{Sheet, SheetSection};

/// What is known, each fact under its name; one without words is left out.
type Known = Vec<(&'static str, String)>;

/// One part of the file: the step it comes from, its title, the sentence it begins with, what is known, its table.
struct Chapter {
    step: Task,
    title: &'static str,
    lead: String,
    known: Known,
    table: FigureTable,
}

/// Shows the file of one vendor.
#[component]
pub fn VendorPage(
    /// The vendor.
    id: Id<Vendor>,
) -> impl IntoView {
    let words = use_words();
    let facts = use_facts();
    let title = Signal::derive(move || {
        let vendor = facts.get().project.selection.vendors.get(id).cloned().unwrap_or_default();
        format!("{} {}", vendor.clause(), vendor.name)
    });
    let known = live(move || {
        let facts = facts.get();
        let vendor = facts.project.selection.vendors.get(id)?;
        Some(list_of(known(&facts, vendor)))
    });
    let chapters = live(move || {
        let facts = facts.get();
        let vendor = facts.project.selection.vendors.get(id)?;
        let chapters = chapters(&facts, vendor).into_iter().enumerate().map(|(place, chapter)| {
            let Chapter { step, title, lead, known, table } = chapter;
            let href = Route::Project(facts.project.id, Page::Task(step)).href();
            let aside = view! { <a href=href>{facts.text.vendors.go_to_step}<span class="sr-only">" "{title}</span></a> };
            let table = (!table.rows.is_empty()).then(|| data_table(title.to_owned(), table));
            let known = (!known.is_empty()).then(|| list_of(known));
            let is_empty = lead.is_empty() && known.is_none() && table.is_none();
            let lead = if is_empty { facts.text.vendors.nothing_yet.to_owned() } else { lead };
            view! {
                <SheetSection number=format!("3.0.{}", place + 2) title=title.to_owned() aside=aside.into_any()>
                    {(!lead.is_empty()).then(|| view! { <p class="hint">{lead}</p> })}
                    {known}
                    {table}
                </SheetSection>
            }
        });
        Some(chapters.collect_view())
    });
    view! {
        <Sheet title>
            <SheetSection number="3.0.1" title=words.s(|t| t.vendors.file_head)>{known}</SheetSection>
            {chapters}
        </Sheet>
    }
}

/// Shows what is known as a list of names and values.
fn list_of(known: Known) -> AnyView {
    let rows = known.into_iter().filter(|(_, value)| !value.is_empty());
    let rows = rows.map(|(name, value)| view! { <div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div> });
    view! { <dl class="facts">{rows.collect_view()}</dl> }.into_any()
}

fn known(facts: &Facts, vendor: &Vendor) -> Known {
    let text = &facts.text.vendors;
    let ranking = facts.project.selection.ranking(facts.today).ok();
    let row = ranking.and_then(|ranking| ranking.rows.into_iter().find(|row| row.vendor == vendor.id));
    let rank = row.map(|row| (text.rank_words)(row.rank, &format::fixed(row.total, 1)));
    let state = out_of(facts, vendor.id).or(rank).unwrap_or_else(|| text.is_in.to_owned());
    vec![
        (text.state, state),
        (text.contact, vendor.contact.clone()),
        (text.place, vendor.place.clone()),
        (text.note, vendor.note.clone()),
    ]
}

/// Lists the steps, each followed by what belongs to it and is there.
fn chapters(facts: &Facts, vendor: &Vendor) -> Vec<Chapter> {
    let pilot = &vendor.pilot;
    let weeks = pilot.weeks.map(|weeks| (facts.text.vendors.weeks_words)(weeks)).unwrap_or_default();
    let said = [pilot.scope.clone(), weeks, result_words(facts.text, vendor)];
    let said: Vec<_> = said.into_iter().filter(|said| !said.is_empty()).collect();
    let of = |step: Task, lead: String, table: FigureTable| Chapter {
        step,
        title: (facts.text.common.task)(step),
        lead,
        known: Known::new(),
        table,
    };
    let mut chapters = vec![
        of(Task::Qualify, String::new(), gates(facts, vendor)),
        of(Task::Capability, String::new(), scores(facts, vendor)),
        of(Task::Cases, String::new(), cases(facts, vendor)),
    ];
    chapters.extend(calls(facts, vendor));
    chapters.push(of(Task::Proposals, String::new(), proposal(facts, vendor)));
    // Prices stay covered until the scores are locked, and so does what they are made of.
    if facts.project.selection.scores_locked.is_some() {
        chapters.extend(offer(facts, vendor));
        chapters.extend(total_cost(facts, vendor));
    }
    chapters.extend(explanation(facts, vendor));
    chapters.push(of(Task::Pilot, said.join(" · "), pilot_table(facts, vendor)));
    chapters
}

/// Makes a table of the columns in which something is written.
fn table(heads: &[&str], rows: Vec<Vec<String>>) -> FigureTable {
    let is_used: Vec<bool> = (0..heads.len())
        .map(|column| rows.iter().any(|row| row.get(column).is_some_and(|said| !said.is_empty())))
        .collect();
    let used = |row: Vec<String>| {
        row.into_iter().zip(&is_used).filter(|(_, is)| **is).map(|(said, _)| said).collect()
    };
    let heads = heads.iter().map(|head| (*head).to_owned()).collect();
    FigureTable { heads: used(heads), rows: rows.into_iter().map(used).collect() }
}

fn gates(facts: &Facts, vendor: &Vendor) -> FigureTable {
    let text = facts.text;
    let selection = &facts.project.selection;
    let standing = standing(facts, vendor.id);
    let rows = selection.gates.iter().map(|gate| {
        let check = found_at(facts, &standing, vendor.id, gate);
        vec![
            format!("{} {}", gate.clause(), titles::gate(facts.text, selection, gate)),
            (text.qualify.verdict)(check.verdict).to_owned(),
            check.certificate,
            check.issuer,
            format::date_or_missing(check.valid_until),
            check.evidence,
        ]
    });
    let heads = [
        text.qualify.gate,
        text.vendors.verdict_label,
        text.qualify.certificate,
        text.qualify.issuer,
        text.qualify.valid_until,
        text.vendors.evidence,
    ];
    table(&heads, rows.collect())
}

/// Lists the scores everybody gave, once everybody gave theirs.
fn scores(facts: &Facts, vendor: &Vendor) -> FigureTable {
    let text = facts.text;
    let selection = &facts.project.selection;
    let own = selection.spreads_of(vendor.id).into_iter().filter(|_| selection.all_submitted());
    let rows = own.map(|spread| {
        let criterion = selection.criteria.get(spread.criterion);
        let name = criterion.map(|criterion| format!("{} {}", criterion.clause(), criterion.name));
        let given = spread.scores.iter().map(|(id, score)| {
            let evaluator = selection.evaluators.get(*id).map(|evaluator| evaluator.name.clone());
            format!("{} {score}", evaluator.unwrap_or_default())
        });
        let reason = selection.spread_reasons.get(vendor.id, spread.criterion).cloned();
        vec![
            name.unwrap_or_default(),
            given.collect::<Vec<_>>().join(" · "),
            format::number(spread.median, 1),
            agreed_words(facts, vendor.id, spread.criterion),
            reason.unwrap_or_default(),
        ]
    });
    let heads = [
        text.vendors.criterion,
        text.scores.column_scores,
        text.vendors.median,
        text.vendors.agreed,
        text.scores.reason_column,
    ];
    table(&heads, rows.collect())
}

/// Says what was agreed, with the reason.
fn agreed_words(facts: &Facts, vendor: Id<Vendor>, criterion: Id<Criterion>) -> String {
    let entry = facts.project.selection.agreed.get(vendor, criterion);
    entry.and_then(|entry| Some(format!("{} · {}", entry.score?.get(), entry.evidence))).unwrap_or_default()
}

fn cases(facts: &Facts, vendor: &Vendor) -> FigureTable {
    let text = facts.text;
    let cases = facts.project.selection.cases.iter().filter(|case| case.vendor == vendor.id);
    let rows = cases.map(|case| {
        let mark = match case.verified {
            true => format::number(case.mark(), 1),
            false => text.vendors.unverified_note.to_owned(),
        };
        vec![format!("{} {}", case.clause(), case.client), case.scope.clone(), mark, case.quote.clone()]
    });
    table(
        &[text.scores.case_client, text.scores.case_scope, text.vendors.part_score, text.scores.quote],
        rows.collect(),
    )
}

/// Lists what clients answered to the reference call.
fn calls(facts: &Facts, vendor: &Vendor) -> Option<Chapter> {
    let text = &facts.text.scores;
    let cases = facts.project.selection.cases.iter().filter(|case| case.vendor == vendor.id);
    let rows = cases.flat_map(|case| {
        let answers = case.script.iter().enumerate();
        let answered = answers.filter(|(_, answer)| answer.score.is_some() || !answer.note.is_empty());
        answered.map(|(place, answer)| {
            let score =
                answer.score.map_or_else(|| format::MISSING.to_owned(), |score| score.get().to_string());
            let client = format!("{} {}", case.clause(), case.client);
            vec![client, (text.script)(place).to_owned(), score, answer.note.clone()]
        })
    });
    let rows: Vec<_> = rows.collect();
    let heads = [text.case_client, text.script_head, text.column_scores, text.script_note];
    (!rows.is_empty()).then(|| Chapter {
        step: Task::Cases,
        title: text.script_head,
        lead: text.script_scale.to_owned(),
        known: Known::new(),
        table: table(&heads, rows),
    })
}

fn proposal(facts: &Facts, vendor: &Vendor) -> FigureTable {
    let text = facts.text;
    let offer = &vendor.proposal;
    if !offer.is_there() {
        return FigureTable::default();
    }
    let notes = [&offer.understanding_note, "", &offer.contingency_note, ""];
    let names = [
        text.vendors.understanding,
        text.vendors.staffing,
        text.vendors.contingency,
        text.vendors.transparency,
    ];
    let mut rows: Vec<Vec<String>> = names
        .iter()
        .zip(offer.marks())
        .zip(notes)
        .map(|((name, mark), note)| {
            let mark = mark.map_or_else(|| format::MISSING.to_owned(), |mark| mark.to_string());
            vec![(*name).to_owned(), mark, note.to_owned()]
        })
        .collect();
    let amount = |price: Option<Money>| match price {
        None => format::MISSING.to_owned(),
        Some(_) if facts.project.selection.scores_locked.is_none() => text.vendors.covered.to_owned(),
        Some(price) => format::money(price, facts.project.profile.currency),
    };
    rows.extend([
        vec![text.vendors.base_price.to_owned(), amount(offer.price(Tier::Base)), offer.not_included.clone()],
        vec![
            text.offers.value_added_price.to_owned(),
            amount(offer.price(Tier::ValueAdded)),
            offer.value_added.clone(),
        ],
        vec![text.offers.total_price.to_owned(), amount(offer.total_price()), String::new()],
    ]);
    table(&[text.offers.aspect, text.vendors.offer, text.vendors.note], rows)
}

/// Lists the lines of the offer.
fn offer(facts: &Facts, vendor: &Vendor) -> Option<Chapter> {
    let text = &facts.text.costs;
    let money = |amount: Option<Money>| match amount {
        None => format::MISSING.to_owned(),
        Some(amount) => format::money(amount, facts.project.profile.currency),
    };
    let rows = vendor.proposal.offer.iter().map(|line| {
        let quantity = format!("{} {}", format::number_or_missing(line.quantity, 2), line.unit);
        vec![
            line.name.clone(),
            (text.tier)(line.tier).to_owned(),
            (text.billing)(line.billing).to_owned(),
            role_name(&facts.project.team, line.role),
            quantity.trim().to_owned(),
            money(line.unit_price),
            money(line.amount()),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let heads = [
        text.line_name,
        text.tier_label,
        text.billing_label,
        text.role,
        text.quantity,
        text.unit_price,
        text.amount,
    ];
    (!rows.is_empty()).then(|| Chapter {
        step: Task::Proposals,
        title: text.offer_head,
        lead: String::new(),
        known: Known::new(),
        table: table(&heads, rows),
    })
}

/// Lists what the vendor costs as a whole, and the side costs entered for it alone; who is out has only these.
fn total_cost(facts: &Facts, vendor: &Vendor) -> Option<Chapter> {
    let text = &facts.text.costs;
    let (selection, profile) = (&facts.project.selection, &facts.project.profile);
    let own = &vendor.proposal;
    let amount = |value: Money| format::money(value, profile.currency);
    let percent = |bp: u32| format!("{} %", format::number(f64::from(bp) / 100.0, 2));
    let months = term(profile);
    let owned = selection.owned(months, facts.today).into_iter().find(|row| row.vendor == vendor.id);
    let Some(owned) = owned else {
        let known = vec![
            (text.own_transition, own.transition.map(amount).unwrap_or_default()),
            (text.own_exit, own.exit.map(amount).unwrap_or_default()),
            (text.own_rework, own.rework_bp.map(percent).unwrap_or_default()),
        ];
        let is_said = known.iter().any(|(_, value)| !value.is_empty());
        return is_said.then(|| Chapter {
            step: Task::Proposals,
            title: text.total_head,
            lead: text.of_own.to_owned(),
            known,
            table: FigureTable::default(),
        });
    };
    let fees = amount(Money(owned.cost.fees));
    let of_own = |is_own: bool| if is_own { text.of_own } else { "" };
    let how = |part: Part| match part {
        Part::Fees => format!("{} × {months} + {}", amount(owned.monthly), amount(owned.once)),
        Part::Selection => String::new(),
        Part::Transition => of_own(own.transition.is_some()).to_owned(),
        Part::Governance => format!("{fees} × {}", percent(selection.side_costs.governance_bp)),
        Part::Rework => {
            let said = format!("{fees} × {} {}", percent(owned.rework_bp), of_own(own.rework_bp.is_some()));
            said.trim_end().to_owned()
        }
        Part::Tools => format!("{} × {months}", amount(selection.side_costs.tools.unwrap_or_default())),
        Part::Exit => of_own(own.exit.is_some()).to_owned(),
    };
    let line =
        |part: &Part| vec![(text.part)(*part).to_owned(), amount(Money(owned.cost.part(*part))), how(*part)];
    let mut rows: Vec<_> = Part::ALL.iter().map(line).collect();
    rows.push(vec![text.total.to_owned(), amount(Money(owned.cost.total())), String::new()]);
    let is_assumed = profile.months != Some(months);
    let said = [text.term.to_owned(), (text.months)(months)].into_iter();
    let said = said.chain(is_assumed.then(|| text.months_assumed.to_owned()));
    Some(Chapter {
        step: Task::Proposals,
        title: text.total_head,
        lead: said.collect::<Vec<_>>().join(" · "),
        known: Known::new(),
        table: table(&[facts.text.offers.aspect, text.amount, facts.text.common.how_computed], rows),
    })
}

/// Says how a low price was explained, once it is asked about.
fn explanation(facts: &Facts, vendor: &Vendor) -> Option<Chapter> {
    let (text, common) = (facts.text, &facts.text.common);
    let said = &vendor.proposal.explanation;
    let accepted = said.accepted.map(|is_accepted| if is_accepted { common.yes } else { common.no });
    (*said != Explanation::default()).then(|| Chapter {
        step: Task::Proposals,
        title: text.offers.explanation_head,
        lead: String::new(),
        known: vec![
            (text.offers.asked_on, format::date_or_missing(said.asked)),
            (text.offers.answered_on, format::date_or_missing(said.answered)),
            (text.offers.accepted, accepted.unwrap_or(format::MISSING).to_owned()),
            (text.offers.explanation, said.answer.clone()),
            (text.offers.judged_by, said.judged_by.clone()),
        ],
        table: FigureTable::default(),
    })
}

fn pilot_table(facts: &Facts, vendor: &Vendor) -> FigureTable {
    use crate::ui::ledger::Said;
    let text = facts.text;
    let rows = vendor.pilot.measures.iter().map(|measure| {
        let cells = crate::pages::vendors::pilot::measure_cells(facts.text, measure);
        let words = cells.map(|said| match said {
            Said::Text(words) | Said::Number(words) | Said::Quiet(words) | Said::Tag(_, words) => words,
            _ => String::new(),
        });
        words.to_vec()
    });
    let heads = [
        text.offers.measure,
        text.offers.pilot_target,
        text.offers.pilot_stop,
        text.offers.actual,
        text.vendors.verdict_label,
    ];
    table(&heads, rows.collect())
}
