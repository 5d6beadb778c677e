//! Some meshes in one pair of buffers, filled mesh by mesh, each at all its steps.

use neck::asset::Mesh;
use neck::detail::{Detail, Part, Step, most, triangles};
use neck::draw::{DrawList, Pass};
use wasm_bindgen::JsValue;
use web_sys::{WebGl2RenderingContext as Gl, WebGlBuffer, WebGlVertexArrayObject};

/// Bytes of a corner: place 3 x f32, normal 3 x i8, occlusion u8, rides 2 x u16, then a byte each: share of the upper
/// ride, place across, place along, structure.
const STRIDE: u32 = 24;
/// Corners that an index can name.
const MOST: usize = 1 << 16;
/// Bytes of a triangle's three indices.
const TRIANGLE: u32 = 6;

#[derive(Debug)]
pub(super) struct Batch {
    array: Option<WebGlVertexArrayObject>,
    corners: Option<WebGlBuffer>,
    meshes: Vec<Placed>,
    /// How many meshes it has room for.
    room: usize,
    /// Corners so far.
    filled: usize,
    /// The next triangle of each step.
    steps: [usize; 3],
}

/// Where a mesh's triangles are.
#[derive(Debug)]
struct Placed {
    detail: Detail,
    /// Of each step the first triangle, how many there are, and how many of these are low.
    ranges: [(usize, usize, usize); 3],
}

impl Batch {
    /// Room for the first of these meshes, as many as one batch takes.
    pub(super) fn new(gl: &Gl, meshes: &[Mesh]) -> Result<Self, JsValue> {
        let (mut corners, mut room) = (0, 0);
        while let Some(mesh) = meshes.get(room)
            && (room == 0 || corners + mesh.vertices.len() <= MOST)
        {
            corners += mesh.vertices.len();
            room += 1;
        }
        let mut end = 0;
        let steps = Step::ALL.map(|step| {
            let start = end;
            end += meshes.iter().take(room).map(|mesh| most(mesh, step)).sum::<usize>();
            start
        });
        // Batches are small: what an i32 cannot count would have been refused as a file.
        let size = |count: usize, bytes: u32| i32::try_from(count * bytes as usize).map_err(|_| "too large");
        let array = gl.create_vertex_array();
        let buffer = gl.create_buffer();
        gl.bind_vertex_array(array.as_ref());
        gl.bind_buffer(Gl::ARRAY_BUFFER, buffer.as_ref());
        gl.buffer_data_with_i32(Gl::ARRAY_BUFFER, size(corners, STRIDE)?, Gl::STATIC_DRAW);
        gl.bind_buffer(Gl::ELEMENT_ARRAY_BUFFER, gl.create_buffer().as_ref());
        gl.buffer_data_with_i32(Gl::ELEMENT_ARRAY_BUFFER, size(end, TRIANGLE)?, Gl::STATIC_DRAW);
        // As `neck.vert` has them: place, normal, occlusion, rides (above, below), strand (share of the upper ride, place
        // across the fibres or 0 for none, place along them), structure.
        for (place, size, kind, even, offset) in [
            (0, 3, Gl::FLOAT, false, 0),
            (1, 3, Gl::BYTE, true, 12),
            (2, 1, Gl::UNSIGNED_BYTE, true, 15),
            (3, 2, Gl::UNSIGNED_SHORT, false, 16),
            (4, 3, Gl::UNSIGNED_BYTE, true, 20),
            (5, 1, Gl::UNSIGNED_BYTE, false, 23),
        ] {
            gl.enable_vertex_attrib_array(place);
            gl.vertex_attrib_pointer_with_i32(place, size, kind, even, STRIDE.cast_signed(), offset);
        }
        Ok(Self { array, corners: buffer, meshes: Vec::with_capacity(room), room, filled: 0, steps })
    }

    pub(super) fn is_full(&self) -> bool {
        self.meshes.len() == self.room
    }

    /// The next of its meshes.
    pub(super) fn fill(&mut self, gl: &Gl, mesh: &Mesh) {
        gl.bind_vertex_array(self.array.as_ref());
        gl.bind_buffer(Gl::ARRAY_BUFFER, self.corners.as_ref());
        let at = (self.filled as u32 * STRIDE).cast_signed();
        gl.buffer_sub_data_with_i32_and_u8_array(Gl::ARRAY_BUFFER, at, &corners(mesh));
        let mut ranges = [(0, 0, 0); 3];
        for (place, step) in Step::ALL.into_iter().enumerate() {
            let Some((triangles, low)) = triangles(mesh, step) else {
                ranges[place] = ranges[place.saturating_sub(1)];
                continue;
            };
            let first = self.steps[place];
            self.steps[place] += triangles.len();
            let numbers = triangles.as_flattened().iter();
            let bytes: Vec<u8> =
                numbers.flat_map(|corner| (self.filled as u16 + corner).to_le_bytes()).collect();
            let at = (first as u32 * TRIANGLE).cast_signed();
            gl.buffer_sub_data_with_i32_and_u8_array(Gl::ELEMENT_ARRAY_BUFFER, at, &bytes);
            ranges[place] = (first, triangles.len(), low);
        }
        self.meshes.push(Placed { detail: Detail::of(mesh), ranges });
        self.filled += mesh.vertices.len();
    }

    /// Draws what a pass draws of it, neighbours together; gives the number of draw calls.
    pub(super) fn draw(&self, gl: &Gl, pass: &Pass, list: &DrawList) -> u32 {
        let mut draws = 0;
        let mut send = |(first, count): (usize, usize)| {
            if count > 0 {
                let (first, count) =
                    ((first as u32 * TRIANGLE).cast_signed(), (count as u32 * 3).cast_signed());
                gl.draw_elements_with_i32(Gl::TRIANGLES, count, Gl::UNSIGNED_SHORT, first);
                draws += 1;
            }
        };
        gl.bind_vertex_array(self.array.as_ref());
        let mut open = (0, 0);
        for mesh in &self.meshes {
            let Some((step, part)) = mesh.detail.drawn(pass, list) else { continue };
            let (first, all, low) = mesh.ranges[step as usize];
            let count = if part == Part::Low { low } else { all };
            if count > 0 && open.0 + open.1 == first {
                open.1 += count;
            } else if count > 0 {
                send(open);
                open = (first, count);
            }
        }
        send(open);
        draws
    }
}

/// A mesh's corners, [`STRIDE`] bytes each.
fn corners(mesh: &Mesh) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(mesh.vertices.len() * STRIDE as usize);
    for vertex in &mesh.vertices {
        for part in vertex.position {
            bytes.extend(part.to_le_bytes());
        }
        let [x, y, z] = vertex.normal.map(i8::cast_unsigned);
        bytes.extend([x, y, z, vertex.occlusion]);
        bytes.extend(vertex.rides.map(u16::to_le_bytes).as_flattened().iter().copied());
        let [across, along] = vertex.fibre;
        bytes.extend([vertex.blend, across, along, mesh.structure.0]);
    }
    bytes
}
