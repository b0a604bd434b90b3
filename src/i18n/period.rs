//! Names of periods. Every page names one in the same way; what is not called after the calendar year says so.

use crate::domain::language::Language;
use crate::domain::period::{Cycle, Parting, Period};
use crate::i18n::format;

/// Names a period of calendar years: `Jul 2026`, `2026 Q3`, `2026 H2`.
#[must_use]
pub fn name(period: Period, language: Language) -> String {
    name_in(period, Parting::default(), language)
}

/// Names a period in years that may begin in any month: `FY2026 Q3`.
#[must_use]
pub fn name_in(period: Period, parting: Parting, language: Language) -> String {
    let (year, place) = parting.place(period);
    let said = match (language, parting.is_fiscal()) {
        (Language::Zh, false) => format!("{year} 年"),
        (Language::Zh, true) => format!("{year} 财年"),
        (Language::En, false) => year.to_string(),
        (Language::En, true) => format!("FY{year}"),
    };
    let first = period.first;
    match (period.cycle, language) {
        // A month is called alike in every year.
        (Cycle::Month, Language::Zh) => format!("{} 年 {} 月", first.year(), first.month()),
        (Cycle::Month, Language::En) => {
            format!("{} {}", format::month_short(first.month(), language), first.year())
        }
        (Cycle::Quarter, Language::Zh) => format!("{said}第 {place} 季度"),
        (Cycle::HalfYear, Language::Zh) => format!("{said}{}半年", if place == 1 { "上" } else { "下" }),
        (_, Language::En) => format!("{said} {}", letter(period, place)),
    }
}

/// Names a period where little room is: in charts and columns, in both languages: `2026-07`, `2026 Q3`.
#[must_use]
pub fn short(period: Period) -> String {
    let (year, place) = Parting::default().place(period);
    match period.cycle {
        Cycle::Month => period.first.to_string(),
        Cycle::Quarter | Cycle::HalfYear => format!("{year} {}", letter(period, place)),
    }
}

/// Names a period below an axis, with two digits of its year: `26-07`, `26 Q3`.
#[must_use]
pub fn tick(period: Period, parting: Parting) -> String {
    let (year, place) = parting.place(period);
    match period.cycle {
        Cycle::Month => format!("{:02}-{:02}", period.first.year().rem_euclid(100), period.first.month()),
        Cycle::Quarter | Cycle::HalfYear => {
            format!("{:02} {}", year.rem_euclid(100), letter(period, place))
        }
    }
}

/// Writes the months of a period inside a line that says the year: `Jul`, `Jul–Sep`.
#[must_use]
pub fn months(period: Period, language: Language) -> String {
    let [first, last] =
        [period.first, period.last()].map(|month| format::month_short(month.month(), language));
    match period.cycle {
        Cycle::Month => first,
        Cycle::Quarter | Cycle::HalfYear => format::range(&first, &last, language),
    }
}

fn letter(period: Period, place: u8) -> String {
    let kind = if period.cycle == Cycle::HalfYear { 'H' } else { 'Q' };
    format!("{kind}{place}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::period::Month;
    use crate::domain::scale::Bounded;

    #[test]
    fn a_period_is_named_by_its_year_and_its_place_in_it() {
        let may = Month::parse("2027-05").unwrap();
        let all = |say: &dyn Fn(Period) -> String| Cycle::ALL.map(|cycle| say(cycle.around(may)));
        assert_eq!(
            all(&|period| name(period, Language::Zh)),
            ["2027 年 5 月", "2027 年第 2 季度", "2027 年上半年"]
        );
        assert_eq!(all(&|period| name(period, Language::En)), ["May 2027", "2027 Q2", "2027 H1"]);
        assert_eq!(all(&short), ["2027-05", "2027 Q2", "2027 H1"]);
        assert_eq!(all(&|period| months(period, Language::En)), ["May", "Apr–Jun", "Jan–Jun"]);
        assert_eq!(all(&|period| tick(period, Parting::default())), ["27-05", "27 Q2", "27 H1"]);
    }

    #[test]
    fn a_year_that_begins_in_another_month_is_told_by_its_name() {
        let parting = Parting { cycle: Cycle::Quarter, first_month: Bounded::clamped(7) };
        let period = parting.around(Month::parse("2027-05").unwrap());
        assert_eq!(name_in(period, parting, Language::En), "FY2026 Q4");
        assert_eq!(name_in(period, parting, Language::Zh), "2026 财年第 4 季度");
        assert_eq!(tick(period, parting), "26 Q4");
    }
}
