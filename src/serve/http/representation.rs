//! A complete response body, before a range is taken of it.

use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::path::Path;

use axum::body::{Body, Bytes};
use futures_util::stream::{self, Stream};
use tokio::io::AsyncReadExt as _;

use super::etag;
use super::pages::PageBody;
use super::refusal::Rejection;
use crate::retry_budget::RetryBudget;
use crate::source::open_regular;

/// Size of the chunks in which a file is sent, in bytes.
const CHUNK_BYTES: usize = 64 * 1024;

/// The complete body with its size and entity tag.
pub(super) struct Representation {
    source: BodySource,
    pub(super) size: u64,
    pub(super) tag: String,
}

enum BodySource {
    Bytes(Bytes),
    File(File),
}

impl Representation {
    pub(super) fn of(body: PageBody) -> Result<Self, Rejection> {
        match body {
            PageBody::Bytes(bytes) => Ok(Self { size: bytes.len() as u64, tag: etag::of_bytes(&bytes), source: BodySource::Bytes(bytes) }),
            PageBody::File(path) => Self::open(&path).map_err(|_| Rejection::Gone),
        }
    }

    fn open(path: &Path) -> io::Result<Self> {
        let file = RetryBudget::default().during(|| open_regular(path))?;
        let metadata = file.metadata()?;
        Ok(Self { size: metadata.len(), tag: etag::of_file(path, &metadata), source: BodySource::File(file) })
    }

    /// `length` bytes from `start`.
    pub(super) fn part(self, start: u64, length: u64) -> Result<Body, Rejection> {
        match self.source {
            BodySource::Bytes(bytes) => {
                let bound = |at: u64| usize::try_from(at).unwrap_or(bytes.len()).min(bytes.len());
                Ok(bytes.slice(bound(start)..bound(start.saturating_add(length))).into())
            }
            BodySource::File(mut file) => {
                file.seek(SeekFrom::Start(start)).map_err(|_| Rejection::Gone)?;
                Ok(Body::from_stream(pieces(file, length)))
            }
        }
    }
}

/// Streams `length` bytes of a file in chunks, to limit the memory per slow client. If the file
/// turns out shorter, hyper aborts the connection, so that the client notices.
fn pieces(file: File, length: u64) -> impl Stream<Item = io::Result<Bytes>> {
    let file = tokio::fs::File::from_std(file).take(length);
    stream::try_unfold(file, async |mut file| {
        let mut piece = Vec::with_capacity(CHUNK_BYTES);
        let read = file.read_buf(&mut piece).await?;
        Ok((read > 0).then(|| (piece.into(), file)))
    })
}
