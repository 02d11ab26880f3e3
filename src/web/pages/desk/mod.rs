//! The desk of the offices.
