//! A section as it is kept: whole numbers of a twentieth of a millimetre, which take half of the bytes of others.

use crate::anatomy::Bone;
use crate::math::Vec3;

/// So many of a [`Length`] are a millimetre: the middle of two tenths is a whole number.
const PER_MM: f32 = 20.0;

/// Across a belly, in the neutral pose.
#[derive(Debug, Clone, Copy)]
pub struct Section {
    /// What it rides on; none: between its neighbours, by the part of the way.
    pub on: Option<Bone>,
    /// What its rear edge alone rides on, where the rest hangs freely.
    pub hem: Option<Bone>,
    pub middle: Place,
    /// From the middle to one edge: backwards or towards the midline, so that the belly's outer face looks out.
    /// A tube has any direction here: it turns across its way.
    pub half: Place,
    /// Half its thickness.
    pub thick: Length,
    /// How far its middle arches outwards over what lies beneath.
    pub bow: Length,
}

/// Up to 1.6 m.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length(i16);

impl Length {
    /// To the nearest of what can be kept, mm.
    pub const fn new(mm: f32) -> Self {
        let part = mm * PER_MM;
        Self((if part < 0.0 { part - 0.5 } else { part + 0.5 }) as i16)
    }

    pub fn mm(self) -> f32 {
        f32::from(self.0) / PER_MM
    }
}

/// A point, or a way to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place([Length; 3]);

impl Place {
    /// mm.
    pub const fn new(x: f32, y: f32, z: f32) -> Self {
        Self([Length::new(x), Length::new(y), Length::new(z)])
    }

    pub fn mm(self) -> Vec3 {
        Vec3::from_array(self.0.map(Length::mm))
    }
}

impl Section {
    /// It does not arch, and all of it rides on the same. Half its thickness in mm.
    pub(super) const fn flat(on: Option<Bone>, middle: Place, half: Place, thick: f32) -> Self {
        Self { on, hem: None, middle, half, thick: Length::new(thick), bow: Length::new(0.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_and_their_middles_are_kept() {
        for tenths in -1600_i16..1600 {
            let mm = f32::from(tenths) / 10.0;
            assert!((Length::new(mm).mm() - mm).abs() < 1e-4, "{mm}");
            let middle = (mm + 0.1 + mm) / 2.0;
            assert!((Length::new(middle).mm() - middle).abs() < 1e-4, "{middle}");
        }
        let place = Place::new(1.0, -2.55, 300.0).mm();
        assert!((place - Vec3::new(1.0, -2.55, 300.0)).length() < 1e-4, "{place:?}");
    }
}
