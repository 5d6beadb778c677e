//! Draws a [`DrawList`] of a [`Model`] with WebGL2: one program, a few batches of meshes; of each pass the structures
//! that it shows, as finely as their size asks for.

mod aside;
mod batch;
mod frame;
mod program;

use neck::asset::Model;
use neck::draw::{CHOSEN_SHADOW, DrawList, Paint, State};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlCanvasElement, WebGl2RenderingContext as Gl, WebGlContextAttributes};

use self::aside::Aside;
use self::batch::Batch;
use self::program::Program;

/// Places of the attributes that are the same for a whole pass: way to paint (0 light and shade, 1 one colour, 2 ghost),
/// state, how much of the baked shadow counts, device pixels outwards; and one colour, or of a ghost how dense it is in
/// the middle and at its rim.
const PASS: u32 = 6;
const FLAT_COLOUR: u32 = 7;

/// A picture on a canvas.
#[derive(Debug)]
pub(super) struct Renderer {
    gl: Gl,
    canvas: HtmlCanvasElement,
    aside: Aside,
    program: Program,
    /// Full ones, and the one that is being filled.
    batches: Vec<Batch>,
    filling: Option<Batch>,
    /// How many of the model's meshes it has taken.
    taken: usize,
}

/// The canvas's context, where the browser has WebGL2; `fast`: and a graphics card for it.
pub(super) fn context(canvas: &HtmlCanvasElement, fast: bool) -> Option<Gl> {
    let wish = WebGlContextAttributes::new();
    wish.set_antialias(false);
    wish.set_alpha(true);
    wish.set_depth(false);
    wish.set_fail_if_major_performance_caveat(fast);
    canvas.get_context_with_context_options("webgl2", &wish).ok().flatten()?.dyn_into().ok()
}

impl Renderer {
    /// Begins: the browser has shaders to compile.
    ///
    /// # Errors
    /// When the card refuses, for example because the context was lost meanwhile.
    pub(super) fn new(gl: Gl, canvas: HtmlCanvasElement) -> Result<Self, JsValue> {
        let aside = Aside::new(&gl);
        let program = Program::new(&gl)?;
        gl.bind_buffer_base(Gl::UNIFORM_BUFFER, 0, gl.create_buffer().as_ref());
        gl.buffer_data_with_i32(Gl::UNIFORM_BUFFER, frame::ROOM, Gl::DYNAMIC_DRAW);
        gl.enable(Gl::DEPTH_TEST);
        gl.enable(Gl::CULL_FACE);
        gl.enable(Gl::BLEND);
        gl.enable(Gl::POLYGON_OFFSET_FILL);
        gl.depth_func(Gl::LEQUAL);
        gl.blend_func(Gl::ONE, Gl::ONE_MINUS_SRC_ALPHA);
        Ok(Self { gl, canvas, aside, program, batches: Vec::new(), filling: None, taken: 0 })
    }

    /// Whether the card took the shaders; none: it is not done.
    pub(super) fn is_linked(&self) -> Option<bool> {
        self.program.is_linked(&self.gl)
    }

    /// Hands the next mesh over to the graphics card; gives whether there was one.
    ///
    /// # Errors
    /// When the model is too large.
    pub(super) fn take(&mut self, model: &Model) -> Result<bool, JsValue> {
        let Some(mesh) = model.meshes.get(self.taken) else { return Ok(false) };
        let mut batch = match self.filling.take() {
            Some(batch) => batch,
            None => Batch::new(&self.gl, &model.meshes[self.taken..])?,
        };
        batch.fill(&self.gl, mesh);
        self.taken += 1;
        if batch.is_full() {
            self.batches.push(batch);
        } else {
            self.filling = Some(batch);
        }
        Ok(true)
    }

    /// Draws a frame of what it has taken in full batches; gives the number of draw calls. `smooth`: with smooth edges.
    pub(super) fn draw(&mut self, list: &DrawList, smooth: bool) -> u32 {
        let gl = &self.gl;
        self.aside.begin(gl, list.viewport, smooth);
        gl.viewport(0, 0, list.viewport.width as i32, list.viewport.height as i32);
        gl.color_mask(true, true, true, true);
        gl.clear(Gl::COLOR_BUFFER_BIT | Gl::DEPTH_BUFFER_BIT);
        self.program.use_it(gl);
        gl.buffer_sub_data_with_i32_and_u8_array(Gl::UNIFORM_BUFFER, 0, &frame::bytes(list));
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
                    gl.vertex_attrib4f(FLAT_COLOUR, middle, edge, 0.0, 0.0);
                    way = 2.0;
                }
                Paint::Line { width, ink, alpha } => {
                    let colour = list.palette.line(ink);
                    gl.vertex_attrib4f(FLAT_COLOUR, colour.x, colour.y, colour.z, alpha);
                    (way, grow, faces) = (1.0, width * list.viewport.ratio, Gl::FRONT);
                }
            }
            let seen = pass.paint != Paint::Depth;
            gl.color_mask(seen, seen, seen, seen);
            gl.cull_face(faces);
            let shadow = if pass.state == State::Chosen { CHOSEN_SHADOW } else { 1.0 };
            gl.vertex_attrib4f(PASS, way, frame::number(pass.state), shadow, grow);
            // Lines keep behind what they touch.
            gl.polygon_offset(grow, grow * 4.0);
            for batch in &self.batches {
                draws += batch.draw(gl, pass, list);
            }
        }
        self.aside.end(gl, &self.canvas);
        draws
    }

    /// Shows what was drawn, if it is done by now; gives whether the next may be drawn.
    pub(super) fn show(&mut self) -> bool {
        self.aside.show(&self.gl, &self.canvas)
    }

    /// Whether what is drawn is shown at once.
    pub(super) fn is_quick(&self) -> bool {
        self.aside.quick
    }
}
