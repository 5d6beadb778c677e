//! Mouse and finger.

use std::time::Duration;

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::{Value, json};

use super::Tab;
use crate::{Done, Problem};

impl Tab {
    /// Where an element lies in the window: left, top, width, height in CSS px.
    ///
    /// # Errors
    /// When there is none.
    pub async fn place(&self, css: &str) -> Done<[f64; 4]> {
        let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return [box.x, box.y, box.width, box.height]";
        let place = self.js_with(script, vec![json!(css)]).await?;
        let at = |index: usize| place[index].as_f64().ok_or_else(|| Problem(format!("{css} has no place")));
        Ok([at(0)?, at(1)?, at(2)?, at(3)?])
    }

    /// Presses the mouse at a point of the window.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn press_at(&self, x: f64, y: f64) -> Done {
        self.drag((x, y), (x, y)).await
    }

    /// Presses it there twice, as fast as for a double click.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn press_twice_at(&self, x: f64, y: f64) -> Done {
        let down = || PointerAction::Down { button: MOUSE_BUTTON_LEFT };
        let up = || PointerAction::Up { button: MOUSE_BUTTON_LEFT };
        let to = PointerAction::MoveTo { duration: Some(Duration::ZERO), x, y };
        let mouse = [to, down(), up(), down(), up()].into_iter();
        let mouse = mouse.fold(MouseActions::new("mouse".to_owned()), InputSource::then);
        Ok(self.client.perform_actions(mouse).await?)
    }

    /// Drags with the mouse from one point of the window to another.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64)) -> Done {
        let mouse = MouseActions::new("mouse".to_owned()).then(PointerAction::MoveTo {
            duration: Some(Duration::ZERO),
            x: from.0,
            y: from.1,
        });
        let mouse = mouse.then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        let mouse = if from == to { mouse } else { steps(from, to).fold(mouse, InputSource::then) };
        let mouse = mouse.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(mouse).await?)
    }

    /// Draws a finger from one point of the window to another.
    ///
    /// # Errors
    /// When the browser is not Chromium: touches of the drivers do not scroll, only its own protocol's do.
    pub async fn swipe(&self, from: (f64, f64), to: (f64, f64)) -> Done {
        let touch = |kind: &str, points: Value| json!({"type": kind, "touchPoints": points});
        let point = |(x, y): (f64, f64)| json!([{"x": x, "y": y}]);
        self.devtools("Input.dispatchTouchEvent", touch("touchStart", point(from))).await?;
        for part in 1..=8 {
            let at = between(from, to, f64::from(part) / 8.0);
            self.devtools("Input.dispatchTouchEvent", touch("touchMove", point(at))).await?;
        }
        self.devtools("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).await.map(|_| ())
    }
}

fn steps(from: (f64, f64), to: (f64, f64)) -> impl Iterator<Item = PointerAction> {
    (1..=8).map(move |part| {
        let (x, y) = between(from, to, f64::from(part) / 8.0);
        PointerAction::MoveTo { duration: Some(Duration::from_millis(16)), x, y }
    })
}

fn between(from: (f64, f64), to: (f64, f64), share: f64) -> (f64, f64) {
    ((from.0 + (to.0 - from.0) * share).round(), (from.1 + (to.1 - from.1) * share).round())
}
