//! Documents of five shapes, and what comes of odd cells.

mod build;
mod kept;
mod months;
mod offices;
mod people;
mod periods;
mod repeated;
mod rows;
mod scores;
mod shapes;
mod slips;
mod statuses;
mod told;
mod topics;
