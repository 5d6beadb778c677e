//! Pictures are small enough and show what they should.

use std::sync::LazyLock;

use bake::site::Site;
use neck::anatomy::{STRUCTURES, StructureId};
use neck::draw::{DrawList, State, Viewport};
use neck::layers::Layers;
use neck::math::Vec3;
use neck::palette::Palette;
use neck::scene::Scene;

use super::{FILE, MODEL, REST};

static SITE: LazyLock<Site> = LazyLock::new(|| Site::of(FILE.clone(), REST.clone()).unwrap());

#[test]
fn files_keep_their_budgets() {
    assert!(SITE.poster.bytes.len() <= 18_000, "poster: {}", SITE.poster.bytes.len());
    let small = &SITE.poster_small;
    assert!(small.bytes.len() <= 11_000, "the small poster: {}", small.bytes.len());
    assert!(small.width < SITE.poster.width && small.width == small.height, "{} wide", small.width);
    assert!(SITE.share_card.bytes.len() <= 90_000, "share card: {}", SITE.share_card.bytes.len());
    assert_eq!((SITE.share_card.width, SITE.share_card.height), (1200, 630));
    for (key, still) in &SITE.stills {
        assert!(still.bytes.len() <= 18_000, "{key}: {}", still.bytes.len());
    }
    let sizes: Vec<usize> = SITE.icons.iter().map(|icon| icon.width).collect();
    assert_eq!(sizes, [32, 180, 192, 512]);
}

fn list(selected: Option<&str>) -> DrawList {
    let scene = Scene { selected: selected.and_then(StructureId::find), ..Scene::default() };
    DrawList::new(&scene, Viewport { width: 300.0, height: 360.0, ratio: 1.0 }, Palette::LIGHT)
}

/// Pixel of the picture at a point of the world.
fn pixel(image: &bake::raster::Image, list: &DrawList, p: Vec3) -> [u8; 4] {
    let [x, y, _] = list.project(p);
    image.pixels[y as usize * image.width + x as usize]
}

#[test]
fn bones_are_warm_discs_blue_and_the_ground_clear() {
    // Without muscles, which lie over them.
    let mut list = list(None);
    list.states = DrawList::new(
        &Scene { layers: Layers { peeled: Layers::PEEL.1, ..Layers::default() }, ..Scene::default() },
        list.viewport,
        list.palette,
    )
    .states;
    // And without what hangs before the spine.
    for id in ["hyoid", "thyroid_cartilage"] {
        list.states[StructureId::find(id).unwrap().index()] = State::Hidden;
    }
    let image = bake::raster::render(&MODEL, &list, 300, 360);
    assert_eq!(image.pixels[0][3], 0);
    // The front of the body of C4, and the front of the disc below it.
    let bone = pixel(&image, &list, Vec3::new(22.5, 58.5, 4.0));
    assert!(bone[3] == 255 && bone[0] > bone[2] + 20, "bone: {bone:?}");
    let disc = pixel(&image, &list, Vec3::new(20.6, 49.4, 5.0));
    assert!(disc[3] == 255 && disc[2] > disc[0] + 20, "disc: {disc:?}");
}

/// Where the picture fades out at its lower edge, what is behind a part does not show through it.
#[test]
fn what_fades_is_no_window() {
    let list = list(None);
    let quad = |id: &str, back: f32| {
        let away = list.axes[2] * -back;
        let corner = |x: f32, y: f32| neck::asset::Vertex {
            position: (Vec3::new(0.0, -38.0, 0.0) + list.axes[0] * x + list.axes[1] * y + away).to_array(),
            normal: list.axes[2].to_array().map(|part| (part * 127.0) as i8),
            occlusion: 255,
            rides: [neck::anatomy::Bone::T1 as u16; 2],
            blend: 0,
            fibre: [0; 2],
        };
        neck::asset::Mesh {
            structure: StructureId::find(id).unwrap(),
            vertices: [(-9.0, -9.0), (9.0, -9.0), (9.0, 9.0), (-9.0, 9.0)].map(|(x, y)| corner(x, y)).into(),
            triangles: vec![[0, 1, 2], [0, 2, 3]],
        }
    };
    let at = |meshes: Vec<neck::asset::Mesh>| {
        let image = bake::raster::render(&neck::asset::Model { meshes }, &list, 300, 360);
        pixel(&image, &list, Vec3::new(0.0, -38.0, 0.0))
    };
    let alone = at(vec![quad("clavicle", 0.0)]);
    assert!((60..200).contains(&alone[3]), "half gone: {alone:?}");
    // Whichever is drawn first.
    assert_eq!(at(vec![quad("clavicle", 0.0), quad("rib1", 30.0)]), alone);
    assert_eq!(at(vec![quad("rib1", 30.0), quad("clavicle", 0.0)]), alone);
}

#[test]
fn with_a_choice_the_others_are_ghosts() {
    let list = list(Some("C7"));
    let image = bake::raster::render(&MODEL, &list, 300, 360);
    let ghost = pixel(&image, &list, Vec3::new(22.5, 58.5, 4.0));
    assert!(ghost[3] > 10 && ghost[3] < 200, "ghost: {ghost:?}");
    // The spine of C7 lies beneath nothing and is whole.
    let chosen = pixel(&image, &list, Vec3::new(-35.0, 14.0, 1.5));
    assert_eq!(chosen[3], 255, "chosen: {chosen:?}");
}

#[test]
fn every_structure_can_be_drawn_alone() {
    for structure in &STRUCTURES {
        let id = StructureId::find(structure.id).unwrap();
        let still = bake::pictures::alone(&MODEL, neck::camera::VIEWS[1], (80, 80), id);
        let covered = still.pixels.iter().filter(|p| p[3] > 127).count();
        // The thinnest is a nerve from the neck to the crown.
        assert!(covered > 60, "{}: {covered} pixels", structure.id);
    }
    assert!(bake::pictures::stills(&MODEL, Some("C9")).unwrap_err().contains("C9"));
}

/// What is called a skeleton has no muscle over it.
#[test]
fn stills_of_the_skeleton_show_the_skeleton() {
    for view in neck::camera::VIEWS {
        let image = bake::skeleton::still(&MODEL, view, (120, 160));
        let red = |p: &&[u8; 4]| p[3] > 200 && i32::from(p[0]) > i32::from(p[1]) * 2;
        assert_eq!(image.pixels.iter().filter(red).count(), 0, "muscles in {}", view.0);
    }
}

/// A part that is looked at while its recipe changes: of both files, and of what is swept.
#[test]
fn one_part_is_baked_by_itself() {
    for (id, parts) in [("C4", 1), ("disc_c4c5", 1), ("hyoid", 1), ("levator_scapulae", 1), ("scm", 2)] {
        let model = bake::one(id).unwrap();
        let found = StructureId::find(id).unwrap();
        assert_eq!(model.meshes.len(), parts, "{id}");
        assert!(model.meshes.iter().all(|mesh| found.holds(mesh.structure)), "{id}");
    }
    assert!(bake::one("no_such_part").unwrap().meshes.is_empty());
}
