//! What is sent after the headers, piece by piece, so that a slow reader holds little.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use hyper::body::{Body, Bytes, Frame, SizeHint};
use tokio::fs::File;
use tokio::io::{AsyncRead, ReadBuf};

use super::connections::Turn;
use super::events::Stream;

/// How much is handed over at once, in bytes.
const PIECE: usize = 64 * 1024;

/// The content of an answer.
pub(super) enum Content {
    /// Bytes in memory.
    Bytes(Bytes),
    /// The next bytes of a file.
    File(Rest),
    /// Events, for as long as somebody listens.
    Events(Stream),
}

/// What of a file is still to be sent.
pub(super) struct Rest {
    file: File,
    left: u64,
    piece: Box<[u8]>,
}

/// The content of an answer, and the turn that ends with it.
pub(super) struct Sending {
    content: Content,
    _turn: Turn,
}

impl Content {
    pub(super) fn none() -> Self {
        Content::Bytes(Bytes::new())
    }

    /// `length` bytes of a file from where it stands.
    pub(super) fn file(file: std::fs::File, length: u64) -> Self {
        let size = usize::try_from(length).unwrap_or(PIECE).min(PIECE);
        Content::File(Rest { file: File::from_std(file), left: length, piece: vec![0; size].into_boxed_slice() })
    }

    pub(super) fn during(self, turn: Turn) -> Sending {
        Sending { content: self, _turn: turn }
    }
}

impl Rest {
    fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        let size = usize::try_from(self.left).unwrap_or(PIECE).min(self.piece.len());
        if size == 0 {
            return Poll::Ready(None);
        }
        let mut buffer = ReadBuf::new(&mut self.piece[..size]);
        if let Err(error) = ready!(Pin::new(&mut self.file).poll_read(cx, &mut buffer)) {
            return Poll::Ready(Some(Err(error)));
        }
        let read = buffer.filled();
        self.left -= read.len() as u64;
        // It became shorter since its length was announced: the connection must break, so that nobody takes this for the whole.
        let piece = match read.is_empty() {
            true => Err(io::ErrorKind::UnexpectedEof.into()),
            false => Ok(Bytes::copy_from_slice(read)),
        };
        Poll::Ready(Some(piece))
    }
}

impl Body for Sending {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let piece = match &mut self.content {
            Content::Bytes(bytes) if bytes.is_empty() => None,
            Content::Bytes(bytes) => Some(Ok(bytes.split_to(bytes.len().min(PIECE)))),
            Content::File(rest) => ready!(rest.poll_piece(cx)),
            Content::Events(stream) => ready!(Pin::new(stream).poll(cx)).map(Ok),
        };
        Poll::Ready(piece.map(|piece| piece.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        match &self.content {
            Content::Bytes(bytes) => bytes.is_empty(),
            Content::File(rest) => rest.left == 0,
            Content::Events(_) => false,
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.content {
            Content::Bytes(bytes) => SizeHint::with_exact(bytes.len() as u64),
            Content::File(rest) => SizeHint::with_exact(rest.left),
            Content::Events(_) => SizeHint::default(),
        }
    }
}
