//! Picking and the anchors of labels, over all of the soft tissue: as brute force finds them, and in small steps.
#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use neck::anatomy::{STRUCTURES, StructureId};
use neck::asset::Model;
use neck::camera::{Camera, View};
use neck::draw::{DrawList, State, Viewport};
use neck::layers::Layers;
use neck::motion::Pose;
use neck::palette::Palette;
use neck::pick::{self, Anchors, TOLERANCE, posed};
use neck::scene::Scene;
use neck::tissue;
use proptest::prelude::*;

const PHONE: Viewport = Viewport { width: 700.0, height: 676.0, ratio: 2.0 };
const SCREEN: Viewport = Viewport { width: 1920.0, height: 1080.0, ratio: 1.0 };
/// A step is at most so much work: a phone does a quarter of it in a millisecond.
const MOST: usize = 6000;

static MODEL: LazyLock<Model> = LazyLock::new(|| Model { meshes: tissue::meshes() });

fn scene(around: f32, span: f32, [bend, turn, side]: [f32; 3]) -> Scene {
    let camera = Camera { around, span, ..Camera::view(View::Home) };
    let pose = Pose::from_degrees(bend, turn, side);
    let mut layers = Layers::default();
    for name in ["nerves", "vessels", "ligaments"] {
        layers.put(name, true);
    }
    Scene { camera, pose, layers, ..Scene::default() }
}

/// Every structure that a finger may mean: the nearest that is hit or, if none is, that has a corner in reach; several if
/// they are as near as rounding.
fn meant(list: &DrawList, x: f32, y: f32) -> Vec<StructureId> {
    let (mut hit, mut near) = (Vec::new(), Vec::new());
    for mesh in &MODEL.meshes {
        let over = match list.states[mesh.structure.index()] {
            State::Hidden | State::Skin => continue,
            State::Ghost => 0.0,
            State::Plain => 4.0,
            State::Chosen => 8.0,
        };
        let corner = |i: usize| {
            let p = posed(list, &mesh.vertices[i]);
            (p.y >= list.fade.0).then(|| list.project(p).map(f64::from))
        };
        let corners: Vec<_> = (0..mesh.vertices.len()).map(corner).collect();
        let (x, y) = (f64::from(x), f64::from(y));
        for [cx, cy, _] in corners.iter().flatten() {
            near.push(((cx - x).hypot(cy - y), mesh.structure));
        }
        for triangle in &mesh.triangles {
            let [Some(a), Some(b), Some(c)] = triangle.map(|i| corners[usize::from(i)]) else { continue };
            let area = |p: [f64; 3], q: [f64; 3], r: [f64; 2]| {
                (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
            };
            let [u, v, w] = [(b, c), (c, a), (a, b)].map(|(p, q)| area(p, q, [x, y]));
            if u <= 0.0 && v <= 0.0 && w <= 0.0 && u + v + w < 0.0 {
                let depth = (u * a[2] + v * b[2] + w * c[2]) / (u + v + w);
                hit.push((depth - over, mesh.structure));
            }
        }
    }
    let first = |of: &[(f64, StructureId)], within: f64| {
        let least = of.iter().map(|one| one.0).fold(f64::INFINITY, f64::min);
        of.iter().filter(|one| one.0 <= least + within).map(|one| one.1).collect::<Vec<_>>()
    };
    if hit.is_empty() {
        near.retain(|one| one.0 < f64::from(TOLERANCE));
        return first(&near, 0.01);
    }
    first(&hit, 1e-4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever is seen, from wherever: also close before the eye.
    #[test]
    fn a_finger_means_what_brute_force_finds(around in 0.0_f32..6.3, near in 0.0_f32..1.0, pose in [-50.0_f32..60.0, -65.0..65.0, -40.0..40.0], at in [0.0_f32..1.0, 0.0..1.0], chosen in 0..STRUCTURES.len() * 2) {
        let scene = scene(around, 50.0 + near * near * 370.0, pose);
        let selected = (chosen < STRUCTURES.len()).then_some(StructureId(chosen as u8));
        let list = DrawList::new(&Scene { selected, ..scene }, PHONE, Palette::LIGHT);
        let (x, y) = (at[0] * 350.0, at[1] * 338.0);
        let (found, meant) = (pick::pick(&MODEL, &list, x, y), meant(&list, x, y));
        match found {
            Some(id) => prop_assert!(meant.contains(&id), "{:?} instead of {:?}", id.get().id, meant),
            None => prop_assert!(meant.is_empty(), "nothing instead of {meant:?}"),
        }
    }
}

/// It stops after a little, however large the picture is and however near the eye, and what it finds is the same.
#[test]
fn anchors_are_found_in_small_steps() {
    for (viewport, span) in [(PHONE, 352.0), (SCREEN, 352.0), (SCREEN, 50.0)] {
        let list = DrawList::new(&scene(1.0, span, [-20.0, 10.0, 0.0]), viewport, Palette::LIGHT);
        let all = pick::anchors(&MODEL, &list);
        assert!(all.iter().flatten().count() > 3, "nothing has a label");
        let mut anchors = Anchors::new(&list);
        let (mut steps, mut most) = (0, 0);
        loop {
            let work = anchors.step(&MODEL);
            if work == 0 {
                break;
            }
            (steps, most) = (steps + 1, most.max(work));
        }
        assert!(steps > 50 && most <= MOST, "{steps} steps, the longest {most}");
        let found = core::array::from_fn(|place| anchors.take(StructureId(place as u8)));
        assert_eq!(all, found);
    }
}

/// No picture, no labels.
#[test]
fn no_cell_has_no_anchor() {
    let none = Viewport { width: 3.0, height: 0.0, ratio: 1.0 };
    let list = DrawList::new(&Scene::default(), none, Palette::LIGHT);
    assert_eq!(pick::anchors(&MODEL, &list).iter().flatten().count(), 0);
}
