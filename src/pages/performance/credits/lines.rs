//! What is agreed about each service level.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::performance::Performance;
use crate::domain::performance::credits::terms::{CreditTerms, Level, LineTerms};
use crate::domain::register::Item;
use crate::domain::requirements::protection::PenaltyModel;
use crate::domain::requirements::{Requirements, SlaLine};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::credits::bp;
use crate::i18n::format;
use crate::pages::form::controls::{Control, show};
use crate::pages::form::{Field, bind, field};
use crate::pages::performance::credits::agreed;
use crate::pages::performance::credits::terms::always;
use crate::routes::{Page, Route};
use crate::state::part::{Bindable, Part};
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::live::{Kept, each, kept, live};
use crate::ui::picks::SelectField;

static WITH_ALLOCATION: Field<LineTerms> = Field {
    width: 12,
    name: "allocation_bp",
    label: |text| text.credits.allocation,
    control: |source, name| {
        Control::Percent(
            source.at(name, |line| line.allocation_bp, |line, value| line.allocation_bp = value),
            0,
            200,
        )
    },
    missing: None,
};
static WITH_POINTS: Field<LineTerms> = always!(12 points, 1000, line_points);
static HIGHER: Field<LineTerms> = field!(12 Number higher: |text| text.credits.higher);

/// Says which figures of a line count under the terms.
fn figures(terms: &CreditTerms) -> Vec<&'static Field<LineTerms>> {
    let by_model = match terms.model {
        Some(PenaltyModel::AtRisk) => Some(&WITH_ALLOCATION),
        Some(PenaltyModel::Points) => Some(&WITH_POINTS),
        _ => None,
    };
    let higher = terms.earn_back.agreed && terms.model.is_some_and(|model| model != PenaltyModel::PayByScore);
    by_model.into_iter().chain(higher.then_some(&HIGHER)).collect()
}

/// Shows the lines.
pub(super) fn lines() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    // Which columns there are; the fields are drawn anew only when these change.
    let shape = kept(move || {
        let terms = workspace.section::<Performance>().credits.clone();
        figures(&terms).iter().map(|field| field.name).collect::<Vec<_>>()
    });
    let table = live(move || {
        shape.track();
        let fields = figures(&workspace.section_now::<Performance>().credits);
        let heads =
            fields.iter().map(|field| view! { <th scope="col" class="num">{words.s(field.label)}</th> });
        let heads = heads.collect_view();
        let row = move |bits: u128| row(workspace, Id::fixed(bits), &fields);
        let ids = workspace.ids::<SlaLine>();
        let bits = move || ids.get().into_iter().map(Id::bits).collect();
        view! {
            <table class="table credits-lines">
                <thead><tr>
                    <th scope="col">{words.s(|t| t.credits.line)}</th><th scope="col" class="num">{words.s(|t| t.credits.agreed)}</th>
                    <th scope="col">{words.s(|t| t.credits.said)}</th><th scope="col">{words.s(|t| t.credits.level_head)}</th>{heads}
                </tr></thead>
                <tbody>{each(bits, row)}</tbody>
            </table>
        }
    });
    let sum = live(move || {
        let project = workspace.project();
        let terms = &project.performance.credits;
        let text = words.get();
        let percent = |share| bp(share, text.language);
        let pool = terms.at_risk.pool_bp.map(percent);
        let is_at_risk = terms.model == Some(PenaltyModel::AtRisk);
        is_at_risk.then(|| {
            let sum = percent(terms.allocated(&project));
            view! { <p class="hint">{(text.credits.allocated)(&sum, pool.as_deref())}</p> }
        })
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.s(|t| t.credits.lines_head)>{table}</div>
        {sum}
    }
    .into_any()
}

fn row(workspace: Workspace, id: Id<SlaLine>, fields: &[&'static Field<LineTerms>]) -> AnyView {
    let words = use_words();
    let line = kept(move || {
        workspace.section::<Requirements>().sla.get(id).map(|line| (**line).clone()).unwrap_or_default()
    });
    let part = workspace.part(
        move || line.with(Item::clause),
        move |section: &Performance| section.credits.line(id),
        move |section: &mut Performance, value: LineTerms| {
            if value == LineTerms::default() {
                section.credits.lines.remove(&id);
            } else {
                section.credits.lines.insert(id, value);
            }
        },
    );
    let cells = fields.iter().copied().map(|field| {
        let label = words.built(move |t| format!("{} {}", (field.label)(t), line.with(Item::clause)));
        view! { <td class="credits-figure">{show(label, bind(part, field), MaybeProp::default(), true)}</td> }
    });
    let cells = cells.collect_view();
    let href =
        move || Route::Project(workspace.id(), Page::Task(Task::Sla)).href_to(&line.with(Item::clause));
    let said = live(move || {
        let text = words.get();
        let (penalty, model) = line.with(|line| (line.penalty.clone(), line.penalty_model));
        let penalty = if penalty.trim().is_empty() { format::MISSING.to_owned() } else { penalty };
        view! { <bdi>{penalty}</bdi><span class="hint">{(text.sla.model_name)(model)}</span> }
    });
    view! {
        <tr>
            <th scope="row"><a class="credits-clause" href=href>{live(move || line.with(Item::clause))}</a>" "<bdi>{live(move || line.with(|line| line.measure.clone()))}</bdi></th>
            <td class="num">{live(move || line.with(agreed))}</td>
            <td class="credits-said">{said}</td>
            <td>{level(part, line)}</td>
            {cells}
        </tr>
    }
    .into_any()
}

/// Shows the choice between what the line says and what is said here.
fn level(part: Part<LineTerms>, line: Kept<SlaLine>) -> AnyView {
    let words = use_words();
    let bound =
        part.bind("level", |line| line.level.map(place), |line, chosen| line.level = chosen.and_then(at));
    let value = Signal::derive(move || bound.value.get().map(|place| place.to_string()).unwrap_or_default());
    let options = Signal::derive(move || {
        let text = &words.get().credits;
        // Without a word here the line itself decides.
        let said = line.with(|line| CreditTerms::default().level(line));
        let own = (String::new(), (text.level_said)((text.level)(said)));
        let levels = Level::ALL.iter().map(|one| (place(*one).to_string(), (text.level)(*one).to_owned()));
        std::iter::once(own).chain(levels).collect::<Vec<_>>()
    });
    let label = words.built(move |t| format!("{} {}", t.credits.level_head, line.with(Item::clause)));
    let set = move |code: String| bound.set.run(code.parse().ok());
    view! { <SelectField label value options on_input=set hide_label=true/> }.into_any()
}

fn place(level: Level) -> usize {
    Level::ALL.iter().position(|one| *one == level).unwrap_or(0)
}

fn at(place: usize) -> Option<Level> {
    Level::ALL.get(place).copied()
}
