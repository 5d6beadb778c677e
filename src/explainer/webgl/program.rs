//! The shaders, and where their settings are.

use wasm_bindgen::JsValue;
use web_sys::{WebGl2RenderingContext as Gl, WebGlProgram, WebGlShader, WebGlUniformLocation};

/// Names in the shaders, in the order of the methods below.
const NAMES: [&str; 16] = [
    "view",
    "looks",
    "axes",
    "light",
    "rim",
    "flat_colour",
    "way",
    "state",
    "grow",
    "shadow",
    "tendon",
    "marks",
    "fade",
    "core",
    "side",
    "tints",
];

#[derive(Debug)]
pub(super) struct Program([Option<WebGlUniformLocation>; NAMES.len()]);

/// A setting's place by its place in [`NAMES`].
macro_rules! settings {
    ($($name:ident $place:literal),*) => {
        $(pub(super) fn $name(&self) -> Option<&WebGlUniformLocation> { self.0[$place].as_ref() })*
    };
}

impl Program {
    /// Compiles and takes into use.
    pub(super) fn new(gl: &Gl) -> Result<Self, JsValue> {
        let program = gl.create_program().ok_or("no program")?;
        attach(gl, &program, Gl::VERTEX_SHADER, include_str!("neck.vert"))?;
        attach(gl, &program, Gl::FRAGMENT_SHADER, include_str!("neck.frag"))?;
        gl.link_program(&program);
        if gl.get_program_parameter(&program, Gl::LINK_STATUS).is_falsy() {
            return Err("not linked".into());
        }
        gl.use_program(Some(&program));
        gl.uniform_block_binding(&program, gl.get_uniform_block_index(&program, "Rides"), 0);
        Ok(Self(NAMES.map(|name| gl.get_uniform_location(&program, name))))
    }

    settings!(view 0, looks 1, axes 2, light 3, rim 4, flat_colour 5, way 6, state 7, grow 8, shadow 9, tendon 10, marks 11, fade 12, core 13, side 14, tints 15);
}

fn attach(gl: &Gl, program: &WebGlProgram, kind: u32, source: &str) -> Result<(), JsValue> {
    let shader: WebGlShader = gl.create_shader(kind).ok_or("no shader")?;
    gl.shader_source(&shader, source);
    gl.compile_shader(&shader);
    gl.attach_shader(program, &shader);
    Ok(())
}
