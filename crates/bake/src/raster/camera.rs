//! A plain camera for pictures made at build time.

/// Looks at a point from a direction; no roll.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// mm.
    pub target: [f64; 3],
    /// Degrees: 0 = from the front, 90 = from the subject's right.
    pub around: f64,
    /// Degrees above the horizon.
    pub above: f64,
    /// Height of the picture at the target, mm.
    pub height: f64,
    /// Distance of the eye, mm; far away = hardly any perspective.
    pub distance: f64,
}

impl Camera {
    /// View-projection, column-major, for a picture of this width per height; depth 0 to 1.
    pub fn matrix(&self, aspect: f64) -> [f32; 16] {
        let (sa, ca) = libm::sincos(self.around.to_radians());
        let (se, ce) = libm::sincos(self.above.to_radians());
        // Towards the eye, to the right of the picture, up in the picture.
        let back = [ca * ce, se, sa * ce];
        let right = [sa, 0.0, -ca];
        let up = [-ca * se, ce, -sa * se];
        let f = 2.0 * self.distance / self.height;
        let (near, far) = (self.distance * 0.5, self.distance * 2.0);
        let dot = |a: [f64; 3]| a[0] * self.target[0] + a[1] * self.target[1] + a[2] * self.target[2];
        let mut m = [0.0; 16];
        let k = far / (far - near);
        for i in 0..3 {
            m[i * 4] = right[i] * f / aspect;
            m[i * 4 + 1] = up[i] * f;
            m[i * 4 + 2] = -back[i] * k;
            m[i * 4 + 3] = -back[i];
        }
        m[12] = -dot(right) * f / aspect;
        m[13] = -dot(up) * f;
        m[14] = (dot(back) + self.distance) * k - near * k;
        m[15] = dot(back) + self.distance;
        m.map(|x| x as f32)
    }

    /// Unit vectors: to the right of the picture, up in it, towards the eye.
    pub fn axes(&self) -> [[f32; 3]; 3] {
        let (sa, ca) = libm::sincos(self.around.to_radians());
        let (se, ce) = libm::sincos(self.above.to_radians());
        [[sa, 0.0, -ca], [-ca * se, ce, -sa * se], [ca * ce, se, sa * ce]].map(|a| a.map(|x| x as f32))
    }
}
