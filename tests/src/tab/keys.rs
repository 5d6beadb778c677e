//! The keyboard.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::Value;

use super::Tab;
use crate::Done;

/// A key that has no letter, by its code in the WebDriver standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Tab,
    Enter,
    Space,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    Escape,
}

impl Key {
    const fn code(self) -> char {
        match self {
            Self::Tab => '\u{E004}',
            Self::Enter => '\u{E007}',
            Self::Space => ' ',
            Self::Left => '\u{E012}',
            Self::Right => '\u{E014}',
            Self::Up => '\u{E013}',
            Self::Down => '\u{E015}',
            Self::Home => '\u{E011}',
            Self::End => '\u{E010}',
            Self::PageUp => '\u{E00E}',
            Self::PageDown => '\u{E00F}',
            Self::Escape => '\u{E00C}',
        }
    }
}

const SHIFT: char = '\u{E008}';

impl Tab {
    /// Presses a key, wherever the focus is.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn key(&self, key: Key) -> Done {
        self.press(&[key.code()]).await
    }

    /// Shift and Tab: one step back.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn back(&self) -> Done {
        let keys = KeyActions::new("keys".to_owned())
            .then(KeyAction::Down { value: SHIFT })
            .then(KeyAction::Down { value: Key::Tab.code() })
            .then(KeyAction::Up { value: Key::Tab.code() })
            .then(KeyAction::Up { value: SHIFT });
        Ok(self.client.perform_actions(keys).await?)
    }

    /// Types text, wherever the focus is.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn write(&self, text: &str) -> Done {
        self.press(&text.chars().collect::<Vec<_>>()).await
    }

    async fn press(&self, keys: &[char]) -> Done {
        let actions = keys.iter().fold(KeyActions::new("keys".to_owned()), |actions, &value| {
            actions.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Tabs on until the focused element fits the selector.
    ///
    /// # Errors
    /// When it does not come within `most` steps; says what had the focus.
    pub async fn tab_to(&self, css: &str, most: usize) -> Done {
        let mut passed = Vec::new();
        for _ in 0..most {
            self.key(Key::Tab).await?;
            let script = "const on = document.activeElement; return [on.matches(arguments[0]), on.id || on.outerHTML.slice(0, 60)]";
            let on = self.js_with(script, vec![Value::from(css)]).await?;
            if on[0] == true {
                return Ok(());
            }
            passed.push(on[1].as_str().unwrap_or_default().to_owned());
        }
        Err(crate::Problem(format!("{most} times Tab did not reach {css}; passed {passed:?}")))
    }
}
