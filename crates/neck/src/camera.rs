//! A turntable: the eye goes round head and neck and up and down, never rolls, never turns over. Coming nearer, it
//! turns from the head to the neck.

use crate::anatomy::{FIRST, StructureId};
use crate::math::{Rigid, Vec3, sin_cos};

/// Where the eye stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// 0 = in front of the face, a quarter turn = at the subject's right. Any number of turns.
    pub around: f32,
    /// Above the horizon; within [`ABOVE`].
    pub above: f32,
    /// What the picture shows, mm, in its shorter direction; within [`SPAN`].
    pub span: f32,
    /// The middle of the picture is so far, mm, from where it is by itself: a part was brought there.
    pub shift: Vec3,
}

/// Highest and lowest stand of the eye: 80 degrees.
pub const ABOVE: f32 = 80.0 * core::f32::consts::PI / 180.0;
/// Nearest and farthest, mm.
pub const SPAN: (f32, f32) = (50.0, 420.0);
/// The span that shows the head down to the shoulders, and the middle of the picture then, mm.
const HEAD: (f32, Vec3) = (352.0, Vec3::new(12.0, 101.0, 0.0));
/// The same for the neck's bones alone, and for all that is nearer.
const NECK: (f32, Vec3) = (162.0, Vec3::new(-6.0, 48.0, 0.0));
/// Distance of the eye per mm of span: hardly any perspective, like a long lens.
const REACH: f32 = 3.2;
/// Head and neck lie within this radius of the target in every pose, mm.
const RADIUS: f32 = 270.0;

/// The middle of the head, mm, and how far the picture's middle goes with it, so that a bent head stays in the picture.
const SKULL: Vec3 = Vec3::new(12.0, 175.0, 0.0);
const FOLLOW: f32 = 0.5;

/// Views with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The first one: from the right, a little from the front and above.
    Home,
    Front,
    Right,
    Back,
    Left,
}

