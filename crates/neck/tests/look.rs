//! Camera, rest and picking.
#![allow(clippy::unwrap_used)]
#![allow(clippy::float_cmp, reason = "at rest a scene is the wanted one to the last bit")]

use neck::anatomy::{Bone, STRUCTURES, StructureId};
use neck::asset::{Mesh, Model, Vertex, set_normals};
use neck::camera::{ABOVE, Camera, SPAN, VIEWS, View};
use neck::draw::{DrawList, Paint, State, Viewport};
use neck::layers::Layers;
use neck::math::{Rigid, Vec3};
use neck::motion::{Pose, displacements};
use neck::palette::Palette;
use neck::pick;
use neck::scene::{Damper, Scene};
use neck::tissue::Side;
use proptest::prelude::*;

const VIEWPORT: Viewport = Viewport { width: 800.0, height: 600.0, ratio: 2.0 };

fn list(scene: &Scene) -> DrawList {
    DrawList::new(scene, VIEWPORT, Palette::LIGHT)
}

proptest! {
    #[test]
    fn never_rolls_and_never_turns_over(around in -50.0_f32..50.0, above in -9.0_f32..9.0, span in -10.0_f32..9000.0) {
        let camera = Camera { around, above, span, ..Camera::view(View::Home) }.held();
        let [right, up, back] = camera.axes();
        prop_assert!(right.y.abs() < 1e-6);
        prop_assert!(up.y > 0.17);
        prop_assert!(right.dot(up).abs() < 1e-5 && up.dot(back).abs() < 1e-5);
        prop_assert!(camera.above.abs() <= ABOVE && (SPAN.0..=SPAN.1).contains(&camera.span));
        // The target is the middle of the picture.
        let [x, y, depth] = list(&Scene { camera, ..Scene::default() }).project(camera.target(&Rigid::IDENTITY));
        prop_assert!((x - 200.0).abs() < 0.1 && (y - 150.0).abs() < 0.1);
        prop_assert!((-1.0..=1.0).contains(&depth));
    }

    /// Whatever the frames are like, it arrives, exactly, and stays.
    #[test]
    fn comes_to_rest(around in -6.0_f32..6.0, above in -1.3_f32..1.3, span in 60.0_f32..300.0, bend in -40.0_f32..40.0, frame in 0.002_f32..0.2) {
        let goal = Scene { camera: Camera { around, above, span, shift: Vec3::new(above * 40.0, span / 9.0, -around) }, pose: Pose::from_degrees(bend, 0.0, 0.0), ..Scene::default() };
        let mut damper = Damper::new(&Scene::default());
        let mut left = 2000;
        while !damper.step(&goal, frame) {
            left -= 1;
            prop_assert!(left > 0, "never rests");
        }
        let seen = damper.scene();
        prop_assert_eq!(seen.camera.around, goal.camera.around);
        prop_assert_eq!(seen.pose, goal.pose);
        prop_assert!((seen.camera.span / span - 1.0).abs() < 1e-5);
        prop_assert!(damper.step(&goal, frame));
    }
}

#[test]
fn coming_nearer_leads_from_the_head_to_the_neck() {
    let home = Camera::view(View::Home);
    // Vertex and the lower end of T1 are in the first picture, C5 in the middle of a near one.
    let whole = list(&Scene::default());
    for y in [268.0, -16.0] {
        let [_, down, _] = whole.project(Vec3::new(5.0, y, 0.0));
        assert!((0.0..300.0).contains(&down), "{y} mm stands at {down} of 300");
    }
    let near = list(&Scene { camera: home.nearer(2.0), ..Scene::default() });
    let [x, y, _] = near.project(Vec3::new(0.0, 42.0, 0.0));
    assert!((x - 200.0).abs() < 40.0 && (y - 150.0).abs() < 40.0, "C5 stands at {x}, {y}");
}

#[test]
fn nonsense_is_held() {
    let camera = Camera {
        around: f32::NAN,
        above: f32::INFINITY,
        span: f32::NAN,
        shift: Vec3::new(f32::NAN, 0.0, f32::INFINITY),
    }
    .held();
    assert_eq!(camera, Camera::view(View::Home));
}

#[test]
fn every_view_is_reached_the_short_way() {
    for view in VIEWS {
        for turned in [-700.0_f32, -10.0, 0.0, 170.0, 361.0] {
            let camera = Camera { around: turned.to_radians(), ..Camera::view(View::Home) };
            let there = camera.from_view(view);
            let around = there.around.to_degrees();
            assert!((around - turned).abs() < 180.1, "{} from {turned}: {around}", view.0);
            let off = (around - view.1 + 1.0).rem_euclid(360.0);
            assert!((0.9..1.1).contains(&off), "{} from {turned}: {around}", view.0);
            assert!((there.above.to_degrees() - view.2).abs() < 0.1);
        }
    }
}

