//! What stands beside the main text of a page: menus, notices, forms, contents, links to share it or to go up.

use super::page::Page;
use super::tree::{Id, Tree};

/// Elements within which a header or a footer is that of the part, not of the page.
const PARTS: &[&str] = &["main", "article", "section", "aside", "nav"];

/// Roles of what stands beside the main text.
const ROLES: &[&str] =
    &["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "toolbar", "menu", "menubar", "doc-toc"];

/// Parts of the names that sites give to paths of links.
const PATHS: &[&str] = &["breadcrumb", "crumbs", "kruimelpad", "broodkruimel"];

/// Parts of the names that sites give to notices about cookies.
const COOKIES: &[&str] = &["cookie", "consent"];

/// Where the buttons lead that share a page.
const SHARERS: &[&str] =
    &["facebook.com/share", "twitter.com/share", "twitter.com/intent", "x.com/intent", "linkedin.com/share", "whatsapp", "addthis"];

/// Headings of lists of links that are not of the letter.
const LISTS: &[&str] =
    &["downloads", "download", "zie ook", "lees ook", "meer informatie", "meer weten", "gerelateerd", "deel deze pagina", "delen"];

/// Headings of lists of contents.
const CONTENTS: &[&str] = &["inhoud", "inhoudsopgave", "op deze pagina", "ga direct naar", "snel naar", "table of contents"];

/// What a link to the top of the page says.
const UP: &[&str] =
    &["naar boven", "terug naar boven", "terug naar de inhoudsopgave", "terug naar inhoudsopgave", "top", "back to top", "naar begin"];

/// Whether a node and all in it stand beside the main text; `in_main` is whether it stands in what the page calls that.
pub(super) fn is_aside(page: &Page, id: Id, in_main: bool) -> bool {
    let tree = page.tree;
    let name = tree.name(id);
    if !in_main && !page.is_around_main(id) {
        return true;
    }
    if tree.attribute(id, "role").is_some_and(|role| ROLES.contains(&role)) {
        return true;
    }
    match name {
        "nav" | "aside" | "menu" | "dialog" => true,
        "header" | "footer" => !tree.above(id).any(|id| PARTS.contains(&tree.name(id))),
        "form" => is_form(page, id),
        "button" => !super::shape::opens(tree, id),
        "a" => is_up(page, id) || is_sharer(tree, id),
        "ul" | "ol" => is_contents(page, id) || (page.is_links(id) && heads(page, id, LISTS)),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "p" | "div" | "section" => {
            let list = tree.sibling(id, false).filter(|list| matches!(tree.name(*list), "ul" | "ol"));
            list.is_some_and(|list| (is_contents(page, list) && says(page, id, CONTENTS)) || (page.is_links(list) && says(page, id, LISTS)))
                || (matches!(name, "p" | "div" | "section") && (is_notice(page, id) || is_shared(page, id)))
        }
        _ => false,
    }
}

/// Whether the words of the class, the `id` or the label of an element hold one of `parts`.
fn is_named(tree: &Tree, id: Id, parts: &[&str]) -> bool {
    let names = ["class", "id", "aria-label"].iter().filter_map(|name| tree.attribute(id, name));
    names.map(str::to_lowercase).any(|name| parts.iter().any(|part| name.contains(part)))
}

/// A path of links, or a notice about cookies: a short one with a button, because a letter can be about cookies.
fn is_notice(page: &Page, id: Id) -> bool {
    let tree = page.tree;
    if is_named(tree, id, PATHS) {
        return page.is_little(id);
    }
    is_named(tree, id, COOKIES) && page.is_little(id) && page.some_inside(id).any(|id| matches!(tree.name(id), "button" | "input"))
}

/// A form to search or to say something; some sites put the whole page in one.
fn is_form(page: &Page, id: Id) -> bool {
    let whole = |id| matches!(page.tree.name(id), "h1" | "h2" | "main" | "article" | "details");
    page.is_little(id) && !page.tree.inside(id).any(whole)
}

/// A list of links to what stands on the page itself.
fn is_contents(page: &Page, id: Id) -> bool {
    let tree = page.tree;
    if !page.is_links(id) {
        return false;
    }
    let links: Vec<Id> = page.some_inside(id).filter(|id| tree.name(*id) == "a").collect();
    links.len() > 1 && links.iter().all(|link| page.target(*link).is_some())
}

/// Whether the heading before a list says one of `words`.
fn heads(page: &Page, list: Id, words: &[&str]) -> bool {
    page.tree.sibling(list, true).is_some_and(|heading| says(page, heading, words))
}

/// Whether all that an element says is one of `words`.
fn says(page: &Page, id: Id, words: &[&str]) -> bool {
    let said = page.words(id, 40).to_lowercase();
    words.contains(&said.trim_end_matches([':', '.', ' ']))
}

/// A link to the top of the page, or back to its contents.
fn is_up(page: &Page, id: Id) -> bool {
    page.tree.attribute(id, "href").is_some_and(|href| href.starts_with('#')) && says(page, id, UP)
}

/// A link that shares the page.
fn is_sharer(tree: &Tree, id: Id) -> bool {
    tree.attribute(id, "href").is_some_and(|href| SHARERS.iter().any(|sharer| href.contains(sharer)))
}

/// The line in which links share the page, with what else it says of the page.
fn is_shared(page: &Page, id: Id) -> bool {
    page.bytes(id) < 200 && page.some_inside(id).any(|id| page.tree.name(id) == "a" && is_sharer(page.tree, id))
}
