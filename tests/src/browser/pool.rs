//! Browsers are kept between trials: one of each kind, lent to one trial at a time. One that hung, or does not answer,
//! is not used again.

use std::collections::HashMap;
use std::sync::OnceLock;

use tokio::sync::Mutex;

use super::{Browser, Engine, Wishes};
use crate::Done;
use crate::tab::Tab;

type Slot = std::sync::Arc<Mutex<Option<(Wishes, Browser)>>>;

fn slots() -> &'static HashMap<Engine, Slot> {
    static SLOTS: OnceLock<HashMap<Engine, Slot>> = OnceLock::new();
    SLOTS.get_or_init(|| Engine::ALL.into_iter().map(|engine| (engine, Slot::default())).collect())
}

/// Runs one scenario in a browser of this engine with these wishes.
///
/// # Errors
/// What the scenario found, or why there is no browser.
pub async fn lend<F, R>(engine: Engine, wishes: Wishes, name: &str, scenario: F) -> Done
where
    F: FnOnce(Tab) -> R,
    R: Future<Output = Done> + Send + 'static,
{
    let mut slot = slots()[&engine].lock().await;
    let browser = take(slot.take(), engine, wishes).await?;
    let tab = browser.tab();
    // A task of its own, so that a panic of the scenario is an answer too.
    let run = tokio::spawn(tokio::time::timeout(crate::tab::TRIAL, scenario(tab.clone())));
    let (result, sound) = match run.await {
        Ok(Ok(result)) => (result, true),
        Ok(Err(_)) => {
            (Err(crate::Problem(format!("not done after {} s", crate::tab::TRIAL.as_secs()))), false)
        }
        Err(panic) => {
            let payload = panic.into_panic();
            let text = payload.downcast_ref::<String>().cloned();
            let text = text.or_else(|| payload.downcast_ref::<&str>().map(ToString::to_string));
            (Err(crate::Problem(text.unwrap_or_else(|| "panicked".to_owned()))), false)
        }
    };
    if result.is_err() {
        tab.keep_evidence(&format!("{name}-{}", engine.name())).await;
    }
    if sound {
        *slot = Some((wishes, browser));
    } else {
        browser.close().await;
    }
    result
}

/// The browser that was kept, if it fits and still answers; else a new one.
async fn take(kept: Option<(Wishes, Browser)>, engine: Engine, wishes: Wishes) -> Done<Browser> {
    if let Some((old, browser)) = kept {
        if old == wishes && browser.tab().fresh().await.is_ok() {
            return Ok(browser);
        }
        browser.close().await;
    }
    let browser = Browser::start(engine, wishes).await?;
    browser.tab().fresh().await?;
    Ok(browser)
}

/// Closes what is still open.
pub async fn close_all() {
    for slot in slots().values() {
        if let Some((_, browser)) = slot.lock().await.take() {
            browser.close().await;
        }
    }
}
