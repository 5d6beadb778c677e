//! Draws a [`DrawList`] of a [`Model`] with WebGL2: one buffer, one program, one call a pass.

mod program;

use neck::anatomy::STRUCTURES;
use neck::asset::Model;
use neck::draw::{CHOSEN_SHADOW, DrawList, FIBRE_DEPTH, FIBRES, Paint, State};
use neck::math::Vec3;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlCanvasElement, WebGl2RenderingContext as Gl, WebGlContextAttributes};

use self::program::Program;

/// Bytes of a corner: place 3 x f32, normal 3 x i8, occlusion u8, then upper bone, lower bone, share, structure, then
/// place across the fibres, share of tendon, and two spare.
const STRIDE: i32 = 24;
/// Room for structures in the shader.
const LOOKS: usize = 24;

/// A picture on a canvas.
#[derive(Debug)]
pub(super) struct Renderer {
    gl: Gl,
    program: Program,
    /// Of all meshes.
    indices: i32,
}

/// The canvas's context, where the browser has WebGL2.
pub(super) fn context(canvas: &HtmlCanvasElement) -> Option<Gl> {
    let wish = WebGlContextAttributes::new();
    wish.set_antialias(true);
    wish.set_alpha(true);
    wish.set_depth(true);
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
        for (place, size, kind, even, offset) in [
            (0, 3, Gl::FLOAT, false, 0),
            (1, 3, Gl::BYTE, true, 12),
            (2, 1, Gl::UNSIGNED_BYTE, true, 15),
            (3, 4, Gl::UNSIGNED_BYTE, false, 16),
            (4, 2, Gl::UNSIGNED_BYTE, true, 20),
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
    /// When it has too many triangles.
    pub(super) fn load(&mut self, model: &Model) -> Result<(), JsValue> {
        let (corners, indices) = pack(model);
        self.indices = i32::try_from(indices.len() / 4).map_err(|_| "too many triangles")?;
        self.gl.buffer_data_with_u8_array(Gl::ARRAY_BUFFER, &corners, Gl::STATIC_DRAW);
        self.gl.buffer_data_with_u8_array(Gl::ELEMENT_ARRAY_BUFFER, &indices, Gl::STATIC_DRAW);
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
        gl.uniform4fv_with_f32_array(program.bones(), &bones(list));
        gl.uniform4fv_with_f32_array(program.looks(), &looks(list));
        let [right, up, back] = list.axes.map(Vec3::to_array);
        gl.uniform3fv_with_f32_array(program.axes(), &[right, up, back].concat());
        gl.uniform3fv_with_f32_array(program.light(), &list.light.to_array());
        gl.uniform3fv_with_f32_array(program.rim(), &list.palette.line.to_array());
        gl.uniform3fv_with_f32_array(program.tendon(), &list.palette.tendon.to_array());
        gl.uniform2f(program.fibres(), FIBRES, FIBRE_DEPTH);

        let mut draws = 0;
        for pass in list.passes() {
            let (mut way, mut grow, mut faces) = (0.0, 0.0, Gl::BACK);
            match pass.paint {
                Paint::FreshDepth => {
                    gl.clear(Gl::DEPTH_BUFFER_BIT);
                    continue;
                }
                Paint::Depth | Paint::Solid => {}
                Paint::Ghost => way = 2.0,
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
    }
}

/// Three rows a bone.
fn bones(list: &DrawList) -> Vec<f32> {
    let mut rows = Vec::with_capacity(list.bones.len() * 12);
    for bone in &list.bones {
        for (row, shift) in bone.r.iter().zip(bone.t.to_array()) {
            rows.extend([row.x, row.y, row.z, shift]);
        }
    }
    rows
}

/// Colour and state of each structure.
fn looks(list: &DrawList) -> [f32; LOOKS * 4] {
    let mut looks = [0.0; LOOKS * 4];
    for ((look, structure), state) in looks.chunks_exact_mut(4).zip(&STRUCTURES).zip(list.states) {
        let colour = list.palette.of(structure.kind, state);
        look.copy_from_slice(&[colour.x, colour.y, colour.z, number(state)]);
    }
    looks
}

/// All meshes as one: corners of [`STRIDE`] bytes, indices of 4.
fn pack(model: &Model) -> (Vec<u8>, Vec<u8>) {
    let (mut corners, mut indices) = (Vec::new(), Vec::new());
    let mut first = 0_u32;
    for mesh in &model.meshes {
        let of = mesh.structure.get();
        for vertex in &mesh.vertices {
            for part in vertex.position {
                corners.extend(part.to_le_bytes());
            }
            let [x, y, z] = vertex.normal.map(i8::cast_unsigned);
            let follows = [of.upper as u8, of.lower as u8, vertex.blend, mesh.structure.0];
            corners.extend([x, y, z, vertex.occlusion]);
            corners.extend(follows);
            let [across, tendon] = vertex.fibre;
            corners.extend([across, tendon, 0, 0]);
        }
        for index in mesh.triangles.iter().flatten() {
            indices.extend((first + u32::from(*index)).to_le_bytes());
        }
        first += mesh.vertices.len() as u32;
    }
    (corners, indices)
}