#[test]
fn a_part_comes_to_the_middle_and_fills_the_picture() {
    let (middle, skull) = (Vec3::new(-20.0, 15.0, 30.0), Rigid::IDENTITY);
    for view in [View::Home, View::Back] {
        let camera = Camera::view(view).close_to(middle, 40.0, &skull);
        let list = list(&Scene { camera, ..Scene::default() });
        let [x, y, depth] = list.project(middle);
        assert!((x - 200.0).abs() < 0.1 && (y - 150.0).abs() < 0.1 && (-1.0..=1.0).contains(&depth));
        let [_, top, _] = list.project(middle + Vec3::new(0.0, 40.0, 0.0));
        assert!((5.0..60.0).contains(&top), "its upper end stands at {top} of 300");
        // Going away, and fitting, lead back.
        assert!(camera.nearer(0.1).shift.length() < 1e-3);
        assert!(camera.nearer(0.7).shift.length() < camera.shift.length());
        assert_eq!(camera.fitted(), Camera::view(view));
    }
}

#[test]
fn from_the_right_the_face_looks_to_the_right() {
    let camera = Camera::view(View::Right);
    let target = camera.target(&Rigid::IDENTITY);
    let list = list(&Scene { camera, ..Scene::default() });
    let [x, ..] = list.project(target + Vec3::new(30.0, 0.0, 0.0));
    let [_, y, _] = list.project(target + Vec3::new(0.0, 30.0, 0.0));
    assert!(x > 200.0 && y < 150.0);
    let near = list.project(target + Vec3::new(0.0, 0.0, 30.0))[2];
    assert!(near < list.project(target)[2], "the right side is nearer");
}

/// Forehead and crown, in a picture as a phone has it, beside the buttons at its right edge.
#[test]
fn a_bent_head_stays_in_the_picture() {
    let phone = Viewport { width: 350.0, height: 338.0, ratio: 1.0 };
    for bend in [-50.0, -25.0, 60.0] {
        let pose = Pose::from_degrees(bend, 0.0, 0.0);
        let list = DrawList::new(&Scene { pose, ..Scene::default() }, phone, Palette::LIGHT);
        let skull = displacements(pose)[Bone::Skull as usize];
        for p in [Vec3::new(104.0, 195.0, 0.0), Vec3::new(20.0, 255.0, 0.0), Vec3::new(-75.0, 185.0, 0.0)] {
            let [x, y, _] = list.project(skull.point(p));
            assert!((0.0..306.0).contains(&x) && (0.0..338.0).contains(&y), "{p:?} at {bend}: {x}, {y}");
        }
    }
}

#[test]
fn a_choice_ghosts_the_others_and_is_drawn_last() {
    let id = StructureId::find("disc_c5c6").unwrap();
    let list = list(&Scene { selected: Some(id), ..Scene::default() });
    for (place, state) in list.states.iter().enumerate() {
        assert_eq!(*state == State::Chosen, place == id.index());
    }
    let last = list.passes().last().unwrap();
    assert_eq!((last.state, last.paint), (State::Chosen, Paint::Solid));
    assert!(list.passes().filter(|pass| pass.paint != Paint::FreshDepth).count() <= 10);
}

/// It is away until it is chosen or shown again; nobody can pick it.
#[test]
fn what_is_hidden_is_not_drawn() {
    let (model, near) = (dice(), StructureId::find("C4").unwrap());
    let mut scene = Scene { camera: Camera::view(View::Right), ..Scene::default() };
    scene.layers.hidden[near.index()] = true;
    assert_eq!(list(&scene).states[near.index()], State::Hidden);
    assert_eq!(pick::pick(&model, &list(&scene), 200.0, 150.0), StructureId::find("C3"));
    let chosen = Scene { selected: Some(near), ..scene };
    assert_eq!(list(&chosen).states[near.index()], State::Chosen);
    scene.layers.hidden[near.index()] = false;
    assert_eq!(list(&scene).states[near.index()], State::Plain);
}

/// Contrast of two sRGB colours after WCAG 2.
fn contrast(a: Vec3, b: Vec3) -> f32 {
    let light = |c: Vec3| {
        let part = |x: f32| if x <= 0.04045 { x / 12.92 } else { ((x + 0.055) / 1.055).powf(2.4) };
        0.2126 * part(c.x) + 0.7152 * part(c.y) + 0.0722 * part(c.z) + 0.05
    };
    let (a, b) = (light(a), light(b));
    (a / b).max(b / a)
}

#[test]
fn lines_stand_out_from_the_page() {
    for palette in [Palette::LIGHT, Palette::DARK] {
        assert!(contrast(palette.line, palette.paper) >= 3.0);
        assert!(contrast(palette.ink, palette.paper) >= 7.0);
    }
}

