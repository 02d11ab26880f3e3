//! Lianluo (联络): a messaging chatbot that connects the people of a province with their people's-congress
//! deputies.

pub mod domain;
pub mod text;
pub mod web;
