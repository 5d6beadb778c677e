//! The model file: what it holds, and how it is read.
//!
//! `bake` writes it at build time; the browser and every native renderer read it with [`read`]. All lengths are
//! millimetres in the neutral world frame (x forward, y up, z to the subject's right).
//!
//! The file is meant to be served brotli-compressed, so it does no entropy coding of its own: it only puts like
//! bytes beside like bytes. A mesh is told as a walk over its surface, one byte a triangle (see [`format`]); a
//! vertex stands as three small differences from where the walk expects it. Bones are stored as their right half
//! and mirrored here; normals are not stored at all but follow from the triangles.

pub mod format;
mod normals;
mod read;
pub mod walk;

pub use normals::set_normals;
pub use read::{meshes, read};

use crate::anatomy::StructureId;

/// Everything the file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// One mesh a structure, in the file's order.
    pub meshes: Vec<Mesh>,
}

/// The closed surface of one structure, outward side counter-clockwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Mesh {
    pub structure: StructureId,
    pub vertices: Vec<Vertex>,
    /// Indices into `vertices`; [`read`] only gives indices that exist.
    pub triangles: Vec<[u16; 3]>,
}

/// One corner of a surface.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vertex {
    /// mm, neutral world frame.
    pub position: [f32; 3],
    /// Outward, 127 = 1.
    pub normal: [i8; 3],
    /// How much sky the corner sees: 255 = all of it.
    pub occlusion: u8,
    /// What it follows, above and below it: places in [`crate::tissue::Rides`]; of a bone, the bone itself.
    pub rides: [u16; 2],
    /// Which of them: 255 = the upper, 0 = the lower (what joins bones lies between); a bone's own are 255.
    pub blend: u8,
    /// Across a strand, from 1 on; and how far along it, 255 = all, a quarter for each tendon; zeros elsewhere.
    pub fibre: [u8; 2],
}

/// Why a file is not drawn. Facts only; the page has the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssetError {
    /// Larger than [`format::MAX_BYTES`].
    TooLarge,
    /// Does not begin as our file does.
    NotAModel,
    /// Written for another version of this reader than [`format::VERSION`].
    OtherVersion(u8),
    /// Ends before it should, or goes on after it.
    Length,
    /// Bytes changed on the way.
    Checksum,
    /// The bytes are those that were written, but they do not tell a surface.
    Broken,
}