/// A die of this half-width (mm) round a place.
fn die(structure: StructureId, [x, y, z]: [f32; 3], half: f32) -> Mesh {
    let corner = |i: usize| {
        let side = |bit: usize| if i & bit == 0 { -half } else { half };
        Vertex {
            position: [x + side(1), y + side(2), z + side(4)],
            normal: [0; 3],
            occlusion: 255,
            rides: structure.get().bones.unwrap().map(|bone| bone as u16),
            blend: 255,
            fibre: [0; 2],
        }
    };
    let faces: [[u16; 4]; 6] =
        [[0, 4, 6, 2], [1, 3, 7, 5], [0, 1, 5, 4], [2, 6, 7, 3], [0, 2, 3, 1], [4, 5, 7, 6]];
    let mut mesh = Mesh {
        structure,
        vertices: (0..8).map(corner).collect(),
        triangles: faces.iter().flat_map(|f| [[f[0], f[1], f[2]], [f[0], f[2], f[3]]]).collect(),
    };
    set_normals(&mut mesh);
    mesh
}

/// Two dice, one behind the other as seen from the right, in the middle of the picture.
fn dice() -> Model {
    let Vec3 { x, y, .. } = Scene::default().camera.target(&Rigid::IDENTITY);
    let at = |id: &str, z: f32| die(StructureId::find(id).unwrap(), [x, y, z], 8.0);
    Model { meshes: vec![at("C3", -20.0), at("C4", 20.0)] }
}

#[test]
fn the_nearer_one_is_meant() {
    let model = dice();
    let seen = |view| {
        let list = list(&Scene { camera: Camera::view(view), ..Scene::default() });
        pick::pick(&model, &list, 200.0, 150.0).map(|id| STRUCTURES[id.index()].id)
    };
    assert_eq!(seen(View::Right), Some("C4"));
    assert_eq!(seen(View::Left), Some("C3"));
}

/// As it is drawn: what is chosen lies over all else.
#[test]
fn what_is_chosen_is_meant_again() {
    let (model, far) = (dice(), StructureId::find("C3").unwrap());
    let list = list(&Scene { camera: Camera::view(View::Right), selected: Some(far), ..Scene::default() });
    assert_eq!(pick::pick(&model, &list, 200.0, 150.0), Some(far));
    let (middle, radius) = pick::bounds(&dice(), &list, StructureId::find("C4").unwrap()).unwrap();
    assert!((middle.z - 20.0).abs() < 0.1 && (radius - 8.0 * 3.0_f32.sqrt()).abs() < 0.1);
}

#[test]
fn a_finger_may_miss_by_a_little() {
    let model = dice();
    let list = list(&Scene { camera: Camera::view(View::Right), ..Scene::default() });
    let edge = model.meshes[1]
        .vertices
        .iter()
        .map(|v| list.project(Vec3::from_array(v.position))[0])
        .fold(0.0, f32::max);
    let at = |x: f32| pick::pick(&model, &list, x, 150.0);
    assert!(at(edge + 1.0).is_some());
    assert!(at(edge + pick::TOLERANCE + 2.0).is_none());
}

#[test]
fn picking_follows_the_pose() {
    let model = dice();
    let pose = Pose::from_degrees(0.0, 0.0, 40.0);
    let tilted = list(&Scene { camera: Camera::view(View::Right), pose, ..Scene::default() });
    let (mesh, target) = (&model.meshes[1], Scene::default().camera.target(&Rigid::IDENTITY));
    let middle = tilted
        .project(pick::posed(&tilted, &Vertex { position: [target.x, target.y, 20.0], ..mesh.vertices[0] }));
    assert_eq!(pick::pick(&model, &tilted, middle[0], middle[1]), Some(mesh.structure));
    let [x, y] = anchor(&model, &tilted, mesh.structure).unwrap();
    assert_eq!(pick::pick(&model, &tilted, x, y), Some(mesh.structure));
    // What the tolerance forgives aside, it is no longer where it was.
    let before = tilted.project(Vec3::new(target.x, target.y, 20.0));
    assert!((middle[1] - before[1]).abs() > 10.0);
}

fn anchor(model: &Model, list: &DrawList, id: StructureId) -> Option<[f32; 2]> {
    pick::anchors(model, list)[id.index()]?.at(model, list)
}

/// One is before the other; what is chosen is drawn over it.
#[test]
fn what_is_covered_has_no_label() {
    let mut model = dice();
    // In the middle, so that neither is of the other side.
    for vertex in model.meshes.iter_mut().flat_map(|mesh| &mut mesh.vertices) {
        vertex.position[2] *= 0.1;
    }
    let [near, far] = ["C4", "C3"].map(|id| StructureId::find(id).unwrap());
    let seen = |view, selected| {
        let list = list(&Scene { camera: Camera::view(view), selected, ..Scene::default() });
        [near, far].map(|id| anchor(&model, &list, id).is_some())
    };
    assert_eq!(seen(View::Right, None), [true, false]);
    assert_eq!(seen(View::Left, None), [false, true]);
    assert_eq!(seen(View::Right, Some(far)), [false, true]);
}

