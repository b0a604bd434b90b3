//! "What if …": one question at a time, what breaks by it, and where that is mended.

use leptos::prelude::*;

use crate::domain::calendar::zone::Zone;
use crate::domain::collaboration::response::Counting;
use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::profile::Side;
use crate::domain::project::Project;
use crate::domain::risk::dependence::stress::cost::{Cost, NoCost};
use crate::domain::risk::dependence::stress::night::{Reach, instant, next_day_off};
use crate::domain::risk::dependence::stress::{Area, Blow, Outcome, stress};
use crate::domain::selection::Vendor;
use crate::domain::task::Task;
use crate::domain::team::{Role, Team};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::choices;
use crate::pages::list::{Facts, use_facts};
use crate::pages::risk::dependence::broken::{Group, local};
use crate::pages::risk::dependence::first_vendor;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::calculation::{Calculation, Input, Steps};
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::number_field::NumberField;
use crate::ui::picks::{DateField, SelectField};
use crate::ui::sheet::SheetSection;

/// What is asked, as its fields hold it; what is not chosen is what the project suggests.
#[derive(Clone, Copy)]
struct Question {
    /// Which of the four, from 0.
    kind: RwSignal<usize>,
    vendor: RwSignal<Option<u128>>,
    more_percent: RwSignal<Option<f64>>,
    date: RwSignal<Option<chrono::NaiveDate>>,
    hour: RwSignal<Option<f64>>,
    role: RwSignal<Option<u128>>,
}

/// By how many percent a price goes up until something else is asked.
const USUAL_MORE: f64 = 20.0;
/// The hour of the night until something else is asked.
const USUAL_HOUR: f64 = 2.0;

impl Question {
    fn new(workspace: Workspace) -> Self {
        let today = workspace.today();
        let day_off = next_day_off(&workspace.project_now().collaboration, today);
        Self {
            kind: RwSignal::new(0),
            vendor: RwSignal::new(None),
            more_percent: RwSignal::new(Some(USUAL_MORE)),
            date: RwSignal::new(Some(day_off)),
            hour: RwSignal::new(Some(USUAL_HOUR)),
            role: RwSignal::new(None),
        }
    }

    /// Follows which vendor it is about.
    fn vendor(self, facts: &Facts) -> Option<Id<Vendor>> {
        let chosen = self.vendor.get().map(Id::fixed).filter(|id| facts.project.selection.vendors.has(*id));
        chosen.or_else(|| first_vendor(facts))
    }

    /// Follows which role it is about: the one chosen, else the first of the vendor's side.
    fn role(self, facts: &Facts) -> Option<Id<Role>> {
        let team: &Team = &facts.project.team;
        let chosen = self.role.get().map(Id::fixed).filter(|id| team.roles.has(*id));
        let first = || team.roles_of(Side::Vendor).chain(team.roles.iter()).next().map(|role| role.id);
        chosen.or_else(first)
    }

    /// Follows what is asked; nothing while a part of it is missing.
    fn blow(self, facts: &Facts) -> Option<Blow> {
        match self.kind.get() {
            0 => self.vendor(facts).map(Blow::VendorQuits),
            1 => {
                let more = self.more_percent.get()?;
                Some(Blow::PriceUp(self.vendor(facts)?, (more * 100.0).round() as u32))
            }
            2 => {
                let hour = self.hour.get()?.round() as u32;
                instant(&facts.project.collaboration, self.date.get()?, hour).map(Blow::Outage)
            }
            _ => self.role(facts).map(Blow::PersonLeaves),
        }
    }
}

/// Shows the section.
pub fn section() -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let workspace = use_workspace();
    let question = Question::new(workspace);
    let answered = kept(move || {
        let facts = facts.get();
        let blow = question.blow(&facts)?;
        let outcome = stress(&facts.project, blow, facts.today);
        let cost = outcome.cost.and_then(Result::ok).map(|cost| steps(&facts, cost));
        Some((Answer::of(&facts, blow, &outcome), cost))
    });
    let said = live(move || {
        let said = answered.with(|answered| answered.as_ref().map(|(answer, _)| answer.said.clone()));
        said.into_iter().flatten().map(|said| view! { <p>{said}</p> }).collect_view()
    });
    let shown = live(move || {
        let (text, project) = (words.get(), workspace.id());
        answered.with(|answered| answered.as_ref().map(|(answer, _)| answer.show(text, project)))
    });
    let has_cost =
        move || answered.with(|answered| answered.as_ref().is_some_and(|(_, cost)| cost.is_some()));
    let computed = Signal::derive(move || answered.with(|answered| answered.clone()?.1).unwrap_or_default());
    view! {
        <SheetSection number="5.5.4" title=words.s(|t| t.dependence.stress_head)>
            {fields(question)}
            <div class="stress">
                <div role="status">{said}</div>
                <Show when=fact(has_cost)><Calculation label=words.s(|t| t.common.how_computed) steps=computed/></Show>
                {shown}
            </div>
        </SheetSection>
    }
    .into_any()
}

