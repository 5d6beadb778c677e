//! The page's one article, with the explainer beside it and the form after it.

use content::article::{Block, CardKind, Inline, Place, Section, Text, plain};
use content::{Card, Site};
use leptos::prelude::*;
use neck::anatomy::{Kind, StructureId};

use super::phone_href;
use super::visit::Visit;

/// The section that says how to be seen.
const CONTACT: &str = "contact";

/// Everything between header and footer. The roots come as finished markup: they are hydrated apart from this.
#[component]
pub fn Main(
    site: &'static Site,
    neck: String,
    booking: String,
    /// Path of the sheet for what comes after the article.
    later_style: String,
) -> impl IntoView {
    let article = &site.article;
    let holds = |section: &Section, place| section.blocks.contains(&Block::Place(place));
    let explainer = article.sections.iter().find(|section| holds(section, Place::Neck));
    let form = article.sections.iter().find(|section| holds(section, Place::Booking));
    let rest = article
        .sections
        .iter()
        .filter(|section| !holds(section, Place::Neck) && !holds(section, Place::Booking));
    view! {
        <main id="main">
            <article class="page">
                <div class="opening">
                    <h1>{words(site, &article.title)}</h1>
                    <div class="lede">{blocks(site, &article.opening)}</div>
                    <a class="urgent-link" href="#warning-signs">
                        <span class="i i-alert" aria-hidden="true"></span>
                        {site.page.get("open.urgent").to_owned()}
                    </a>
                    <Asked site/>
                </div>
                <section id="neck" aria-label=explainer.map(|section| plain(&section.title))>
                    <div inner_html=neck></div>
                    {explainer.map(|section| view! { <div class="prose">{blocks(site, &section.blocks)}</div> })}
                </section>
                <div class="prose">{rest.map(|section| section_view(site, section)).collect_view()}</div>
            </article>
            <link rel="stylesheet" href=later_style/>
            <Book site booking section=form/>
        </main>
    }
}

/// A patient's four questions, each answered in a line (desktop alone: a phone reads on instead).
#[component]
fn Asked(site: &'static Site) -> impl IntoView {
    let word = |number: u8, part: &str| site.page.get(&format!("ask.{number}.{part}")).to_owned();
    let rows = (1..=4).map(|number| {
        view! {
            <li>
                <a href=word(number, "href")>
                    <b>{word(number, "question")}</b>
                    <span>{word(number, "answer")}</span>
                    <span class="i i-go" aria-hidden="true"></span>
                </a>
            </li>
        }
    });
    view! { <ul class="ask">{rows.collect_view()}</ul> }
}

/// The form, with the signs to call 911 for before it (phone) and beside it (desktop).
#[component]
fn Book(site: &'static Site, booking: String, section: Option<&'static Section>) -> impl IntoView {
    let items = |texts: &'static [Text]| {
        texts.iter().map(|text| view! { <li>{words(site, &text.inlines)}</li> }).collect_view()
    };
    // Its heading says what the card's first line says.
    let card = site.article.card(CardKind::Urgent).map_or(&[][..], |card| &card.blocks);
    let lists = card.iter().skip_while(|block| matches!(block, Block::Paragraph(_)));
    let full = lists.map(|block| block_view(site, block)).collect_view();
    view! {
        <section class="book" id="book" aria-labelledby="booking-title">
            <div>
                <aside class="flags short" aria-labelledby="flags-short">
                    <h2 id="flags-short"><span class="i i-alert" aria-hidden="true"></span>{site.page.get("book.short.title").to_owned()}</h2>
                    <ul>{items(&site.warning.short)}</ul>
                    <p><a href="#warning-signs">{site.page.get("book.short.all").to_owned()}</a></p>
                </aside>
                <div inner_html=booking></div>
                {section.map(|section| view! { <div class="after">{blocks(site, &section.blocks)}</div> })}
            </div>
            <aside class="flags full" aria-labelledby="flags-full">
                <h2 id="flags-full"><span class="i i-alert" aria-hidden="true"></span>{site.page.get("book.full.title").to_owned()}</h2>
                {full}
            </aside>
        </section>
    }
}

fn section_view(site: &'static Site, section: &'static Section) -> impl IntoView {
    // The card of warning signs carries the anchor itself, heading and all.
    let card = section.blocks.iter().find_map(|block| match block {
        Block::Card(card) if card.kind == CardKind::Urgent => Some(card),
        _ => None,
    });
    let title = words(site, &section.title);
    match card {
        Some(card) => view! {
            <section class="flags" id=section.id.clone() aria-labelledby="warning-title">
                <h2 id="warning-title"><span class="i i-alert" aria-hidden="true"></span>{title}</h2>
                {blocks(site, &card.blocks)}
            </section>
            {blocks(site, &section.blocks)}
        }
        .into_any(),
        None => view! {
            <h2 id=section.id.clone()>{title}</h2>
            {blocks(site, &section.blocks)}
            {(section.id == CONTACT).then(|| view! { <Visit site/> })}
        }
        .into_any(),
    }
}

