//! The scene as plain JSON: `{selected, bend, turn, side, layer, movement, hidden, ligaments, nerves, vessels, skin,
//! alone, xray, right, left, camera: {around, above, span, x, y, z}}`. Degrees and millimetres; `x, y, z` from the middle
//! that is there by itself; `layer` from 0, skin and all muscles, to 100, bones; what comes and goes true or false;
//! `skin` wins over a `layer` that contradicts it (0 is all muscles under the skin, 25 all muscles without it);
//! `hidden` a list of ids; `selected` an id, or `ID_r` or `ID_l` for one side of a pair.

use js_sys::{Array, Object, Reflect};
use neck::anatomy::{STRUCTURES, StructureId};
use neck::camera::Camera;
use neck::layers::Layers;
use neck::math::Vec3;
use neck::motion::Movement;
use neck::tissue::Side;
use wasm_bindgen::{JsCast, JsValue};

use crate::explainer::Shown;

pub(super) fn write(shown: &Shown) -> JsValue {
    let selected = shown.selected.map_or(JsValue::NULL, |id| {
        let end = match shown.layers.side().filter(|_| id.is_paired()) {
            Some(Side::Right) => "_r",
            Some(Side::Left) => "_l",
            None => "",
        };
        [id.get().id, end].concat().into()
    });
    let camera = record(&[
        ("around", shown.camera.around.to_degrees().into()),
        ("above", shown.camera.above.to_degrees().into()),
        ("span", shown.camera.span.into()),
        ("x", shown.camera.shift.x.into()),
        ("y", shown.camera.shift.y.into()),
        ("z", shown.camera.shift.z.into()),
    ]);
    let mut rows = vec![
        ("selected", selected),
        ("bend", shown.head.bend.into()),
        ("turn", shown.head.turn.into()),
        ("side", shown.head.side.into()),
        ("layer", shown.layers.peeled.into()),
        ("movement", shown.head.movement.map_or(JsValue::NULL, |movement| movement.id().into())),
        ("camera", camera),
    ];
    let hidden = Array::new();
    for (structure, away) in STRUCTURES.iter().zip(shown.layers.hidden) {
        if away {
            hidden.push(&structure.id.into());
        }
    }
    rows.push(("hidden", hidden.into()));
    rows.extend(Layers::SWITCHES.into_iter().zip(shown.layers.on.map(JsValue::from)));
    record(&rows)
}

/// Changes what the value names rightly; the rest stays.
pub(super) fn read(value: &JsValue, shown: &mut Shown) {
    let selected = get(value, "selected");
    if selected.is_null() {
        shown.selected = None;
    } else if let Some((id, side)) = selected.as_string().as_deref().and_then(StructureId::find_side) {
        shown.selected = Some(id);
        shown.layers.mean(side);
    }
    if let Some(movement) = get(value, "movement").as_string().as_deref().and_then(Movement::find) {
        shown.head.make(Some(movement));
    } else if let Some(degrees) = number(value, "bend") {
        shown.head.bend(degrees as i16);
    }
    if let Some(degrees) = number(value, "turn") {
        shown.head.turn(degrees as i16);
    }
    if let Some(degrees) = number(value, "side") {
        shown.head.side(degrees as i16);
    }
    if let Some(peeled) = number(value, "layer") {
        shown.layers.peel(peeled as i16);
    }
    if let Some(hidden) = get(value, "hidden").dyn_ref::<Array>() {
        shown.layers.hidden = Layers::NONE_HIDDEN;
        for id in hidden.iter().filter_map(|id| StructureId::find(&id.as_string()?)) {
            shown.layers.hide(id, true);
        }
    }
    for name in Layers::SWITCHES {
        if let Some(on) = get(value, name).as_bool() {
            shown.layers.put(name, on);
        }
    }
    let camera = get(value, "camera");
    let part = |name, now: f32, scale: f32| number(&camera, name).map_or(now, |part| part * scale);
    let radians = core::f32::consts::PI / 180.0;
    let shift = shown.camera.shift;
    shown.camera = Camera {
        around: part("around", shown.camera.around, radians),
        above: part("above", shown.camera.above, radians),
        span: part("span", shown.camera.span, 1.0),
        shift: Vec3::new(part("x", shift.x, 1.0), part("y", shift.y, 1.0), part("z", shift.z, 1.0)),
    }
    .held();
}

pub(super) fn record(parts: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in parts {
        // A fresh object takes every key.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// `undefined` where there is no such key, or nothing that has keys.
fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn number(value: &JsValue, name: &str) -> Option<f32> {
    let number = get(value, name).as_f64()? as f32;
    number.is_finite().then_some(number)
}