/// It goes with the model, and is nowhere once it is on the far side.
#[test]
fn an_anchor_stays_where_it_is() {
    let model = dice();
    let at = |view| list(&Scene { camera: Camera::view(view), ..Scene::default() });
    let id = StructureId::find("C4").unwrap();
    let anchor = pick::anchors(&model, &at(View::Right))[id.index()].unwrap();
    assert!(anchor.at(&model, &at(View::Right)).is_some());
    assert!(anchor.at(&model, &at(View::Back)).is_none() || anchor.at(&model, &at(View::Front)).is_none());
}

/// Of a pair, the label's dot stands on the one of the nearer side, not between the two.
#[test]
fn a_label_points_at_the_nearer_of_two() {
    let id = StructureId::find("masseter").unwrap();
    let mesh = neck::tissue::meshes().find(|mesh| mesh.structure == id).unwrap();
    let model = Model { meshes: vec![mesh] };
    for (view, side) in [(View::Front, 1.0), (View::Right, 1.0), (View::Left, -1.0)] {
        let list = list(&Scene { camera: Camera::view(view), ..Scene::default() });
        let [x, y] = anchor(&model, &list, id).unwrap();
        let there = list.project(Vec3::new(48.0, 105.0, 58.0 * side));
        let off = (x - there[0]).hypot(y - there[1]);
        assert!(off < 12.0, "{view:?}: {off} px off");
    }
}

#[test]
fn every_stand_of_the_eye_has_a_view_near_it() {
    for view in VIEWS {
        assert_eq!(Camera::view(View::Home).from_view(view).nearest().0, view.0);
        let aside = Camera::view(View::Home).from_view(view).turned(0.2, -0.1).nearer(3.0);
        assert_eq!(aside.nearest().0, view.0, "a little aside");
    }
    let odd = Camera { around: f32::NAN, ..Camera::view(View::Home) };
    assert!(VIEWS.iter().any(|view| view.0 == odd.nearest().0));
}

#[test]
fn teeth_are_seen_while_both_jaws_are() {
    let state = |hidden: Option<&str>, selected: Option<&str>| {
        let mut layers = Layers::bare(Layers::PEEL.1);
        if let Some(id) = hidden {
            layers.hide(StructureId::find(id).unwrap(), true);
        }
        let selected = selected.and_then(StructureId::find);
        list(&Scene { layers, selected, ..Scene::default() }).states
            [StructureId::find("teeth").unwrap().index()]
    };
    assert_eq!(state(None, None), State::Plain);
    assert_eq!(state(None, Some("C4")), State::Ghost);
    assert_eq!(state(None, Some("teeth")), State::Chosen);
    for hidden in ["mandible", "skull", "teeth"] {
        assert_eq!(state(Some(hidden), None), State::Hidden, "without {hidden}");
    }
}

#[test]
fn a_side_is_meant_by_its_name() {
    let scm = StructureId::find("scm").unwrap();
    assert_eq!(StructureId::find_side("scm_r"), Some((scm, Some(Side::Right))));
    assert_eq!(StructureId::find_side("scm_l"), Some((scm, Some(Side::Left))));
    assert_eq!(StructureId::find_side("scm"), Some((scm, None)));
    // What stands in the middle has none, nor has what is not there.
    for name in ["C4_r", "skull_l", "nuchal_ligament_r", "nobody_l", "_r", "scm_x"] {
        assert_eq!(StructureId::find_side(name), None, "{name}");
    }
    assert!(StructureId::find("clavicle_l").is_none() && StructureId::find_side("clavicle_l").is_some());
}

#[test]
fn the_other_side_of_a_pair_is_a_ghost() {
    let mut layers = Layers::default();
    assert_eq!(layers.press("left"), Some(true));
    let scm = StructureId::find("scm").unwrap();
    let part = StructureId::find("scm_sternal").unwrap();
    let seen = |layers, z: f32| {
        list(&Scene { selected: Some(scm), layers, ..Scene::default() }).state_at(part, [0.0, 0.0, z])
    };
    assert_eq!((seen(layers, -30.0), seen(layers, 30.0)), (State::Chosen, State::Ghost));
    // Right lets left go; let go itself, both are meant.
    assert_eq!(layers.press("right"), Some(true));
    assert_eq!((seen(layers, -30.0), seen(layers, 30.0)), (State::Ghost, State::Chosen));
    assert_eq!(layers.press("right"), Some(false));
    assert_eq!((seen(layers, -30.0), seen(layers, 30.0)), (State::Chosen, State::Chosen));
}
