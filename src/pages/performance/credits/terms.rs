//! The model and its figures.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::performance::Performance;
use crate::domain::performance::credits::charge::{Consequence, PayBand, Step as PointStep, Tier};
use crate::domain::performance::credits::terms::{Assessed, CreditTerms};
use crate::domain::register::Item;
use crate::domain::requirements::protection::PenaltyModel;
use crate::domain::selection::offer::Tier as Service;
use crate::domain::selection::{Selection, Vendor};
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::pages::form::controls::Control;
use crate::pages::form::{Field, field, form, note};
use crate::pages::performance::credits::amount;
use crate::pages::performance::credits::rows::{Rows, rows};
use crate::state::part::Part;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::live::{Kept, Show, fact, kept, live};

/// Takes the terms of the open project as something fields edit.
pub(super) fn terms_part(workspace: Workspace) -> Part<CreditTerms> {
    let words = use_words();
    workspace.part(
        move || words.get().credits.terms_head.to_owned(),
        |section: &Performance| section.credits.clone(),
        |section: &mut Performance, terms| section.credits = terms,
    )
}

/// Makes a field for a whole number that is always there.
macro_rules! always {
    ($width:literal $($field:ident).+, $max:literal, $label:ident) => {
        $crate::pages::form::Field {
            width: $width,
            name: stringify!($($field).+),
            label: |text| text.credits.$label,
            control: |source, name| {
                $crate::pages::form::controls::Control::Whole(
                    source.at(
                        name,
                        |item| Some(u32::from(item.$($field).+)),
                        |item, value| {
                            if let Some(value) = value.and_then(|value| value.try_into().ok()) {
                                item.$($field).+ = value;
                            }
                        },
                    ),
                    $max,
                )
            },
            missing: None,
        }
    };
}
pub(super) use always;

/// Makes a field for a share that is kept in small parts and shown in per cent.
macro_rules! in_percent {
    ($field:ident, $parts:literal, $label:ident) => {
        Field {
            width: 6,
            name: stringify!($field),
            label: |text| text.credits.$label,
            control: |source, name| {
                Control::Between(
                    source.at(
                        name,
                        |item| Some(f64::from(item.$field) / $parts),
                        |item, value| {
                            if let Some(value) = value {
                                item.$field = (value * $parts).round() as u32;
                            }
                        },
                    ),
                    [0.0, 100.0],
                )
            },
            missing: None,
        }
    };
}

const GENERAL: &[Field<CreditTerms>] = &[
    field!(12 OneOf(PenaltyModel::CHOICES, sla.model_name) model: sla.model),
    field!(6 Money fee: |text| text.credits.fee),
    field!(6 Share cap_bp: |text| text.credits.cap),
    field!(12 OneOf(Assessed::ALL, credits.assessed_name) assessed: |text| text.credits.assessed),
];
const AT_RISK: &[Field<CreditTerms>] = &[
    field!(6 Percent at_risk.risk_bp: |text| text.credits.risk),
    Field {
        width: 6,
        name: "at_risk.pool_bp",
        label: |text| text.credits.pool,
        control: |source, name| {
            Control::Between(
                source.at(
                    name,
                    |terms| terms.at_risk.pool_bp.map(|bp| f64::from(bp) / 100.0),
                    |terms, percent| {
                        terms.at_risk.pool_bp = percent.map(|percent| (percent * 100.0).round() as u32);
                    },
                ),
                [0.0, 1000.0],
            )
        },
        missing: None,
    },
];
const ESCALATION: &[Field<CreditTerms>] = &[
    field!(6 Percent escalation.first_bp: |text| text.credits.first),
    always!(6 escalation.window_months, 24, window),
];

