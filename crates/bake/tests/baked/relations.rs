//! What lies before, beside and under what: in neutral and in every movement with a name. The usual case: Gray 1918, and
//! the papers at their tests. Lines are looked at from a bone, so heights and sides are those of that bone in neutral.

mod layers;
mod vessels;

use neck::anatomy::Bone::{C1, C2, C3, C4, C5, C6, C7, Skull, T1};
use neck::math::Vec3;

use super::held::{BACK, DOWN, HELD, Held, Line, OUT, UP, in_every_pose};

/// The bump at the back of the skull, external occipital protuberance.
const BUMP: Vec3 = Vec3::new(-66.0, 141.0, 0.0);

/// Whether a point is so far below and beside the bump, within 15 mm. Mean places: Kim and others, Sci Rep 2018,
/// doi:10.1038/s41598-018-19249-6 (60 sides).
fn is_at(p: Option<Vec3>, below: f32, beside: f32) -> bool {
    p.is_some_and(|p| (BUMP.y - p.y - below).hypot(p.z - beside) < 15.0)
}

/// The bump is where the places are told from.
#[test]
fn the_bump() {
    let skin = (0..40).map(|x| Vec3::new(-50.0 - x as f32, BUMP.y, 0.0));
    let off =
        skin.map(|p| (HELD[0].gap(Skull, "skull", p), p)).min_by(|a, b| a.0.abs().total_cmp(&b.0.abs()));
    let (gap, p) = off.unwrap();
    assert!(gap.abs() < 1.0 && (p.x - BUMP.x).abs() < 5.0, "the skull's rear face is at {p:?}");
}

/// Greater occipital nerve: begins at the root of C2, turns up below the lower oblique and behind it, is then under
/// semispinalis, comes out through that, higher up through trapezius; turn and ways out at their mean places.
#[test]
fn gon() {
    in_every_pose(|held, must| {
        let nerve = held.line(C2, "greater_occipital", 0);
        let oblique = held.line(C2, "oc_inferior", 0);
        let off = (held.line(C2, "root_c2", 0).near(nerve.start()) - nerve.start()).length();
        must(off < 6.0, format!("begins {off:.1} mm off its root"));
        let turn = nerve.0[..100].iter().copied().min_by(|a, b| a.y.total_cmp(&b.y)).unwrap();
        let over = oblique.0.iter().find(|p| p.z > turn.z).map_or(turn, |p| *p);
        must(turn.y < over.y, format!("turns at {turn:?}, the oblique is at {over:?}"));
        let (behind, muscle) = Line(nerve.0[48..].to_vec()).meet(&oblique);
        must(behind.x < muscle.x, format!("rises in front of the oblique, at {behind:?}"));
        // Neither muscle is bent by more than its sheet tells between C2 and the skull.
        let nerve = held.line(Skull, "greater_occipital", 0);
        let semispinalis = nerve.comes_out(&held.sheet(Skull, "semispinalis_capitis"), BACK);
        let trapezius = nerve.comes_out(&held.sheet(Skull, "upper_trapezius"), BACK);
        must(semispinalis.is_some(), "never comes out through semispinalis".into());
        must(trapezius.is_some(), "never comes out through trapezius".into());
        let place = |p: Option<Vec3>| nerve.0.iter().position(|q| Some(*q) == p);
        must(place(semispinalis) < place(trapezius), format!("{semispinalis:?}, then {trapezius:?}"));
        if held.neutral() {
            must(is_at(Some(turn), 52.0, 30.0) && turn.x > -15.0, format!("turns at {turn:?}"));
            must(is_at(semispinalis, 28.0, 13.0), format!("leaves semispinalis at {semispinalis:?}"));
            must(is_at(trapezius, 16.0, 23.0), format!("leaves trapezius at {trapezius:?}"));
        }
    });
}

