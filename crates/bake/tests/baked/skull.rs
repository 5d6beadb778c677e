//! The skull and the mandible have the size of an adult's, and sit on C1 and in each other as in life. Ranges: adults,
//! Howells 1973 and Martin & Saller's definitions; foramen magnum: Chethan et al. 2012 (29 to 37 long, 25 to 32 wide).

use std::ops::Range;
use std::sync::LazyLock;

use bake::sdf::Placed;
use bake::vec::{V3, v};
use neck::anatomy::{Bone, StructureId};
use neck::asset::Mesh;

use super::{MODEL, solid};

static SKULL: LazyLock<Placed> = LazyLock::new(bake::bones::skull::skull);
static MANDIBLE: LazyLock<Placed> = LazyLock::new(bake::bones::skull::mandible);

fn mesh(id: &str) -> &'static Mesh {
    MODEL.meshes.iter().find(|mesh| Some(mesh.structure) == StructureId::find(id)).unwrap()
}

/// Farthest point of a bone along a direction, among those that a test picks.
fn farthest(id: &str, along: V3, among: impl Fn(V3) -> bool) -> V3 {
    let points = mesh(id).vertices.iter().map(|one| {
        let [x, y, z] = one.position.map(f64::from);
        v(x, y, z)
    });
    points.filter(|&p| among(p)).max_by(|a, b| a.dot(along).total_cmp(&b.dot(along))).unwrap()
}

fn assert_within(what: &str, value: f64, wanted: Range<f64>) {
    println!("{what}: {value:.1} mm");
    assert!(wanted.contains(&value), "{what}: {value} mm, not {wanted:?}");
}

const UP: V3 = v(0.0, 1.0, 0.0);
const FORWARD: V3 = v(1.0, 0.0, 0.0);
const RIGHT: V3 = v(0.0, 0.0, 1.0);

#[test]
fn the_head_has_an_adults_size() {
    let midline = |p: V3| p.z.abs() < 4.0;
    let glabella = farthest("skull", FORWARD, |p| midline(p) && (184.0..200.0).contains(&p.y));
    let back = farthest("skull", -FORWARD, |p| midline(p) && p.y > 150.0);
    assert_within("glabella to opisthocranion", (glabella - back).length(), 172.0..190.0);
    let side = farthest("skull", RIGHT, |p| p.y > 165.0);
    assert_within("breadth", side.z * 2.0, 138.0..156.0);
    let vertex = farthest("skull", UP, |_| true);
    let chin = farthest("mandible", -UP, midline);
    assert_within("vertex to menton", vertex.y - chin.y, 208.0..222.0);
    let cheek = farthest("skull", RIGHT, |p| (40.0..66.0).contains(&p.x) && (132.0..152.0).contains(&p.y));
    assert_within("across the cheek arches", cheek.z * 2.0, 126.0..142.0);
    let mastoid = farthest("skull", -UP, |p| p.z > 45.0 && p.x < 25.0);
    assert_within("mastoid tips", mastoid.z * 2.0, 96.0..110.0);
}

#[test]
fn the_jaw_has_an_adults_size() {
    let head = farthest("mandible", RIGHT, |p| p.y > 130.0);
    assert_within("condyles", head.z * 2.0, 112.0..124.0);
    let angle = farthest("mandible", RIGHT, |p| (80.0..92.0).contains(&p.y) && p.x < 50.0);
    assert_within("angles", angle.z * 2.0, 93.0..107.0);
    let top = farthest("mandible", UP, |p| p.x < 40.0);
    let low = farthest("mandible", -UP, |p| p.x < 44.0);
    assert_within("ramus", top.y - low.y, 54.0..70.0);
}

#[test]
fn the_foramen_magnum_is_an_open_pit() {
    let inside = |x: f64, y: f64, z: f64| SKULL.distance(v(x, y, z)) < 0.0;
    // From its mouth up, at least 15 mm of it are open.
    for y in 124..142 {
        assert!(!inside(-2.0, f64::from(y), 0.0), "closed at {y}");
    }
    let run = |step: V3| {
        let mut p = v(-2.0, 130.0, 0.0);
        while SKULL.distance(p) > 0.0 && (p - v(-2.0, 130.0, 0.0)).length() < 40.0 {
            p = p + step * 0.1;
        }
        (p - v(-2.0, 130.0, 0.0)).length()
    };
    assert_within("length", run(FORWARD) + run(-FORWARD), 29.0..38.0);
    assert_within("width", run(RIGHT) * 2.0, 25.0..34.0);
}

#[test]
fn the_skull_rests_on_c1() {
    let condyle = mesh("skull").vertices.iter().map(|one| one.position.map(f64::from));
    let near = condyle.filter(|p| p[1] < 124.0 && (5.0..24.0).contains(&p[2]) && p[0] > -4.0);
    let gap = near.map(|[x, y, z]| solid(Bone::C1).distance(v(x, y, z))).fold(f64::MAX, f64::min);
    assert_within("condyle to C1", gap, 0.5..3.0);
    let whole = mesh("skull").vertices.iter().map(|one| one.position.map(f64::from));
    let least = whole.map(|[x, y, z]| solid(Bone::C1).distance(v(x, y, z))).fold(f64::MAX, f64::min);
    assert!(least > 0.4, "the skull is {least} mm from C1");
}

#[test]
fn the_jaw_hangs_in_its_sockets() {
    let jaw = mesh("mandible").vertices.iter().map(|one| one.position.map(f64::from));
    let least = jaw.map(|[x, y, z]| SKULL.distance(v(x, y, z))).fold(f64::MAX, f64::min);
    assert!(least > -0.6, "the mandible is {} mm deep in the skull", -least);
    let head =
        mesh("mandible").vertices.iter().filter(|one| one.position[1] > 138.0 && one.position[0] < 40.0);
    let gap = head.map(|one| one.position.map(f64::from)).map(|[x, y, z]| SKULL.distance(v(x, y, z)));
    assert_within("head to socket", gap.fold(f64::MAX, f64::min), 0.5..5.0);
    // Mouth nearly closed: the rows of teeth are close.
    let row = mesh("skull").vertices.iter().filter(|one| one.position[1] < 96.0);
    let gap = row.map(|one| one.position.map(f64::from)).map(|[x, y, z]| MANDIBLE.distance(v(x, y, z)));
    assert_within("teeth", gap.fold(f64::MAX, f64::min), -0.6..3.0);
}
