//! The shaders, and where their settings are.

use wasm_bindgen::JsValue;
use web_sys::{WebGl2RenderingContext as Gl, WebGlProgram, WebGlShader, WebGlUniformLocation};

/// Names in the shaders, in the order of the methods below.
const NAMES: [&str; 13] = [
    "view",
    "bones",
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
    "fibres",
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
        Ok(Self(NAMES.map(|name| gl.get_uniform_location(&program, name))))
    }

    settings!(view 0, bones 1, looks 2, axes 3, light 4, rim 5, flat_colour 6, way 7, state 8, grow 9, shadow 10, tendon 11, fibres 12);
}

fn attach(gl: &Gl, program: &WebGlProgram, kind: u32, source: &str) -> Result<(), JsValue> {
    let shader: WebGlShader = gl.create_shader(kind).ok_or("no shader")?;
    gl.shader_source(&shader, source);
    gl.compile_shader(&shader);
    gl.attach_shader(program, &shader);
    Ok(())
}
