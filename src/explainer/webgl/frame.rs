//! What a frame hands over, as the block `Frame` of the shaders wants it: layout std140, vectors of four, the only block
//! and so at binding 0 without being asked for.
//!
//! | part | what |
//! |---|---|
//! | `view` | from mm to clip space |
//! | `axes` | of the picture: to the right, up, towards the eye |
//! | `light`, `rim`, `tendon` | direction; colours |
//! | `marks` | fibres: how many, how deep; bands: the same |
//! | `mixed` | share of white in a nerve's middle; of a chosen pair, the side that is meant (1 right, -1 left, 0 both); heights between which all fades out |
//! | `size` | of the picture, device pixels |
//! | `looks` | colour of each structure; its state, and in eighths its pattern (0 smooth, 1 fibres, 2 a light core, 3 bands) |
//! | `tints` | two structures each: how much lighter or deeper the right and the left one are |
//! | `rows` | three a ride |
//!
//! Comments in the shaders themselves would be downloaded.

use neck::anatomy::STRUCTURES;
use neck::draw::{BAND_DEPTH, BANDS, CORE, DrawList, FIBRE_DEPTH, FIBRES, Pattern, State};
use neck::math::Vec3;
use neck::palette::tint;
use neck::tissue::{RIDES, Side};

/// Places of its parts, in vectors.
const LOOKS: usize = 13;
const TINTS: usize = LOOKS + 128;
const ROWS: usize = TINTS + 64;
/// Bytes of all of it: what every card has room for.
pub(super) const ROOM: i32 = 1024 * 16;
/// Bytes that are used.
pub(super) const USED: usize = (ROWS + RIDES * 3) * 16;
const _: () = assert!(USED <= ROOM as usize && LOOKS + STRUCTURES.len() <= TINTS);

/// A state as the shader knows it.
pub(super) const fn number(state: State) -> f32 {
    match state {
        State::Hidden => 0.0,
        State::Plain => 1.0,
        State::Chosen => 2.0,
        State::Ghost => 3.0,
        State::Skin => 4.0,
    }
}

pub(super) fn bytes(list: &DrawList) -> [u8; USED] {
    let mut bytes = [0; USED];
    let mut put = |place: usize, [x, y, z, w]: [f32; 4]| {
        for (i, number) in [x, y, z, w].into_iter().enumerate() {
            let at = (place * 4 + i) * 4;
            bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
        }
    };
    let wide = |v: Vec3| [v.x, v.y, v.z, 0.0];
    for (place, column) in list.matrix.as_chunks().0.iter().enumerate() {
        put(place, *column);
    }
    let side = list.side.map_or(0.0, Side::sign);
    let single = list.axes.into_iter().chain([list.light, list.palette.line, list.palette.tendon]).map(wide);
    let marks = [
        [FIBRES, FIBRE_DEPTH, BANDS, BAND_DEPTH],
        [CORE, side, list.fade.0, list.fade.1],
        [list.viewport.width, list.viewport.height, 0.0, 0.0],
    ];
    for (place, vector) in single.chain(marks).enumerate() {
        put(4 + place, vector);
    }
    for (place, (structure, state)) in STRUCTURES.iter().zip(list.states).enumerate() {
        let colour = list.palette.of(structure.kind, state);
        let pattern = f32::from(Pattern::of(structure.kind) as u8) / 8.0;
        put(LOOKS + place, [colour.x, colour.y, colour.z, number(state) + pattern]);
    }
    for (place, two) in list.stretches.chunks(2).enumerate() {
        let of = |i: usize, side: usize| two.get(i).map_or(0.0, |both| tint(both[side]));
        put(TINTS + place, [of(0, 0), of(0, 1), of(1, 0), of(1, 1)]);
    }
    for (place, ride) in list.rides.iter().enumerate() {
        for (row, (r, shift)) in ride.r.iter().zip(ride.t.to_array()).enumerate() {
            put(ROWS + place * 3 + row, [r.x, r.y, r.z, shift]);
        }
    }
    bytes
}