static TIERS: Rows<Tier> = Rows {
    name: |text| text.credits.tiers,
    fields: &[
        in_percent!(from_ppm, 10_000.0, tier_from),
        in_percent!(below_ppm, 10_000.0, tier_below),
        field!(4 Percent credit_bp: |text| text.credits.rate),
    ],
    read: |terms| &terms.tiers,
    change: |terms| &mut terms.tiers,
};
static STEPS: Rows<PointStep> = Rows {
    name: |text| text.credits.steps,
    fields: &[always!(6 points, 1000, points), field!(6 Percent credit_bp: |text| text.credits.rate)],
    read: |terms| &terms.steps,
    change: |terms| &mut terms.steps,
};
static REPEATS: Rows<u32> = Rows {
    name: |text| text.credits.repeats,
    fields: &[Field {
        width: 12,
        name: "repeat_bp",
        label: |text| text.credits.rate,
        control: |source, name| Control::Percent(source.at(name, |bp| *bp, |bp, value| *bp = value), 0, 100),
        missing: None,
    }],
    read: |terms| &terms.escalation.repeat_bp,
    change: |terms| &mut terms.escalation.repeat_bp,
};
static BANDS: Rows<PayBand> = Rows {
    name: |text| text.credits.bands,
    fields: &[
        in_percent!(from_milli, 1000.0, band_from),
        field!(4 Percent pay_bp: |text| text.credits.band_pay),
        field!(4 OneOf(Consequence::ALL, credits.consequence) consequence: |text| text.credits.consequence_head),
    ],
    read: |terms| &terms.bands,
    change: |terms| &mut terms.bands,
};

/// Shows the model with its figures.
pub(super) fn terms(vendor: Kept<Option<Id<Vendor>>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let part = terms_part(workspace);
    let model = kept(move || workspace.section::<Performance>().credits.model);
    let about = note(move || Some((words.get().sla.model_note)(model.get()?).to_owned()));
    let figures = live(move || match model.get() {
        None => ().into_any(),
        Some(PenaltyModel::AtRisk) => form(part, AT_RISK),
        Some(PenaltyModel::ShortfallTiers) => rows(&TIERS),
        Some(PenaltyModel::Points) => rows(&STEPS),
        Some(PenaltyModel::Escalation) => view! { {form(part, ESCALATION)}{rows(&REPEATS)} }.into_any(),
        Some(PenaltyModel::PayByScore) => rows(&BANDS),
    });
    let offered = note(move || {
        let text = &words.get().credits;
        let selection = workspace.section::<Selection>();
        let vendor = selection.vendors.get(vendor.get()?)?.clone();
        let has_own = workspace.section::<Performance>().credits.fee.is_some();
        match vendor.proposal.price(Service::Base) {
            Some(fee) => {
                let name = format!("{} {}", vendor.clause(), vendor.name);
                Some((text.fee_offered)(&name, &amount(workspace, fee)))
            }
            None => (!has_own).then(|| text.fee_missing.to_owned()),
        }
    });
    view! {
        <div class="credits-form">
            <p class="hint">{words.s(|t| t.credits.relation)}</p>
            {form(part, GENERAL)}
            {offered}
            {about}
            {figures}
            {usual(workspace, model)}
        </div>
    }
    .into_any()
}

/// Shows the button that puts the usual figures of the model back, while they are others.
fn usual(workspace: Workspace, model: Kept<Option<PenaltyModel>>) -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    let put = |terms: &mut CreditTerms| {
        let usual = CreditTerms::default();
        match terms.model {
            None => (),
            Some(PenaltyModel::AtRisk) => terms.at_risk = usual.at_risk,
            Some(PenaltyModel::ShortfallTiers) => terms.tiers = usual.tiers,
            Some(PenaltyModel::Points) => terms.steps = usual.steps,
            Some(PenaltyModel::Escalation) => terms.escalation = usual.escalation,
            Some(PenaltyModel::PayByScore) => terms.bands = usual.bands,
        }
    };
    let differs = kept(move || {
        let present = workspace.section::<Performance>().credits.clone();
        let mut usual = present.clone();
        put(&mut usual);
        model.get().is_some() && usual != present
    });
    let press = move |()| {
        let step = Step::new(Verb::Set, words.now().credits.terms_head);
        workspace.edit(step, |section: &mut Performance| put(&mut section.credits));
    };
    let button = move || view! { <div class="actions"><Button kind=ButtonKind::Text label=words.s(|t| t.credits.usual) on_press=press/></div> };
    view! { <Show when=fact(move || differs.get() && !read_only.get())>{button()}</Show> }.into_any()
}
