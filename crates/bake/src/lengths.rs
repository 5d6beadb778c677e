//! Lengths of muscle lines in a pose, by the names that neck models have for them.

use std::fmt::Write;

use neck::motion::{Pose, displacements};
use neck::tissue::{Side, fibres, length, rides, strands};

/// A line of the right side: which belly of which muscle, how far across it, and which of its places, from the lower
/// end (0) to the upper (24). A published line that begins higher than our belly is measured from there.
struct Line {
    name: &'static str,
    muscle: &'static str,
    belly: usize,
    across: f32,
    from: usize,
    to: usize,
}

const TOP: usize = 24;

const fn line(name: &'static str, muscle: &'static str, belly: usize, across: f32) -> Line {
    part(name, muscle, belly, across, [0, TOP])
}

const fn part(
    name: &'static str,
    muscle: &'static str,
    belly: usize,
    across: f32,
    [from, to]: [usize; 2],
) -> Line {
    Line { name, muscle, belly, across, from, to }
}

/// Names: the model by Mortensen, Vasavada & Merryweather, `PLoS` ONE 2018;13(6):e0199912; of multifidus those by the
/// bones that it joins.
const LINES: [Line; 39] = [
    line("stern_mast", "scm_sternal", 0, 0.0),
    line("cleid_mast", "scm_clavicular", 0, -1.0),
    line("cleid_occ", "scm_clavicular", 0, 1.0),
    line("trap_cl", "upper_trapezius", 0, -0.8),
    line("trap_acr", "trapezius_middle", 0, -1.0),
    part("splen_cap_sklc6", "splenius_capitis", 0, 1.0, [6, TOP]),
    line("splen_cap_sklthx", "splenius_capitis", 0, 0.0),
    line("splen_cerv_c3thx", "splenius_cervicis", 0, 0.0),
    part("semi_cap_sklc5", "semispinalis_capitis", 0, -1.0, [12, TOP]),
    part("semi_cap_sklthx", "semispinalis_capitis", 0, 0.0, [6, TOP]),
    line("semi_cerv_c3thx", "semispinalis_cervicis", 0, 0.0),
    part("longissi_cap_sklc6", "longissimus_capitis", 0, 0.0, [12, TOP]),
    line("longissi_cerv_c4thx", "longissimus_cervicis", 0, 0.0),
    line("iliocost_cerv_c5rib", "iliocostalis_cervicis", 0, 0.0),
    line("levator_scap", "levator_scapulae", 0, 0.0),
    line("scalenus_ant", "scalene_anterior", 0, 0.0),
    line("scalenus_med", "scalene_middle", 0, 0.0),
    line("scalenus_post", "scalene_posterior", 0, 0.0),
    line("long_cap_sklc4", "longus_capitis", 0, 0.0),
    line("long_col_c1thx", "longus_colli", 0, 0.0),
    part("long_col_c1c5", "longus_colli", 0, -1.0, [12, TOP]),
    part("long_col_c5thx", "longus_colli", 0, -1.0, [0, 12]),
    line("rectcap_post_maj", "rcp_major", 0, 0.0),
    line("rectcap_post_min", "rcp_minor", 0, 0.0),
    line("obl_cap_sup", "oc_superior", 0, 0.0),
    line("obl_cap_inf", "oc_inferior", 0, 0.0),
    line("supmult-C4-5-C2", "multifidus", 0, 0.0),
    line("deepmult-C6-7-C4", "multifidus", 1, 0.0),
    line("deepmult-T1-C6", "multifidus", 2, 0.0),
    part("digastric_ant", "digastric", 0, 0.0, [0, 12]),
    part("digastric_post", "digastric", 0, 0.0, [12, TOP]),
    line("Geniohyoid", "geniohyoid", 0, 0.0),
    line("Mylohyoid_Ant", "mylohyoid", 0, -1.0),
    line("Mylohyoid_Post", "mylohyoid", 0, 1.0),
    line("Stylohyoid_Lat", "stylohyoid", 0, 1.0),
    line("Stylohyoid_Med", "stylohyoid", 0, -1.0),
    line("Sterno_hyoid", "sternohyoid", 0, 0.0),
    line("SternoThyroid", "sternothyroid", 0, 0.0),
    part("Omo_hyoid", "omohyoid", 0, 0.0, [12, TOP]),
];

/// The seven poses that published lengths are compared in: extension, turn to the left, tilt to the right, degrees.
const POSES: [(&str, [f32; 3]); 7] = [
    ("neutral", [0.0, 0.0, 0.0]),
    ("flexion_30", [-30.0, 0.0, 0.0]),
    ("extension_30", [30.0, 0.0, 0.0]),
    ("bend_right_30", [0.0, 0.0, 30.0]),
    ("bend_left_30", [0.0, 0.0, -30.0]),
    ("rotate_left_45", [0.0, 45.0, 0.0]),
    ("rotate_right_45", [0.0, -45.0, 0.0]),
];

/// Those seven, with their names.
pub fn poses() -> Vec<(&'static str, Pose)> {
    POSES.map(|(name, [bend, turn, side])| (name, Pose::from_degrees(bend, turn, side))).into()
}

/// Every line in every pose as CSV: `line,pose,mm`.
pub fn csv(poses: &[(&str, Pose)]) -> String {
    let mut text = "line,pose,mm\n".to_owned();
    let posed: Vec<_> = poses.iter().map(|(name, pose)| (name, rides(&displacements(*pose)))).collect();
    for Line { name, muscle, belly, across, from, to } in LINES {
        let strand = strands().find(|strand| strand.id == muscle);
        for (pose_name, rides) in &posed {
            let fibre = strand.and_then(|strand| fibres(strand, Side::Right, rides, across).nth(belly));
            let mm = fibre.map_or(0.0, |fibre| length(&fibre[from..=to]));
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{name},{pose_name},{mm:.2}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_length_in_every_pose() {
        let text = csv(&poses());
        let rows: Vec<&str> = text.lines().collect();
        assert_eq!(rows[0], "line,pose,mm");
        assert_eq!(rows.len(), 1 + LINES.len() * POSES.len());
        for row in &rows[1..] {
            let cells: Vec<&str> = row.split(',').collect();
            let mm = cells[2].parse::<f32>().unwrap_or_default();
            assert!(cells.len() == 3 && (10.0..260.0).contains(&mm), "{row}");
        }
    }

    #[test]
    fn the_line_from_breastbone_to_mastoid_is_short_when_the_face_turns_away() {
        let text = csv(&poses());
        let mm = |pose: &str| {
            let row = text.lines().find_map(|row| row.strip_prefix(&format!("stern_mast,{pose},")));
            row.and_then(|mm| mm.parse::<f32>().ok()).unwrap_or_default()
        };
        assert!(mm("rotate_left_45") < mm("neutral") - 3.0, "{text}");
        assert!(mm("rotate_right_45") > mm("neutral") + 3.0, "{text}");
    }
}
