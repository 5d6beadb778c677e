//! A picture beside the canvas. A browser that shows a canvas waits for all that was asked for on it, and without a graphics
//! card that takes long: so what is slow is drawn here, and copied to the canvas once it is done.

use js_sys::Date;
use neck::draw::Viewport;
use web_sys::{
    HtmlCanvasElement, WebGl2RenderingContext as Gl, WebGlFramebuffer, WebGlRenderbuffer, WebGlSync,
};

/// Colours and depth.
const PARTS: [(u32, u32); 2] =
    [(Gl::COLOR_ATTACHMENT0, Gl::RGBA8), (Gl::DEPTH_ATTACHMENT, Gl::DEPTH_COMPONENT24)];
/// A picture that is done so soon, ms, is quick: it need not be waited for. About two frames.
const QUICK: f64 = 34.0;

#[derive(Debug)]
pub(super) struct Aside {
    place: Option<WebGlFramebuffer>,
    parts: [Option<WebGlRenderbuffer>; 2],
    /// Device pixels, and samples of each.
    size: (i32, i32, i32),
    /// Passed when the picture is done; none: nobody waits for it.
    fence: Option<WebGlSync>,
    /// When it was begun, ms.
    began: f64,
    /// The last one was quick: the next goes to the canvas at once.
    pub(super) quick: bool,
}

impl Aside {
    pub(super) fn new(gl: &Gl) -> Self {
        let parts = [gl.create_renderbuffer(), gl.create_renderbuffer()];
        let place = gl.create_framebuffer();
        Self { place, parts, size: (0, 0, 0), fence: None, began: 0.0, quick: false }
    }

    /// What is drawn from now on is drawn here.
    pub(super) fn begin(&mut self, gl: &Gl, viewport: Viewport, smooth: bool) {
        gl.bind_framebuffer(Gl::FRAMEBUFFER, self.place.as_ref());
        let size = (viewport.width as i32, viewport.height as i32, if smooth { 4 } else { 0 });
        if self.size != size {
            self.size = size;
            for (part, (place, format)) in self.parts.iter().zip(PARTS) {
                gl.bind_renderbuffer(Gl::RENDERBUFFER, part.as_ref());
                gl.renderbuffer_storage_multisample(Gl::RENDERBUFFER, size.2, format, size.0, size.1);
                gl.framebuffer_renderbuffer(Gl::FRAMEBUFFER, place, Gl::RENDERBUFFER, part.as_ref());
            }
        }
        self.began = Date::now();
    }

    /// The picture is asked for.
    pub(super) fn end(&mut self, gl: &Gl, canvas: &HtmlCanvasElement) {
        self.fence = fence(gl);
        if self.quick {
            self.copy(gl, canvas);
        }
    }

    /// Shows a picture that is done by now; gives whether the next may be drawn.
    pub(super) fn show(&mut self, gl: &Gl, canvas: &HtmlCanvasElement) -> bool {
        let Some(fence) = &self.fence else { return true };
        if !is_passed(gl, fence) {
            self.quick = false;
            return false;
        }
        self.fence = None;
        if !self.quick {
            self.copy(gl, canvas);
            self.quick = Date::now() - self.began < QUICK;
            // The browser takes the canvas now, and would wait for what is drawn meanwhile.
            return false;
        }
        true
    }

    fn copy(&self, gl: &Gl, canvas: &HtmlCanvasElement) {
        let (width, height, _) = self.size;
        // The same size again would empty it too.
        if (canvas.width().cast_signed(), canvas.height().cast_signed()) != (width, height) {
            canvas.set_width(width.cast_unsigned());
            canvas.set_height(height.cast_unsigned());
        }
        gl.bind_framebuffer(Gl::DRAW_FRAMEBUFFER, None);
        gl.blit_framebuffer(0, 0, width, height, 0, 0, width, height, Gl::COLOR_BUFFER_BIT, Gl::NEAREST);
    }
}

/// Passed when all that was asked for until now is done.
pub(super) fn fence(gl: &Gl) -> Option<WebGlSync> {
    let fence = gl.fence_sync(Gl::SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
    fence
}

/// Whether it is passed. Nothing waits for it.
pub(super) fn is_passed(gl: &Gl, fence: &WebGlSync) -> bool {
    gl.get_sync_parameter(fence, Gl::SYNC_STATUS) == Gl::SIGNALED
}