fn blocks(site: &'static Site, blocks: &'static [Block]) -> impl IntoView {
    blocks.iter().map(|block| block_view(site, block)).collect_view()
}

fn block_view(site: &'static Site, block: &'static Block) -> AnyView {
    match block {
        Block::Heading { id, text } => view! { <h3 id=id.clone()>{words(site, text)}</h3> }.into_any(),
        Block::Paragraph(text) => view! { <p>{cited(site, text)}</p> }.into_any(),
        Block::List { ordered, items } => {
            let items = items.iter().map(|item| view! { <li>{cited(site, item)}</li> }).collect_view();
            if *ordered {
                view! { <ol>{items}</ol> }.into_any()
            } else {
                view! { <ul>{items}</ul> }.into_any()
            }
        }
        Block::Card(card) => card_view(site, card),
        Block::Questions(questions) => {
            let rows = questions.iter().map(|row| {
                view! {
                    <details>
                        <summary>{words(site, &row.question)}<span class="i i-go" aria-hidden="true"></span></summary>
                        {row.answer.iter().map(|text| view! { <p>{cited(site, text)}</p> }).collect_view()}
                    </details>
                }
            });
            view! { <div class="faq">{rows.collect_view()}</div> }.into_any()
        }
        Block::Place(Place::Sources) => {
            let words = site.page.get("sources.link").replace("{count}", &site.sources.len().to_string());
            view! { <p><a href=SOURCES>{words}</a></p> }.into_any()
        }
        // These two are placed by the page as a whole.
        Block::Place(Place::Neck | Place::Booking) => ().into_any(),
    }
}

fn card_view(site: &'static Site, card: &'static Card) -> AnyView {
    match card.kind {
        CardKind::Signs(_) => blocks(site, &card.blocks).into_any(),
        CardKind::Note => view! { <aside class="note">{blocks(site, &card.blocks)}</aside> }.into_any(),
        // Shown by the section and by the form.
        CardKind::Urgent | CardKind::UrgentShort => ().into_any(),
    }
}

/// The page of sources: as long as the article's opening, and nobody reads it first.
const SOURCES: &str = "sources/";

/// Words, and small numbers that lead to the sources behind them.
fn cited(site: &'static Site, text: &'static Text) -> impl IntoView {
    let notes = text.notes.iter().map(|note| view! { <a href=format!("{SOURCES}#s{note}")>{*note}</a> });
    let notes = (!text.notes.is_empty()).then(|| view! { <sup class="cite">{notes.collect_view()}</sup> });
    view! { {words(site, &text.inlines)}{notes} }
}

fn words(site: &'static Site, inlines: &'static [Inline]) -> AnyView {
    inlines.iter().map(|inline| word(site, inline)).collect_view().into_any()
}

fn word(site: &'static Site, inline: &'static Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Strong(inner) => view! { <strong>{words(site, inner)}</strong> }.into_any(),
        Inline::Emphasis(inner) => view! { <em>{words(site, inner)}</em> }.into_any(),
        Inline::Link { href, text } => view! { <a href=href.clone()>{words(site, text)}</a> }.into_any(),
        Inline::Phone(text) => {
            view! { <a class="nb" href=phone_href(site)>{words(site, text)}</a> }.into_any()
        }
        Inline::Structure { id, text } => {
            // The words are those of both sides.
            let structure = StructureId::find_side(id).map(|(whole, _)| whole.get());
            let whole = structure.map_or(id.as_str(), |structure| structure.id);
            let kind = structure.map(|structure| colour(structure.kind));
            view! { <a class=kind data-structure=id.clone() href=format!("neck-in-words/#{whole}")>{words(site, text)}</a> }
                .into_any()
        }
    }
}

/// The class that gives a link the colour of its kind, as the explainer's groups have it.
fn colour(kind: Kind) -> &'static str {
    match kind {
        Kind::Bone | Kind::Tooth | Kind::Skin => "of-bone",
        Kind::Disc => "of-disc",
        Kind::Ligament | Kind::Cartilage => "of-ligament",
        Kind::Muscle => "of-muscle",
        Kind::Nerve => "of-nerve",
        Kind::Artery | Kind::Vein => "of-vessel",
    }
}
