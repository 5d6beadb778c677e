//! `data-*` attributes whose names are types.
//!
//! Leptos takes a `data-*` attribute written in a view for one it has never seen and sets it again when it hydrates,
//! which would be a change in the page. With the name known to the type it trusts what was prerendered.

use leptos::tachys::html::attribute::AttributeValue;
use leptos::tachys::html::attribute::custom::{CustomAttr, CustomAttributeKey, custom_attribute};

macro_rules! names {
    ($($function:ident $name:ident $key:literal),* $(,)?) => {$(
        #[derive(Debug, Clone, Copy)]
        pub(super) struct $name;

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                $key
            }
        }

        impl CustomAttributeKey for $name {
            const KEY: &'static str = $key;
        }

        pub(super) fn $function<V: AttributeValue>(value: V) -> CustomAttr<$name, V> {
            custom_attribute($name, value)
        }
    )*};
}

names! {
    adapter Adapter "data-adapter",
    endpoint Endpoint "data-endpoint",
    error_for ErrorFor "data-error-for",
    error_summary ErrorSummary "data-error-summary",
    topic Topic "data-topic",
}
