//! The way from the base fee to what is paid, as a picture.

use leptos::prelude::*;

use crate::charts::palette::Palette;
use crate::charts::waterfall::{self, Step};
use crate::domain::money::Money;
use crate::domain::performance::payment::stated::Stated;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::payment::{bare, basis, signed, worded};
use crate::i18n::period::name;
use crate::pages::chart::{Chart, chart};
use crate::pages::performance::payment::Shown;
use crate::state::preferences::use_preferences;
use crate::ui::figure::FigureTable;
use crate::ui::live::{Show, fact, kept};
use crate::ui::sheet::SheetSection;

/// Shows the section.
pub fn figure(shown: Shown) -> AnyView {
    let words = use_words();
    let preferences = use_preferences();
    let way = kept(move || shown.stated.with(|stated| steps(words.get(), stated)));
    let svg = kept(move || {
        let palette = Palette::of(preferences.is_dark());
        way.with(|way| waterfall::draw(way, preferences.is_narrow().get(), palette))
    });
    let caption = words.built(move |text| {
        shown.stated.with(|stated| {
            let payment = worded(stated.payment, stated.currency, text.language);
            (text.payment.chart_caption)(&name(stated.period, text.language), &payment)
        })
    });
    let table = Signal::derive(move || {
        let said = &words.get().payment;
        let currency = shown.stated.with(|stated| stated.currency);
        let row = |step: &Step| vec![step.name.clone(), step.words.clone()];
        FigureTable {
            heads: vec![said.item.to_owned(), (said.amount_in)(currency)],
            rows: way.with(|way| way.iter().map(row).collect()),
        }
    });
    let picture = move || {
        chart(Chart { heading: MaybeProp::derive(|| None), caption, svg: svg.into(), table, wide: false })
    };
    view! {
        <Show when=fact(move || shown.stated.with(|stated| stated.fee.is_some()))>
            <SheetSection number="6.3.4" title=words.s(|t| t.payment.chart_head)>{picture()}</SheetSection>
        </Show>
    }
    .into_any()
}

/// Lists the steps; what comes to nothing is none.
fn steps(text: &'static Text, stated: &Stated) -> Vec<Step> {
    let words = &text.payment;
    let total = |name: &str, amount: Money| Step {
        name: name.to_owned(),
        amount: amount.major(),
        words: bare(amount),
        is_total: true,
    };
    let step = |name: String, amount: Money| Step {
        name,
        amount: amount.major(),
        words: signed(amount),
        is_total: false,
    };
    let credits = stated.lines.iter().map(|line| {
        let name = if line.clause.is_empty() { basis::sum_name(text, line) } else { line.measure.as_str() };
        step(format!("{} {name}", line.clause).trim().to_owned(), Money(-line.credit.0))
    });
    let cut = step(words.cap_cut.to_owned(), Money(stated.sum.0 - stated.credits.0));
    let back = stated.returns.iter().map(|one| {
        step(format!("{} {}", one.clause, (words.returned)(&basis::month(text, one.missed))), one.amount)
    });
    let extras = stated.extras.iter().map(|extra| {
        step(
            format!("{} {}", extra.feature, extra.agreed.what).trim().to_owned(),
            extra.amount.unwrap_or_default(),
        )
    });
    let clamped = step(words.clamped.to_owned(), stated.clamped);
    let between = credits.chain([cut]).chain(back).chain(extras).chain([clamped]);
    let between = between.filter(|step| step.amount != 0.0);
    let first = total(words.base, stated.base());
    let last = total((words.total)(stated.period.cycle), stated.payment);
    std::iter::once(first).chain(between).chain([last]).collect()
}
