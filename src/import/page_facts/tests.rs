//! Documents of five shapes, and what comes of odd cells.

mod build;
mod kept;
mod odd;
mod repeated;
mod shapes;
