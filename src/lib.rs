//! Lianluo (联络): a messaging chatbot that connects the people of a province with their people's-congress
//! deputies.

pub mod app;
pub mod chat;
pub mod cli;
pub mod config;
pub mod documents;
pub mod domain;
pub mod engine;
pub mod fallback;
pub mod flows;
pub mod jobs;
pub mod store;
pub mod telegram;
pub mod text;
pub mod web;