/// A view by name: around and above in degrees.
pub type Named = (&'static str, f32, f32);

/// Eight views by name, as stills have them.
pub const VIEWS: [Named; 8] = [
    ("front", 0.0, 4.0),
    ("right", 90.0, 4.0),
    ("left", 270.0, 4.0),
    ("back", 180.0, 4.0),
    ("34-front-right", 45.0, 12.0),
    ("34-back-right", 135.0, 12.0),
    ("below", 20.0, -60.0),
    ("suboccipital", 165.0, -24.0),
];

/// The picture's middle goes no farther, mm.
const FAR: f32 = 200.0;
/// Room round a part that fills the picture.
const MARGIN: f32 = 1.15;

impl Camera {
    /// A named view, head and neck in it.
    pub fn view(view: View) -> Self {
        let (around, above) = match view {
            View::Home => (66.0, 8.0),
            View::Front => (0.0, 4.0),
            View::Right => (90.0, 4.0),
            View::Back => (180.0, 4.0),
            View::Left => (270.0, 4.0),
        };
        Self {
            around: f32::to_radians(around),
            above: f32::to_radians(above),
            span: HEAD.0,
            shift: Vec3::ZERO,
        }
    }

    /// The same from one of the [`VIEWS`].
    #[must_use]
    pub fn from_view(self, (_, around, above): Named) -> Self {
        self.facing(around.to_radians(), above.to_radians())
    }

    /// All of head and neck, seen from the same stand.
    #[must_use]
    pub fn fitted(self) -> Self {
        Self { span: HEAD.0, shift: Vec3::ZERO, ..self }
    }

    /// What lies round this middle fills the picture, seen from the same stand.
    #[must_use]
    pub fn close_to(self, middle: Vec3, radius: f32, skull: &Rigid) -> Self {
        let near = Self { span: radius * 2.0 * MARGIN, ..self.fitted() }.held();
        Self { shift: middle - near.target(skull), ..near }
    }

    /// The same from another stand of the eye, by the short way round.
    #[must_use]
    pub fn facing(self, around: f32, above: f32) -> Self {
        let turns = libm::roundf((self.around - around) / core::f32::consts::TAU);
        Self { around: around + turns * core::f32::consts::TAU, above, ..self }.held()
    }

    /// The same within the limits; what is not a number becomes the first view's.
    #[must_use]
    pub fn held(self) -> Self {
        let home = Self::view(View::Home);
        let number = |value: f32, other: f32| if value.is_finite() { value } else { other };
        Self {
            around: number(self.around, home.around),
            above: number(self.above, home.above).clamp(-ABOVE, ABOVE),
            span: number(self.span, home.span).clamp(SPAN.0, SPAN.1),
            shift: Vec3::from_array(self.shift.to_array().map(|part| number(part, 0.0).clamp(-FAR, FAR))),
        }
    }

    /// The one of the [`VIEWS`] that is nearest to what is seen.
    pub fn nearest(self) -> Named {
        let [_, _, back] = self.axes();
        let near = |view: Named| self.from_view(view).axes()[2].dot(back);
        VIEWS
            .into_iter()
            .reduce(|best, view| if near(view) > near(best) { view } else { best })
            .unwrap_or(VIEWS[0])
    }

    /// From the other side.
    #[must_use]
    pub fn mirrored(self) -> Self {
        self.facing(-self.around, self.above)
    }

    /// Turned by these angles.
    #[must_use]
    pub fn turned(self, around: f32, above: f32) -> Self {
        Self { around: self.around + around, above: self.above + above, ..self }.held()
    }

    /// Drawn nearer by a factor: 2 = twice as large. Going away leads back to the middle.
    #[must_use]
    pub fn nearer(self, factor: f32) -> Self {
        let there = Self { span: self.span / factor, ..self }.held();
        let left = (HEAD.0 - there.span) / (HEAD.0 - self.span).max(1.0);
        Self { shift: there.shift * left.clamp(0.0, 1.0), ..there }
    }

    /// As near as a structure is small: the neck's own bones and discs fill the picture, all else needs head and
    /// shoulders round it.
    #[must_use]
    pub fn showing(self, id: Option<StructureId>) -> Self {
        let small = id.is_some_and(|id| id.index() < FIRST);
        Self { span: if small { NECK.0 } else { HEAD.0 }, ..self.fitted() }
    }

    /// Unit vectors: to the right of the picture, up in it, towards the eye.
    pub fn axes(&self) -> [Vec3; 3] {
        let (sa, ca) = sin_cos(self.around);
        let (se, ce) = sin_cos(self.above);
        [Vec3::new(sa, 0.0, -ca), Vec3::new(-ca * se, ce, -sa * se), Vec3::new(ca * ce, se, sa * ce)]
    }

    /// The middle of the picture, mm, where the skull is displaced so.
    pub fn target(&self, skull: &Rigid) -> Vec3 {
        let far = ((self.span - NECK.0) / (HEAD.0 - NECK.0)).clamp(0.0, 1.0);
        NECK.1 + (HEAD.1 - NECK.1 + (skull.point(SKULL) - SKULL) * FOLLOW) * far + self.shift
    }

    /// Where the eye is, mm.
    pub fn eye(&self, skull: &Rigid) -> Vec3 {
        let [_, _, back] = self.axes();
        self.target(skull) + back * (self.span * REACH)
    }

    /// From mm to clip space (x to the right, y up, all of it between -1 and 1, depth growing away), column-major,
    /// for a picture of this width per height.
    pub fn matrix(&self, aspect: f32, skull: &Rigid) -> [f32; 16] {
        let [right, up, back] = self.axes();
        let eye = self.eye(skull);
        let distance = self.span * REACH;
        let radius = RADIUS + self.shift.length();
        let (near, far) = ((distance - radius).max(distance * 0.1), distance + radius);
        // The shorter direction shows the span; a narrow, high picture gets a little more across.
        let (sx, sy) = if aspect < 1.0 {
            (2.0 * REACH, 2.0 * REACH * aspect)
        } else {
            (2.0 * REACH / aspect, 2.0 * REACH)
        };
        let (a, b) = ((far + near) / (far - near), -2.0 * far * near / (far - near));
        let column = |r: f32, u: f32, k: f32| [r * sx, u * sy, -k * a, -k];
        let mut matrix = [0.0; 16];
        matrix[..4].copy_from_slice(&column(right.x, up.x, back.x));
        matrix[4..8].copy_from_slice(&column(right.y, up.y, back.y));
        matrix[8..12].copy_from_slice(&column(right.z, up.z, back.z));
        let depth = back.dot(eye);
        matrix[12..].copy_from_slice(&[-right.dot(eye) * sx, -up.dot(eye) * sy, depth * a + b, depth]);
        matrix
    }
}
