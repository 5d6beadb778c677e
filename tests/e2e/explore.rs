//! More to explore: movements with a name, muscles, layers, sides.

use serde_json::json;
use tests::picture::Picture;
use tests::tab::{Key, Size, Tab};
use tests::{Done, ensure, same};

use crate::markup::{self, SELECTED};
use crate::neck::{CANVAS, changed, picture, ready, rest};

/// Two more sliders, movements with a name, eight sides.
pub(crate) async fn moves_and_looks_in_more_ways(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Phone).await?;
    tab.click("clinic-neck [data-act=open]").await?;
    tab.wait("what was asked for", "return document.querySelectorAll('clinic-neck [data-movement]').length === 6 && document.querySelector('clinic-neck [data-act=open]').ariaExpanded === 'true'").await?;
    let scene = |part: &str| format!("return document.querySelector('clinic-neck').scene.{part}");
    // By its name: the chin goes back, the line of sight hardly changes, and the page says what it is.
    tab.click("clinic-neck [data-movement=chin_tuck]").await?;
    tab.wait("the movement", &scene("movement === 'chin_tuck'")).await?;
    same!(tab.js("return [document.querySelector('clinic-neck input[name=bend]').valueAsNumber, document.querySelector('[data-movement=chin_tuck]').ariaPressed, document.querySelector('[data-said]').textContent.length > 20]").await?, json!([-4, "true", true]), "bend, button and words of a chin tuck");
    // A slider speaks for itself, and bending otherwise ends the movement.
    tab.centre("clinic-neck input[name=turn]").await?;
    tab.js("document.querySelector('clinic-neck input[name=turn]').focus({ preventScroll: true })").await?;
    tab.key(Key::Right).await?;
    tab.wait("one degree", &scene("turn === 1")).await?;
    tab.click("clinic-neck .slide:has([name=turn]) [data-act=more]").await?;
    tab.wait("five more", &scene("turn === 6")).await?;
    let told = tab.js("return document.querySelector('clinic-neck [role=status]').textContent").await?;
    ensure!(told.as_str().is_some_and(|told| told.starts_with("6 ")), "a press is told as {told}");
    let said = tab
        .js("return document.querySelector('clinic-neck input[name=turn]').getAttribute('aria-valuetext')")
        .await?;
    ensure!(said.as_str().is_some_and(|said| said.contains('6') && said.contains("left")), "spoken: {said}");
    tab.js("document.querySelector('clinic-neck input[name=bend]').focus({ preventScroll: true })").await?;
    tab.key(Key::Right).await?;
    tab.wait("no named movement any more", &scene("movement === null && document.querySelector('[data-movement=chin_tuck]').ariaPressed === 'false'")).await?;
    tab.click("clinic-neck [data-view=back]").await?;
    tab.wait("the eye behind", &scene("camera.around === 180")).await?;
    tab.centre(CANVAS).await?;
    rest(&tab).await?;
    tab.click("clinic-neck [data-act=reset]").await?;
    tab.wait(
        "all as at first",
        &scene("turn === 0 && document.querySelector('clinic-neck').scene.bend === 0"),
    )
    .await?;
    tab.js("document.querySelector('clinic-neck canvas').focus({ preventScroll: true })").await?;
    let before = picture(&tab).await?;
    tab.write("1").await?;
    changed(&tab, &before, 0.01, "the key for the front").await?;
    markup::calm(&tab).await
}

pub(crate) async fn shows_a_muscle_when_it_is_meant(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    tab.click("clinic-neck [data-act=open]").await?;
    tab.wait("the muscles", "return !!document.querySelector('clinic-neck [data-structure=oc_inferior]')")
        .await?;
    tab.click("clinic-neck [data-view=back]").await?;
    tab.wait("the eye behind", "return document.querySelector('clinic-neck').scene.camera.around === 180")
        .await?;
    tab.js("document.querySelector('clinic-neck').scene = { layer: 100 }").await?;
    rest(&tab).await?;
    let without = red(&picture(&tab).await?);
    tab.click("clinic-neck [data-structure=oc_inferior]").await?;
    tab.wait(
        "its name",
        &format!("return document.querySelector('{SELECTED}').innerText.includes('inferior')"),
    )
    .await?;
    ensure!(tab.text("clinic-neck .card [data-plain]").await?.len() > 20, "nothing is said of the muscle");
    rest(&tab).await?;
    let with = red(&picture(&tab).await?);
    ensure!(without < 1e-4 && with > 5e-4, "red before {without}, after {with}");
    tab.click("clinic-neck [data-structure=oc_inferior]").await?;
    tab.wait("nothing chosen", &format!("return document.querySelector('{SELECTED}').innerText === ''"))
        .await?;
    rest(&tab).await?;
    let after = red(&picture(&tab).await?);
    ensure!(after < 1e-4, "the muscle stays: {after}");
    markup::calm(&tab).await
}

