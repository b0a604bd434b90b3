//! The half seal where both sides sign, as a picture: on a page it takes the colours of the page, anywhere else its own.

use crate::documents::paper::Signature;
use crate::domain::seal::{STROKES, SealState};

/// Which halves are there: whose signature names somebody.
#[must_use]
pub fn state(sides: &[Signature; 2]) -> SealState {
    let [client, vendor] = sides.each_ref().map(|side| side.person.is_some());
    SealState { client, vendor, outdated: false }
}

/// Draws it as SVG; nothing where nobody confirmed: those who sign on paper bring their own.
#[must_use]
pub fn svg(state: SealState) -> Option<String> {
    let SealState { client, vendor, .. } = state;
    if !client && !vendor {
        return None;
    }
    let missing = |shape: &str| {
        format!(
            "<path class=\"seal-missing\" fill=\"none\" stroke=\"#8A979D\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\" d=\"{shape}\"/>"
        )
    };
    // A picture in a picture shows no more than its own half.
    let half = |from: &str, inner: &str| {
        format!(
            "<svg x=\"{from}\" y=\"0\" width=\"35.2\" height=\"72\" viewBox=\"{from} 0 35.2 72\">{inner}</svg>"
        )
    };
    let left = if client {
        half(
            "0",
            &format!(
                "<path class=\"seal-ground\" fill=\"#BF341F\" d=\"M2 2H70V70H2Z\"/><path class=\"seal-cut\" fill=\"none\" stroke=\"#FFFFFF\" stroke-width=\"4.5\" d=\"{STROKES}\"/>"
            ),
        )
    } else {
        missing("M35 4H4V68H35")
    };
    let right = if vendor {
        half(
            "36.8",
            &format!(
                "<path class=\"seal-frame\" fill=\"none\" stroke=\"#BF341F\" stroke-width=\"4\" d=\"M4 4H68V68H4Z\"/><path class=\"seal-stroke\" fill=\"none\" stroke=\"#BF341F\" stroke-width=\"4.5\" d=\"{STROKES}\"/>"
            ),
        )
    } else {
        missing("M37 4H68V68H37")
    };
    let seam = "<path class=\"seal-seam\" fill=\"none\" stroke=\"#8A979D\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\" d=\"M36 -6V78\"/>";
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"half-seal\" viewBox=\"-1 -7 74 86\" width=\"74\" height=\"86\" aria-hidden=\"true\">{left}{right}{seam}</svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_half_is_that_of_a_side_and_no_seal_stands_where_nobody_confirmed() {
        let side =
            |person: Option<&str>| Signature { person: person.map(str::to_owned), ..Signature::default() };
        let drawn = |client, vendor| svg(state(&[side(client), side(vendor)]));
        assert_eq!(drawn(None, None), None);
        let [left, both] = [drawn(Some("A"), None), drawn(Some("A"), Some("B"))].map(Option::unwrap);
        let count = |text: &str, what: &str| text.matches(what).count();
        assert_eq!(
            (count(&left, "seal-ground"), count(&left, "seal-frame"), count(&left, "seal-missing")),
            (1, 0, 1)
        );
        assert_eq!(
            (count(&both, "seal-ground"), count(&both, "seal-frame"), count(&both, "seal-missing")),
            (1, 1, 0)
        );
    }
}
