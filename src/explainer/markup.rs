//! The explainer's markup, written at build time. Its controls are disabled: without script there is nothing they
//! could do. The edge enables them.

use content::strings::Strings;
use leptos::prelude::*;
use neck::anatomy::{FIRST, Kind, LISTED, STRUCTURES, Structure};
use neck::motion::limits;

use super::moves::{group, slide};
use super::{Config, Still};

/// Everything inside the root's one element.
pub(super) fn html(strings: &Strings, config: &Config) -> String {
    let word = |key: &str| strings.get(key).to_owned();
    let view = view! {
        <figure>
            <div class="stage">
                {poster(config, word("ui.poster.alt"))}
                <canvas tabindex="0" role="application" aria-label=word("ui.canvas") hidden></canvas>
                <div class="tag" aria-hidden="true" hidden><span></span></div>
                {tools(strings)}
            </div>
            {(!config.stills.is_empty()).then(|| stills(strings, config))}
            <figcaption class="small soft"><span>{word("ui.caption")}</span>" "<span class="live">{word("ui.hint")}</span></figcaption>
        </figure>
        <p class="small soft" data-note hidden></p>
        <div class="card">
            <p class="chosen" data-selected tabindex="-1"></p>
            <p data-plain>{word("ui.choose")}</p>
            {sheet(strings)}
        </div>
        // Before the controls: whoever comes here by Tab starts the model with it, and the controls lie ahead.
        <div class="more">
            <a class="words-link small" href=config.words.clone()>{word("ui.words")}</a>
            <button type="button" class="open live" data-act="open" aria-expanded="false" disabled>{word("ui.more.open")}<span class="i i-go" aria-hidden="true"></span></button>
        </div>
        {slide(strings, "bend", limits::BEND, false)}
        <div class="moves" data-moves hidden></div>
        {parts(strings, "parts of-head", "ui.head", &STRUCTURES[FIRST..LISTED], Kind::Bone)}
        {parts(strings, "parts of-bone", "ui.bones", &STRUCTURES[..FIRST], Kind::Bone)}
        {parts(strings, "parts of-disc", "ui.discs", &STRUCTURES[..FIRST], Kind::Disc)}
        <p class="away" role="status"></p>
    };
    // No script hydrates what is in here: the marks for it would only be weight.
    view.to_html().replace("<!>", "")
}

/// As high as the stage: `style/explainer.css`. It stands in the first screen, but the text comes first.
const POSTER_SIZES: &str = "(min-width: 48rem) 640px, 40vh";

fn poster(config: &Config, alt: String) -> impl IntoView + use<> {
    let Still { src, width, height } = config.poster.clone();
    // Stills are drawn at twice their CSS pixels.
    let set = [&config.poster_small, &config.poster].map(|one| format!("{} {}w", one.src, 2 * one.width));
    view! {
        <img class="poster" src=src srcset=set.join(", ") sizes=POSTER_SIZES width=width height=height alt=alt
            fetchpriority="low" decoding="async"/>
    }
}

fn picture(still: &Still, alt: String) -> impl IntoView + use<> {
    let Still { src, width, height } = still.clone();
    view! { <img class="still" src=src width=width height=height alt=alt loading="lazy"/> }
}

/// What the card offers while it is a sheet over the text; its style hides it at all other times.
fn sheet(strings: &Strings) -> impl IntoView + use<> {
    let word = |key: &str| strings.get(key).to_owned();
    view! {
        <button type="button" class="next" data-act="next">{word("ui.sheet.next")}<span class="i i-go" aria-hidden="true"></span></button>
        <button type="button" class="tool shut" data-act="shut" aria-label=word("ui.sheet.shut")><span class="i i-plus" aria-hidden="true"></span></button>
    }
}

/// Other sides, for whoever cannot turn the model.
fn stills(strings: &Strings, config: &Config) -> impl IntoView + use<> {
    let pictures = config
        .stills
        .iter()
        .map(|(key, still)| picture(still, strings.get(&["ui.still.", key].concat()).to_owned()));
    view! { <div class="stills">{pictures.collect_view()}</div> }
}

fn tools(strings: &Strings) -> impl IntoView + use<> {
    let tools = [
        ("left", "i i-left"),
        ("right", "i i-right"),
        ("closer", "i i-plus"),
        ("farther", "i i-minus"),
        ("reset", "i i-reset"),
    ];
    let tools = tools.map(|(act, icon)| {
        let name = strings.get(&["ui.tools.", act].concat()).to_owned();
        view! {
            <button type="button" class="tool" data-act=act aria-label=name.clone() title=name.clone() disabled>
                <span class=icon aria-hidden="true"></span>
            </button>
        }
    });
    view! { <div class="tools live" role="group" aria-label=strings.get("ui.tools.label").to_owned()>{tools.collect_view()}</div> }
}

/// One button for every structure of a kind.
fn parts(
    strings: &Strings,
    class: &'static str,
    title: &str,
    among: &[Structure],
    kind: Kind,
) -> impl IntoView + use<> {
    let buttons = among.iter().filter(|structure| structure.kind == kind).map(|structure| {
        let name = strings.get(&["s.", structure.id, ".short"].concat()).to_owned();
        view! { <button type="button" data-structure=structure.id aria-pressed="false" disabled>{name}</button> }
    });
    group(strings.get(title), class, buttons.collect_view())
}
