//! More ways to move and to look, as a fragment of its own: whoever only reads need not fetch it.

use content::strings::Strings;
use leptos::prelude::*;
use neck::anatomy::{Kind, STRUCTURES};
use neck::camera::SIDES;
use neck::motion::{Movement, limits};

/// The fragment: two more sliders, the movements with a name, the eight sides.
#[must_use]
pub fn moves(strings: &Strings) -> String {
    let view = view! {
        {slide(strings, "turn", limits::TURN, true)}
        <p class="small soft">{strings.get("ui.turn.plain").to_owned()}</p>
        {slide(strings, "side", limits::SIDE, true)}
        {movements(strings)}
        {muscles(strings)}
        {sides(strings)}
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
    let id = format!("neck-{name}");
    let said = format!("neck-{name}-said");
    let words = [&word("level"), strings.get("ui.degrees"), &word("minus"), &word("plus")].join("|");
    let step = |act: &'static str, icon: &'static str| {
        view! { <button type="button" class="step" data-act=act aria-label=word(act) disabled=!works><span class=icon aria-hidden="true"></span></button> }
    };
    view! {
        <div class="slide live">
            <div class="head">
                <label for=id.clone()>{word("label")}</label>
                <output id=said for=id.clone()>{word("level")}</output>
            </div>
            <div class="ctl">
                {step("less", "i i-minus")}
                <input
                    class="range"
                    type="range"
                    id=id
                    name=name
                    min=least.to_string()
                    max=most.to_string()
                    step="1"
                    value="0"
                    aria-valuetext=word("level")
                    data-words=words
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
        <div class="parts ways" role="group" aria-label=word("move.label")>
            <span class="kind" aria-hidden="true">{word("move.label")}</span>
            {buttons.collect_view()}
        </div>
        <p class="said" data-said aria-live="polite"></p>
    }
}

/// What the page's own list does not have, with its words.
fn muscles(strings: &Strings) -> impl IntoView + use<> {
    let muscles = STRUCTURES.iter().filter(|structure| structure.kind == Kind::Muscle);
    let buttons = muscles.map(|structure| {
        let word = |part: &str| strings.get(&["s.", structure.id, part].concat()).to_owned();
        let name = strings.get(&["ui.short.", structure.id].concat()).to_owned();
        view! {
            <button type="button" data-structure=structure.id data-name=word(".name") data-plain=word(".plain") aria-pressed="false">
                {name}
            </button>
        }
    });
    let title = strings.get("ui.muscles").to_owned();
    view! {
        <div class="parts of-muscle ways" role="group" aria-label=title.clone()>
            <span class="kind" aria-hidden="true">{title.clone()}</span>
            {buttons.collect_view()}
        </div>
        // The card may be out of sight here; what it says is spoken once, from there.
        <p class="said" data-said-too aria-hidden="true"></p>
    }
}

fn sides(strings: &Strings) -> impl IntoView + use<> {
    let word = |key: &str| strings.get(key).to_owned();
    let buttons = SIDES.map(
        |side| view! { <button type="button" data-view=side>{word(&["look.", side].concat())}</button> },
    );
    view! {
        <div class="parts ways" role="group" aria-label=word("look.label")>
            <span class="kind" aria-hidden="true">{word("look.label")}</span>
            {buttons.collect_view()}
        </div>
    }
}
