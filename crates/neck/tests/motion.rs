//! Poses against published figures, and what must hold for every pose.
#![allow(clippy::unwrap_used)]

use neck::anatomy::Bone;
use neck::math::{Axis, Rigid, Vec3};
use neck::motion::{Movement, Pose, displacements, limits};
use proptest::prelude::*;

fn placed(bend: f32, turn: f32, side: f32) -> [Rigid; Bone::COUNT] {
    displacements(Pose::from_degrees(bend, turn, side))
}

/// Where bones go in a pose: how far each turns (degrees) and where the origin goes with it (mm).
struct Known {
    name: &'static str,
    /// Bend, turn, side.
    pose: [f32; 3],
    axis: Axis,
    bones: [(Bone, f32, [f32; 3]); 6],
}

/// Figures of the joint table's own sources, computed with their model. A turn or a tilt to the other side is the
/// mirror image; the seventh pose is the neutral one.
const KNOWN: [Known; 4] = [
    Known {
        name: "flexion",
        pose: [-30.0, 0.0, 0.0],
        axis: Axis::Z,
        bones: [
            (Bone::Skull, -30.0, [-28.861, 16.053, 0.0]),
            (Bone::C1, -24.531, [-19.554, 9.751, 0.0]),
            (Bone::C2, -20.164, [-12.453, 5.747, 0.0]),
            (Bone::C4, -14.624, [-6.574, 2.728, 0.0]),
            (Bone::C6, -5.761, [-1.093, 0.474, 0.0]),
            (Bone::C7, -1.994, [0.0, 0.0, 0.0]),
        ],
    },
    Known {
        name: "extension",
        pose: [30.0, 0.0, 0.0],
        axis: Axis::Z,
        bones: [
            (Bone::Skull, 30.0, [32.009, 6.539, 0.0]),
            (Bone::C1, 24.531, [21.477, 2.615, 0.0]),
            (Bone::C2, 20.164, [13.612, 0.467, 0.0]),
            (Bone::C4, 14.624, [7.069, -0.436, 0.0]),
            (Bone::C6, 5.761, [1.147, -0.323, 0.0]),
            (Bone::C7, 1.994, [0.0, 0.0, 0.0]),
        ],
    },
    Known {
        name: "turn",
        pose: [0.0, 45.0, 0.0],
        axis: Axis::Y,
        bones: [
            (Bone::Skull, 45.0, [3.702, 0.0, 7.704]),
            (Bone::C1, 42.086, [3.211, 0.0, 7.187]),
            (Bone::C2, 18.75, [0.515, 0.0, 2.595]),
            (Bone::C4, 12.893, [0.196, 0.0, 1.472]),
            (Bone::C6, 4.697, [0.019, 0.0, 0.372]),
            (Bone::C7, 1.179, [0.0, 0.0, 0.0]),
        ],
    },
    Known {
        name: "tilt",
        pose: [0.0, 0.0, 30.0],
        axis: Axis::X,
        bones: [
            (Bone::Skull, 30.0, [0.0, 9.882, -27.232]),
            (Bone::C1, 27.5625, [0.0, 7.487, -22.871]),
            (Bone::C2, 25.125, [0.0, 5.483, -18.824]),
            (Bone::C4, 14.774, [0.0, 1.221, -7.242]),
            (Bone::C6, 5.402, [0.0, 0.066, -1.024]),
            (Bone::C7, 1.960, [0.0, 0.0, 0.0]),
        ],
    },
];

#[test]
fn seven_known_poses() {
    assert_eq!(placed(0.0, 0.0, 0.0), [Rigid::IDENTITY; Bone::COUNT]);
    for Known { name, pose: [bend, turn, side], axis, bones } in KNOWN {
        // Mirrored, flexion and extension stay what they are.
        for way in [1.0, -1.0] {
            let here = placed(bend, turn * way, side * way);
            for (bone, angle, [x, y, z]) in bones {
                let angle = if bend == 0.0 { angle * way } else { angle };
                let (is, wanted) = (&here[bone as usize], Rigid::turn(axis, angle.to_radians()));
                let off: f32 = (0..3).map(|row| (is.r[row] - wanted.r[row]).length().powi(2)).sum();
                let off = (off / 2.0).sqrt().to_degrees();
                assert!(off < 0.1, "{name} {way}: {bone:?} stands {off} degrees off");
                let off = (is.t - Vec3::new(x, y, z * way)).length();
                assert!(off < 0.5, "{name} {way}: {bone:?} is {off} mm off");
            }
        }
    }
}

