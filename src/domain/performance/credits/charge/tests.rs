use proptest::prelude::*;

use super::*;

#[test]
fn two_misses_of_a_fee_at_risk_stop_at_the_cap() {
    let fee = Money(50_000_000);
    let lines = vec![share(fee, &[1200, 6000]), share(fee, &[1200, 5000])];
    let charge = Charge::new(lines, cap(fee, None, Some(1200)));
    assert_eq!((charge.sum, charge.credits), (Money(6_600_000), Money(6_000_000)));
    assert_eq!(cap(fee, Some(1000), Some(1200)), Some(Money(5_000_000)));
    assert_eq!(charge.parts(), [Money(3_272_727), Money(2_727_273)]);
}

#[test]
fn a_repeat_costs_more_and_the_last_rate_stays() {
    let rule = Escalation { first_bp: 500, repeat_bp: vec![1000, 1500], window_months: 6 };
    assert_eq!([0, 1, 2, 9].map(|earlier| rule.rate(earlier)), [500, 1000, 1500, 1500]);
    assert_eq!(Escalation { repeat_bp: Vec::new(), ..rule }.rate(3), 500);
    let months = |texts: &[&str]| texts.iter().map(|text| Month::parse(text).unwrap()).collect::<Vec<_>>();
    let missed = months(&["2025-09", "2025-10", "2026-01", "2026-01", "2026-03", "2026-04"]);
    let march = Month::parse("2026-03").unwrap();
    // The window holds the present month and five before it; each month counts once.
    assert_eq!(earlier_misses(march, 6, &missed), 2);
    assert!(Chronic { count: 3, window_months: 6 }.is_reached(march, &missed));
    assert!(!Chronic { count: 3, window_months: 5 }.is_reached(march, &missed));
}

#[test]
fn an_amount_at_the_top_of_the_range_is_exact() {
    assert_eq!(share(Money::MAX, &[9999, 9999]), Money(9_998_000_100_000));
    assert_eq!(share(Money(-5), &[10_000]), Money(0));
    assert_eq!(priced(2500, Money(200_000)), Money(500_000));
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((0_u32..60, 0_u32..2000), 1..7).prop_map(|steps| {
        let mut credit_bp = 0;
        let mut points = 0;
        let step = |(more, dearer)| {
            points += more;
            credit_bp += dearer;
            Step { points, credit_bp }
        };
        steps.into_iter().map(step).collect()
    })
}

proptest! {
    #[test]
    fn credits_keep_under_the_cap_and_their_parts_add_up(
        lines in prop::collection::vec(0_i64..10_000_000_000, 0..12),
        fee in 0_i64..=Money::MAX.0, cap_bp in prop::option::of(0_u32..20_000),
    ) {
        let cap = cap(Money(fee), cap_bp, None);
        let charge = Charge::new(lines.iter().copied().map(Money).collect(), cap);
        prop_assert!(cap.is_none_or(|cap| charge.credits <= cap) && charge.credits <= charge.sum);
        let parts = charge.parts();
        let all_zero = charge.sum == Money(0);
        prop_assert!(all_zero || total(parts.iter().copied()) == charge.credits);
        prop_assert!(parts.iter().zip(&charge.lines).all(|(part, line)| Money(0) <= *part && part <= line));
    }

    #[test]
    fn what_is_paid_is_never_negative_and_nothing_gets_lost(
        fee in 0_i64..=Money::MAX.0, credits in 0_i64..=Money::MAX.0,
        back in 0_i64..1_000_000_000, added in 0_i64..1_000_000_000,
    ) {
        let found = payable(Money(fee), Money(credits), Money(back), Money(added));
        prop_assert!(Money(0) <= found.payment && Money(0) <= found.clamped);
        prop_assert_eq!(found.payment.0 - found.clamped.0, fee - credits + back + added);
    }

    #[test]
    fn more_points_never_cost_less(steps in steps(), few in 0_u32..300, more in 0_u32..300, fee in 0_i64..=Money::MAX.0) {
        let cost = |points: u32| step_of(&steps, points).map_or(Money(0), |step| share(Money(fee), &[step.credit_bp]));
        prop_assert!(cost(few) <= cost(few + more));
    }

    #[test]
    fn a_share_is_rounded_half_up(fee in 0_i64..=Money::MAX.0, bp in 0_u32..=10_000) {
        let exact = i128::from(fee) * i128::from(bp);
        let twice = 2 * (i128::from(share(Money(fee), &[bp]).0) * 10_000 - exact);
        // Up from the half on, else down: -10 000 < 2 × (rounded − exact) × 10 000 ≤ 10 000.
        prop_assert!(-10_000 < twice && twice <= 10_000, "{}", twice);
    }

    #[test]
    fn one_bad_result_loses_the_earn_back_and_later_ones_do_not_matter(
        reached in prop::collection::vec(any::<bool>(), 0..8), window in 1_usize..5, later in any::<bool>(),
    ) {
        let found = EarnBack::of(window, &reached);
        if found != EarnBack::Pending {
            let mut longer = reached.clone();
            longer.push(later);
            prop_assert_eq!(EarnBack::of(window, &longer), found);
        }
        prop_assert_eq!(found == EarnBack::Lost, reached.iter().take(window).any(|reached| !reached));
    }
}