/// Reset leads back to the layers of the beginning too, as it says; what the card told is gone with the next change.
pub(crate) async fn comes_back_with_all_its_layers(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Phone).await?;
    tab.click("clinic-neck [data-act=open]").await?;
    tab.wait("more", "return !!document.querySelector('clinic-neck [name=layer]')").await?;
    let card = |words: &str| {
        format!("return document.querySelector('clinic-neck .card').innerText.includes('{words}')")
    };
    tab.js("document.querySelector('clinic-neck').scene = { layer: 100, nerves: true }").await?;
    tab.click("clinic-neck [data-act=reset]").await?;
    tab.wait("all layers", "const { layer, nerves, skin } = document.querySelector('clinic-neck').scene; return layer === 0 && !nerves && skin").await?;
    tab.wait("it says so", &card("nothing hidden")).await?;
    tab.click("clinic-neck [data-layer=nerves]").await?;
    tab.wait("what is to be done", &card("Tap a part")).await?;
    // By the page round it, too.
    tab.click("clinic-neck [data-act=reset]").await?;
    tab.wait("it says so again", &card("nothing hidden")).await?;
    tab.js("document.querySelector('clinic-neck').scene = { hidden: ['C4'] }").await?;
    tab.wait("what is to be done again", &card("Tap a part")).await?;
    markup::calm(&tab).await
}

pub(crate) async fn lets_go_by_reset_and_escape(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    let selected = "return document.querySelector('clinic-neck').scene.selected";
    for escape in [false, true] {
        tab.click(&markup::button("C4")).await?;
        tab.wait("C4", &format!("{selected} === 'C4'")).await?;
        if escape {
            tab.key(Key::Escape).await?;
        } else {
            tab.click("clinic-neck [data-act=reset]").await?;
        }
        tab.wait("nothing chosen", &format!("{selected} === null")).await?;
    }
    markup::calm(&tab).await
}

/// By any name, by what it is, also with a slip; the words typed stay in their field.
pub(crate) async fn finds_parts_by_any_name(tab: Tab) -> Done {
    let host = ready(&tab, Size::Phone).await?;
    tab.click("clinic-neck [data-act=open]").await?;
    tab.wait("the field", "return !!document.querySelector('clinic-neck [data-find-in]')").await?;
    let left = "return [...document.querySelectorAll('clinic-neck .parts button[data-structure]')].filter((one) => one.checkVisibility()).map((one) => one.dataset.structure)";
    for (typed, found) in [
        // The whole of it, then its heads.
        ("scm", json!(["scm", "scm_sternal", "scm_clavicular"])),
        ("sternocliedo", json!(["scm", "scm_sternal", "scm_clavicular"])),
        ("jugularis", json!(["jugular_vein"])),
        ("cervicis multifidus", json!(["multifidus"])),
        // In the page's own list, and in a group of its own.
        ("jawbone", json!(["mandible"])),
        ("skin", json!(["skin"])),
        // As people say it: where it is, what it is.
        ("base of the skull", json!(["suboccipitals", "occipital_bone"])),
        ("lifts your eyebrows", json!(["frontalis"])),
        ("xyzzy", json!([])),
    ] {
        tab.click("clinic-neck [data-find-in]").await?;
        tab.js("document.querySelector('clinic-neck [data-find-in]').select()").await?;
        tab.write(typed).await?;
        tab.wait(
            typed,
            &format!("const left = (() => {{ {left} }})(); return JSON.stringify(left) === '{found}'"),
        )
        .await?;
        same!(
            tab.shown("clinic-neck [data-none]").await?,
            found == json!([]),
            "whether it says that there is none"
        );
    }
    tab.js("document.querySelector('clinic-neck [data-find-in]').select()").await?;
    tab.write("levator").await?;
    tab.key(Key::Enter).await?;
    tab.wait(
        "the first of them",
        "return document.querySelector('clinic-neck').scene.selected === 'levator_scapulae'",
    )
    .await?;
    // All that is written of it, from the neck in words.
    tab.wait("its nerve", "return document.querySelector('clinic-neck [data-details]').textContent.includes('Musculus levator scapulae')").await?;
    // It is found: the field is empty, all else is back, and what can be done with it comes next.
    let found = "return [document.querySelector('clinic-neck [data-find-in]').value, document.querySelector('clinic-neck [name=turn]').checkVisibility(), document.activeElement.matches('.focus [data-layer=alone]'), document.querySelector('clinic-neck').scene.alone]";
    same!(tab.js(found).await?, json!(["", true, true, false]), "after a search");
    tab.click("clinic-neck [data-layer=alone]").await?;
    tab.wait("it alone", "return document.querySelector('clinic-neck').scene.alone === true").await?;
    // By a press, too.
    tab.click("clinic-neck [data-layer=alone]").await?;
    tab.type_in("clinic-neck [data-find-in]", "jugularis").await?;
    tab.click(&markup::button("jugular_vein")).await?;
    tab.wait("the vein", "return document.querySelector('clinic-neck').scene.selected === 'jugular_vein'")
        .await?;
    same!(tab.js(found).await?, json!(["", true, true, false]), "after a search that ended with a press");
    let trace = tab.js("return location.href + document.title + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)").await?;
    ensure!(
        trace.as_str().is_some_and(|trace| !trace.contains("levator")),
        "what was looked for stays in {trace}"
    );
    ensure!(
        !host.seen().iter().any(|seen| seen.path.contains("levator") || seen.body.contains("levator")),
        "what was looked for travels"
    );
    markup::calm(&tab).await
}