/// The bone above a joint and the one below it, from C7-T1 up. Its centre as published by Mortensen et al. 2018, at the
/// size of the skull: x and y, mm. How far it moves, typically: bend, both ways together; tilt and turn, one way;
/// degrees (White & Panjabi, Clinical Biomechanics of the Spine, 1990).
const LEVELS: [(Bone, Bone, [f32; 2], [f32; 3]); 8] = [
    (Bone::C7, Bone::T1, [0.0, 0.0], [9.0, 4.0, 2.0]),
    (Bone::C6, Bone::C7, [6.07, 17.08], [17.0, 7.0, 6.0]),
    (Bone::C5, Bone::C6, [6.48, 30.15], [20.0, 8.0, 7.0]),
    (Bone::C4, Bone::C5, [9.1, 44.92], [20.0, 11.0, 7.0]),
    (Bone::C3, Bone::C4, [11.27, 62.06], [15.0, 11.0, 7.0]),
    (Bone::C2, Bone::C3, [11.78, 75.39], [10.0, 10.0, 3.0]),
    (Bone::C1, Bone::C2, [13.17, 106.17], [20.0, 5.0, 40.0]),
    (Bone::Skull, Bone::C1, [14.02, 116.96], [25.0, 5.0, 5.0]),
];
/// How many of them are below C2.
const LOW: usize = 6;
/// Their ranges together, and those of the two above: bend, tilt, turn, degrees (Vasavada et al. 1998, table 2).
const PARTS: [[f32; 3]; 2] = [[82.0, 67.0, 55.0], [40.0, 13.0, 77.0]];

/// In a bend, the one point of the middle plane that both bones carry to the same place.
#[test]
fn joints_turn_about_their_published_centres() {
    for bend in [-30.0, 30.0] {
        let placed = placed(bend, 0.0, 0.0);
        for (upper, lower, [x, y], _) in LEVELS {
            let way = placed[lower as usize].inverse() * placed[upper as usize];
            let (sine, rest) = (way.r[1].x, 1.0 - way.r[0].x);
            let across = (way.t.x * rest - way.t.y * sine) / (2.0 * rest);
            let up = (way.t.x * sine + way.t.y * rest) / (2.0 * rest);
            let off = (across - x).hypot(up - y);
            assert!(off < 3.0, "{upper:?} on {lower:?} turns about {across}, {up}: {off} mm off");
        }
    }
}

#[test]
fn every_level_takes_its_published_share() {
    const ASKED: f32 = 30.0;
    for (motion, placed) in
        [placed(ASKED, 0.0, 0.0), placed(0.0, 0.0, ASKED), placed(0.0, ASKED, 0.0)].iter().enumerate()
    {
        let mut all = 0.0;
        for (place, (upper, lower, _, degrees)) in LEVELS.into_iter().enumerate() {
            let way = placed[lower as usize].inverse() * placed[upper as usize];
            // About one axis alone, so that one of the three is not zero.
            let sine = way.r[1].x - way.r[0].y + way.r[0].z - way.r[2].x + way.r[2].y - way.r[1].z;
            let share = libm::asinf(sine / 2.0).to_degrees() / ASKED;
            let (levels, part) = if place < LOW { (&LEVELS[..LOW], 0) } else { (&LEVELS[LOW..], 1) };
            let sum: f32 = levels.iter().map(|level| level.3[motion]).sum();
            let wanted = degrees[motion] / sum * PARTS[part][motion] / (PARTS[0][motion] + PARTS[1][motion]);
            assert!((share - wanted).abs() <= 0.01, "{upper:?}, motion {motion}: {share}, not {wanted}");
            all += share;
        }
        assert!((all - 1.0).abs() < 1e-3, "motion {motion}: {all} of the whole");
    }
}

#[test]
fn the_signs_are_the_subjects() {
    let face = Vec3::new(60.0, 110.0, 0.0);
    assert!(placed(20.0, 0.0, 0.0)[0].point(face).y > face.y, "extension lifts the face");
    assert!(placed(0.0, 20.0, 0.0)[0].point(face).z < 0.0, "+ turns to the left");
    assert!(placed(0.0, 0.0, 20.0)[0].point(face).z > 0.0, "+ tilts to the right");
    assert_eq!(placed(30.0, 30.0, 30.0)[Bone::T1 as usize], Rigid::IDENTITY);
}

#[test]
fn poses_stay_within_what_necks_do() {
    let far = Pose::from_degrees(1e9, -1e9, f32::NAN);
    assert_eq!(far, Pose::from_degrees(limits::BEND.1, limits::TURN.0, 0.0));
}

