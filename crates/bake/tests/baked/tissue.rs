//! Muscles begin and end on the bones they belong to, do not run through them, and change their lengths as published.

use std::sync::LazyLock;

use neck::anatomy::{Bone, Kind, StructureId};
use neck::math::Vec3;
use neck::motion::{Movement, Pose, displacements};
use neck::tissue::{Form, Section, Side, rides, strands};

use bake::sdf::Placed;
use bake::vec::{V3, v};
use bake::{bones, lengths};

/// Every bone with what it rides on.
pub(crate) static SOLIDS: LazyLock<Vec<(&str, Bone, Placed)>> = LazyLock::new(|| {
    let named = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1"];
    let neck = named.into_iter().zip(Bone::VERTEBRAE).map(|(id, bone)| (id, bone, bones::bone(bone)));
    let rest = bones::rest().into_iter().filter(bones::Recipe::is_body).map(|recipe| {
        let [on, _] = StructureId::find(recipe.id).unwrap().get().bones.unwrap();
        (recipe.id, on, recipe.solid)
    });
    neck.chain(rest).collect()
});

pub(crate) fn point(p: Vec3) -> V3 {
    v(f64::from(p.x), f64::from(p.y), f64::from(p.z))
}

/// How far a point of a section is from the nearest bone that goes with it, mm; negative inside.
fn off(section: &Section, part: f32) -> f64 {
    let p = point(section.middle.mm() + section.half.mm() * part);
    let with = SOLIDS.iter().filter(|(_, on, _)| Some(*on) == section.on);
    with.map(|(_, _, solid)| solid.distance(p)).fold(f64::MAX, f64::min)
}

