//! More to explore, as a fragment of its own with the words of all parts: fetched once the model stands.

use content::strings::Strings;
use leptos::prelude::*;
use neck::anatomy::{LISTED, STRUCTURES, Structure};
use neck::camera::VIEWS;
use neck::layers::{Layer, Layers};
use neck::motion::{Movement, limits};

/// What has a label if it is seen, the most telling first; what somebody switches on comes before what is always there.
const LABELS: [&str; 26] = [
    "greater_occipital",
    "vertebral_artery",
    "jugular_vein",
    "common_carotid",
    "upper_trapezius",
    "scm",
    "skull",
    "C7",
    "splenius_capitis",
    "levator_scapulae",
    "C1",
    "rcp_major",
    "oc_inferior",
    "disc_c5c6",
    "C2",
    "semispinalis_capitis",
    "scalene_middle",
    "longus_colli",
    "mandible",
    "hyoid",
    "thyroid_cartilage",
    "scalene_anterior",
    "lesser_occipital",
    "C4",
    "clavicle",
    "scapula",
];

/// The fragment: search, what can be done with the chosen part, depth and layers, two more sliders, the movements with a
/// name, more structures, the eight views; and what goes elsewhere on the page: labels, how long the chosen
/// muscle is, and the buttons for the live model and the whole screen.
#[must_use]
pub fn moves(strings: &Strings) -> String {
    let (layers, ways) = Layers::SWITCHES.split_at(Layers::OWN);
    // What comes and goes stands last.
    let (ways, sides) = ways.split_at(2);
    let view = view! {
        {finder(strings)}
        {group(strings.get("ui.focus"), "parts ways focus", (pressers(strings, ways), hiders(strings), pressers(strings, sides)))}
        <p class="small" data-stretch data-words=stretch(strings)></p>
        <dl class="details" data-details></dl>
        <p class="small soft">{strings.get("ui.often").to_owned()}</p>
        {depth(strings)}
        {group(strings.get("ui.also"), "parts ways", pressers(strings, layers))}
        {slide(strings, "turn", limits::TURN, true)}
        <p class="small soft">{strings.get("ui.turn.plain").to_owned()}</p>
        {slide(strings, "side", limits::SIDE, true)}
        {movements(strings)}
        {groups(strings)}
        {views(strings)}
        {STRUCTURES[..LISTED].iter().map(|structure| words(strings, structure)).collect_view()}
        {LABELS.map(|id| label(strings, id))}
        {offer(strings)}
        {full(strings)}
    };
    view.to_html().replace("<!>", "")
}

/// A slider in whole degrees, with a step to each side. `works`: at once, without
/// waiting for the model.
pub(super) fn slide(
    strings: &Strings,
    name: &'static str,
    (least, most): (f32, f32),
    works: bool,
) -> impl IntoView + use<> {
    let word = |key: &str| strings.get(&["ui.", name, ".", key].concat()).to_owned();
    let words = [&word("level"), strings.get("ui.degrees"), &word("minus"), &word("plus")].join("|");
    let range =
        Range { least: least as i16, most: most as i16, step: 1, value: 0, said: word("level"), words };
    slider(strings, name, range, works)
}

/// How much is peeled away: the skin, then the muscles from the outside in.
fn depth(strings: &Strings) -> impl IntoView + use<> {
    let steps =
        ["skin", "all", "middle", "deep", "bones"].map(|step| strings.get(&["ui.layer.", step].concat()));
    let (least, most) = (Layers::PEEL.0.into(), Layers::PEEL.1.into());
    let (said, words) = (steps[0].to_owned(), steps.join("|"));
    slider(
        strings,
        "layer",
        Range { least, most, step: Layers::STEP.into(), value: least, said, words },
        true,
    )
}

/// What is said of how long the chosen muscle is.
fn stretch(strings: &Strings) -> String {
    ["name", "same", "right", "left", "longer", "shorter"]
        .map(|key| strings.get(&["ui.stretch.", key].concat()))
        .join("|")
}