fn fields(question: Question) -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let kinds = Signal::derive(move || {
        let blows = words.get().dependence.blows.into_iter().enumerate();
        blows.map(|(place, blow)| (place.to_string(), blow.to_owned())).collect::<Vec<_>>()
    });
    let kind = Signal::derive(move || question.kind.get().to_string());
    let set_kind = move |code: String| question.kind.set(code.parse().unwrap_or_default());
    let vendors = Signal::derive(move || {
        as_options(choices::<Vendor>(&facts.get().project, |vendor| vendor.name.clone()))
    });
    let vendor = Signal::derive(move || code(question.vendor(&facts.get()).map(|id| id.bits())));
    let set_vendor = move |code: String| question.vendor.set(code.parse().ok());
    let roles = Signal::derive(move || {
        let project = facts.get().project;
        let name = |role: &Role| match role.person.trim() {
            "" => role.name.clone(),
            person => format!("{person}, {}", role.name),
        };
        as_options(choices::<Role>(&project, name))
    });
    let role = Signal::derive(move || code(question.role(&facts.get()).map(|id| id.bits())));
    let set_role = move |code: String| question.role.set(code.parse().ok());
    let more = live(move || {
        match question.kind.get() {
        0 => view! { <div class="w6"><SelectField label=words.s(|t| t.dependence.which_vendor) value=vendor options=vendors on_input=set_vendor/></div> }.into_any(),
        1 => view! {
            <div class="w6"><SelectField label=words.s(|t| t.dependence.which_vendor) value=vendor options=vendors on_input=set_vendor/></div>
            <div class="w2"><NumberField label=words.s(|t| t.dependence.more_percent) value=question.more_percent on_input=move |more| question.more_percent.set(more) min=0.0 max=1000.0/></div>
        }
        .into_any(),
        2 => view! {
            <div class="w3"><DateField label=words.s(|t| t.dependence.on_date) value=question.date on_input=move |date| question.date.set(date)/></div>
            <div class="w2"><NumberField label=words.s(|t| t.dependence.at_hour) value=question.hour on_input=move |hour| question.hour.set(hour) min=0.0 max=23.0/></div>
        }
        .into_any(),
        _ => view! { <div class="w6"><SelectField label=words.s(|t| t.dependence.which_role) value=role options=roles on_input=set_role/></div> }.into_any(),
    }
    });
    view! {
        <div class="fields">
            <div class="w4"><SelectField label=words.s(|t| t.dependence.blow_label) value=kind options=kinds on_input=set_kind/></div>
            {more}
        </div>
    }
    .into_any()
}

fn code(bits: Option<u128>) -> String {
    bits.map(|bits| bits.to_string()).unwrap_or_default()
}

fn as_options(choices: Vec<(u128, String)>) -> Vec<(String, String)> {
    choices.into_iter().map(|(bits, name)| (bits.to_string(), name)).collect()
}

/// The answer in words, drawn anew only where it differs.
#[derive(Clone, Debug, PartialEq)]
struct Answer {
    /// What was walked, what it costs, and how much breaks.
    said: Vec<String>,
    /// Who is asked, after how long, when, and whether they are there: the role, its holder and three cells.
    reach: Vec<[String; 5]>,
    /// The zone of the times.
    zone: Option<&'static str>,
    /// What breaks, by area.
    groups: Vec<Group>,
}

impl Answer {
    fn of(facts: &Facts, blow: Blow, outcome: &Outcome) -> Self {
        let text = &facts.text.dependence;
        let count = match outcome.breaks.len() {
            0 => text.holds.to_owned(),
            count => (text.breaks)(count),
        };
        let cost = outcome.cost.map(|cost| cost_said(facts, cost));
        let said = walked(facts, blow, outcome).into_iter().chain(cost).chain([count]).collect();
        let zone = Counting::of(&facts.project.collaboration).zone();
        Self {
            said,
            reach: outcome.reach.iter().map(|one| reached(facts, one)).collect(),
            zone: zone.filter(|_| !outcome.reach.is_empty()).map(Zone::name),
            groups: outcome.by_area().iter().map(|(area, breaks)| Group::of(facts, *area, breaks)).collect(),
        }
    }

