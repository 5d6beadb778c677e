//! From fingers on the picture to what they mean. Pure: knows places and time order only.

/// What a movement of fingers means. Lengths are CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Meaning {
    /// The model follows the finger.
    Turn { right: f32, down: f32 },
    /// Two fingers came apart (above 1) or together.
    Zoom(f32),
    /// A finger touched one place and left.
    Tap { x: f32, y: f32 },
}

/// A finger may tremble so far and still tap.
const TREMBLE: f32 = 6.0;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Finger {
    id: i32,
    x: f32,
    y: f32,
}

/// The fingers that are down; a mouse with its button down is one. A third finger counts for nothing.
#[derive(Debug, Clone, Default)]
pub(super) struct Gesture {
    fingers: [Option<Finger>; 2],
    /// It went too far, or had too many fingers, for a tap.
    moved: bool,
    /// The model follows, sideways and up and down.
    leads: bool,
    /// Going up and down scrolls the page, unless it went sideways before.
    scrolls: bool,
}

impl Gesture {
    /// A finger comes down; `scrolls`: the page scrolls under it, as it does not under a mouse.
    pub(super) fn down(&mut self, id: i32, x: f32, y: f32, scrolls: bool) {
        if !self.is_on() {
            *self = Self { scrolls, ..Self::default() };
        }
        if let Some(free) = self.fingers.iter_mut().find(|finger| finger.is_none()) {
            *free = Some(Finger { id, x, y });
        }
        self.moved |= self.fingers[1].is_some();
    }

    pub(super) fn to(&mut self, id: i32, x: f32, y: f32) -> Option<Meaning> {
        let before = self.apart();
        let finger = self.fingers.iter_mut().flatten().find(|finger| finger.id == id)?;
        let (right, down) = (x - finger.x, y - finger.y);
        if !self.leads && before.is_none() {
            if right * right + down * down <= TREMBLE * TREMBLE {
                return None;
            }
            self.moved = true;
            // The browser takes this finger in a moment.
            if self.scrolls && down.abs() > right.abs() {
                return None;
            }
        }
        self.leads = true;
        (finger.x, finger.y) = (x, y);
        match (before, self.apart()) {
            (Some(before), Some(now)) => Some(Meaning::Zoom(now / before)),
            _ => Some(Meaning::Turn { right, down }),
        }
    }

    pub(super) fn up(&mut self, id: i32, x: f32, y: f32) -> Option<Meaning> {
        let was = self.is_on();
        self.cancel(id);
        (was && !self.is_on() && !self.moved).then_some(Meaning::Tap { x, y })
    }

    /// The browser took the finger, for example to scroll.
    pub(super) fn cancel(&mut self, id: i32) {
        for finger in &mut self.fingers {
            if finger.is_some_and(|finger| finger.id == id) {
                *finger = None;
            }
        }
        if self.fingers[0].is_none() {
            self.fingers.swap(0, 1);
        }
    }

    /// Whether any finger is down.
    pub(super) fn is_on(&self) -> bool {
        self.fingers[0].is_some()
    }

    /// Between two fingers, at least a pixel.
    fn apart(&self) -> Option<f32> {
        let [Some(a), Some(b)] = self.fingers else { return None };
        Some(((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt().max(1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trembling_finger_taps() {
        let mut gesture = Gesture::default();
        gesture.down(1, 10.0, 10.0, true);
        assert_eq!(gesture.to(1, 13.0, 12.0), None);
        assert_eq!(gesture.up(1, 13.0, 12.0), Some(Meaning::Tap { x: 13.0, y: 12.0 }));
        assert!(!gesture.is_on());
    }

    #[test]
    fn a_drag_turns_and_does_not_tap() {
        let mut gesture = Gesture::default();
        gesture.down(1, 10.0, 10.0, true);
        assert_eq!(gesture.to(1, 30.0, 5.0), Some(Meaning::Turn { right: 20.0, down: -5.0 }));
        assert_eq!(gesture.to(1, 31.0, 5.0), Some(Meaning::Turn { right: 1.0, down: 0.0 }));
        assert_eq!(gesture.up(1, 31.0, 5.0), None);
        // The next touch begins anew.
        gesture.down(2, 50.0, 50.0, true);
        assert_eq!(gesture.up(2, 50.0, 50.0), Some(Meaning::Tap { x: 50.0, y: 50.0 }));
    }

    #[test]
    fn a_finger_that_began_upright_neither_turns_nor_taps() {
        let mut gesture = Gesture::default();
        gesture.down(1, 10.0, 10.0, true);
        assert_eq!(gesture.to(1, 12.0, 30.0), None);
        assert_eq!(gesture.up(1, 12.0, 30.0), None);
        // Sideways first, it tilts as well.
        gesture.down(2, 10.0, 10.0, true);
        assert!(gesture.to(2, 30.0, 12.0).is_some());
        assert_eq!(gesture.to(2, 30.0, 40.0), Some(Meaning::Turn { right: 0.0, down: 28.0 }));
    }

    #[test]
    fn a_mouse_tilts_at_once() {
        let mut gesture = Gesture::default();
        gesture.down(1, 10.0, 10.0, false);
        assert_eq!(gesture.to(1, 10.0, 30.0), Some(Meaning::Turn { right: 0.0, down: 20.0 }));
    }

    #[test]
    fn two_fingers_zoom_and_the_last_one_turns() {
        let mut gesture = Gesture::default();
        gesture.down(1, 0.0, 0.0, true);
        gesture.down(2, 100.0, 0.0, true);
        assert_eq!(gesture.to(2, 200.0, 0.0), Some(Meaning::Zoom(2.0)));
        gesture.down(3, 5.0, 5.0, true);
        assert_eq!(gesture.to(3, 90.0, 5.0), None);
        assert_eq!(gesture.up(1, 0.0, 0.0), None);
        assert_eq!(gesture.to(2, 210.0, 0.0), Some(Meaning::Turn { right: 10.0, down: 0.0 }));
        assert_eq!(gesture.up(2, 210.0, 0.0), None);
    }

    #[test]
    fn a_finger_that_scrolls_the_page_does_nothing() {
        let mut gesture = Gesture::default();
        gesture.down(1, 10.0, 10.0, true);
        gesture.cancel(1);
        assert_eq!(gesture.to(1, 10.0, 90.0), None);
        assert_eq!(gesture.up(1, 10.0, 90.0), None);
    }
}