/// A search among all parts. What is typed stays in its field alone.
fn finder(strings: &Strings) -> impl IntoView + use<> {
    let word = |key: &str| strings.get(key).to_owned();
    view! {
        <div class="finder">
            <label for="neck-find">{word("ui.find.label")}</label>
            <input type="search" id="neck-find" data-find-in placeholder=" " autocomplete="off" autocapitalize="off" spellcheck="false"/>
            <p class="small" data-none hidden>{word("ui.find.none")}</p>
        </div>
    }
}

/// A group of buttons under a name.
pub(super) fn group<V: IntoView>(name: &str, class: &'static str, buttons: V) -> impl IntoView + use<V> {
    let name = name.to_owned();
    view! {
        <div class=class role="group" aria-label=name.clone()>
            <span class="kind" aria-hidden="true">{name.clone()}</span>
            {buttons}
        </div>
    }
}

/// Buttons that stay pressed.
fn pressers(strings: &Strings, among: &'static [&'static str]) -> impl IntoView + use<> {
    let buttons = among.iter().map(|layer| {
        let name = strings.get(&["ui.", layer].concat()).to_owned();
        let pressed = Layers::default().switch(layer) == Some(true);
        let tell = tells(strings, [&["ui.on.", layer].concat(), &["ui.off.", layer].concat()]);
        view! { <button type="button" data-layer=*layer data-tell=tell aria-pressed=pressed.to_string()>{name}</button> }
    });
    buttons.collect_view()
}

/// Takes the chosen part away, and brings all back.
fn hiders(strings: &Strings) -> impl IntoView + use<> {
    let word = |key: &str| strings.get(key).to_owned();
    view! {
        <button type="button" data-act="hide" data-tell=tells(strings, ["ui.hide.done", "ui.hide.none"])>{word("ui.hide.name")}</button>
        <button type="button" data-act="all" data-tell=tells(strings, ["ui.all.done", "ui.all.first"]) hidden>{word("ui.all.name")}</button>
    }
}

/// For who saves data on a weak machine; it goes where the page says why there are drawings only.
fn offer(strings: &Strings) -> impl IntoView + use<> {
    let word = |key: &str| strings.get(key).to_owned();
    view! {
        <span class="offer" data-offer hidden>{word("ui.offer.why")}" "<button type="button" data-act="live">{word("ui.offer.show")}</button></span>
    }
}

/// The explainer alone on the whole screen, where browsers can; it goes beside the button that opens more.
fn full(strings: &Strings) -> impl IntoView + use<> {
    let words = tells(strings, ["ui.tools.full", "ui.tools.back"]);
    view! { <button type="button" class="open full live" data-act="full" data-words=words hidden>{strings.get("ui.tools.full").to_owned()}</button> }
}

/// What is said when something is done, and when it is undone or cannot be done.
fn tells(strings: &Strings, keys: [&str; 2]) -> String {
    keys.map(|key| strings.get(key)).join("|")
}

/// The numbers of a slider, and its words.
struct Range {
    least: i16,
    most: i16,
    step: i16,
    value: i16,
    said: String,
    /// From which the edge takes what it says of any other value.
    words: String,
}

fn slider(strings: &Strings, name: &'static str, range: Range, works: bool) -> impl IntoView + use<> {
    let word = |key: &str| strings.get(&["ui.", name, ".", key].concat()).to_owned();
    let id = format!("neck-{name}");
    let said = format!("neck-{name}-said");
    let step = |act: &'static str, icon: &'static str| {
        view! { <button type="button" class="step" data-act=act aria-label=word(act) disabled=!works><span class=icon aria-hidden="true"></span></button> }
    };
    view! {
        <div class="slide live">
            <div class="head">
                <label for=id.clone()>{word("label")}</label>
                // No output: the slider speaks for itself, and of what moves it by other ways something else is told.
                <span id=said>{range.said.clone()}</span>
            </div>
            <div class="ctl">
                {step("less", "i i-minus")}
                <input
                    class="range"
                    type="range"
                    id=id
                    name=name
                    min=range.least.to_string()
                    max=range.most.to_string()
                    step=range.step.to_string()
                    value=range.value.to_string()
                    aria-valuetext=range.said
                    data-words=range.words
                    autocomplete="off"
                    disabled=!works
                />
                {step("more", "i i-plus")}
            </div>
        </div>
    }
}

