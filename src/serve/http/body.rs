//! What is sent after the headers, piece by piece, so that a slow reader holds little.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use hyper::body::{Body, Bytes, Frame, SizeHint};
use tokio::fs::File;
use tokio::io::{AsyncRead, ReadBuf};

use super::connections::InFlight;
use super::events::EventStream;

/// How much is handed over at once, in bytes.
const CHUNK_BYTES: usize = 64 * 1024;

/// The content of an answer.
pub(super) enum BodyContent {
    /// Bytes in memory.
    Bytes(Bytes),
    /// The next bytes of a file.
    File(FileBody),
    /// Events, for as long as somebody listens.
    Events(EventStream),
}

/// What of a file is still to be sent.
pub(super) struct FileBody {
    file: File,
    left: u64,
    piece: Box<[u8]>,
}

/// The content of an answer, and the turn that ends with it.
pub(super) struct ResponseBody {
    content: BodyContent,
    _turn: InFlight,
}

impl BodyContent {
    pub(super) fn none() -> Self {
        BodyContent::Bytes(Bytes::new())
    }

    /// `length` bytes of a file from where it stands.
    pub(super) fn file(file: std::fs::File, length: u64) -> Self {
        let size = usize::try_from(length).unwrap_or(CHUNK_BYTES).min(CHUNK_BYTES);
        BodyContent::File(FileBody { file: File::from_std(file), left: length, piece: vec![0; size].into_boxed_slice() })
    }

    pub(super) fn during(self, turn: InFlight) -> ResponseBody {
        ResponseBody { content: self, _turn: turn }
    }
}

impl FileBody {
    fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        let size = usize::try_from(self.left).unwrap_or(CHUNK_BYTES).min(self.piece.len());
        if size == 0 {
            return Poll::Ready(None);
        }
        let mut buffer = ReadBuf::new(&mut self.piece[..size]);
        if let Err(error) = ready!(Pin::new(&mut self.file).poll_read(cx, &mut buffer)) {
            return Poll::Ready(Some(Err(error)));
        }
        let read = buffer.filled();
        self.left -= read.len() as u64;
        // It became shorter since its length was announced: the connection must break, so that
        // nobody takes this for the whole.
        let piece = match read.is_empty() {
            true => Err(io::ErrorKind::UnexpectedEof.into()),
            false => Ok(Bytes::copy_from_slice(read)),
        };
        Poll::Ready(Some(piece))
    }
}

impl Body for ResponseBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let piece = match &mut self.content {
            BodyContent::Bytes(bytes) if bytes.is_empty() => None,
            BodyContent::Bytes(bytes) => Some(Ok(bytes.split_to(bytes.len().min(CHUNK_BYTES)))),
            BodyContent::File(rest) => ready!(rest.poll_piece(cx)),
            BodyContent::Events(stream) => ready!(Pin::new(stream).poll(cx)).map(Ok),
        };
        Poll::Ready(piece.map(|piece| piece.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        match &self.content {
            BodyContent::Bytes(bytes) => bytes.is_empty(),
            BodyContent::File(rest) => rest.left == 0,
            BodyContent::Events(_) => false,
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.content {
            BodyContent::Bytes(bytes) => SizeHint::with_exact(bytes.len() as u64),
            BodyContent::File(rest) => SizeHint::with_exact(rest.left),
            BodyContent::Events(_) => SizeHint::default(),
        }
    }
}
