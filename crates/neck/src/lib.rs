//! The neck as data and arithmetic: what it consists of, how it moves, how it is looked at, what is drawn of it.
//!
//! ```text
//! anatomy   which structures there are, by their lasting ids
//! asset     the model file: surfaces in mm
//! motion    four angles -> where every bone stands
//! camera    a turntable: where the eye stands
//! layers    what is peeled, switched, hidden
//! scene     all that can change, as one plain value
//! palette   what has which colour
//! draw      scene -> draw list, which the browser's and the native renderer both draw
//! tissue    muscles, ligaments, joints, nerves, vessels: numbers -> surfaces, and how they go with the bones
//! pick      a point of the picture -> the structure meant, and back
//! label     where labels stand beside the picture
//! ```
//!
//! Frame: x forward, y up, z to the subject's right; millimetres; the origin is the centre of the joint between C7 and
//! T1. Angles are radians except where a name says degrees. Signs: bend + = extension (face up), turn + = face to the
//! subject's left, side + = tilt to the subject's right.
//!
//! Nothing here reads a clock, a file or a random number, and no input makes it panic.

pub mod anatomy;
pub mod asset;
pub mod camera;
pub mod detail;
pub mod draw;
pub mod label;
pub mod layers;
pub mod math;
pub mod motion;
pub mod palette;
pub mod pick;
pub mod scene;
pub mod tissue;
