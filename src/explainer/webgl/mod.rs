//! Draws a [`DrawList`] of a [`Model`] with WebGL2: one buffer, one program, one call a pass.

mod program;

use neck::anatomy::STRUCTURES;
use neck::asset::{Mesh, Model};
use neck::draw::{
    BAND_DEPTH, BANDS, CHOSEN_SHADOW, CORE, DrawList, FIBRE_DEPTH, FIBRES, Paint, Pattern, State,
};
use neck::math::Vec3;
use neck::palette::tint;
use neck::tissue::{RIDES, Side};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlCanvasElement, WebGl2RenderingContext as Gl, WebGlContextAttributes};

use self::program::Program;

/// Bytes of a corner: place 3 x f32, normal 3 x i8, occlusion u8, rides 2 x u16, then a byte each: share of the upper
/// ride, place across, place along, structure.
const STRIDE: i32 = 24;
/// Room for structures in the shader.
const LOOKS: usize = 128;
/// Bytes of the shader's room for rides, and of one.
const ROOM: i32 = 1023 * 16;
const RIDE: usize = 48;
const _: () = assert!(RIDES * RIDE <= ROOM as usize && STRUCTURES.len() <= LOOKS);

/// A picture on a canvas.
#[derive(Debug)]
pub(super) struct Renderer {
    gl: Gl,
    program: Program,
    /// Of all meshes.
    indices: i32,
}

/// The canvas's context, where the browser has WebGL2; `fast`: and a graphics card for it.
pub(super) fn context(canvas: &HtmlCanvasElement, fast: bool) -> Option<Gl> {
    let wish = WebGlContextAttributes::new();
    wish.set_antialias(true);
    wish.set_alpha(true);
    wish.set_depth(true);
    wish.set_fail_if_major_performance_caveat(fast);
    canvas.get_context_with_context_options("webgl2", &wish).ok().flatten()?.dyn_into().ok()
}

impl Renderer {
    /// Hands the model over to the graphics card.
    ///
    /// # Errors
    /// When the card refuses, for example because the context was lost meanwhile.
    pub(super) fn new(gl: Gl, model: &Model) -> Result<Self, JsValue> {
        let program = Program::new(&gl)?;
        // Nothing else is ever bound.
        for target in [Gl::ARRAY_BUFFER, Gl::ELEMENT_ARRAY_BUFFER] {
            gl.bind_buffer(target, gl.create_buffer().as_ref());
        }
        let rides = gl.create_buffer();
        gl.bind_buffer_base(Gl::UNIFORM_BUFFER, 0, rides.as_ref());
        gl.buffer_data_with_i32(Gl::UNIFORM_BUFFER, ROOM, Gl::DYNAMIC_DRAW);
        for (place, size, kind, even, offset) in [
            (0, 3, Gl::FLOAT, false, 0),
            (1, 3, Gl::BYTE, true, 12),
            (2, 1, Gl::UNSIGNED_BYTE, true, 15),
            (3, 2, Gl::UNSIGNED_SHORT, false, 16),
            (4, 3, Gl::UNSIGNED_BYTE, true, 20),
            (5, 1, Gl::UNSIGNED_BYTE, false, 23),
        ] {
            gl.enable_vertex_attrib_array(place);
            gl.vertex_attrib_pointer_with_i32(place, size, kind, even, STRIDE, offset);
        }
        gl.enable(Gl::DEPTH_TEST);
        gl.enable(Gl::CULL_FACE);
        gl.enable(Gl::BLEND);
        gl.enable(Gl::POLYGON_OFFSET_FILL);
        gl.depth_func(Gl::LEQUAL);
        gl.blend_func(Gl::ONE, Gl::ONE_MINUS_SRC_ALPHA);
        let mut renderer = Self { gl, program, indices: 0 };
        renderer.load(model)?;
        Ok(renderer)
    }

    /// Another model in place of the one before.
    ///
    /// # Errors
    /// When it is too large.
    pub(super) fn load(&mut self, model: &Model) -> Result<(), JsValue> {
        let gl = &self.gl;
        let sum = |bytes: fn(&Mesh) -> usize| {
            let all: usize = model.meshes.iter().map(bytes).sum();
            i32::try_from(all).map_err(|_| "too large a model")
        };
        let indices = sum(|mesh| mesh.triangles.len() * 12)?;
        gl.buffer_data_with_i32(
            Gl::ARRAY_BUFFER,
            sum(|mesh| mesh.vertices.len() * STRIDE as usize)?,
            Gl::STATIC_DRAW,
        );
        gl.buffer_data_with_i32(Gl::ELEMENT_ARRAY_BUFFER, indices, Gl::STATIC_DRAW);
        self.indices = indices / 4;
        // One mesh after the other: all at once would take more memory than all the rest.
        let (mut first, mut at) = (0_u32, 0_u32);
        for mesh in &model.meshes {
            let (corners, indices) = pack(mesh, first);
            gl.buffer_sub_data_with_i32_and_u8_array(
                Gl::ARRAY_BUFFER,
                first.cast_signed() * STRIDE,
                &corners,
            );
            gl.buffer_sub_data_with_i32_and_u8_array(Gl::ELEMENT_ARRAY_BUFFER, at.cast_signed(), &indices);
            first += mesh.vertices.len() as u32;
            at += indices.len() as u32;
        }
        Ok(())
    }

