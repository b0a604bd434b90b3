//! What the columns of a table of figures hold.

use leptos::prelude::*;

use crate::domain::collaboration::history::columns::DateOrder;
use crate::domain::performance::Performance;
use crate::domain::performance::expression::Expression;
use crate::domain::register::Item;
use crate::exchange::readings::Decimal;
use crate::exchange::readings::mapping::Column;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::performance::readings::intake::Intake;
use crate::state::workspace::use_workspace;
use crate::ui::live::{kept, live};
use crate::ui::picks::SelectField;

/// Shows what was taken in and the choices of how it is read.
pub(super) fn mapping(intake: Intake) -> AnyView {
    let words = use_words();
    let got = live(move || {
        let text = &words.get().figures;
        intake.source.with(|source| {
            let source = source.as_ref()?;
            let got = (text.got)(&source.name, source.rows.len() - 1, source.heads().len());
            let turned = source.is_turned.then_some(text.turned);
            let known = source.is_known.then_some(text.remembered);
            Some(view! { <p>{got}" "{turned}" "{known}</p> })
        })
    });
    let heads =
        kept(move || intake.source.with(|source| source.as_ref().map(|source| source.heads().to_vec())));
    let choices = columns();
    let columns = live(move || {
        let heads = heads.get().unwrap_or_default().into_iter().enumerate();
        heads.map(|(at, head)| column(intake, choices, at, head)).collect_view()
    });
    let decimal =
        Signal::derive(move || place(&Decimal::ALL, &intake.mapping.with(|mapping| mapping.decimal)));
    let decimals = Signal::derive(move || {
        numbered(Decimal::ALL.into_iter().map(words.get().figures.decimal).map(str::to_owned))
    });
    let set_decimal = move |code: String| {
        let decimal = chosen(&Decimal::ALL, &code).unwrap_or_default();
        intake.mapping.update(|mapping| mapping.decimal = decimal);
    };
    let order = Signal::derive(move || place(&DateOrder::ALL, &intake.mapping.with(|mapping| mapping.order)));
    let orders = Signal::derive(move || {
        numbered(DateOrder::ALL.into_iter().map(words.get().figures.order).map(str::to_owned))
    });
    let set_order = move |code: String| {
        let order = chosen(&DateOrder::ALL, &code).unwrap_or_default();
        intake.mapping.update(|mapping| mapping.order = order);
    };
    view! {
        {got}
        <h4>{words.s(|t| t.figures.columns_head)}</h4>
        <div class="fields">{columns}</div>
        <div class="fields">
            <div class="w4"><SelectField label=words.s(|t| t.figures.decimal_label) value=decimal options=decimals on_input=set_decimal/></div>
            <div class="w4"><SelectField label=words.s(|t| t.figures.order_label) value=order options=orders on_input=set_order/></div>
        </div>
    }
    .into_any()
}

fn place<T: PartialEq>(all: &[T], one: &T) -> String {
    all.iter().position(|other| other == one).unwrap_or(0).to_string()
}

fn chosen<T: Copy>(all: &[T], code: &str) -> Option<T> {
    all.get(code.parse::<usize>().ok()?).copied()
}

fn numbered(names: impl Iterator<Item = String>) -> Vec<(String, String)> {
    names.enumerate().map(|(place, name)| (place.to_string(), name)).collect()
}

/// Lists what a column can hold, in the order of the choices.
fn columns() -> Signal<Vec<Column>> {
    let workspace = use_workspace();
    Signal::derive(move || {
        let performance = workspace.section::<Performance>();
        let mut columns = vec![Column::Month, Column::Vendor, Column::Kpi, Column::Value];
        for kpi in performance.kpis.iter() {
            columns.push(Column::Reading(kpi.id));
            let names = Expression::parse(&kpi.formula).map(|read| read.names().to_vec()).unwrap_or_default();
            columns.extend(names.into_iter().map(|name| Column::Input(kpi.id, name)));
        }
        columns
    })
}

fn name(text: &Text, performance: &Performance, column: &Column) -> String {
    let kpi =
        |id| performance.kpis.get(id).map(|kpi| format!("{} {}", kpi.clause(), kpi.name)).unwrap_or_default();
    match column {
        Column::Month => text.figures.month.to_owned(),
        Column::Vendor => text.figures.vendor.to_owned(),
        Column::Kpi => text.figures.kpi.to_owned(),
        Column::Value => text.figures.value.to_owned(),
        Column::Reading(id) => (text.figures.reading_of)(&kpi(*id)),
        Column::Input(id, name) => (text.figures.input_of)(&kpi(*id), name),
    }
}

/// Shows the choice of what a column holds. What another column held moves here.
fn column(intake: Intake, columns: Signal<Vec<Column>>, at: usize, head: String) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let label = words.built(move |t| (t.figures.column)(at + 1, head.trim()));
    let value = Signal::derive(move || {
        let held = intake.mapping.with(|mapping| mapping.columns.get(at).cloned().flatten());
        let place = held.and_then(|held| columns.get().iter().position(|column| *column == held));
        place.map(|place| place.to_string()).unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let (text, performance) = (words.get(), workspace.section::<Performance>());
        let names = numbered(columns.get().iter().map(|column| name(text, &performance, column)));
        let none = (String::new(), text.figures.ignored.to_owned());
        std::iter::once(none).chain(names).collect::<Vec<_>>()
    });
    let set = move |code: String| {
        let column = code.parse().ok().and_then(|place: usize| columns.get_untracked().get(place).cloned());
        intake.mapping.update(|mapping| {
            for (other, held) in mapping.columns.iter_mut().enumerate() {
                if other == at {
                    held.clone_from(&column);
                } else if column.is_some() && *held == column {
                    *held = None;
                }
            }
        });
    };
    view! { <div class="w4"><SelectField label value options on_input=set/></div> }.into_any()
}
