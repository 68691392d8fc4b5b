//! What we say to requests that we do not answer.
//!
//! Plain text in both languages: nothing of the request stands in it, so there is nothing to
//! escape.

use axum::http::StatusCode;
use axum::http::header::{self, HeaderValue};
use axum::response::{IntoResponse, Response};

/// Why a request gets no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rejection {
    /// It calls us by a name that is not ours, or by none.
    Host,
    /// Its path is no text.
    Path,
    /// It comes from a page of another site.
    Foreign,
    /// It wants another protocol.
    WebSocket,
    /// It wants something other than to read.
    Method,
    /// No such file, any more.
    Gone,
    /// None of the bytes it wants are there.
    Range,
    /// Making the page failed.
    Failed,
}

impl Rejection {
    fn status(self) -> StatusCode {
        match self {
            Rejection::Host | Rejection::Path => StatusCode::BAD_REQUEST,
            Rejection::Foreign | Rejection::WebSocket => StatusCode::FORBIDDEN,
            Rejection::Method => StatusCode::METHOD_NOT_ALLOWED,
            Rejection::Gone => StatusCode::NOT_FOUND,
            Rejection::Range => StatusCode::RANGE_NOT_SATISFIABLE,
            Rejection::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Both languages, a line each.
    fn words(self) -> &'static str {
        match self {
            Rejection::Host => {
                "ชื่อเครื่องในคำขอไม่ใช่ของหน้าตัวอย่างนี้ ให้เปิดด้วยที่อยู่ที่โปรแกรมพิมพ์ไว้ตอนเริ่ม\n\
                 The request names a host that is not this preview. Open the address that the program printed when it started.\n"
            }
            Rejection::Path => {
                "ที่อยู่ในคำขออ่านเป็นข้อความ UTF-8 ไม่ได้ ให้ตรวจลิงก์ที่ใช้เปิด\n\
                 The address cannot be read as UTF-8 text. Check the link you came by.\n"
            }
            Rejection::Foreign => {
                "หน้าเว็บอื่นอ่านหน้าตัวอย่างนี้ไม่ได้ ให้เปิดที่อยู่นี้ในเบราว์เซอร์โดยตรง\n\
                 Pages of other sites may not read this preview. Open the address in the browser itself.\n"
            }
            Rejection::WebSocket => {
                "หน้าตัวอย่างนี้ไม่รับการเชื่อมต่อแบบ WebSocket\n\
                 This preview takes no WebSocket connections.\n"
            }
            Rejection::Method => {
                "หน้าตัวอย่างนี้มีไว้อ่านเท่านั้น รับเฉพาะ GET และ HEAD\n\
                 This preview can only be read: GET and HEAD.\n"
            }
            Rejection::Gone => {
                "ไม่พบไฟล์นี้แล้ว อาจถูกลบหรือย้ายไปหลังจากที่โปรแกรมอ่านต้นฉบับ\n\
                 This file is no longer there; it may have been removed since the sources were read.\n"
            }
            Rejection::Range => {
                "ไฟล์นี้ไม่มีช่วงข้อมูลที่ขอ\n\
                 The file has none of the bytes that were asked for.\n"
            }
            Rejection::Failed => {
                "สร้างหน้านี้ไม่สำเร็จเพราะโปรแกรมผิดพลาด หน้าอื่นยังเปิดได้ตามปกติ\n\
                 The program failed to make this page; other pages still work.\n"
            }
        }
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let mut response = (self.status(), [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], self.words()).into_response();
        if self == Rejection::Method {
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        }
        response
    }
}
