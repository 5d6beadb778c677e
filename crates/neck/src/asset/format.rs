//! Layout of the model file, shared by the reader here and the writer in `bake`.
//!
//! ```text
//! "NECK"  version u8  meshes u8  checksum u32 (of all that follows, see `checksum`)
//! per mesh: structure u8, flags u8, vertices u16, steps u16, corner of the box 3 x i16 (in quanta)
//! streams, each for all meshes in turn:
//!   steps (1 byte each), x, y, z differences (1 byte each), occlusion differences (1 byte each),
//!   blend (1 byte per vertex of the meshes that have it: 255 at its upper bone, 0 at its lower one, evenly over all between), extras (u16: long differences and joins, in order of use)
//! ```
//! All numbers are little-endian. Positions are whole quanta of [`QUANTUM`] from the corner of the mesh's box.

/// First bytes of the file.
pub const MAGIC: [u8; 4] = *b"NECK";
/// Changes when an older reader could not read the file.
pub const VERSION: u8 = 1;
/// Bytes before the mesh table.
pub const HEADER: usize = 10;
/// Bytes of one mesh's entry.
pub const ENTRY: usize = 12;
/// No file is larger (bytes). With it all memory a file can ask for is bounded: below 6 MB.
pub const MAX_BYTES: usize = 256 * 1024;

/// One step of a position, mm. The surface is drawn at some 5 pixels a millimetre, so a third of a pixel at most.
pub const QUANTUM: f32 = 0.0625;
/// Occlusion is kept in this many steps from dark to open.
pub const OCCLUSION_STEPS: u8 = 31;

/// The mesh is a right half that ends at z = 0: add its mirror image.
pub const MIRRORED: u8 = 1;
/// The mesh has a blend stream; without it every corner is 255.
pub const BLENDED: u8 = 2;

/// Steps of the walk. The walk stands at an open edge a→b of the surface told so far.
pub mod step {
    /// A new corner: triangle b, a, new.
    pub const NEW: u8 = 0;
    /// The third corner is the end of the next open edge.
    pub const NEXT: u8 = 1;
    /// The third corner is the start of the open edge before.
    pub const PREVIOUS: u8 = 2;
    /// Nothing lies beyond this edge.
    pub const RIM: u8 = 3;
    /// The third corner is the start of another open edge, whose number is the next extra.
    pub const JOIN: u8 = 4;
}

/// A difference that does not fit into a byte: its value stands among the extras.
pub const LONG: u8 = 255;

/// Small numbers of either sign to small numbers: 0, -1, 1, -2, … become 0, 1, 2, 3, …
pub fn fold(value: i32) -> u32 {
    ((value << 1) ^ (value >> 31)).cast_unsigned()
}

/// Undoes [`fold`].
pub fn unfold(folded: u32) -> i32 {
    (folded >> 1).cast_signed() ^ -(folded & 1).cast_signed()
}

/// FNV-1a of 32 bits.
pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, &byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Where the corner beyond the edge a→b is expected, when `o` is the third corner on this side: the parallelogram's
/// corner, drawn in by a quarter, as triangles bend round a convex shape.
pub fn expect(a: i32, b: i32, o: i32) -> i32 {
    let middle = (a + b) >> 1;
    middle + (((middle - o) * 3) >> 2)
}