    fn show(&self, text: &'static Text, project: Id<Project>) -> AnyView {
        let groups = self.groups.iter().map(|group| group.show(text, project)).collect_view();
        let text = &text.dependence;
        let rows = self.reach.iter().cloned().map(|[role, holder, after, at, there]| {
            view! { <tr><th scope="row"><bdi>{role}</bdi>" "<small><bdi>{holder}</bdi></small></th><td>{after}</td><td>{at}</td><td>{there}</td></tr> }
        });
        let rows = rows.collect_view();
        let heads = text.reach_columns.map(|head| view! { <th scope="col">{head}</th> });
        let table = self.zone.map(|zone| {
            view! {
                <div class="scroll" tabindex="0" role="region" aria-label=text.reach_columns[0]>
                    <table class="table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
                </div>
                <p class="hint">{(text.time_by)(zone)}</p>
            }
        });
        view! { {table}{groups} }.into_any()
    }
}

/// Says who is asked in an outage, after how long, when, and whether they are there.
fn reached(facts: &Facts, one: &Reach) -> [String; 5] {
    let text = &facts.text.dependence;
    let after = match one.minutes {
        0 => text.at_once.to_owned(),
        minutes => format::minutes(minutes, facts.text.language),
    };
    let role = facts.project.team.roles.get(one.role);
    let at = one.at.map_or_else(|| format::MISSING.to_owned(), |at| local(facts, at));
    let (name, person) = role.map(|role| (role.name.clone(), role.person.clone())).unwrap_or_default();
    let there = if one.at.is_some() { (text.there)(one.is_there) } else { text.never_reached };
    [name, person, after, at, there.to_owned()]
}

/// Says what was walked: how many roles fall away, and how many tasks that touches.
fn walked(facts: &Facts, blow: Blow, outcome: &Outcome) -> Option<String> {
    let text = &facts.text.dependence;
    match blow {
        Blow::VendorQuits(vendor) if !facts.project.serves(vendor) => Some(text.not_serving.to_owned()),
        Blow::PersonLeaves(role) if !outcome.lost.contains(&role) => Some(text.several_hold.to_owned()),
        Blow::VendorQuits(_) | Blow::PersonLeaves(_) => {
            let tasks = outcome.breaks.iter().filter(|one| one.area() == Area::Raci);
            Some((text.tasks_said)(outcome.lost.len(), outcome.n_tasks, tasks.count()))
        }
        Blow::PriceUp(..) | Blow::Outage(_) => None,
    }
}

fn cost_said(facts: &Facts, cost: Result<Cost, NoCost>) -> String {
    let text = &facts.text.dependence;
    let money = |amount| format::money(amount, facts.project.profile.currency);
    match cost {
        Ok(cost) => {
            let vendor = facts.project.selection.title_of(cost.paid_to);
            let (month, year) = (cost.more_a_month(), cost.more_a_year());
            let [size, yearly] = [month, year].map(|amount| money(Money(amount.0.saturating_abs())));
            let said = (text.cost_said)(&vendor, &size, &yearly, month < Money(0));
            let once = (cost.once.0 != 0).then(|| (text.cost_once)(&money(cost.once)));
            [Some(said), once].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Err(NoCost::Sealed) => text.sealed.to_owned(),
        Err(NoCost::NoPrice(vendor)) => (text.no_price)(&facts.project.selection.title_of(vendor)),
        Err(NoCost::NoBackup) => text.no_backup_price.to_owned(),
    }
}

fn steps(facts: &Facts, cost: Cost) -> Steps {
    let text = &facts.text.dependence;
    let money = |amount| format::money(amount, facts.project.profile.currency);
    let proposals = facts.link(Task::Proposals, "");
    let input = |name: &str, amount| Input::from(&proposals, (name.to_owned(), money(amount)));
    let formula = format!(
        "{} − {} = {};  {} × 12 = {}",
        money(cost.then),
        money(cost.now),
        money(cost.more_a_month()),
        money(cost.more_a_month()),
        money(cost.more_a_year())
    );
    let inputs = vec![input(text.cost_now, cost.now), input(text.cost_then, cost.then)];
    Steps { rule: text.cost_rule.to_owned(), formula, inputs }
}
