//! Where the bones stand, and the joints they share.
//!
//! A joint is one plane between two bones. Both recipes cut their facet by it, each half a gap away, so that facets
//! fit whatever else a recipe does.

use neck::anatomy::Bone;

use crate::vec::{Frame, V3, v};

/// Where a bone stands.
pub trait Standing {
    /// The bone's own frame: origin in the middle of its body, x along the endplates, y up.
    fn frame(self) -> Frame;
    /// Middle of the articular pillar in the bone's frame, right side, mm. C1, C2 and T1 have no pillar; theirs is
    /// where one would stand.
    fn pillar(self) -> V3;
}

impl Standing for Bone {
    fn frame(self) -> Frame {
        let (x, y, tilt) = place(self);
        Frame::at(v(x, y, 0.0)).pitched(tilt)
    }

    fn pillar(self) -> V3 {
        match self {
            Self::Skull | Self::C1 | Self::C2 => v(-11.5, -2.2, 17.4),
            Self::C3 => v(-12.8, 0.2, 18.0),
            Self::C4 => v(-13.0, 0.0, 18.4),
            Self::C5 => v(-13.2, 0.0, 18.9),
            Self::C6 => v(-13.4, 0.0, 19.4),
            Self::C7 => v(-13.8, 0.4, 19.8),
            Self::T1 => v(-16.0, 2.0, 18.6),
        }
    }
}

/// Middle of the body in the world (x, y) in mm and the tilt of its endplates in degrees, front up positive.
///
/// C3 to T1: the reference's body frames. C2: body middle of the reference, moved forward 0.7 mm and tilted 2 degrees
/// less, so that the disc below it keeps a wedge of 8. C1: the joint C1-C2 in x; its height is some 5 mm above the
/// reference mesh, which sits too low by that much.
fn place(bone: Bone) -> (f64, f64, f64) {
    match bone {
        // Modelled in the world.
        Bone::Skull => (0.0, 0.0, 0.0),
        Bone::C1 => (13.2, 112.6, 0.0),
        Bone::C2 => (16.0, 95.8, 3.0),
        Bone::C3 => (18.04, 76.46, -5.4),
        Bone::C4 => (16.22, 60.21, -13.5),
        Bone::C5 => (13.34, 42.04, -16.8),
        Bone::C6 => (9.48, 24.78, -18.2),
        Bone::C7 => (6.03, 8.56, -21.2),
        Bone::T1 => (-2.03, -8.4, -22.7),
    }
}

/// Angle of the upper facet to the transverse plane of its own bone, degrees (cervical facet angles, PMC2219934
/// table 2: C3 50, C4 45, C5 40, C6 43, C7 45; C5 made 2 steeper to stack evenly; T1 from textbooks).
fn upper_facet_angle(bone: Bone) -> f64 {
    match bone {
        Bone::Skull | Bone::C1 | Bone::C2 => 0.0,
        Bone::C3 => 50.0,
        Bone::C4 | Bone::C7 => 45.0,
        Bone::C5 => 42.0,
        Bone::C6 => 43.0,
        Bone::T1 => 55.0,
    }
}

/// Axis of the dens in the world, from its root to its tip, and its half-width there, mm. It leans back some 10
/// degrees and passes the joint C1-C2 (x = 13.2) where the atlas' front arch turns about it; its tip ends level with
/// the top of that arch. Width 9.3, height 14.9 ± 1.5: Gosavi & Swamy 2012.
pub const DENS: [(V3, f64); 2] = [(v(15.6, 106.0, 0.0), 4.6), (v(13.2, 118.2, 0.0), 4.1)];
/// Room between the dens and the front arch, mm (1 to 3 in adults).
pub const DENS_GAP: f64 = 2.0;

/// Room for the cartilage of a facet joint, mm (0.5 to 3 in life).
pub const FACET_GAP: f64 = 1.5;

/// A plane of the world between two bones, right side: a point on it, and the direction from the lower bone up.
#[derive(Debug, Clone, Copy)]
pub struct Joint {
    pub point: V3,
    pub up: V3,
}

impl Joint {
    /// The facet joint between `upper` and the bone below it.
    pub fn facet(upper: Bone, lower: Bone) -> Self {
        let (above, below) = (upper.frame(), lower.frame());
        let point = (above.out(upper.pillar()) + below.out(lower.pillar())) * 0.5;
        let (sin, cos) = libm::sincos(upper_facet_angle(lower).to_radians());
        let up = below.axes[1] * cos - below.axes[0] * sin;
        Self { point, up }
    }

    /// The joint between the lateral masses of C1 and the shoulders of C2: 22 degrees down to the side.
    pub fn atlas_axis() -> Self {
        let (sin, cos) = libm::sincos(22f64.to_radians());
        Self { point: v(13.6, 105.4, 15.5), up: v(0.0, cos, sin) }
    }

    /// The plane in the numbers of a bone: a point of the facet and the direction out of the bone, for the bone above
    /// (`from_above`) or below the joint.
    pub fn face(&self, frame: &Frame, from_above: bool) -> (V3, V3) {
        let side = if from_above { 1.0 } else { -1.0 };
        let point = frame.inside(self.point + self.up * (side * FACET_GAP * 0.5));
        (point, frame.direction_inside(self.up) * -side)
    }
}
