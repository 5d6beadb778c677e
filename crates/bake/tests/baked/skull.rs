//! The skull and the lower jaw: size, joints, and the marks by which they are known. Measures in mm.

use std::sync::LazyLock;

use bake::bones::skull::{FORAMEN, mandible, skull};
use bake::sdf::Placed;
use bake::vec::{V3, v};
use neck::anatomy::Bone;
use neck::math::{Rigid, Vec3};
use neck::motion::{Pose, displacements};
use rayon::prelude::*;

use super::joints::poses;
use super::{PARTS, REST_PARTS, solid};

static SKULL: LazyLock<Placed> = LazyLock::new(skull);
static JAW: LazyLock<Placed> = LazyLock::new(mandible);

fn points(place: usize) -> &'static [V3] {
    &REST_PARTS[place].half.points
}

/// From the least to the most of a measure over some corners.
fn extent(points: &[V3], of: impl Fn(&V3) -> f64, among: impl Fn(&V3) -> bool) -> (f64, f64) {
    points.iter().filter(|p| among(p)).map(of).fold((f64::MAX, f64::MIN), |(a, b), p| (a.min(p), b.max(p)))
}

/// Men's skulls: textbook ranges as of the joint model's source, and W. W. Howells, Cranial Variation in Man (1973):
/// length 175 to 187, breadth 138 to 152, bizygomatic 128 to 138, basion to vertex 130 to 140.
#[test]
fn the_skull_is_as_large_as_in_adults() {
    let skull = points(0);
    let vault = |p: &V3| p.y > 150.0;
    let (back, front) = extent(skull, |p| p.x, |p| vault(p) && p.y > 180.0);
    assert!((172.0..187.0).contains(&(front - back)), "length {}", front - back);
    let breadth = extent(skull, |p| p.z, vault).1 * 2.0;
    assert!((138.0..153.0).contains(&breadth), "breadth {breadth}");
    // The cheek arches, before the ear.
    let arches = extent(skull, |p| p.z, |p| p.x > 30.0 && p.y < 150.0).1 * 2.0;
    assert!((126.0..139.0).contains(&arches), "arches {arches}");
    let top = extent(skull, |p| p.y, |_| true).1;
    let basion = extent(skull, |p| p.y, |p| p.z < 1.0 && (14.0..24.0).contains(&p.x)).0;
    assert!((130.0..143.0).contains(&(top - basion)), "height {}", top - basion);
    // Mastoid tips 100 to 108 apart.
    let mastoid = points(0).iter().filter(|p| p.x < 14.0 && p.z > 45.0).min_by(|a, b| a.y.total_cmp(&b.y));
    let tips = mastoid.unwrap().z * 2.0;
    assert!((96.0..110.0).contains(&tips), "mastoid tips {tips}");
}

/// Men's jaws, textbook: bicondylar 115 to 122, bigonial 95 to 103, ramus 58 to 66, chin with teeth some 37 to 44.
#[test]
fn the_jaw_is_as_large_as_in_adults() {
    let jaw = points(1);
    let condyles = extent(jaw, |p| p.z, |p| p.y > 130.0 && p.x < 45.0).1 * 2.0;
    assert!((112.0..122.0).contains(&condyles), "condyles {condyles}");
    let angles = extent(jaw, |p| p.z, |p| p.y < 90.0 && p.x < 50.0).1 * 2.0;
    assert!((93.0..105.0).contains(&angles), "angles {angles}");
    let top = extent(jaw, |p| p.y, |p| p.x < 42.0).1;
    let angle = extent(jaw, |p| p.y, |p| p.x < 42.0).0;
    assert!((56.0..67.0).contains(&(top - angle)), "ramus {}", top - angle);
    let (chin, teeth) = extent(jaw, |p| p.y, |p| p.x > 85.0 && p.z < 6.0);
    assert!((37.0..46.0).contains(&(teeth - chin)), "chin {}", teeth - chin);
}

#[test]
fn the_skull_rests_on_c1_with_room_for_cartilage() {
    // The condyles: lowest bone beside the big opening, over the cups.
    let (frame, _) = bake::bones::atlas::cup();
    let cup = |p: &V3| (p.x - frame.origin.x).abs() < 12.0 && (p.z - frame.origin.z).abs() < 7.0;
    let least = |from: &[V3], to: &Placed| {
        from.iter().filter(|p| cup(p)).map(|&p| to.distance(p)).fold(f64::MAX, f64::min)
    };
    let down = least(points(0), solid(Bone::C1));
    let up = least(&PARTS[Bone::C1 as usize].half.points, &SKULL);
    println!("condyles to C1: {down:.2} and {up:.2} mm");
    assert!((0.5..3.0).contains(&down) && (0.5..3.0).contains(&up), "{down} and {up} mm");
}