/// A muscle that is longer is lighter and says so, on the side where it is; the label, too.
pub(crate) async fn shows_how_long_a_muscle_is(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    tab.click("clinic-neck [data-act=open]").await?;
    tab.wait("the words", "return !!document.querySelector('clinic-neck [data-stretch]')").await?;
    tab.js("document.querySelector('clinic-neck').scene = { selected: 'levator_scapulae', skin: false, alone: true, camera: { around: 180 } }").await?;
    let said = "return document.querySelector('clinic-neck [data-stretch]').innerText";
    tab.wait("its length", &format!("{said} === 'Length in this model: as at rest.'")).await?;
    rest(&tab).await?;
    let label = "document.querySelector('clinic-neck .tag').innerText.split('\\n').filter(Boolean)";
    same!(tab.js(&format!("return {label}")).await?, json!(["Levator"]), "the label at rest");
    let light = async || -> Done<[f64; 2]> {
        let seen = picture(&tab).await?;
        let (half, height) = (seen.width as f64 / 2.0, seen.height as f64);
        let light = |part: &Picture| {
            let flesh =
                part.pixels.iter().filter(|[r, g, b]| *r > 90 && f64::from(*r) > 1.35 * f64::from(*g.max(b)));
            let (sum, count) =
                flesh.fold((0.0, 0.0), |(sum, count), pixel| (sum + f64::from(pixel[1]), count + 1.0));
            sum / f64::max(count, 1.0)
        };
        Ok([light(&seen.part(0.0, 0.0, half, height)?), light(&seen.part(half, 0.0, half, height)?)])
    };
    let before = light().await?;
    // To the subject's left: the right one gets longer. From behind it is at the right.
    tab.js("document.querySelector('clinic-neck').scene = { side: -30 }").await?;
    tab.wait(
        "both lengths",
        &format!(
            "return /^Length in this model: right \\d+% longer, left \\d+% shorter\\.$/.test((() => {{ {said} }})())"
        ),
    )
    .await?;
    rest(&tab).await?;
    let after = light().await?;
    ensure!(after[1] > before[1] + 8.0 && after[0] < before[0] - 8.0, "before {before:?}, after {after:?}");
    tab.wait("the label", &format!("const lines = {label}; return lines.length === 3 && lines[1].startsWith('right ') && lines[2].endsWith(' shorter')")).await?;
    tab.click("clinic-neck [data-layer=left]").await?;
    tab.wait(
        "one side",
        &format!("return /^Length in this model: \\d+% shorter\\.$/.test((() => {{ {said} }})())"),
    )
    .await?;
    tab.click(&markup::button("C4")).await?;
    tab.wait("nothing of a bone", &format!("{said} === ''")).await?;
    markup::calm(&tab).await
}