/// Third occipital nerve: touches the joint of C2 and C3 on its outer and rear face, comes out through semispinalis,
/// splenius and trapezius one after the other, and is nearer to the midline than the greater one at every height.
#[test]
fn ton() {
    in_every_pose(|held, must| {
        let nerve = held.line(C2, "third_occipital", 0);
        let joint = held.line(C2, "facet_c2c3", 0);
        let off = |p: &Vec3| (*p - joint.near(*p), *p);
        let near: Vec<_> = nerve.0.iter().map(off).filter(|(off, _)| off.length() < 10.0).collect();
        let through = near.iter().find(|(off, _)| off.length() < 4.0);
        must(through.is_none(), format!("goes through the joint: {through:?}"));
        must(near.iter().any(|(off, _)| off.z > 6.0), "does not touch the joint's outer face".into());
        must(near.iter().any(|(off, _)| off.x < -5.0), "does not touch the joint's rear face".into());
        let greater = held.line(C2, "greater_occipital", 0);
        for p in nerve.0.iter().filter(|p| p.y > 90.0) {
            let beside = greater.0[48..].iter().min_by_key(|q| ((q.y - p.y).abs() * 100.0) as u32).unwrap();
            must(p.z < beside.z, format!("{p:?} is beside the greater nerve at {beside:?}"));
        }
        let out = ["semispinalis_capitis", "splenius_capitis", "upper_trapezius"]
            .map(|id| nerve.comes_out(&held.sheet(C2, id), BACK));
        let place = |p: Option<Vec3>| nerve.0.iter().position(|q| Some(*q) == p);
        must(out.iter().all(Option::is_some), format!("comes out at {out:?}"));
        must(out.map(place).is_sorted(), format!("comes out at {out:?}"));
        if held.neutral() {
            for (out, [below, beside]) in out.iter().zip([[61.0, 12.0], [59.0, 10.0], [44.0, 13.0]]) {
                must(is_at(*out, below, beside), format!("comes out at {out:?}, not {below} / {beside}"));
            }
        }
    });
}

/// Where a nerve comes from behind the sternocleidomastoid: the point nearest to its rear edge, and which part of the
/// edge, from below, that is.
fn leaves(held: &Held, id: &str, way: [f32; 2]) -> (Vec3, Vec3, f32) {
    let line = held.line(C4, id, 0);
    let [from, to] = way.map(|part| (part * (line.0.len() - 1) as f32) as usize);
    let edge = held.fibre(C4, "scm_clavicular", 0, 1.0);
    let (p, q) = Line(line.0[from..=to].to_vec()).meet(&edge);
    let place = edge.0.iter().position(|at| *at == q).unwrap();
    (p, q, place as f32 / (edge.0.len() - 1) as f32)
}

/// Lesser occipital nerve: begins farther in than the sternocleidomastoid, meets its rear edge near the middle, and
/// from there to the skull stays within 10 mm of that edge, never before it by more than 5.
#[test]
fn lon() {
    in_every_pose(|held, must| {
        let (nerve, edge) = (held.line(C4, "lesser_occipital", 0), held.fibre(C4, "scm_clavicular", 0, 1.0));
        let first = edge.near(nerve.start());
        must(nerve.start().z < first.z - 8.0, format!("begins at {:?}", nerve.start()));
        let (p, q, part) = leaves(held, "lesser_occipital", [0.0, 0.3]);
        must((p - q).length() < 8.0 && (0.35..0.65).contains(&part), format!("{part:.2} of the edge, {p:?}"));
        for p in &nerve.0[60..116] {
            let edge = edge.near(*p);
            let off = (*p - edge).length();
            must(off < 10.0 && p.x < edge.x + 5.0, format!("{p:?} is {off:.1} mm from the edge at {edge:?}"));
        }
    });
}

/// Great auricular nerve: meets the rear edge of the sternocleidomastoid just below the lesser occipital nerve; from
/// there on the muscle is farther in than the nerve.
#[test]
fn gan() {
    in_every_pose(|held, must| {
        let (p, q, part) = leaves(held, "great_auricular", [0.0, 0.35]);
        must((p - q).length() < 10.0 && (0.3..0.65).contains(&part), format!("{part:.2} of the edge, {p:?}"));
        let lesser = leaves(held, "lesser_occipital", [0.0, 0.3]).2;
        must(
            (0.0..0.2).contains(&(lesser - part)),
            format!("{part:.2}, the lesser nerve {lesser:.2} of the edge"),
        );
        let (nerve, muscle) = (held.line(C4, "great_auricular", 0), held.sheet(C4, "scm"));
        let over: Vec<_> = nerve.0[90..].iter().filter_map(|p| Some((p, muscle.beyond(*p, OUT)?))).collect();
        must(over.len() > 50, "is not over the muscle".into());
        for (p, far) in over {
            must(far < -1.0, format!("{p:?} has the muscle {far:.1} mm outside"));
        }
    });
}

/// Accessory nerve: where sternocleidomastoid and trapezius are at its height, they are farther out; levator is farther
/// in; it leaves the rear edge of the first higher than both skin nerves, and ends under trapezius.
#[test]
fn xi() {
    in_every_pose(|held, must| {
        let nerve = held.line(C4, "spinal_accessory", 0);
        let side = Vec3::new(-0.6, 0.0, 0.8);
        // Where the front edge of trapezius slides over it, both may touch.
        let least = if held.neutral() { 1.0 } else { -0.5 };
        let muscles = [("scm", OUT, 1.0), ("levator_scapulae", OUT, -1.0), ("upper_trapezius", side, 1.0)];
        for (id, way, sign) in muscles {
            let sheet = held.sheet(C4, id);
            let hits: Vec<_> = nerve.0.iter().filter_map(|p| Some((p, sheet.beyond(*p, way)?))).collect();
            must(hits.len() > 15, format!("passes {id} at {} places", hits.len()));
            for (p, far) in hits {
                must(far * sign > least, format!("{id} is {far:.1} mm outside {p:?}"));
            }
        }
        let room = if held.neutral() { 0.0 } else { 0.05 };
        let exit = |id, way| leaves(held, id, way).2;
        let (own, lesser) = (exit("spinal_accessory", [0.0, 1.0]), exit("lesser_occipital", [0.0, 0.3]));
        let great = exit("great_auricular", [0.0, 0.35]);
        must(
            own > lesser.max(great) - room && own < 0.85,
            format!("{own:.2}, {lesser:.2}, {great:.2} of the edge"),
        );
    });
}

