//! Settings of the app and of a project.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::language::Language;
use crate::domain::money::Currency;
use crate::domain::performance::GradeScheme;
use crate::domain::profile::{BusinessType, Origin, Profile};
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::pages::parts::{area, date, money, money_label, pick, text, whole};
use crate::routes::Route;
use crate::state::library::{SAMPLES, use_library};
use crate::state::place;
use crate::state::preferences::{Theme, use_preferences};
use crate::state::row::Bound;
use crate::state::workspace::use_workspace;
use crate::ui::button::Button;
use crate::ui::live::fact;
use crate::ui::number_field::NumberField;
use crate::ui::picks::Checkbox;
use crate::ui::sheet::{Sheet, SheetSection};

/// Shows what the user prefers on this device.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let words = use_words();
    let preferences = use_preferences();
    const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];
    let language = Bound {
        value: preferences.language(),
        set: Callback::new(move |language| preferences.set_language(language)),
    };
    let theme =
        Bound { value: preferences.theme(), set: Callback::new(move |theme| preferences.set_theme(theme)) };
    let language_name = |language| match language {
        Language::Zh => "中文",
        Language::En => "English",
    };
    let theme_name = move |theme| {
        let text = words.get();
        match theme {
            Theme::Auto => text.settings.theme_auto,
            Theme::Light => text.settings.theme_light,
            Theme::Dark => text.settings.theme_dark,
        }
    };
    view! {
        <Sheet title=words.s(|t| t.settings.app_title)>
            <div class="fields">
                <div class="w4">{pick(words.s(|t| t.settings.language_label), language, &LANGUAGES, language_name)}</div>
                <div class="w4">{pick(words.s(|t| t.settings.theme_label), theme, &Theme::ALL, theme_name)}</div>
                <div><Checkbox label=words.s(|t| t.settings.shortcuts_label) value=preferences.shortcuts() on_input=move |on| preferences.set_shortcuts(on)/></div>
            </div>
            <SheetSection number="" title=words.s(|t| t.settings.storage_head)><p>{words.s(|t| t.settings.storage_body)}</p></SheetSection>
        </Sheet>
    }
}

/// Shows what the project is, and its scales.
#[component]
pub fn ProjectSettingsPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let library = use_library();
    macro_rules! field {
        ($($field:ident).+) => {
            workspace.bind(
                move || Step { verb: Verb::Settings, subject: String::new(), field: Some(stringify!($($field).+)) },
                |profile: &Profile| profile.$($field).+.clone(),
                |profile: &mut Profile, value| profile.$($field).+ = value,
            )
        };
    }
    let business =
        pick(words.s(|t| t.settings.business), field!(business), &BusinessType::ALL, move |business| {
            (words.get().common.business)(business)
        });
    let code = |currency: Currency| match currency {
        Currency::Cny => "CNY ¥",
        Currency::Eur => "EUR €",
        Currency::Gbp => "GBP £",
        Currency::Usd => "USD $",
        Currency::Hkd => "HKD HK$",
        Currency::Sgd => "SGD S$",
    };
    let scheme = move |scheme: GradeScheme| {
        let text = words.get();
        match scheme {
            GradeScheme::CnCommon => text.settings.scheme_cn,
            GradeScheme::CnWithF => text.settings.scheme_f,
            GradeScheme::DeAdvisory => text.settings.scheme_de,
        }
    };
    let tolerance = field!(scales.tolerance);
    let set_tolerance = Callback::new(move |value: Option<f64>| {
        if let Some(value) = value {
            tolerance.set.run(value.round() as u8);
        }
    });
    let origin = move || workspace.section::<Profile>().origin;
    let reset = move |()| {
        spawn_local(async move {
            for name in SAMPLES {
                if library.reset_sample(name).await {
                    break;
                }
            }
        });
    };
    view! {
        <Sheet title=words.s(|t| t.settings.project_title)>
            <SheetSection number="7.1" title=words.s(|t| t.settings.parties_head)>
                <div class="fields">
                    <div>{text(words.s(|t| t.settings.project_name), field!(name))}</div>
                    <div class="w4">{text(words.s(|t| t.settings.client_name), field!(client.name))}</div>
                    <div class="w4">{text(words.s(|t| t.settings.time_zone), field!(client.time_zone))}</div>
                    <div class="w4">{text(words.s(|t| t.settings.work_language), field!(client.language))}</div>
                    <div class="w4">{text(words.s(|t| t.settings.vendor_name), field!(vendor.name))}</div>
                    <div class="w4">{text(words.s(|t| t.settings.time_zone), field!(vendor.time_zone))}</div>
                    <div class="w4">{text(words.s(|t| t.settings.work_language), field!(vendor.language))}</div>
                </div>
            </SheetSection>
            <SheetSection number="7.2" title=words.s(|t| t.settings.frame_head)>
                <div class="fields">
                    <div class="w4">{business}</div>
                    <div class="w4">{date(words.s(|t| t.settings.start), field!(start))}</div>
                    <div class="w4">{whole(words.s(|t| t.settings.months), field!(months), 240.0)}</div>
                    <div class="w4">{pick(words.s(|t| t.settings.currency), field!(currency), &Currency::ALL, code)}</div>
                    <div class="w4">{money(money_label(words, |t| t.settings.budget_low), field!(budget_low))}</div>
                    <div class="w4">{money(money_label(words, |t| t.settings.budget_high), field!(budget_high))}</div>
                    <div class="w4">{text(words.s(|t| t.settings.decider), field!(decider))}</div>
                    <div>{area(words.s(|t| t.settings.reason), field!(reason))}</div>
                </div>
            </SheetSection>
            <SheetSection number="7.3" title=words.s(|t| t.settings.scales_head)>
                <div class="fields">
                    <div class="w6"><NumberField label=words.s(|t| t.settings.tolerance) hint=words.s(|t| t.settings.tolerance_hint) min=1.0 max=25.0
                        value=Signal::derive(move || Some(f64::from(tolerance.value.get())))
                        on_input=set_tolerance/></div>
                    <div class="w6">{pick(words.s(|t| t.settings.grade_scheme), field!(scales.grade_scheme), &GradeScheme::ALL, scheme)}</div>
                </div>
            </SheetSection>
            <SheetSection number="7.4" title=words.s(|t| t.settings.file_head)>
                <div class="actions">
                    <Button label=words.s(|t| t.settings.save_action) on_press=move |()| library.save_file()/>
                    <a class="button" href=Route::Import.href()>{words.s(|t| t.settings.import_action)}</a>
                    <Button label=words.s(|t| t.settings.print_action) on_press=move |()| place::print()/>
                    <Show when=fact(move || origin() == Origin::Sample)><Button label=words.s(|t| t.settings.reset_action) on_press=reset/></Show>
                </div>
            </SheetSection>
        </Sheet>
    }
}
