//! The links to drawings and prototypes of a feature, one a line.

/// One line of the links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prototype {
    /// An address of the web.
    Link(String),
    /// Words, or an address that a page must not open.
    Words(String),
}

/// Reads the links of a text, one a line.
#[must_use]
pub fn prototypes(text: &str) -> Vec<Prototype> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
    lines.map(|line| if is_link(&line) { Prototype::Link(line) } else { Prototype::Words(line) }).collect()
}

fn is_link(line: &str) -> bool {
    let Some((scheme, rest)) = line.split_once("://") else { return false };
    let is_web = ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    is_web
        && rest.starts_with(|first: char| first.is_alphanumeric() || first == '[')
        && !rest.contains(|letter: char| letter.is_whitespace() || letter.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, is_link: bool) {
        let expected = if is_link { Prototype::Link } else { Prototype::Words };
        assert_eq!(prototypes(&format!("\n {line} ")), [expected(line.to_owned())]);
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        check("https://example.com/flow?id=1#a", true);
        check("HTTP://例子.中国/图", true);
        check("javascript:alert(1)", false);
        check("javascript://example.com/%0aalert(1)", false);
        check("data://x", false);
        check("https://", false);
        check("see https://example.com", false);
        check("https://example.com and more", false);
        check("example.com", false);
    }
}
