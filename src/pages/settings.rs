//! Settings of the app and of a project.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::language::Language;
use crate::domain::money::Currency;
use crate::domain::performance::GradeScheme;
use crate::domain::profile::{BusinessType, Origin, Profile};
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::pages::form::controls::Control;
use crate::pages::form::{Field, bind, field, form, labelled, wide};
use crate::routes::Route;
use crate::state::library::files::SAMPLES;
use crate::state::library::use_library;
use crate::state::notices::{Notice, use_notices};
use crate::state::part::{Bindable, Part};
use crate::state::place;
use crate::state::preferences::{Theme, use_preferences};
use crate::state::row::Bound;
use crate::state::workspace::use_workspace;
use crate::ui::button::Button;
use crate::ui::live::{Show, fact, live};
use crate::ui::sheet::{Sheet, SheetSection};

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// Shows what the user prefers on this device.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let words = use_words();
    let preferences = use_preferences();
    fn chosen<E: Copy + PartialEq + Send + Sync + 'static>(
        all: &'static [E],
        value: Signal<E>,
        set: impl Fn(E) + Send + Sync + 'static,
    ) -> Bound<usize> {
        let place = move || all.iter().position(|known| *known == value.get()).unwrap_or(0);
        let choose = move |place: usize| {
            if let Some(chosen) = all.get(place) {
                set(*chosen);
            }
        };
        Bound { value: Signal::derive(place), set: Callback::new(choose) }
    }
    let language =
        chosen(&LANGUAGES, preferences.language(), move |language| preferences.set_language(language));
    let theme = chosen(&Theme::ALL, preferences.theme(), move |theme| preferences.set_theme(theme));
    let shortcuts =
        Bound { value: preferences.shortcuts(), set: Callback::new(move |on| preferences.set_shortcuts(on)) };
    view! {
        <Sheet title=words.s(|t| t.frame.app_settings)>
            <div class="fields lead-fields">
                {wide(4, labelled(|t| t.settings.language_label, Control::OneOf(language, |_| vec!["中文", "English"]), None))}
                {wide(4, labelled(|t| t.settings.theme_label, Control::OneOf(theme, |t| t.settings.theme_names.to_vec()), None))}
                {wide(12, labelled(|t| t.settings.shortcuts_label, Control::Tick(shortcuts), None))}
            </div>
            <SheetSection number="" title=words.s(|t| t.settings.storage_head)><p>{words.s(|t| t.settings.storage_body)}</p></SheetSection>
        </Sheet>
    }
}

const PARTIES: &[Field<Profile>] = &[
    field!(12 Line name: settings.project_name else start.name_missing),
    field!(4 Line client.name: settings.client_name),
    field!(4 Line client.time_zone: settings.time_zone),
    field!(4 Line client.language: settings.work_language),
    field!(4 Line vendor.name: settings.vendor_name),
    field!(4 Line vendor.time_zone: settings.time_zone),
    field!(4 Line vendor.language: settings.work_language),
];

const FRAME: &[Field<Profile>] = &[
    field!(4 OneOf(BusinessType::ALL, common.business) business: settings.business),
    field!(4 Date start: settings.start),
    field!(4 Whole(240) months: settings.months),
    field!(4 OneOf(Currency::ALL, settings.currency_name) currency: settings.currency),
    field!(4 Money budget_low: settings.budget_low),
    field!(4 Money budget_high: settings.budget_high),
    field!(4 Line decider: settings.decider),
    field!(12 Lines reason: settings.reason),
];

const SCALES: &[Field<Profile>] =
    &[field!(6 OneOf(GradeScheme::ALL, settings.scheme) scales.grade_scheme: settings.grade_scheme)];

/// Shows what the project is, and its scales.
#[component]
pub fn ProjectSettingsPage() -> impl IntoView {
    let words = use_words();
    let (workspace, notices) = (use_workspace(), use_notices());
    let library = use_library();
    let section = Part::new(
        move || Profile::clone(&workspace.section::<Profile>()),
        move |field, asked| {
            let step = Step { verb: Verb::Settings, ..Step::typing("", field) };
            workspace.edit(step, |profile: &mut Profile| asked(profile));
        },
    );
    // The line has always a value, so emptying the field leaves it where it was.
    let tolerance = section.bind(
        "tolerance",
        |profile: &Profile| Some(u32::from(profile.scales.tolerance)),
        |profile: &mut Profile, line: Option<u32>| {
            if let Some(line) = line {
                profile.scales.tolerance = line.clamp(1, 25) as u8;
            }
        },
    );
    let budget_turned = live(move || {
        let profile = workspace.section::<Profile>();
        let is_turned = profile.budget_low.zip(profile.budget_high).is_some_and(|(low, high)| high < low);
        let turned = words.get().settings.budget_turned;
        is_turned.then(|| view! { <p class="field-error">{turned}</p> })
    });
    let origin = move || workspace.section::<Profile>().origin;
    let reset = move |()| {
        spawn_local(async move {
            for name in SAMPLES {
                if library.reset_sample(name).await {
                    return;
                }
            }
            notices.show(Notice::NotLoaded);
        });
    };
    view! {
        <Sheet title=words.s(|t| t.frame.project_settings)>
            <SheetSection number="7.1" title=words.s(|t| t.settings.parties_head)>{form(section, PARTIES)}</SheetSection>
            <SheetSection number="7.2" title=words.s(|t| t.settings.frame_head)>{form(section, FRAME)}{budget_turned}</SheetSection>
            <SheetSection number="7.3" title=words.s(|t| t.settings.scales_head)>
                <div class="fields">
                    {wide(6, labelled(|t| t.settings.tolerance, Control::Whole(tolerance, 25), None))}
                    {SCALES.iter().map(|field| wide(field.width, labelled(field.label, bind(section, field), None))).collect_view()}
                </div>
                <p class="hint">{words.s(|t| t.settings.tolerance_hint)}</p>
            </SheetSection>
            <SheetSection number="7.4" title=words.s(|t| t.settings.file_head)>
                <div class="actions">
                    <Button label=words.s(|t| t.frame.save_action) on_press=move |()| library.save_file()/>
                    <a class="button" href=Route::Import.href()>{words.s(|t| t.frame.import_title)}</a>
                    <Button label=words.s(|t| t.frame.print_action) on_press=move |()| place::print()/>
                    <Show when=fact(move || origin() == Origin::Sample)><Button label=words.s(|t| t.settings.reset_action) on_press=reset/></Show>
                </div>
            </SheetSection>
        </Sheet>
    }
}