#[test]
fn head_jaw_and_neck_stand_clear_of_each_other() {
    let clear = |from: &[V3], to: &Placed| {
        let nearest = from.iter().map(|&p| (to.distance(p), p)).min_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
        println!("{:.2} mm at {:.1?}", nearest.0, nearest.1);
        nearest.0
    };
    for bone in [Bone::C1, Bone::C2] {
        let gap = clear(points(0), solid(bone)).min(clear(&PARTS[bone as usize].half.points, &SKULL));
        assert!(gap > 0.4, "{bone:?} to the skull: {gap} mm");
        assert!(clear(points(1), solid(bone)) > 5.0, "{bone:?} to the jaw");
    }
    let gap = clear(points(1), &SKULL).min(clear(points(0), &JAW));
    assert!(gap > 0.1, "jaw to skull: {gap} mm");
}

/// How deep these corners, and their mirror images, are in a solid once they went this way, mm; negative: so far off.
fn depth(from: &[V3], to: &Placed, way: Rigid) -> f64 {
    let (low, high) = to.bounds;
    let mut deepest = f64::MIN;
    for p in from {
        for z in [p.z, -p.z] {
            let q = way.point(Vec3::new(p.x as f32, p.y as f32, z as f32)).to_array().map(f64::from);
            // Outside its box nothing is in it.
            let right = v(q[0], q[1], q[2].abs());
            if right.min(low) == low && right.max(high) == high {
                deepest = deepest.max(-to.distance(v(q[0], q[1], q[2])));
            }
        }
    }
    deepest
}

/// How deep head and upper neck press into each other in a pose, mm.
fn pressed(pose: Pose) -> (f64, Bone) {
    let placed = displacements(pose);
    let head = placed[Bone::Skull as usize];
    let depths = [Bone::C1, Bone::C2, Bone::C3, Bone::C4].map(|bone| {
        let way = placed[bone as usize].inverse() * head;
        let (back, corners) = (way.inverse(), &PARTS[bone as usize].half.points);
        let deep = [
            depth(points(0), solid(bone), way),
            depth(points(1), solid(bone), way),
            depth(corners, &SKULL, back),
            depth(corners, &JAW, back),
        ];
        (deep.into_iter().fold(f64::MIN, f64::max), bone)
    });
    depths.into_iter().max_by(|a, b| a.0.total_cmp(&b.0)).unwrap()
}

/// Bone may press into bone by 2 mm at most, as much as cartilage and discs give, wherever the head goes.
#[test]
fn a_moving_head_keeps_clear_of_the_neck() {
    let _made = (&*SKULL, &*JAW, &*REST_PARTS);
    let depths = poses().into_par_iter().map(|pose| (pressed(pose), pose));
    let ((depth, bone), pose) = depths.max_by(|a, b| a.0.0.total_cmp(&b.0.0)).unwrap();
    println!("{depth:.2} mm in {bone:?} at {pose:?}");
    assert!(depth < 2.0, "{depth} mm deep in {bone:?} at {pose:?}");
}

#[test]
fn the_jaw_hangs_in_its_sockets() {
    // From the top of the condyle up to the socket's roof: the joint's disc has room.
    let top = points(1).iter().filter(|p| p.x < 40.0).max_by(|a, b| a.y.total_cmp(&b.y)).unwrap();
    let gap = SKULL.distance(*top);
    println!("condyle to socket: {gap:.2} mm");
    assert!((1.0..6.0).contains(&gap), "{gap} mm");
}

#[test]
fn the_foramen_magnum_is_a_deep_pit() {
    // Free upwards from its plane for at least 15 mm, over most of its length and width (35 to 37 x some 30).
    for (x, z) in [(0.0, 0.0), (13.0, 0.0), (-13.0, 0.0), (0.0, 10.0)] {
        for up in 0..=15 {
            let p = FORAMEN + v(x, f64::from(up), z);
            assert!(SKULL.distance(p) > 0.0, "bone {up} mm up at {x}, {z}");
        }
    }
    // And a ring of bone around it.
    for (x, y, z) in [(24.0, 134.0, 0.0), (-26.0, 125.0, 0.0), (-2.0, 126.0, 22.0)] {
        assert!(SKULL.distance(v(x, y, z)) < 0.0, "no bone at {x}, {z}");
    }
}

#[test]
fn eyes_nose_and_ears_are_open() {
    for (what, p) in [
        ("orbit", v(84.0, 162.0, 31.0)),
        ("orbit's depth", v(62.0, 160.5, 20.0)),
        ("nose", v(92.0, 130.0, 6.0)),
        ("ear", v(14.0, 137.6, 64.0)),
        ("under the arch", v(52.0, 141.0, 56.0)),
        ("mouth", v(75.0, 108.0, 0.0)),
    ] {
        assert!(SKULL.distance(p) > 0.0, "{what} is closed");
    }
}
