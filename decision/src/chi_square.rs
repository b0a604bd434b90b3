//! The upper tail of the chi-square distribution.

/// Returns the probability that a chi-square value of this many degrees of freedom is at least `value`: the regularised
/// incomplete gamma function, by its series below the mean and by Lentz's continued fraction above (Press et al.,
/// Numerical Recipes, section 6.2). 1 for a value of 0 or less.
pub(crate) fn upper_tail(value: f64, degrees_of_freedom: usize) -> f64 {
    let (shape, x) = (degrees_of_freedom as f64 / 2.0, value / 2.0);
    if x <= 0.0 || degrees_of_freedom == 0 {
        return 1.0;
    }
    let front = (shape * x.ln() - x - ln_gamma_of_half(degrees_of_freedom)).exp();
    if x < shape + 1.0 { (1.0 - front * series(shape, x)).max(0.0) } else { front * fraction(shape, x) }
}

const MOST_TERMS: usize = 10_000;

fn series(shape: f64, x: f64) -> f64 {
    let mut term = 1.0 / shape;
    let mut sum = term;
    for n in 1..MOST_TERMS {
        term *= x / (shape + n as f64);
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    sum
}

fn fraction(shape: f64, x: f64) -> f64 {
    let tiny = 1e-300;
    let mut b = x + 1.0 - shape;
    let mut c = 1.0 / tiny;
    let mut d = 1.0 / b;
    let mut product = d;
    for n in 1..MOST_TERMS {
        let a = -(n as f64) * (n as f64 - shape);
        b += 2.0;
        d = 1.0 / (a * d + b);
        c = b + a / c;
        product *= d * c;
        if (d * c - 1.0).abs() < 1e-16 {
            break;
        }
    }
    product
}

/// Returns ln Γ(k/2): from Γ(1/2) = √π or Γ(1) = 1 upwards by Γ(x + 1) = x Γ(x).
fn ln_gamma_of_half(k: usize) -> f64 {
    let start = if k % 2 == 1 { std::f64::consts::PI.ln() / 2.0 } else { 0.0 };
    let first = if k % 2 == 1 { 1 } else { 2 };
    start + (first..k).step_by(2).map(|step| (step as f64 / 2.0).ln()).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_degrees_of_freedom_are_an_exponential() {
        for value in [0.1, 1.0, 3.0, 5.0, 20.0] {
            assert!((upper_tail(value, 2) - (-value / 2.0).exp()).abs() < 1e-14);
        }
        // Tables of the distribution: 3.841 cuts off 5 % at one degree, 18.307 at ten.
        assert!((upper_tail(3.841_458_820_694_124, 1) - 0.05).abs() < 1e-12);
        assert!((upper_tail(18.307_038_053_275_146, 10) - 0.05).abs() < 1e-12);
        assert_eq!(upper_tail(0.0, 3), 1.0);
    }
}
