//! How finely structures are drawn: enough to be seen, and no more than a phone can do.
#![allow(clippy::unwrap_used)]

use neck::anatomy::{Kind, StructureId};
use neck::asset::Mesh;
use neck::camera::Camera;
use neck::detail::{Detail, Part, Step, most, triangles};
use neck::draw::{DrawList, Paint, Pass, State, Viewport};
use neck::palette::Palette;
use neck::scene::Scene;
use neck::tissue;

const PHONE: Viewport = Viewport { width: 1074.0, height: 1014.0, ratio: 3.0 };
const SOLID: Pass = Pass { state: State::Plain, paint: Paint::Solid };

fn list(span: f32) -> DrawList {
    let scene = Scene::default();
    let camera = Camera { span, ..scene.camera };
    DrawList::new(&Scene { camera, ..scene }, PHONE, Palette::LIGHT)
}

fn mesh(id: &str) -> Mesh {
    let id = StructureId::find(id).unwrap();
    tissue::meshes().find(|mesh| mesh.structure == id).unwrap()
}

/// Corners exist, nothing is torn: a coarse surface of a closed one is closed.
#[test]
fn every_step_is_a_closed_surface_and_fits_its_room() {
    for mesh in tissue::meshes() {
        let id = mesh.structure.get().id;
        for step in Step::ALL {
            let (all, low) = triangles(&mesh, step).unwrap();
            assert!(!all.is_empty() && low <= all.len(), "{id} {step:?}");
            assert!(all.len() <= most(&mesh, step), "{id} {step:?}: {} of {}", all.len(), most(&mesh, step));
            assert!(all.iter().flatten().all(|corner| usize::from(*corner) < mesh.vertices.len()), "{id}");
            let strand = tissue::strand(mesh.structure).unwrap();
            let whole = tissue::triangles(strand, step);
            let mut edges: Vec<_> =
                whole.iter().flat_map(|[a, b, c]| [(*a, *b), (*b, *c), (*c, *a)]).collect();
            edges.sort_unstable();
            assert!(edges.windows(2).all(|two| two[0] != two[1]), "{id} {step:?}: an edge twice");
            for (a, b) in &edges {
                assert!(edges.binary_search(&(*b, *a)).is_ok(), "{id} {step:?}: an open edge");
            }
        }
    }
}

#[test]
fn a_large_part_is_finer_than_a_small_one() {
    let details: Vec<_> = tissue::meshes().map(|mesh| Detail::of(&mesh)).collect();
    let muscles = || details.iter().filter(|detail| detail.structure.get().kind == Kind::Muscle);
    let fine = |span| {
        let list = list(span);
        muscles()
            .filter(|detail| detail.drawn(&SOLID, &list).is_some_and(|(step, _)| step == Step::Fine))
            .count()
    };
    assert!(fine(60.0) * 4 > muscles().count() * 3, "{} of {} near by", fine(60.0), muscles().count());
    assert!(fine(400.0) * 2 < fine(60.0) && fine(1200.0) == 0, "{}, {}", fine(400.0), fine(1200.0));
    // Steps only get finer on the way to a part.
    for detail in muscles() {
        let step = |span| detail.drawn(&SOLID, &list(span)).map_or(0, |(step, _)| step as u8);
        let steps = (0..30).map(|i| step(400.0 - 12.0 * i as f32));
        assert!(steps.is_sorted_by(|far, near| far >= near), "{}", detail.structure.get().id);
    }
}

#[test]
fn a_pass_draws_what_is_in_its_state() {
    let scm = Detail::of(&mesh("scm_sternal"));
    let mut list = list(352.0);
    let chosen = Pass { state: State::Chosen, paint: Paint::Solid };
    let ghost = Pass { state: State::Ghost, paint: Paint::Depth };
    let depth = Pass { state: State::Plain, paint: Paint::Depth };
    assert!(scm.drawn(&SOLID, &list).is_some_and(|(_, part)| part == Part::All));
    assert!(scm.drawn(&depth, &list).is_some_and(|(_, part)| part == Part::Low));
    assert!(scm.drawn(&chosen, &list).is_none() && scm.drawn(&ghost, &list).is_none());
    list.states[scm.structure.index()] = State::Hidden;
    assert!(scm.drawn(&SOLID, &list).is_none());
    list.states[scm.structure.index()] = State::Chosen;
    assert!(scm.drawn(&chosen, &list).is_some() && scm.drawn(&ghost, &list).is_none());
    // Of a chosen pair the other side is a ghost.
    list.side = Some(tissue::Side::Left);
    assert!(scm.drawn(&ghost, &list).is_some_and(|(step, _)| step == Step::Coarse));
}

/// Soft tissue's share of what a frame may take on a phone.
#[test]
fn soft_tissue_is_light_enough() {
    let meshes: Vec<_> = tissue::meshes().collect();
    let finest: usize = meshes.iter().map(|mesh| mesh.triangles.len()).sum();
    assert!(finest <= 52_000, "{finest} triangles at the finest");
    let list = list(352.0);
    let muscles = meshes.iter().filter(|mesh| mesh.structure.get().kind == Kind::Muscle);
    let home: usize = muscles
        .filter_map(|mesh| {
            let (step, _) = Detail::of(mesh).drawn(&SOLID, &list)?;
            Some(triangles(mesh, step)?.0.len())
        })
        .sum();
    assert!(home <= 24_000, "{home} triangles of muscles in the first picture");
}
