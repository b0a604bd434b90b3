//! The modules: which vendor carries what of each, and whether the own team could take it over.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::requirements::{Module, Requirements};
use crate::domain::risk::RiskBook;
use crate::domain::risk::dependence::{Ability, Carried, Takeover};
use crate::domain::selection::Selection;
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, Label, field, form};
use crate::pages::list::{Facts, Lines, ledger, use_facts, wanted};
use crate::pages::parts::take_over;
use crate::pages::risk::dependence::whole::{concentration_said, steps_of};
use crate::state::notices::use_notices;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::calculation::Calculation;
use crate::ui::ledger::{Line, Said};
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::TagKind;

const HEADS: [(Label, bool); 5] = [
    (|text| text.dependence.module, false),
    (|text| text.dependence.carried_by, false),
    (|text| text.dependence.effective_column, true),
    (|text| text.dependence.replaceable, false),
    (|text| text.dependence.takeover_column, false),
];

const CARRIED: &[Field<Carried>] = &[
    field!(3 Share share_bp: dependence.share),
    field!(9 Mark(1, 5, Some(|text| text.dependence.replaceable_ends)) replaceable: dependence.replaceable),
];

const TAKEOVER: &[Field<Takeover>] = &[
    field!(3 OneOf(Ability::ALL, dependence.ability) ability: dependence.ability_label),
    field!(3 Whole(3650) days: dependence.days),
    field!(3 Date drilled: dependence.drilled),
    field!(3 Money monthly_cost: dependence.monthly_cost),
    field!(12 Lines note: dependence.takeover_note),
];

/// Shows the section.
pub fn section() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let lines = Lines {
        name: |text| text.dependence.modules_head,
        heads: HEADS.into(),
        ids: workspace.bits::<Module>().into(),
        line: Callback::new(move |bits: u128| line(&facts.get(), Id::fixed(bits))),
        form: Callback::new(|bits: u128| module(Id::fixed(bits))),
    };
    view! {
        <SheetSection number="5.5.1" title=words.s(|t| t.dependence.modules_head)>
            <p class="lead">{words.s(|t| t.dependence.modules_lead)}</p>
            {ledger(lines, None, ().into_any())}
            <div class="actions">{give_all()}</div>
        </SheetSection>
    }
    .into_any()
}

fn line(facts: &Facts, id: Id<Module>) -> Line {
    let text = &facts.text.dependence;
    let dependence = &facts.project.risk.dependence;
    let Some(module) = facts.project.requirements.modules.get(id) else { return Line::default() };
    let carriers = dependence.carriers(id);
    let sum = dependence.carried_bp(id);
    let percent = |share: u32| format::percent(f64::from(share) / 100.0, 0, facts.text.language);
    let vendors = carriers.iter().map(|(vendor, _, share)| {
        format!("{} {}", facts.project.selection.title_of(*vendor), percent(*share))
    });
    let own = 10_000_u32.checked_sub(sum).filter(|own| 0 < *own);
    let own = own.map(|own| format!("{} {}", text.own_team, percent(own)));
    let said: Vec<_> = vendors.chain(own).collect();
    let carried = match sum {
        0 => Said::Quiet(said.join(facts.text.common.list_comma)),
        10_001.. => Said::Tag(TagKind::Problem, (text.too_much)(&percent(sum))),
        _ => Said::Text(said.join(facts.text.common.list_comma)),
    };
    let effective = dependence.of_module(id).map(|found| found.effective);
    let hardest = carriers.iter().filter_map(|(_, carried, _)| carried.replaceable).min();
    Line {
        number: module.clause(),
        cells: vec![
            wanted(facts, &module.name),
            carried,
            Said::Number(format::number_or_missing(effective, 1)),
            Said::Text(hardest.map(|mark| text.words_of(mark).to_owned()).unwrap_or_default()),
            takeover(facts, &dependence.takeover(id), sum),
        ],
        is_wrong: 10_000 < sum,
    }
}

/// Says whether the own team could take a module over of which vendors carry so much.
fn takeover(facts: &Facts, takeover: &Takeover, carried_bp: u32) -> Said {
    let text = &facts.text.dependence;
    let ability = (text.ability)(takeover.ability);
    let said = match takeover.days.filter(|_| matches!(takeover.ability, Ability::Yes | Ability::Partly)) {
        Some(days) => (text.ability_days)(ability, days),
        None => ability.to_owned(),
    };
    match takeover.ability {
        _ if carried_bp == 0 => Said::Quiet(format::MISSING.to_owned()),
        Ability::Unknown => Said::Quiet(said),
        Ability::Yes if !takeover.is_drilled(facts.today) => {
            Said::Tag(TagKind::Due, format!("{said}{}{}", facts.text.common.list_comma, text.undrilled))
        }
        Ability::Yes => Said::Tag(TagKind::Passed, said),
        Ability::Partly => Said::Tag(TagKind::Due, said),
        Ability::No => Said::Tag(TagKind::Problem, said),
    }
}

