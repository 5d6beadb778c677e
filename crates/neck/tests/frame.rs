//! A frame on the way asks for no memory. A program of its own, as it counts all that is allocated in it.
#![allow(clippy::unwrap_used)]

use neck::anatomy::{STRUCTURES, StructureId};
use neck::asset::Model;
use neck::camera::{Camera, View};
use neck::draw::{DrawList, Viewport};
use neck::label::{Room, Taken, Wish, place};
use neck::motion::Pose;
use neck::palette::Palette;
use neck::scene::{Damper, Scene};
use neck::{pick, tissue};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const VIEWPORT: Viewport = Viewport { width: 1600.0, height: 1200.0, ratio: 2.0 };
const ROOM: Room = Room { width: 800.0, height: 600.0, taken: 44.0, most: 9 };

#[test]
fn on_the_way_no_memory_is_asked_for() {
    let model = Model { meshes: tissue::meshes().collect() };
    let from = Scene::default();
    let to = Scene {
        camera: Camera::view(View::Back),
        pose: Pose::from_degrees(-30.0, 20.0, 10.0),
        selected: StructureId::find("scm"),
        ..from
    };
    let mut damper = Damper::new(&from);
    let anchors = pick::anchors(&model, &DrawList::new(&from, VIEWPORT, Palette::LIGHT));
    assert!(anchors.iter().flatten().count() > 5, "nothing has a label");
    let (mut frames, mut labels, mut passes) = (0, 0, 0);
    MEMORY.reset_peak_usage();
    let before = MEMORY.peak_usage();
    while !damper.step(&to, 1.0 / 60.0) {
        let list = DrawList::new(&damper.scene(), VIEWPORT, Palette::LIGHT);
        passes += list.passes().count();
        let mut taken = Taken::default();
        for (anchor, structure) in anchors.iter().flatten().zip(&STRUCTURES) {
            if let Some(at) = anchor.at(&model, &list) {
                let words = structure.id.len() as f32 * 9.5;
                let edge = place(ROOM, &mut taken, &Wish { at, words, was: None, breaks: false, below: 0.0 });
                labels += usize::from(edge.is_some());
            }
        }
        frames += 1;
    }
    let asked = MEMORY.peak_usage() - before;
    assert!(frames > 20 && labels > frames && passes > frames, "{frames} frames, {labels} labels");
    assert_eq!(asked, 0, "bytes asked for in {frames} frames");
}
