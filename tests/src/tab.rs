//! One open page, as a person or a machine would use it.

mod keys;
mod pointer;

use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::browser::{Engine, devtools};
use crate::picture::Picture;
use crate::site::Host;
use crate::{Done, Problem};

pub use keys::Key;

/// How long a condition may take on a loaded machine. Nothing ever waits this long when things are well.
pub const PATIENCE: Duration = Duration::from_secs(25);
/// Between two looks at a condition.
pub const GLANCE: Duration = Duration::from_millis(40);
/// The longest a whole scenario may take.
pub const TRIAL: Duration = Duration::from_secs(150);

/// A page's size in CSS px.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 390 by 844, touch.
    Phone,
    /// 1440 by 900.
    Desktop,
    /// Any other, without touch.
    Of(u32, u32),
}

impl Size {
    const fn px(self) -> (u32, u32) {
        match self {
            Self::Phone => (390, 844),
            Self::Desktop => (1440, 900),
            Self::Of(width, height) => (width, height),
        }
    }
}

/// A browser's tab. Cheap to clone: all clones are the same tab.
#[derive(Debug, Clone)]
pub struct Tab {
    pub engine: Engine,
    pub(crate) client: Client,
}

impl Tab {
    /// Leaves whatever the last trial left behind.
    pub(crate) async fn fresh(&self) -> Done {
        self.client.goto("about:blank").await?;
        if self.engine == Engine::Chromium {
            devtools(&self.client, "Emulation.setScriptExecutionDisabled", json!({"value": false})).await?;
            // Read, so that the next trial sees only its own.
            self.chromium_log("browser").await?;
            self.chromium_log("performance").await?;
        }
        Ok(())
    }

    /// Opens a page of the site at this size.
    ///
    /// # Errors
    /// When it does not load, or has another width than asked for.
    pub async fn open(&self, host: &Host, path: &str, size: Size) -> Done {
        self.open_url(&host.origin, &host.url(path), size).await
    }

