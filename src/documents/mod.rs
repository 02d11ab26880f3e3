//! Files that people hand in or take away. Reading a table file never fails otherwise than by a refusal that a
//! person can act on.

pub mod sheet;
