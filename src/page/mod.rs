//! Everything that is prerendered around the two roots.
