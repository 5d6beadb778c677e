//! The interface: a table of routes, and what every answer has in common.

use std::{any::Any, sync::Arc, time::Instant};

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{any, get, post},
};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    cors::{AllowOrigin, CorsLayer},
};

use crate::{
    Config, Error,
    page::{Page, Words},
    site::{Rules, Site},
    store::Store,
};

mod decode;
mod limit;
mod problem;
mod submit;

pub(crate) use problem::Problem;

/// What the routes share.
pub(crate) struct Desk {
    config: Config,
    store: Store,
    page: Option<Page>,
    limit: Option<limit::Limit>,
    origins: Vec<HeaderValue>,
    /// The site's own headers: a page of ours that answers a form without script has them, too.
    rules: Rules,
}

impl Desk {
    /// # Errors
    /// When an origin is none.
    pub(crate) fn new(
        config: Config,
        store: Store,
        page: Option<Page>,
        site: Option<&Site>,
    ) -> Result<Self, Error> {
        let origins = config.allow_origins.iter().map(|text| origin(text)).collect::<Result<_, _>>()?;
        let limit = limit::Limit::new(config.limits.burst, config.limits.per_minute);
        let rules = site.map(|site| site.rules().clone()).unwrap_or_default();
        Ok(Self { config, store, page, limit, origins, rules })
    }

    /// The words of the site's form, as they stand now.
    async fn words(&self) -> Arc<Words> {
        let Some(page) = self.page.clone() else {
            return Arc::new(Words::without_a_form(self.config.rules));
        };
        tokio::task::spawn_blocking(move || page.words()).await.unwrap_or_default()
    }
}

fn origin(text: &str) -> Result<HeaderValue, Error> {
    let wrong = || Error::Origin { origin: text.to_owned() };
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).ok_or_else(wrong)?;
    if host.is_empty() || host.contains(['/', '?', '#', '@', '*', ' ', ',']) {
        return Err(wrong());
    }
    HeaderValue::from_str(text).map_err(|_| wrong())
}

pub(crate) fn router(desk: Arc<Desk>) -> Router {
    let api = Router::new()
        .route("/api/booking-requests", post(submit::submit).fallback(wrong_method))
        .route("/api", any(nothing))
        .route("/api/", any(nothing))
        .route("/api/{*rest}", any(nothing));
    let api = match desk.origins.as_slice() {
        [] => api,
        origins => api.layer(
            CorsLayer::new()
                .allow_origin(AllowOrigin::list(origins.to_vec()))
                .allow_methods([Method::POST])
                .allow_headers([header::CONTENT_TYPE, header::ACCEPT])
                .expose_headers([header::RETRY_AFTER])
                .max_age(std::time::Duration::from_mins(10)),
        ),
    };
    // With a site its own page stands there.
    let api = if desk.page.is_none() { api.route("/sent/", get(submit::sent)) } else { api };
    api.route("/healthz", get(healthz))
        .layer(ServiceBuilder::new().layer(middleware::from_fn_with_state(desk.clone(), finish)).layer(
            CatchPanicLayer::custom(|_: Box<dyn Any + Send>| Problem::Fault.answer(&Words::default())),
        ))
        .with_state(desk)
}

/// A browser that comes back to the page with errors (a tab that was dropped, the address typed again) asks for it by
/// GET: it is led to the form. Everybody else is told.
async fn wrong_method(request: Request) -> Response {
    let accepts =
        request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if request.method() == Method::GET && accepts.contains("text/html") {
        return (StatusCode::SEE_OTHER, [(header::LOCATION, "../#book")]).into_response();
    }
    Problem::WrongMethod.answer(&Words::default())
}

async fn nothing() -> Response {
    Problem::NotFound.answer(&Words::default())
}

async fn healthz(State(desk): State<Arc<Desk>>) -> Response {
    if desk.store.answers(desk.config.limits.store_time).await {
        ([(header::CONTENT_TYPE, "application/json")], r#"{"ok":true}"#).into_response()
    } else {
        Problem::Busy.answer(&Words::default())
    }
}

/// What every answer of the interface carries, and its line in the log: the time it took and the status, nothing of
/// the request, as even a path can be a place where somebody typed.
async fn finish(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    // A page that answers a form has the site's own policy, or none.
    let page =
        headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let everywhere = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    let data = [
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
    ];
    for (name, value) in everywhere.into_iter().chain(data.into_iter().filter(|_| !page)) {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    (desk.config.log)(&format!("{} in {} ms", response.status().as_u16(), began.elapsed().as_millis()));
    response
}