    /// Opens any address of this origin.
    ///
    /// # Errors
    /// When it does not load, or has another width than asked for.
    pub async fn open_url(&self, origin: &str, url: &str, size: Size) -> Done {
        let (width, height) = size.px();
        if self.engine == Engine::Chromium {
            // A page of another width would take up this one, and ask its server for pictures that fit it.
            if self.js("return innerWidth").await? != json!(width) {
                self.client.goto("about:blank").await?;
            }
            let phone = size == Size::Phone;
            let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone});
            devtools(&self.client, "Emulation.setDeviceMetricsOverride", metrics).await?;
            let touch = json!({"enabled": phone, "maxTouchPoints": if phone { 5 } else { 1 }});
            devtools(&self.client, "Emulation.setTouchEmulationEnabled", touch).await?;
            self.client.goto(url).await?;
        } else {
            // Their windows cannot be as narrow as a phone; a frame can, and the page in it cannot tell.
            let hash = json!([width, height, url]).to_string();
            let hash: String = url::form_urlencoded::byte_serialize(hash.as_bytes()).collect();
            self.client.goto("about:blank").await?;
            self.client.goto(&format!("{origin}/frame.html#{}", hash.replace('+', "%20"))).await?;
            self.client.find(Locator::Css("iframe")).await?.enter_frame().await?;
            self.wait(
                "the framed page",
                "return document.readyState === 'complete' && location.href !== 'about:blank'",
            )
            .await?;
        }
        // Chromium takes up a page's own width with its first layout.
        self.wait("a page as wide as the window", &format!("return innerWidth === {width}")).await?;
        Ok(())
    }

    /// Goes on inside a frame of the page.
    ///
    /// # Errors
    /// When there is none.
    pub async fn enter(&self, css: &str) -> Done {
        Ok(self.find(css).await?.enter_frame().await?)
    }

    /// Runs a script's body in the page and gives what it returns.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn js(&self, body: &str) -> Done<Value> {
        self.js_with(body, vec![]).await
    }

    /// The same, with `arguments`.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn js_with(&self, body: &str, arguments: Vec<Value>) -> Done<Value> {
        self.client
            .execute(body, arguments)
            .await
            .map_err(|error| Problem(format!("{error} in `{}`", brief(body))))
    }

    /// Runs a script that gives its answer to `done(value)`.
    ///
    /// # Errors
    /// When the script throws or never answers.
    pub async fn js_later(&self, body: &str, arguments: Vec<Value>) -> Done<Value> {
        let script = format!("const done = arguments[arguments.length - 1];\n{body}");
        Ok(self.client.execute_async(&script, arguments).await?)
    }

    /// Looks until the script returns something true, and gives that.
    ///
    /// # Errors
    /// When it does not, with what it last returned.
    pub async fn wait(&self, what: &str, body: &str) -> Done<Value> {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        loop {
            let last = self.js(body).await;
            if let Ok(value) = &last
                && truthy(value)
            {
                return last;
            }
            if tokio::time::Instant::now() > deadline {
                let last = last.map_or_else(|problem| problem.0, |value| value.to_string());
                return Err(Problem(format!("waited in vain for {what}; last seen {last}")));
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// The element of this selector.
    ///
    /// # Errors
    /// When there is none.
    pub async fn find(&self, css: &str) -> Done<Element> {
        self.client.find(Locator::Css(css)).await.map_err(|error| Problem(format!("no {css}: {error}")))
    }

    /// Presses an element as a mouse or finger does, brought into the middle first (bars lie over the edges).
    ///
    /// # Errors
    /// When there is none, or something lies over it.
    pub async fn click(&self, css: &str) -> Done {
        self.centre(css).await?;
        let element = self.find(css).await?;
        element.click().await.map_err(|error| Problem(format!("cannot press {css}: {error}")))
    }

    /// Scrolls an element into the middle of the window, at once.
    ///
    /// # Errors
    /// When there is none.
    pub async fn centre(&self, css: &str) -> Done {
        let script =
            "document.querySelector(arguments[0]).scrollIntoView({block: 'center', behavior: 'instant'})";
        self.js_with(script, vec![json!(css)]).await.map(|_| ())
    }

    /// Types into a field.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn type_in(&self, css: &str, text: &str) -> Done {
        self.centre(css).await?;
        Ok(self.find(css).await?.send_keys(text).await?)
    }

    /// What an element shows.
    ///
    /// # Errors
    /// When there is none.
    pub async fn text(&self, css: &str) -> Done<String> {
        let script = "return document.querySelector(arguments[0]).innerText";
        Ok(self.js_with(script, vec![json!(css)]).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Whether an element is there and takes room.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn shown(&self, css: &str) -> Done<bool> {
        let script = "return [...document.querySelectorAll(arguments[0])].some((one) => one.getClientRects().length > 0)";
        Ok(truthy(&self.js_with(script, vec![json!(css)]).await?))
    }

    /// Waits for a root's state.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn state(&self, root: &str, state: &str) -> Done {
        self.wait(
            &format!("<{root}> {state}"),
            &format!("return document.querySelector('{root}')?.dataset.state === '{state}'"),
        )
        .await
        .map(|_| ())
    }

    /// The picture of the window, PNG.
    ///
    /// # Errors
    /// When the browser gives none.
    pub async fn screenshot(&self) -> Done<Vec<u8>> {
        Ok(self.client.screenshot().await?)
    }

    /// What the window shows of an element.
    ///
    /// # Errors
    /// When there is none, or nothing of it is in the window.
    pub async fn picture(&self, css: &str) -> Done<Picture> {
        // Cut out of the window's picture: WebKitGTK gives an element's own without what WebGL drew.
        let [left, top, width, height] = self.place(css).await?;
        Picture::read(&self.screenshot().await?)?.part(left, top, width, height)
    }

    /// What Chromium wrote into one of its logs; nothing for the others, whose drivers keep none.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub async fn chromium_log(&self, kind: &str) -> Done<Vec<Value>> {
        if self.engine == Engine::Chromium {
            crate::browser::log(&self.client, kind).await
        } else {
            Ok(vec![])
        }
    }

    /// A command of Chromium's own protocol.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn devtools(&self, command: &str, params: Value) -> Done<Value> {
        devtools(&self.client, command, params).await
    }

    /// After a failure: the picture and what the probe saw, in `target/e2e/`.
    pub(crate) async fn keep_evidence(&self, name: &str) {
        let folder = crate::project::root().join("target/e2e");
        let look = async {
            let seen = self.js("return JSON.stringify([location.href, window.__probe], null, 1)").await;
            let shot = self.screenshot().await;
            std::fs::create_dir_all(&folder)?;
            let name = name.replace("::", "-");
            if let Ok(Value::String(seen)) = seen {
                std::fs::write(folder.join(format!("{name}.json")), seen)?;
            }
            if let Ok(shot) = shot {
                std::fs::write(folder.join(format!("{name}.png")), shot)?;
            }
            Done::Ok(())
        };
        // The failure itself is what counts; a browser that died has nothing to show.
        let _ = tokio::time::timeout(Duration::from_secs(10), look).await;
    }
}

fn truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(yes) => *yes,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}

fn brief(text: &str) -> String {
    text.chars().take(160).collect()
}