#[test]
fn each_end_is_on_its_bone() {
    let mut wrong = Vec::new();
    for muscle in strands().filter(|strand| strand.kind == Kind::Muscle) {
        for belly in muscle.bellies {
            for end in [&belly[0], &belly[belly.len() - 1]] {
                // What comes from below the third chest bone fades out at the picture's edge.
                if end.middle.mm().y < -45.0 {
                    continue;
                }
                let nearest = [-1.0, -0.5, 0.0, 0.5, 1.0].map(|part| off(end, part)).into_iter();
                let nearest = nearest.fold(f64::MAX, f64::min);
                let middle = off(end, 0.0);
                if !(-6.5..2.5).contains(&nearest) || middle > 9.0 {
                    wrong.push(format!("{} ends {nearest:.1} mm off, its middle {middle:.1}", muscle.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The middle line of a belly lies in no bone: in neutral and in every movement with a name.
#[test]
fn no_belly_runs_through_a_bone() {
    let movements = Movement::ALL.map(|movement| {
        let (upper, lower) = movement.parts();
        (movement.id(), Pose::from_parts(f32::from(upper), f32::from(lower), 0.0, 0.0), 4.0)
    });
    let mut wrong = Vec::new();
    for (name, pose, most) in movements.into_iter().chain([("neutral", Pose::default(), 2.0)]) {
        let placed = displacements(pose);
        let rides = rides(&placed);
        // A joint's capsule reaches over the bones it joins; the braincase is solid here.
        let among = strands().filter(|strand| strand.kind != Kind::Cartilage && strand.id != "brainstem");
        for muscle in among {
            for line in neck::tissue::lines(muscle, Side::Right, &rides) {
                for p in &line[3..line.len() - 3] {
                    for (id, on, solid) in SOLIDS.iter() {
                        let deep = -solid.distance(point(placed[*on as usize].inverse().point(*p)));
                        if deep > most {
                            wrong
                                .push(format!("{name}: {} is {deep:.1} mm deep in {id} at {p:?}", muscle.id));
                        }
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Change of length from neutral, mm, by the names of `muscle-lengths`: straight lines of the right side in the model by
/// Mortensen, Vasavada & Merryweather, `PLoS` ONE 2018;13(6):e0199912, its neck at the scale of its skull.
const PUBLISHED: [(&str, &str, f32); 32] = [
    ("stern_mast", "rotate_left_45", -7.3),
    ("cleid_occ", "rotate_left_45", -10.2),
    ("cleid_mast", "rotate_left_45", -2.8),
    ("stern_mast", "rotate_right_45", 8.4),
    ("stern_mast", "bend_right_30", -21.3),
    ("stern_mast", "flexion_30", -8.0),
    ("splen_cap_sklthx", "rotate_right_45", -9.8),
    ("splen_cap_sklc6", "rotate_right_45", -6.8),
    ("splen_cap_sklthx", "rotate_left_45", 17.2),
    ("splen_cap_sklthx", "extension_30", -23.4),
    ("splen_cerv_c3thx", "rotate_right_45", -2.6),
    ("semi_cap_sklthx", "extension_30", -27.2),
    ("semi_cap_sklthx", "flexion_30", 26.0),
    ("trap_cl", "rotate_left_45", -29.1),
    ("trap_cl", "bend_right_30", -28.4),
    ("levator_scap", "bend_right_30", -15.9),
    ("levator_scap", "flexion_30", 11.4),
    ("obl_cap_inf", "rotate_right_45", -11.4),
    ("rectcap_post_maj", "rotate_right_45", -1.9),
    ("rectcap_post_maj", "extension_30", -7.9),
    ("rectcap_post_min", "extension_30", -3.4),
    ("obl_cap_sup", "extension_30", -1.2),
    ("scalenus_ant", "bend_right_30", -8.2),
    ("scalenus_med", "bend_right_30", -12.4),
    ("scalenus_post", "bend_right_30", -6.3),
    ("scalenus_ant", "flexion_30", -2.8),
    ("long_cap_sklc4", "flexion_30", -2.1),
    ("long_col_c1thx", "flexion_30", -5.9),
    ("longissi_cap_sklc6", "bend_right_30", -14.4),
    ("longissi_cap_sklc6", "extension_30", -10.3),
    ("semi_cerv_c3thx", "extension_30", -12.7),
    ("Sterno_hyoid", "extension_30", 13.8),
];

/// No size is published for these: the opposite of a row above is expected, as roughly.
const OPPOSITE: [(&str, &str, f32); 2] =
    [("obl_cap_inf", "rotate_left_45", 11.4), ("levator_scap", "extension_30", -11.4)];

/// Each goes the same way as the published line, within 35 per cent or 3 mm of it.
#[test]
fn lengths_change_as_published() {
    let text = lengths::csv(&lengths::poses());
    let mm = |line: &str, pose: &str| -> f32 {
        let row = text.lines().find_map(|row| row.strip_prefix(&format!("{line},{pose},")));
        row.unwrap_or_else(|| panic!("no {line} at {pose}")).parse().unwrap()
    };
    let mut wrong = Vec::new();
    for (line, pose, expected) in PUBLISHED.into_iter().chain(OPPOSITE) {
        let change = mm(line, pose) - mm(line, "neutral");
        println!("{line} at {pose}: {change:.1} mm, expected {expected}");
        let room = (0.35 * expected.abs()).max(3.0);
        if (change - expected).abs() > room || change * expected <= 0.0 {
            wrong.push(format!("{line} at {pose} changes by {change:.1} mm, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The demonstrations of the page: chin poked forward, what tips the head back is short, what holds the neck is long.
#[test]
fn a_poked_chin_shortens_and_lengthens_what_it_should() {
    let poked = Pose::from_parts(18.0, -20.0, 0.0, 0.0);
    for (id, least, most) in [
        ("rcp_major", -40.0, -10.0),
        ("rcp_minor", -35.0, -8.0),
        ("oc_superior", -12.0, -2.0),
        ("semispinalis_cervicis", 4.0, 22.0),
        ("levator_scapulae", 3.0, 18.0),
    ] {
        let muscle = strands().find(|muscle| muscle.id == id).unwrap();
        let length =
            |pose| neck::tissue::lengths(muscle, Side::Right, &rides(&displacements(pose))).next().unwrap();
        let percent = (length(poked) / length(Pose::default()) - 1.0) * 100.0;
        println!("{id}: {percent:.0} %");
        assert!((least..most).contains(&percent), "{id} changes by {percent:.1} per cent");
    }
}

/// No path jumps: a tenth of a degree changes no length by more than 0.3 mm.
#[test]
fn lengths_change_without_a_jump() {
    let length = |pose: Pose| -> Vec<f32> {
        let rides = rides(&displacements(pose));
        strands()
            .flat_map(|muscle| neck::tissue::lengths(muscle, Side::Right, &rides).collect::<Vec<_>>())
            .collect()
    };
    for axis in 0..3 {
        let mut before: Option<Vec<f32>> = None;
        for tenth in -450..=450 {
            let mut angles = [0.0; 3];
            angles[axis] = tenth as f32 * 0.1;
            let now = length(Pose::from_degrees(angles[0], angles[1], angles[2]));
            let step = before.iter().flat_map(|before| before.iter().zip(&now));
            let most = step.map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            assert!(most <= 0.3, "{most} mm at {angles:?}");
            before = Some(now);
        }
    }
}

/// What shortens widens: a section grows in both directions, so the volume stays.
#[test]
fn a_belly_keeps_its_volume() {
    let pose = Pose::from_degrees(30.0, 0.0, 0.0);
    let placed = displacements(pose);
    let rides = rides(&placed);
    let still = neck::tissue::rides(&displacements(Pose::default()));
    for muscle in strands().filter(|muscle| muscle.form == Form::Belly) {
        let before: Vec<f32> = neck::tissue::lengths(muscle, Side::Right, &still).collect();
        let after: Vec<f32> = neck::tissue::lengths(muscle, Side::Right, &rides).collect();
        let widths = neck::tissue::widths(muscle, Side::Right, &rides);
        for ((before, after), width) in before.iter().zip(&after).zip(widths) {
            let volume = width * width * after / before;
            assert!((volume - 1.0).abs() < 0.05, "{}: {volume} of its volume", muscle.id);
        }
    }
}
