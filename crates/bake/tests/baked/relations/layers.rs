//! Muscles behind, before and under each other; the canal. Gray 1918.

use neck::anatomy::Bone::{C1, C2, C3, C4, C5, C6, C7, Skull, T1};
use neck::math::Vec3;

use crate::held::{BACK, FORTH, Line, OUT, in_every_pose};

/// Straight muscles under the skull: the minor one is nearer to the midline, the major one goes farther out on its way
/// up than it.
#[test]
fn rcp() {
    in_every_pose(|held, must| {
        let [minor, major] = ["rcp_minor", "rcp_major"].map(|id| held.line(C2, id, 0));
        let mean = |line: &Line| line.0.iter().map(|p| p.z).sum::<f32>() / line.0.len() as f32;
        must(mean(&minor) + 3.0 < mean(&major), format!("{:.1}, {:.1}", mean(&minor), mean(&major)));
        let out = |line: &Line| line.part(1.0).z - line.start().z;
        must(out(&major) > out(&minor) + 5.0, format!("{:.1}, {:.1}", out(&major), out(&minor)));
        must(major.start().y < minor.start().y, "the major one begins higher".into());
    });
}

/// Layers at the back: on a way from behind each muscle comes after the ones outside it,
/// in movements with 2 mm of room.
#[test]
fn back_layers() {
    const ORDER: [&[&str]; 5] = [
        &["upper_trapezius", "trapezius_middle"],
        &["splenius_capitis"],
        &["semispinalis_capitis"],
        &["semispinalis_cervicis", "rcp_major", "rcp_minor", "oc_inferior", "oc_superior"],
        &["multifidus"],
    ];
    in_every_pose(|held, must| {
        let room = if held.neutral() { 0.0 } else { 2.0 };
        for (bone, y) in [(C1, 112.0), (C2, 92.0), (C3, 76.0), (C4, 60.0), (C5, 44.0), (C6, 30.0), (C7, 14.0)]
        {
            let sheets =
                ORDER.map(|ids| ids.iter().map(|id| (*id, held.sheet(bone, id))).collect::<Vec<_>>());
            for z in [6.0, 10.0, 14.0, 18.0, 22.0] {
                let from = Vec3::new(-100.0, y, z);
                let mut last = (-100.0, "the skin");
                for layer in &sheets {
                    let hits = layer.iter().filter_map(|(id, sheet)| Some((sheet.beyond(from, FORTH)?, *id)));
                    let hits: Vec<_> = hits.collect();
                    for (far, id) in &hits {
                        must(
                            *far > last.0 - room,
                            format!("at {y}, {z}: {id} at {far:.1}, {} at {:.1}", last.1, last.0),
                        );
                    }
                    last = hits.into_iter().min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or(last);
                }
            }
        }
        let outer = [("scm", "splenius_capitis"), ("splenius_capitis", "longissimus_capitis")];
        for (outer, inner) in outer {
            let (sheet, line) = (held.sheet(Skull, outer), held.line(Skull, inner, 0));
            let upper = line.0.iter().filter(|p| p.y > 100.0);
            for (p, far) in upper.filter_map(|p| Some((p, sheet.beyond(*p, OUT)?))) {
                must(far > 0.0, format!("{inner} at {p:?} is outside {outer}"));
            }
        }
    });
}

/// The outermost stays outermost: from behind, and from behind and the side, trapezius is met before what lies under
/// it, surface for surface, with 2 mm of room.
#[test]
fn outermost_stays_outermost() {
    let ways = [FORTH, Vec3::new(0.8, 0.0, -0.6)];
    in_every_pose(|held, must| {
        let trapezius = ["upper_trapezius", "trapezius_middle"].map(|id| held.surface(id));
        let mut met = 0;
        for id in ["splenius_capitis", "semispinalis_capitis", "levator_scapulae"] {
            let under = held.surface(id);
            for way in ways {
                for (y, z) in (0..14).flat_map(|y| (1..14).map(move |z| (y as f32 * 10.0, z as f32 * 5.0))) {
                    let from = Vec3::new(-60.0, y, z) + way * -200.0;
                    let outer =
                        trapezius.iter().filter_map(|sheet| sheet.first(from, way)).min_by(f32::total_cmp);
                    let (Some(outer), Some(inner)) = (outer, under.first(from, way)) else { continue };
                    met += 1;
                    let deep = outer - inner;
                    must(deep < 2.0, format!("{id} pokes {deep:.1} mm out at {:?}", from + way * inner));
                }
            }
        }
        must(met > 100, format!("only {met} places met"));
    });
}

