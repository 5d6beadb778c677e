//! The numbers of C3 to C7.

use neck::anatomy::Bone;

/// The numbers of one vertebra, mm and degrees, in the bone's own frame.
#[derive(Debug, Clone, Copy)]
pub struct Numbers {
    pub bone: Bone,
    pub upper: Bone,
    pub lower: Bone,
    /// Body, front to back (14.7 to 15.7 above, 15.7 to 16.3 below: Rohtak, n = 164).
    pub depth: f64,
    /// Width of the lower and of the upper endplate (19.4 to 23.0 and 20.2 to 23.8, C3 to C6: Rohtak).
    pub width: (f64, f64),
    /// Body height at the rims; 2 less in the hollow middle (10.7 to 12.0 in front: Rohtak; 10.9 ± 1.4: Eur J Anat 2020).
    pub height: f64,
    /// How far the uncinate lips stand up at the sides (4 to 6 in textbooks, measured from the hollow).
    pub lips: f64,
    /// Canal, front to back and across (12.3 x 22.0 on dry bones: Eur J Anat 2020; 12 to 15 x 22 to 25).
    pub canal: (f64, f64),
    /// Half the distance between the tips of the transverse processes (50 to 55 across C3 to C5, 66 to 72 at C7).
    pub reach: f64,
    /// Size of the anterior (C6: the carotid tubercle) and of the posterior tubercle, 1 = between C4's and C5's.
    pub tubercles: (f64, f64),
    /// Radius of the foramen transversarium (5 to 7 wide in C1 to C6, small in C7).
    pub foramen: f64,
    /// How far the transverse process is swept back.
    pub sweep: f64,
    /// Spinous process behind the laminae (free length 15.3 ± 4.3: Eur J Anat 2020; C7 longest).
    pub spine: f64,
    /// How far its tip lies below its root.
    pub drop: f64,
    /// Half the distance between the two tips of the spine, widest at C5 and least at C6; 0 for a single knob.
    pub fork: f64,
    /// Height and thickness of the spine, 1 = C5's.
    pub stout: f64,
    /// Half-axes of the pillar, front to back and across (facets are 10 to 12 mm each way in textbooks).
    pub pillar: (f64, f64),
}

pub const C3: Numbers = Numbers {
    bone: Bone::C3,
    upper: Bone::C2,
    lower: Bone::C4,
    depth: 15.2,
    width: (19.4, 20.2),
    height: 12.6,
    lips: 4.6,
    canal: (13.9, 22.6),
    reach: 24.8,
    tubercles: (0.75, 0.85),
    foramen: 2.8,
    sweep: 0.0,
    spine: 13.4,
    drop: 3.6,
    fork: 2.9,
    stout: 0.82,
    pillar: (5.6, 5.6),
};

pub const C4: Numbers = Numbers {
    bone: Bone::C4,
    upper: Bone::C3,
    lower: Bone::C5,
    depth: 15.2,
    width: (20.4, 21.2),
    height: 13.2,
    lips: 4.8,
    canal: (14.0, 23.2),
    reach: 25.6,
    tubercles: (0.9, 0.95),
    foramen: 2.9,
    sweep: 0.3,
    spine: 15.0,
    drop: 6.0,
    fork: 3.7,
    stout: 0.94,
    pillar: (5.7, 5.8),
};

pub const C5: Numbers = Numbers {
    bone: Bone::C5,
    upper: Bone::C4,
    lower: Bone::C6,
    depth: 15.4,
    width: (21.4, 22.0),
    height: 13.2,
    lips: 4.8,
    canal: (14.0, 24.0),
    reach: 26.6,
    tubercles: (1.1, 1.0),
    foramen: 2.9,
    sweep: 0.6,
    spine: 17.4,
    drop: 8.5,
    fork: 4.4,
    stout: 1.0,
    pillar: (5.8, 5.9),
};

pub const C6: Numbers = Numbers {
    bone: Bone::C6,
    upper: Bone::C5,
    lower: Bone::C7,
    depth: 15.8,
    width: (23.0, 22.9),
    height: 13.3,
    lips: 4.6,
    canal: (14.0, 24.4),
    reach: 27.8,
    tubercles: (1.6, 1.05),
    foramen: 2.9,
    sweep: 1.2,
    spine: 18.4,
    drop: 9.6,
    fork: 2.4,
    stout: 1.1,
    pillar: (5.9, 6.0),
};

pub const C7: Numbers = Numbers {
    bone: Bone::C7,
    upper: Bone::C6,
    lower: Bone::T1,
    depth: 16.2,
    width: (24.4, 25.0),
    height: 13.4,
    lips: 3.6,
    canal: (14.0, 24.4),
    reach: 33.5,
    tubercles: (0.7, 1.35),
    foramen: 1.9,
    sweep: 4.0,
    spine: 30.5,
    drop: 16.0,
    fork: 0.0,
    stout: 1.15,
    pillar: (6.0, 6.2),
};
