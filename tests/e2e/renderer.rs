//! Two renderers, one draw list: the browser's canvas and the reference rasteriser show the same.

use std::sync::LazyLock;

use bake::raster::render;
use neck::anatomy::StructureId;
use neck::asset::Model;
use neck::camera::{Camera, VIEWS};
use neck::draw::{DrawList, Viewport};
use neck::layers::Layers;
use neck::motion::Pose;
use neck::palette::Palette;
use neck::scene::Scene;
use serde_json::{Value, json};
use tests::picture::Picture;
use tests::tab::{Size, Tab};
use tests::weight::WHOLE;
use tests::{Done, Problem, ensure};

use crate::markup;
use crate::neck::{CANVAS, picture, ready, rest};
use crate::trouble::ending_of;

/// The model as it is served.
static MODEL: LazyLock<Done<Model>> = LazyLock::new(|| {
    let file = |attribute: &str| {
        let path = tests::project::dist()?.join("assets").join(ending_of(attribute)?);
        Done::Ok(std::fs::read(path)?)
    };
    Ok(bake::whole(&file("data-model")?, &file("data-rest")?)?)
});

/// Mean difference of a channel, of 255: edges are smoothed in other ways.
const MOST: f64 = 4.0;

/// The canvas alone, without the labels that come and go over it, on whole pixels: between them a browser would scale it.
const BARE: &str =
    "document.styleSheets[0].insertRule('clinic-neck .stage > :not(canvas) { opacity: 0 !important }', 0);
    const stage = document.querySelector('clinic-neck .stage');
    stage.style.height = '336px';
    const top = stage.getBoundingClientRect().top + scrollY;
    stage.style.marginTop = `${Math.ceil(top) - top}px`";

/// The eight standard views of the skeleton, then the skin over muscles and over bones, muscles, nerves and vessels, a choice,
/// ghosts and a pose.
fn scenes() -> Vec<Value> {
    let base = json!({ "selected": null, "bend": 0, "turn": 0, "side": 0, "layer": 100, "ligaments": false, "nerves": false, "vessels": false, "skin": false, "alone": false, "xray": false });
    let with = |changes: Value| {
        let mut scene = base.clone();
        if let (Some(scene), Value::Object(changes)) = (scene.as_object_mut(), changes) {
            scene.extend(changes);
        }
        scene
    };
    let camera =
        |around: f32, above: f32, span: f32| json!({ "around": around, "above": above, "span": span });
    let skeleton = VIEWS.map(|(_, around, above)| with(json!({ "camera": camera(around, above, 352.0) })));
    let soft = [
        json!({ "layer": 0, "skin": true, "camera": camera(66.0, 8.0, 352.0) }),
        json!({ "layer": 100, "skin": true, "camera": camera(0.0, 4.0, 352.0) }),
        json!({ "layer": 25, "camera": camera(66.0, 8.0, 352.0) }),
        json!({ "layer": 75, "nerves": true, "vessels": true, "ligaments": true, "camera": camera(160.0, 6.0, 162.0) }),
        json!({ "layer": 25, "selected": "scm", "turn": 30, "bend": -20, "camera": camera(90.0, 3.0, 352.0) }),
        json!({ "layer": 25, "xray": true, "camera": camera(0.0, 4.0, 352.0) }),
    ];
    skeleton.into_iter().chain(soft.map(with)).collect()
}

pub(crate) async fn canvas_and_native_picture_agree(tab: Tab) -> Done {
    let model = MODEL.as_ref().map_err(Clone::clone)?;
    let _host = ready(&tab, Size::Phone).await?;
    tab.wait("all of the model", WHOLE).await?;
    tab.js(BARE).await?;
    for scene in scenes() {
        tab.js_with("document.querySelector('clinic-neck').scene = arguments[0]", vec![scene]).await?;
        tab.centre(CANVAS).await?;
        rest(&tab).await?;
        let told = tab.js("const canvas = document.querySelector('clinic-neck canvas'); return [document.querySelector('clinic-neck').scene, canvas.width, canvas.height, devicePixelRatio]").await?;
        let seen = picture(&tab).await?;
        let drawn = native(model, &told, seen.ground())?;
        let differs = seen.mean_difference(&drawn);
        println!("{}: {differs:.2} at {}", tab.engine.name(), told[0]);
        ensure!(differs <= MOST, "{differs:.2} of 255 at {told}");
    }
    markup::calm(&tab).await
}

/// What the page shows by its own account, drawn without a browser.
fn native(model: &Model, told: &Value, paper: [u8; 3]) -> Done<Picture> {
    let number = |value: &Value| {
        value.as_f64().map(|number| number as f32).ok_or_else(|| Problem(format!("{value} is no number")))
    };
    let scene = &told[0];
    let camera = &scene["camera"];
    let scene = Scene {
        camera: Camera {
            around: number(&camera["around"])?.to_radians(),
            above: number(&camera["above"])?.to_radians(),
            span: number(&camera["span"])?,
            ..Scene::default().camera
        },
        pose: Pose::from_degrees(number(&scene["bend"])?, number(&scene["turn"])?, number(&scene["side"])?),
        selected: scene["selected"].as_str().and_then(StructureId::find),
        layers: Layers {
            peeled: number(&scene["layer"])? as u8,
            on: Layers::SWITCHES.map(|name| scene[name] == true),
            ..Layers::default()
        },
    };
    let viewport = Viewport { width: number(&told[1])?, height: number(&told[2])?, ratio: number(&told[3])? };
    let (width, height) = (viewport.width as usize, viewport.height as usize);
    let image = render(model, &DrawList::new(&scene, viewport, Palette::LIGHT), width, height).over(paper);
    let pixels = image.pixels.iter().map(|[r, g, b, _]| [*r, *g, *b]).collect();
    Ok(Picture { width, height, pixels })
}
