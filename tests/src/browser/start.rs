//! How each engine is started.

use std::io::ErrorKind;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use fantoccini::ClientBuilder;
use http_body_util::Empty;
use hyper::body::Bytes;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};

use super::{Browser, Engine, Wishes, devtools};
use crate::display::Display;
use crate::project::program;
use crate::tab::GLANCE;
use crate::{Done, Problem};

const MINI_BROWSER: &str = "webkit2gtk-4.1/MiniBrowser";

pub(super) async fn start(engine: Engine, wishes: Wishes) -> Done<Browser> {
    let folder = tempfile::tempdir()?;
    // Firefox and WebKitGTK draw WebGL only with a screen.
    let display = if engine == Engine::Chromium { None } else { Some(Display::start()?) };
    let port = free_port()?;
    let (name, option) = match engine {
        Engine::Chromium => ("chromedriver", format!("--port={port}")),
        Engine::Firefox => ("geckodriver", format!("--port={port}")),
        Engine::WebKit => ("WebKitWebDriver", format!("--port={port}")),
    };
    let mut command = Command::new(program(name)?);
    let log = folder.path().join("driver.log");
    let words = std::fs::File::create(&log)?;
    command.arg(option).stdin(Stdio::null()).stdout(words.try_clone()?).stderr(words);
    if engine == Engine::Firefox {
        // Two drivers on one machine must not share the port they talk to their browser on.
        command.arg(format!("--websocket-port={}", free_port()?));
    }
    if let Some(display) = &display {
        command.env("DISPLAY", &display.name);
    }
    if engine == Engine::WebKit {
        settings(&mut command, folder.path(), wishes)?;
    }
    let mut driver = command.spawn()?;
    let capabilities = match engine {
        Engine::Chromium => chromium(folder.path())?,
        Engine::Firefox => firefox(wishes)?,
        Engine::WebKit => webkit()?,
    };
    let capabilities = capabilities.as_object().cloned().unwrap_or_default();
    let client = match connect(port, capabilities).await {
        Ok(client) => client,
        Err(problem) => {
            let ended = driver.try_wait()?.map_or_else(|| "is running".to_owned(), |end| end.to_string());
            let _ = driver.kill();
            let _ = driver.wait();
            let said = std::fs::read_to_string(&log).unwrap_or_default();
            let name = engine.name();
            return Err(Problem(format!(
                "{name} does not start: {problem}; its driver {ended} and says:\n{said}"
            )));
        }
    };
    let browser = Browser { engine, client, driver, _folder: folder, _display: display };
    if engine == Engine::Chromium {
        wish(&browser, wishes).await?;
    } else {
        // As large as the screen, so that a frame of any size we use fits.
        browser.client.set_window_rect(0, 0, 1500, 1100).await?;
    }
    Ok(browser)
}

/// The driver is there once it answers: its port may be open before that.
async fn connect(port: u16, capabilities: serde_json::Map<String, Value>) -> Done<fantoccini::Client> {
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    let address = format!("http://127.0.0.1:{port}");
    let status =
        format!("{address}/status").parse::<hyper::Uri>().map_err(|error| Problem(error.to_string()))?;
    let client = Client::builder(TokioExecutor::new()).build::<_, Empty<Bytes>>(connector.clone());
    let deadline = tokio::time::Instant::now() + Duration::from_secs(30);
    while let Err(error) = client.get(status.clone()).await {
        if tokio::time::Instant::now() > deadline {
            return Err(Problem(error.to_string()));
        }
        tokio::time::sleep(GLANCE).await;
    }
    Ok(ClientBuilder::new(connector).capabilities(capabilities).connect(&address).await?)
}

/// A port that nobody listens on, and below those that the system gives to outgoing connections: one of these could
/// be taken before the driver listens. Drivers listen on both loopback addresses where there are two.
fn free_port() -> Done<u16> {
    const FIRST: u32 = 20_000;
    const COUNT: u32 = 10_000;
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let start = std::process::id();
    for _ in 0..COUNT {
        let step = NEXT.fetch_add(1, Ordering::Relaxed);
        let port = (FIRST + start.wrapping_mul(16).wrapping_add(step) % COUNT) as u16;
        let old = TcpListener::bind(("127.0.0.1", port));
        let new = TcpListener::bind(("::1", port));
        let taken = |error: &std::io::Error| error.kind() == ErrorKind::AddrInUse;
        if old.is_ok() && !new.is_err_and(|error| taken(&error)) {
            return Ok(port);
        }
    }
    Err(Problem::new("no port is free"))
}

fn chromium(folder: &Path) -> Done<Value> {
    Ok(json!({
        "goog:chromeOptions": {
            "binary": program("chromium")?,
            "args": [
                "--headless=new", "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--window-size=1440,1000", "--hide-scrollbars",
                // Several pages may hold a canvas at once while the machine is busy.
                "--disable-backgrounding-occluded-windows",
                format!("--user-data-dir={}", folder.display()),
            ],
        },
        // The browser's own words, and every request it makes.
        "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
    }))
}

/// Chromium takes the reader's wishes while it runs.
async fn wish(browser: &Browser, wishes: Wishes) -> Done {
    let features = json!([
        {"name": "prefers-color-scheme", "value": if wishes.dark { "dark" } else { "light" }},
        {"name": "prefers-reduced-motion", "value": if wishes.still { "reduce" } else { "no-preference" }},
        {"name": "forced-colors", "value": if wishes.forced_colours { "active" } else { "none" }},
    ]);
    devtools(&browser.client, "Emulation.setEmulatedMedia", json!({"features": features})).await.map(|_| ())
}

fn firefox(wishes: Wishes) -> Done<Value> {
    Ok(json!({
        "moz:firefoxOptions": {
            "binary": program("firefox-esr").or_else(|_| program("firefox"))?,
            "prefs": {
                "ui.systemUsesDarkTheme": i32::from(wishes.dark),
                "ui.prefersReducedMotion": i32::from(wishes.still),
                // 2: always the reader's colours.
                "browser.display.document_color_use": if wishes.forced_colours { 2 } else { 1 },
                "ui.useAccessibilityTheme": i32::from(wishes.forced_colours),
                // The software renderer is refused by default.
                "webgl.force-enabled": true,
                "dom.w3c_touch_events.enabled": 1,
                // Tab reaches links and buttons alike, as on Windows and Linux by default.
                "accessibility.tabfocus": 7,
            },
        },
    }))
}

fn webkit() -> Done<Value> {
    let place = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec", "/usr/lib"]
        .iter()
        .map(|folder| Path::new(folder).join(MINI_BROWSER))
        .find(|path| path.is_file())
        .ok_or_else(|| Problem::new("WebKitGTK's MiniBrowser is not here: install webkit2gtk-driver"))?;
    Ok(json!({"webkitgtk:browserOptions": {"binary": place, "args": ["--automation"]}}))
}

/// WebKitGTK takes the reader's wishes from the desktop's settings. It knows no forced colours.
fn settings(command: &mut Command, folder: &Path, wishes: Wishes) -> Done {
    let place = folder.join("gtk-3.0");
    std::fs::create_dir_all(&place)?;
    let text = format!("[Settings]\ngtk-enable-animations={}\n", i32::from(!wishes.still));
    std::fs::write(place.join("settings.ini"), text)?;
    command
        .env("XDG_CONFIG_HOME", folder)
        .env("GTK_THEME", if wishes.dark { "Adwaita:dark" } else { "Adwaita" });
    Ok(())
}