/// The roots of the arm's nerves.
const TO_THE_ARM: [&str; 5] = ["root_c5", "root_c6", "root_c7", "root_c8", "root_t1"];

/// Roots: under each is its own vertebra (of C8 and T1 the one below), over it the one above; over the first one the
/// skull or its opening.
#[test]
fn roots() {
    let roots = ["root_c1", "root_c2", "root_c3", "root_c4"].into_iter().chain(TO_THE_ARM);
    let bones = [C1, C2, C3, C4, C5, C6, C7, T1, T1];
    let names = ["skull", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "t2"];
    for (i, (id, bone)) in roots.zip(bones).enumerate() {
        in_every_pose(|held, must| {
            let line = held.line(bone, id, 0);
            // Between the pedicles.
            let part = match id {
                "root_t1" => 0.16,
                id if TO_THE_ARM.contains(&id) => 0.27,
                _ => 0.5,
            };
            let p = line.part(part);
            let [over, under] = [UP, DOWN].map(|way| held.bone(bone, p, way, 25.0));
            must(
                (over.unwrap_or("skull"), under) == (names[i], Some(names[i + 1])),
                format!("{id}: {over:?}, {under:?}"),
            );
        });
    }
}

/// Roots of the arm's nerves and the subclavian artery: nearest to the anterior scalene they are behind it, nearest to
/// the middle one before it; farther out the first rib is under them.
#[test]
fn plexus() {
    const SCALENES: [(&str, usize, f32); 4] = [
        ("scalene_anterior", 0, 1.0),
        ("scalene_anterior", 1, 1.0),
        ("scalene_middle", 0, -1.0),
        ("scalene_middle", 1, -1.0),
    ];
    for id in TO_THE_ARM.into_iter().chain(["subclavian_artery"]) {
        in_every_pose(|held, must| {
            let line = held.line(T1, id, 0);
            // Between the side processes the muscles are not there yet.
            let outer = Line(line.0.iter().copied().filter(|p| p.z > 32.0).collect());
            for (muscle, belly, sign) in SCALENES {
                let (p, q) = outer.meet(&held.line(T1, muscle, belly));
                // What ends lower than the root runs may lie far inside it.
                let passes = belly == 0 || (p - q).length() < 10.0;
                let fine = (q.x - p.x) * sign > 0.0;
                must(fine || !passes, format!("{id} at {p:?} passes {muscle} on the wrong side, {q:?}"));
            }
            let over = line.0.iter().any(|p| held.bone(T1, *p, DOWN, 20.0) == Some("rib1"));
            must(over, format!("{id} is not over the first rib"));
        });
    }
}

/// Phrenic nerve: on its way down it is in front of the anterior scalene, within 9 mm, first outside its middle line and
/// then inside; sternocleidomastoid and jugular vein are in front of it or outside.
#[test]
fn phrenic() {
    in_every_pose(|held, must| {
        let (nerve, vein) = (held.line(T1, "phrenic_nerve", 0), held.line(T1, "jugular_vein", 0));
        let (muscle, cover) = (held.line(T1, "scalene_anterior", 0), held.sheet(T1, "scm"));
        let mut sides = Vec::new();
        for y in [30.0, 20.0, 10.0, 0.0, -10.0, -20.0] {
            let (Some(p), Some(q), Some(v)) = (nerve.at(y), muscle.at(y), vein.at(y)) else { continue };
            let off = (p - muscle.near(p)).length();
            must(p.x > q.x && off < 9.0, format!("{p:?} is {off:.1} mm from the muscle at {q:?}"));
            must(v.x > p.x, format!("{p:?} is before the vein at {v:?}"));
            let front = cover.beyond(p, OUT);
            must(front.is_none_or(|far| far > 0.0), format!("{p:?} is outside the sternocleidomastoid"));
            sides.push(p.z - q.z);
        }
        must(
            sides.len() > 4 && sides[0] > 0.0 && sides[sides.len() - 1] < -4.0,
            format!("{sides:.1?} mm outside"),
        );
    });
}
