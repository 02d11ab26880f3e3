//! x

pub mod documents;
pub mod domain;