/// Alone it is all that is drawn; by X-ray what covers it is there, see-through.
pub(crate) async fn isolates_and_looks_through(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    tab.click("clinic-neck [data-act=open]").await?;
    tab.wait("the buttons", "return !!document.querySelector('clinic-neck [data-layer=alone]')").await?;
    tab.js(
        "document.querySelector('clinic-neck').scene = { selected: 'rcp_major', camera: { around: 180 } }",
    )
    .await?;
    rest(&tab).await?;
    let drawn = |seen: &Picture| {
        let ground = seen.pixels[0];
        let differ =
            seen.pixels.iter().filter(|pixel| pixel.iter().zip(ground).any(|(a, b)| a.abs_diff(b) > 12));
        differ.count() as f64 / seen.pixels.len() as f64
    };
    let with = drawn(&picture(&tab).await?);
    tab.click("clinic-neck [data-layer=alone]").await?;
    tab.wait(
        "pressed",
        "return document.querySelector('clinic-neck [data-layer=alone]').ariaPressed === 'true'",
    )
    .await?;
    rest(&tab).await?;
    let alone = drawn(&picture(&tab).await?);
    ensure!(alone > 1e-4 && alone < with / 4.0, "alone {alone} of {with}");
    tab.click("clinic-neck [data-layer=alone]").await?;
    rest(&tab).await?;
    let before = picture(&tab).await?;
    tab.click("clinic-neck [data-layer=xray]").await?;
    changed(&tab, &before, 0.01, "looking through what covers it").await?;
    ensure!(red(&picture(&tab).await?) > 1e-4, "what is chosen went away");
    markup::calm(&tab).await
}

/// Of a pair one side may be meant: by its name, and by a button that brings it before the eye.
pub(crate) async fn chooses_one_side(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    tab.click("clinic-neck [data-act=open]").await?;
    tab.wait("the buttons", "return !!document.querySelector('clinic-neck [data-layer=left]')").await?;
    tab.js("document.querySelector('clinic-neck').scene = { selected: 'scm_l', layer: 100, skin: false, camera: { around: 0 } }").await?;
    rest(&tab).await?;
    same!(tab.js("return document.querySelector('clinic-neck').scene.selected").await?, "scm_l", "the side");
    // The patient's left is at the right of who looks at the face.
    let halves = |seen: &Picture| -> Done<[f64; 2]> {
        let (half, height) = (seen.width as f64 / 2.0, seen.height as f64);
        Ok([red(&seen.part(0.0, 0.0, half, height)?), red(&seen.part(half, 0.0, half, height)?)])
    };
    let [left, right] = halves(&picture(&tab).await?)?;
    ensure!(right > 1e-3 && left < right / 20.0, "red: {left} at the left, {right} at the right");
    let [both, one] =
        ["[data-structure=scm]", "[data-layer=right]"].map(|of| format!("clinic-neck button{of}"));
    tab.click(&one).await?;
    rest(&tab).await?;
    let scene = tab
        .js("const { selected, camera } = document.querySelector('clinic-neck').scene; return selected + (Math.sin(camera.around * Math.PI / 180) >= -1e-6)")
        .await?;
    same!(scene, "scm_rtrue", "the other side");
    // What has no sides has no button for them.
    tab.click(&both).await?;
    tab.js("document.querySelector('clinic-neck').scene = { selected: 'C4' }").await?;
    tab.wait("no sides", &format!("return document.querySelector('{one}').hidden")).await?;
    markup::calm(&tab).await
}

/// A long name keeps to the side where it fits.
pub(crate) async fn labels_stay_in_the_picture(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Phone).await?;
    tab.click("clinic-neck [data-act=open]").await?;
    tab.wait(
        "all parts",
        "return !!document.querySelector('clinic-neck [data-structure=semispinalis_cervicis]')",
    )
    .await?;
    for around in [66, 150, 210, 330] {
        for id in ["greater_occipital", "upper_trapezius", "semispinalis_cervicis", "skull", "C7"] {
            tab.js(&format!("document.querySelector('clinic-neck').scene = {{ selected: '{id}', camera: {{ around: {around} }} }}")).await?;
            rest(&tab).await?;
            let out = tab.js("const box = document.querySelector('clinic-neck .stage').getBoundingClientRect(), tag = document.querySelector('clinic-neck .tag'), words = tag.querySelector('span').getBoundingClientRect(); return tag.hidden ? 0 : Math.max(box.left - words.left, words.right - box.right)").await?;
            ensure!(
                out.as_f64().is_some_and(|out| out <= 1.0),
                "the label of {id} from {around} leaves the picture by {out} px"
            );
        }
    }
    markup::calm(&tab).await
}