/// Layers in front: both longi lie on the front of the spine, in it by 2.5 mm at most and off it by 9; scalenes are
/// outside them, the straps before the voice box, and that before the longi.
#[test]
fn front_layers() {
    in_every_pose(|held, must| {
        for (bone, id) in [(C2, "C2"), (C3, "C3"), (C4, "C4"), (C5, "C5"), (C6, "C6"), (C7, "C7")] {
            for muscle in ["longus_colli", "longus_capitis"] {
                let line = held.line(bone, muscle, 0);
                let own = |p: &&Vec3| held.bone(bone, **p, BACK, 12.0) == Some(id);
                for p in line.0.iter().filter(own) {
                    let gap = held.gap(bone, id, *p);
                    must((-2.5..9.0).contains(&gap), format!("{muscle} is {gap:.1} mm off {id}"));
                }
            }
        }
        let longus = held.line(C5, "longus_capitis", 0);
        for scalene in ["scalene_anterior", "scalene_middle"] {
            let (q, p) = longus.meet(&held.line(C5, scalene, 0));
            must(p.z > q.z, format!("{scalene} at {p:?} is inside longus, {q:?}"));
        }
        let strap = held.line(C4, "sternohyoid", 0);
        let seen = |way| {
            strap.0.iter().filter(|p| held.bone(C4, **p, way, 12.0) == Some("thyroid_cartilage")).count()
        };
        must(seen(BACK) > 4 && seen(FORTH) == 0, format!("sternohyoid: {}, {}", seen(BACK), seen(FORTH)));
        let longus = held.line(C4, "longus_colli", 0);
        let before = longus.at(40.0).and_then(|p| held.bone(C4, p + OUT * 4.0, FORTH, 40.0));
        must(before == Some("thyroid_cartilage"), format!("before longus colli is {before:?}"));
    });
}

/// The cord: bone is 3 mm off its middle everywhere, the rear longitudinal ligament before it, the yellow ones behind;
/// at C1 the peg stands 1.5 to 3.5 mm behind the arch, then come transverse ligament and cord.
#[test]
fn canal() {
    in_every_pose(|held, must| {
        for (id, bone) in
            ["C1", "C2", "C3", "C4", "C5", "C6", "C7"].into_iter().zip([C1, C2, C3, C4, C5, C6, C7])
        {
            let (cord, before) =
                (held.line(bone, "cervical_cord", 0), held.line(bone, "posterior_longitudinal", 0));
            for p in &cord.0[12..] {
                let gap = held.gap(bone, id, *p);
                must(gap > 3.0, format!("{p:?} is {gap:.1} mm off {id}"));
                let ligament = before.at(p.y).map_or(f32::MAX, |q| q.x);
                must(ligament > p.x + 2.0, format!("{p:?} is before the ligament at {ligament:.1}"));
            }
        }
        for (belly, bone) in [C3, C4, C5, C6, C7, T1].into_iter().enumerate() {
            let cord = held.line(bone, "cervical_cord", 0);
            for q in held.line(bone, "ligamenta_flava", belly).0 {
                let p = cord.near(q);
                must(q.x < p.x - 2.0, format!("{p:?} is behind a yellow ligament at {q:?}"));
            }
        }
        let peg = (0..400).map(|i| Vec3::new(10.0 + i as f32 * 0.05, 113.0, 0.0));
        let free: Vec<_> = peg
            .filter(|p| held.gap(C1, "C2", *p) > 0.0 && held.gap(C1, "C1", *p) > 0.0)
            .filter(|p| {
                held.bone(C1, *p, FORTH, 6.0) == Some("C1") && held.bone(C1, *p, BACK, 6.0) == Some("C2")
            })
            .collect();
        let gap = free.len() as f32 * 0.05;
        must((1.5..3.5).contains(&gap), format!("the peg is {gap:.1} mm behind the arch"));
        let ligament = held.line(C1, "transverse_atlas", 0).start();
        let cord = held.line(C1, "cervical_cord", 0).at(113.0).unwrap();
        must(
            free.iter().all(|p| p.x > ligament.x) && ligament.x > cord.x + 3.0,
            format!("{ligament:?}, {cord:?}"),
        );
        must(held.bone(C1, ligament, FORTH, 4.0) == Some("C2"), "the ligament is not behind the peg".into());
    });
}
