//! Documents of five shapes, and what comes of odd cells.

mod build;
mod kept;
mod months;
mod odd;
mod offices;
mod repeated;
mod shapes;
mod slips;
mod told;
mod topics;
