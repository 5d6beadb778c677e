//! Browsers are kept between trials: one of each kind, lent to one trial at a time. One that a trial failed in is
//! not used again.

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
    let browser = match slot.take() {
        Some((kept, browser)) if kept == wishes => browser,
        other => {
            if let Some((_, old)) = other {
                old.close().await;
            }
            Browser::start(engine, wishes).await?
        }
    };
    let tab = browser.tab();
    tab.fresh().await?;
    // A task of its own, so that a panic of the scenario is an answer too.
    let run = tokio::spawn(tokio::time::timeout(crate::tab::TRIAL, scenario(tab.clone())));
    let result = match run.await {
        Ok(Ok(result)) => result,
        Ok(Err(_)) => Err(crate::Problem(format!("not done after {} s", crate::tab::TRIAL.as_secs()))),
        Err(panic) => {
            let payload = panic.into_panic();
            let text = payload.downcast_ref::<String>().cloned();
            let text = text.or_else(|| payload.downcast_ref::<&str>().map(ToString::to_string));
            Err(crate::Problem(text.unwrap_or_else(|| "panicked".to_owned())))
        }
    };
    if result.is_ok() {
        *slot = Some((wishes, browser));
    } else {
        tab.keep_evidence(&format!("{name}-{}", engine.name())).await;
        browser.close().await;
    }
    result
}

/// Closes what is still open.
pub async fn close_all() {
    for slot in slots().values() {
        if let Some((_, browser)) = slot.lock().await.take() {
            browser.close().await;
        }
    }
}