/// In a chin tuck the top of the neck bends forward and the rest back; pushing the head forward does the reverse.
#[test]
fn named_movements() {
    for movement in Movement::ALL {
        assert_eq!(Movement::find(movement.id()), Some(movement));
        let (upper, lower) = movement.parts();
        let pose = Pose::from_parts(upper.into(), lower.into(), 0.0, 0.0);
        assert!((pose.upper.to_degrees() - f32::from(upper)).abs() < 1e-3, "{movement:?} {pose:?}");
        assert!((pose.lower.to_degrees() - f32::from(lower)).abs() < 1e-3, "{movement:?} {pose:?}");
    }
    let c1 = |movement: Movement| {
        let (upper, lower) = movement.parts();
        let placed = displacements(Pose::from_parts(upper.into(), lower.into(), 0.0, 0.0));
        // Where the joint below the skull goes.
        placed[Bone::C1 as usize].point(Vec3::new(14.019, 116.961, 0.0)).x - 14.019
    };
    assert!(c1(Movement::ChinTuck) < -5.0 && c1(Movement::ForwardHead) > 15.0);
    let nodding = displacements(Pose::from_parts(-10.0, 0.0, 0.0, 0.0));
    assert_eq!(nodding[Bone::C2 as usize], Rigid::IDENTITY, "a small nod moves nothing below C1");
}

#[test]
fn what_one_part_cannot_take_goes_to_the_other() {
    let degrees = |pose: Pose| (pose.upper.to_degrees().round(), pose.lower.to_degrees().round());
    assert_eq!(degrees(Pose::from_parts(-30.0, 0.0, 0.0, 0.0)), (-16.0, -14.0));
    assert_eq!(degrees(Pose::from_parts(0.0, 55.0, 0.0, 0.0)), (7.0, 48.0));
    assert_eq!(degrees(Pose::from_parts(90.0, 90.0, 0.0, 0.0)), (24.0, 36.0));
    assert_eq!(degrees(Pose::from_degrees(-50.0, 0.0, 0.0)), (-16.0, -34.0));
    assert_eq!(Pose::from_parts(f32::NAN, 0.0, f32::NAN, f32::NAN), Pose::default());
}

proptest! {
    /// Within every limit, whatever comes; and the whole is what was asked for where a neck can do it.
    #[test]
    fn parts_stay_within_their_stops(upper in -90.0_f32..90.0, lower in -90.0_f32..90.0) {
        let pose = Pose::from_parts(upper, lower, 0.0, 0.0);
        let (up, low) = (pose.upper.to_degrees(), pose.lower.to_degrees());
        let within = |angle: f32, (least, most): (f32, f32)| (least - 1e-3..=most + 1e-3).contains(&angle);
        prop_assert!(within(up, limits::UPPER) && within(low, limits::LOWER) && within(up + low, limits::BEND));
        let asked = (upper + lower).clamp(limits::BEND.0, limits::BEND.1);
        prop_assert!((up + low - asked).abs() < 1e-2, "{up} + {low} is not {asked}");
    }

    #[test]
    fn there_and_back(bend in -50.0_f32..60.0, turn in -65.0_f32..65.0, side in -40.0_f32..40.0) {
        let p = Vec3::new(12.0, 80.0, 9.0);
        for bone in placed(bend, turn, side) {
            prop_assert!((bone.inverse().point(bone.point(p)) - p).length() < 1e-3);
            // Rigid: lengths and right angles stay.
            for row in 0..3 {
                prop_assert!((bone.r[row].length() - 1.0).abs() < 1e-5);
                prop_assert!(bone.r[row].dot(bone.r[(row + 1) % 3]).abs() < 1e-5);
            }
        }
    }

    /// The left of one pose is the right of the mirrored one.
    #[test]
    fn mirrored(bend in -50.0_f32..60.0, turn in -65.0_f32..65.0, side in -40.0_f32..40.0) {
        let mirror = |p: Vec3| Vec3::new(p.x, p.y, -p.z);
        let p = Vec3::new(12.0, 80.0, 9.0);
        let (here, there) = (placed(bend, turn, side), placed(bend, -turn, -side));
        for (a, b) in here.iter().zip(&there) {
            prop_assert!((mirror(a.point(p)) - b.point(mirror(p))).length() < 1e-3);
        }
    }

    /// No joint opens: the bones on both sides of it agree where its centre is.
    #[test]
    fn joints_hold(bend in -50.0_f32..60.0, turn in -65.0_f32..65.0, side in -40.0_f32..40.0) {
        let placed = placed(bend, turn, side);
        for (upper, lower, centre) in [
            (Bone::C1, Bone::C2, Vec3::new(13.166, 106.168, 0.0)),
            (Bone::C4, Bone::C5, Vec3::new(9.095, 44.923, 0.0)),
            (Bone::C7, Bone::T1, Vec3::ZERO),
        ] {
            let apart = placed[upper as usize].point(centre) - placed[lower as usize].point(centre);
            prop_assert!(apart.length() < 1e-3);
        }
    }
}