/// Muscles cover what lies under them: they come when they are chosen, with their words, and go again.
pub(crate) async fn peels_the_muscles_layer_by_layer(tab: Tab) -> Done {
    let _host = ready(&tab, Size::Desktop).await?;
    tab.click("clinic-neck [data-act=open]").await?;
    tab.wait("the slider", "return !!document.querySelector('clinic-neck input[name=layer]')").await?;
    rest(&tab).await?;
    // The skin comes off first, and the switch follows.
    let skin = "return [document.querySelector('clinic-neck').scene.layer, document.querySelector('clinic-neck').scene.skin, document.querySelector('clinic-neck [data-layer=skin]').ariaPressed]";
    same!(tab.js(skin).await?, json!([0, true, "true"]), "layer and skin at first");
    let with = picture(&tab).await?;
    tab.click("clinic-neck .slide:has([name=layer]) [data-act=more]").await?;
    tab.wait(
        "the skin off",
        &format!("return JSON.stringify((() => {{ {skin} }})()) === '[25,false,\"false\"]'"),
    )
    .await?;
    rest(&tab).await?;
    ensure!(with.difference(&picture(&tab).await?, 4) > 5e-3, "the skin is still to be seen");
    let mut before = red(&picture(&tab).await?);
    let first = before;
    // One press, one layer less; less and less of the picture is muscle, and in the end none.
    let mut words = Vec::new();
    for layer in [50, 75, 100] {
        tab.click("clinic-neck .slide:has([name=layer]) [data-act=more]").await?;
        tab.wait(
            "the layer",
            &format!("return document.querySelector('clinic-neck').scene.layer === {layer}"),
        )
        .await?;
        rest(&tab).await?;
        let now = red(&picture(&tab).await?);
        ensure!(now < before - 1e-3, "layer {layer}: red {now} after {before}");
        before = now;
        words.push(tab.js("return [document.querySelector('clinic-neck input[name=layer]').getAttribute('aria-valuetext'), document.querySelector('#neck-layer-said').textContent]").await?);
    }
    ensure!(words.iter().all(|said| said[0] == said[1] && said[0] != ""), "spoken and shown: {words:?}");
    words.dedup();
    same!(words.len(), 3, "different words");
    tab.click("clinic-neck [data-layer=skin]").await?;
    tab.wait(
        "the skin over bones",
        &format!("return JSON.stringify((() => {{ {skin} }})()) === '[100,true,\"true\"]'"),
    )
    .await?;
    tab.click("clinic-neck [data-layer=skin]").await?;
    ensure!(before < 1e-4, "muscles stay: {before}");
    tab.js("document.querySelector('clinic-neck').scene = { layer: 25 }").await?;
    rest(&tab).await?;
    let after = red(&picture(&tab).await?);
    ensure!((after - first).abs() < 1e-3, "not all of them are back: {after} of {first}");
    // Nerves and vessels come and go by themselves.
    for name in ["nerves", "vessels"] {
        let without = picture(&tab).await?;
        tab.click(&format!("clinic-neck [data-layer={name}]")).await?;
        tab.wait(name, &format!("return document.querySelector('clinic-neck').scene.{name} && document.querySelector('[data-layer={name}]').ariaPressed === 'true'")).await?;
        rest(&tab).await?;
        let with = picture(&tab).await?;
        ensure!(without.difference(&with, 12) > 5e-4, "{name} are not to be seen");
    }
    markup::calm(&tab).await
}

/// Part of the canvas that is red as a chosen muscle is.
fn red(seen: &Picture) -> f64 {
    let red = seen
        .pixels
        .iter()
        .filter(|[r, g, b, ..]| *r > 120 && u32::from(*r) > 2 * u32::from(*g).max(u32::from(*b)));
    red.count() as f64 / seen.pixels.len() as f64
}