    /// Draws a frame; gives the number of draw calls.
    pub(super) fn draw(&self, list: &DrawList) -> u32 {
        let (gl, program) = (&self.gl, &self.program);
        let (width, height) = (list.viewport.width, list.viewport.height);
        gl.viewport(0, 0, width as i32, height as i32);
        gl.color_mask(true, true, true, true);
        gl.clear(Gl::COLOR_BUFFER_BIT | Gl::DEPTH_BUFFER_BIT);
        gl.uniform_matrix4fv_with_f32_array(program.view(), false, &list.matrix);
        gl.buffer_sub_data_with_i32_and_u8_array(Gl::UNIFORM_BUFFER, 0, &rows(list));
        gl.uniform4fv_with_f32_array(program.looks(), &looks(list));
        gl.uniform4fv_with_f32_array(program.tints(), &tints(list));
        gl.uniform3fv_with_f32_array(program.axes(), list.axes.map(Vec3::to_array).as_flattened());
        gl.uniform3fv_with_f32_array(program.light(), &list.light.to_array());
        gl.uniform3fv_with_f32_array(program.rim(), &list.palette.line.to_array());
        gl.uniform3fv_with_f32_array(program.tendon(), &list.palette.tendon.to_array());
        gl.uniform4f(program.marks(), FIBRES, FIBRE_DEPTH, BANDS, BAND_DEPTH);
        gl.uniform1f(program.core(), CORE);
        gl.uniform1f(program.side(), list.side.map_or(0.0, Side::sign));
        gl.uniform2f(program.fade(), list.fade.0, list.fade.1);

        let mut draws = 0;
        for pass in list.passes() {
            let (mut way, mut grow, mut faces) = (0.0, 0.0, Gl::BACK);
            match pass.paint {
                Paint::FreshDepth => {
                    gl.clear(Gl::DEPTH_BUFFER_BIT);
                    continue;
                }
                Paint::Solid => {}
                // One colour is the cheapest; none is seen.
                Paint::Depth => way = 1.0,
                Paint::Ghost { dense: (middle, edge) } => {
                    gl.uniform4f(program.flat_colour(), middle, edge, 0.0, 0.0);
                    way = 2.0;
                }
                Paint::Line { width, ink, alpha } => {
                    let colour = list.palette.line(ink);
                    gl.uniform4f(program.flat_colour(), colour.x, colour.y, colour.z, alpha);
                    (way, grow, faces) = (1.0, width * list.viewport.ratio, Gl::FRONT);
                }
            }
            let seen = pass.paint != Paint::Depth;
            gl.color_mask(seen, seen, seen, seen);
            gl.cull_face(faces);
            gl.uniform1f(program.way(), way);
            gl.uniform1f(program.state(), number(pass.state));
            gl.uniform1f(program.shadow(), if pass.state == State::Chosen { CHOSEN_SHADOW } else { 1.0 });
            // Lines keep behind what they touch.
            gl.polygon_offset(grow, grow * 4.0);
            gl.uniform3f(program.grow(), grow, width, height);
            gl.draw_elements_with_i32(Gl::TRIANGLES, self.indices, Gl::UNSIGNED_INT, 0);
            draws += 1;
        }
        draws
    }
}

/// A state as the shader knows it.
const fn number(state: State) -> f32 {
    match state {
        State::Hidden => 0.0,
        State::Plain => 1.0,
        State::Chosen => 2.0,
        State::Ghost => 3.0,
        State::Skin => 4.0,
    }
}

/// Three rows a ride.
fn rows(list: &DrawList) -> [u8; RIDES * RIDE] {
    let mut rows = [0; RIDES * RIDE];
    let numbers = list.rides.iter().flat_map(|ride| {
        let rows = ride.r.iter().zip(ride.t.to_array());
        rows.flat_map(|(row, shift)| [row.x, row.y, row.z, shift])
    });
    for (place, number) in rows.chunks_exact_mut(4).zip(numbers) {
        place.copy_from_slice(&number.to_le_bytes());
    }
    rows
}

/// Colour, state and pattern of each structure.
fn looks(list: &DrawList) -> [f32; LOOKS * 4] {
    let mut looks = [0.0; LOOKS * 4];
    for ((look, structure), state) in looks.chunks_exact_mut(4).zip(&STRUCTURES).zip(list.states) {
        let colour = list.palette.of(structure.kind, state);
        let pattern = f32::from(Pattern::of(structure.kind) as u8) / 8.0;
        look.copy_from_slice(&[colour.x, colour.y, colour.z, number(state) + pattern]);
    }
    looks
}

/// How much lighter or deeper each structure is, on the right and on the left.
fn tints(list: &DrawList) -> [f32; LOOKS * 2] {
    let mut tints = [0.0; LOOKS * 2];
    for (room, stretch) in tints.iter_mut().zip(list.stretches.as_flattened()) {
        *room = tint(*stretch);
    }
    tints
}

/// A mesh as corners of [`STRIDE`] bytes and indices of 4, its corners numbered from `first` on.
fn pack(mesh: &Mesh, first: u32) -> (Vec<u8>, Vec<u8>) {
    let (mut corners, mut indices) = (Vec::new(), Vec::new());
    for vertex in &mesh.vertices {
        for part in vertex.position {
            corners.extend(part.to_le_bytes());
        }
        let [x, y, z] = vertex.normal.map(i8::cast_unsigned);
        corners.extend([x, y, z, vertex.occlusion]);
        corners.extend(vertex.rides.map(u16::to_le_bytes).as_flattened().iter().copied());
        let [across, along] = vertex.fibre;
        corners.extend([vertex.blend, across, along, mesh.structure.0]);
    }
    for index in mesh.triangles.iter().flatten() {
        indices.extend((first + u32::from(*index)).to_le_bytes());
    }
    (corners, indices)
}