/// Shows the fields of a module: vendor by vendor, then the own team.
fn module(id: Id<Module>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let clause = move || {
        let modules = &workspace.section_now::<Requirements>().modules;
        modules.get(id).map(|module| module.clause()).unwrap_or_default()
    };
    let vendors = kept(move || {
        let selection = workspace.section::<Selection>();
        selection.vendors.iter().map(|one| (one.id, selection.title_of(one.id))).collect::<Vec<_>>()
    });
    let vendors = live(move || {
        let vendors = vendors.get().into_iter().map(|(vendor, title)| {
            let number = move || {
                let selection = workspace.section_now::<Selection>();
                selection.vendors.get(vendor).map(|one| one.clause()).unwrap_or_default()
            };
            let part = workspace.part(
                move || format!("{} {}", clause(), number()),
                move |book: &RiskBook| book.dependence.carried(id, vendor),
                move |book: &mut RiskBook, carried| book.dependence.set_carried(id, vendor, carried),
            );
            view! { <section class="carrier"><h3><bdi>{title}</bdi></h3>{form(part, CARRIED)}</section> }
        });
        vendors.collect_view()
    });
    let too_much = live(move || {
        let sum = workspace.section::<RiskBook>().dependence.carried_bp(id);
        let text = words.get();
        let said = format::percent(f64::from(sum) / 100.0, 0, text.language);
        (10_000 < sum)
            .then(|| view! { <p class="field-error" role="status">{(text.dependence.too_much)(&said)}</p> })
    });
    let part = workspace.part(
        clause,
        move |book: &RiskBook| book.dependence.takeover(id),
        move |book: &mut RiskBook, takeover| book.dependence.set_takeover(id, takeover),
    );
    view! {
        {vendors}
        {too_much}
        {shared(id)}
        <section class="carrier"><h3>{words.s(|t| t.dependence.takeover_head)}</h3>{form(part, TAKEOVER)}</section>
    }
    .into_any()
}

/// Shows how concentrated a module is, and how that is computed.
fn shared(id: Id<Module>) -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let found = kept(move || {
        let facts = facts.get();
        let dependence = &facts.project.risk.dependence;
        let found = dependence.of_module(id)?;
        let share = |share: u32| format::percent(f64::from(share) / 100.0, 0, facts.text.language);
        let carriers = dependence.carriers(id);
        let rows =
            carriers.iter().map(|(vendor, _, bp)| (facts.project.selection.title_of(*vendor), share(*bp)));
        let said = concentration_said(&facts, &found);
        Some((said, steps_of(facts.text, &found, rows.collect(), facts.text.dependence.of_one)))
    });
    let said = move || live(move || found.with(|found| found.as_ref().map(|(said, _)| said.clone())));
    let computed = Signal::derive(move || found.get().map(|(_, steps)| steps).unwrap_or_default());
    view! {
        <Show when=fact(move || found.with(Option::is_some))>
            <p class="hint">{said()}</p>
            <Calculation label=words.s(|t| t.common.how_computed) steps=computed/>
        </Show>
    }
    .into_any()
}

/// Shows the button by which the chosen vendor carries all modules chosen to go out.
fn give_all() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let notices = use_notices();
    // It is there as long as it would do something.
    let chosen = kept(move || {
        let project = facts.get().project;
        let dependence = &project.risk.dependence;
        let chosen = project.selection.decision.chosen?;
        let mut open = project.requirements.modules.iter().filter(|module| module.chosen);
        open.any(|module| dependence.carriers(module.id).is_empty()).then_some(chosen)
    });
    let label = words.built(move |text| {
        let vendor = chosen.get().map(|id| workspace.section::<Selection>().title_of(id)).unwrap_or_default();
        (text.dependence.give_all)(&vendor)
    });
    let press = move |()| {
        let Some(vendor) = chosen.try_get_untracked().flatten() else { return };
        let step = Step::new(Verb::Set, words.now().dependence.modules_head);
        take_over(workspace, notices, step, |project| {
            let requirements = project.requirements.clone();
            Arc::make_mut(&mut project.risk).dependence.give_all(&requirements, vendor);
        });
    };
    view! {
        <Show when=fact(move || chosen.with(Option::is_some))><Button kind=ButtonKind::Plain label on_press=press/></Show>
    }
    .into_any()
}
