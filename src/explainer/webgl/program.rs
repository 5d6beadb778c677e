//! The shaders. Browsers compile and link them beside our work, until somebody asks about them: so nobody asks before
//! they are done. Attributes and the one block have their places by layout.

use wasm_bindgen::JsValue;
use web_sys::{WebGl2RenderingContext as Gl, WebGlProgram, WebGlShader, WebGlSync};

use super::aside::{fence, is_passed};

const VERTEX: &str = concat!("#version 300 es\n", include_str!("frame.glsl"), include_str!("neck.vert"));
const FRAGMENT: &str = concat!("#version 300 es\n", include_str!("frame.glsl"), include_str!("neck.frag"));

/// `COMPLETION_STATUS_KHR`, of the extension `KHR_parallel_shader_compile`.
const COMPLETION_STATUS: u32 = 0x91B1;

#[derive(Debug)]
pub(super) struct Program {
    program: WebGlProgram,
    /// Passed when it is done; none: the browser tells that by itself.
    fence: Option<WebGlSync>,
}

impl Program {
    /// Begins to compile and to link.
    pub(super) fn new(gl: &Gl) -> Result<Self, JsValue> {
        let program = gl.create_program().ok_or("no program")?;
        attach(gl, &program, Gl::VERTEX_SHADER, VERTEX)?;
        attach(gl, &program, Gl::FRAGMENT_SHADER, FRAGMENT)?;
        gl.link_program(&program);
        let tells = gl.get_extension("KHR_parallel_shader_compile")?.is_some();
        let fence = if tells { None } else { fence(gl) };
        Ok(Self { program, fence })
    }

    /// Takes it into use.
    pub(super) fn use_it(&self, gl: &Gl) {
        gl.use_program(Some(&self.program));
    }

    /// Whether it was linked; none: it is not done, and the browser would wait for it.
    pub(super) fn is_linked(&self, gl: &Gl) -> Option<bool> {
        let is = |status| gl.get_program_parameter(&self.program, status).is_truthy();
        let done = match &self.fence {
            Some(fence) => is_passed(gl, fence),
            None => is(COMPLETION_STATUS),
        };
        done.then(|| is(Gl::LINK_STATUS))
    }
}

fn attach(gl: &Gl, program: &WebGlProgram, kind: u32, source: &str) -> Result<(), JsValue> {
    let shader: WebGlShader = gl.create_shader(kind).ok_or("no shader")?;
    gl.shader_source(&shader, source);
    gl.compile_shader(&shader);
    gl.attach_shader(program, &shader);
    Ok(())
}