fn movements(strings: &Strings) -> impl IntoView + use<> {
    let word = |key: &str| strings.get(key).to_owned();
    let buttons = Movement::ALL.map(|movement| {
        let part = |part: &str| word(&["move.", movement.id(), ".", part].concat());
        view! { <button type="button" data-movement=movement.id() data-plain=part("plain") aria-pressed="false">{part("name")}</button> }
    });
    view! {
        {group(strings.get("move.label"), "parts ways", buttons.collect_view())}
        <p class="small soft">{word("move.note")}</p>
        <p class="said" data-said aria-live="polite"></p>
    }
}

/// What the page's own list does not have, group by group, with its words.
fn groups(strings: &Strings) -> impl IntoView + use<> {
    let groups = [
        ("ui.outer", "parts of-muscle ways", Layer::Outer),
        ("ui.middle", "parts of-muscle ways", Layer::Middle),
        ("ui.deep", "parts of-muscle ways", Layer::Deep),
        ("ui.ligaments", "parts of-ligament ways", Layer::Ligaments),
        ("ui.nerves", "parts of-nerve ways", Layer::Nerves),
        ("ui.vessels", "parts of-vessel ways", Layer::Vessels),
        ("ui.trunk", "parts of-bone ways", Layer::Skeleton),
        ("ui.rest", "parts of-bone ways", Layer::Regions),
        ("ui.skin", "parts of-skin ways", Layer::Skin),
    ];
    let groups = groups.map(|(title, class, layer)| {
        let of = STRUCTURES[LISTED..].iter().filter(|structure| structure.layer == layer);
        let buttons = of.map(|structure| button(strings, structure)).collect_view();
        group(strings.get(title), class, buttons)
    });
    groups.collect_view()
}

fn button(strings: &Strings, structure: &Structure) -> impl IntoView + use<> {
    let word = |part: &str| strings.get(&["s.", structure.id, part].concat()).to_owned();
    view! {
        <button type="button" data-structure=structure.id data-name=word(".name") data-plain=word(".plain") data-find=word(".find") aria-pressed="false">
            {word(".short")}
        </button>
    }
}

/// Words for a button that stands in the page itself.
fn words(strings: &Strings, structure: &Structure) -> impl IntoView + use<> {
    let word = |part: &str| strings.get(&["s.", structure.id, part].concat()).to_owned();
    view! { <i hidden data-structure=structure.id data-name=word(".name") data-plain=word(".plain") data-find=word(".find")></i> }
}

/// For the eye alone; it goes to the stage.
fn label(strings: &Strings, id: &'static str) -> impl IntoView + use<> {
    let words = strings.get(&["s.", id, ".short"].concat()).to_owned();
    view! { <div class="tag" data-label=id aria-hidden="true" hidden><span>{words}</span></div> }
}

fn views(strings: &Strings) -> impl IntoView + use<> {
    let word = |key: &str| strings.get(key).to_owned();
    let sizes = ["larger", "smaller", "whole", "close"]
        .map(|size| strings.get(&["look.size.", size].concat()))
        .join("|");
    let buttons = VIEWS.map(|(view, ..)| {
        let part = |part: &str| word(&["look.", view, part].concat());
        view! { <button type="button" data-view=view data-tell=part(".said")>{part(".name")}</button> }
    });
    view! {
        {group(strings.get("look.label"), "parts ways", buttons.collect_view())}
        <p class="small soft" id="neck-keys" data-sizes data-tell=sizes>{word("look.keys")}</p>
    }
}
