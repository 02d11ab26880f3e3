//! HTTP over the state: `/bot<token>/<method>` and `/file/bot<token>/<path>` on a port of its own.
//!
//! Knows nothing of what methods do. It records every call, asks the planned faults, and can cut
//! the wire under a call without an answer, which is why it brings its own listener.

use std::cell::Cell;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::extract::connect_info::Connected;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request, State as Extract};
use axum::http::{StatusCode, header};
use axum::response::Response;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

use super::faults::{DOWNLOAD, Fault, Held, Met};
use super::methods::{self, GET_UPDATES};
use super::polling;
use super::refusals::Refusal;
use super::request::{MAX_BODY_BYTES, Params};
use super::shared::Shared;
use super::state::{Call, Outcome};

/// Shaped like a real token, so that a program's rules for hiding tokens see it as one.
pub const TOKEN: &str = "7000000001:AAFakeFakeFakeFakeFakeFakeFakeFake0";

pub async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let router = Router::new()
        .fallback(answer)
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .with_state(shared);
    let service = router.into_make_service_with_connect_info::<Wire>();
    let _ = axum::serve(CuttableListener(listener), service).await;
}

async fn answer(
    Extract(shared): Extract<Arc<Shared>>,
    ConnectInfo(wire): ConnectInfo<Wire>,
    request: Request,
) -> Response {
    let path = request.uri().path().to_owned();
    let (is_file, rest) = match path.strip_prefix("/file/bot") {
        Some(rest) => (true, Some(rest)),
        None => (false, path.strip_prefix("/bot")),
    };
    let Some((token, what)) = rest.and_then(|rest| rest.split_once('/')) else {
        return refused(&Refusal::new(404, "Not Found"));
    };
    if token != TOKEN {
        return refused(&wrong_token(token));
    }
    if is_file {
        // teloxide writes the slashes of a file path as %2F.
        download(&shared, &wire, &what.replace("%2F", "/")).await
    } else {
        call(&shared, &wire, what, request).await
    }
}

/// Telegram says 401 to a token of the right shape and 404 to any other.
fn wrong_token(token: &str) -> Refusal {
    let shaped = token
        .split_once(':')
        .is_some_and(|(id, secret)| id.parse::<u64>().is_ok() && secret.len() >= 30);
    if shaped {
        Refusal::new(401, "Unauthorized")
    } else {
        Refusal::new(404, "Not Found")
    }
}

async fn call(shared: &Arc<Shared>, wire: &Wire, name: &str, request: Request) -> Response {
    let Some(method) = methods::canonical(name) else {
        shared.with(|state| state.unknown_methods.push(name.to_owned()));
        return refused(&Refusal::new(404, "Not Found: method not found"));
    };
    let params = match Params::read(request).await {
        Ok(params) => params,
        Err(refusal) => return refused(&refusal),
    };
    let record = Record::open(shared, method, &params);
    let met = Met::of_call(shared, method, &params);
    met.stand(shared, Held::BeforeEffect).await;
    if let Some(response) = without_effect(&record, wire, met.fault.as_ref()) {
        return response;
    }
    let result = if method == GET_UPDATES {
        polling::get_updates(shared, &params).await
    } else {
        let called = shared.with(|state| methods::call(state, method, &params));
        called.map(|value| value.to_string())
    };
    record.effect_happened();
    met.stand(shared, Held::AfterEffect).await;
    let (status, body) = match (&met.fault, result) {
        (Some(Fault::CutAfter), _) => {
            record.close(Outcome::AnswerLost);
            return wire.cut();
        }
        (Some(Fault::NotJson), _) => (200, "<html>this is no JSON".to_owned()),
        (_, Ok(result)) => (200, format!(r#"{{"ok":true,"result":{result}}}"#)),
        (_, Err(refusal)) => (refusal.code, refusal.body()),
    };
    record.close(Outcome::Answered(status));
    json(status, body)
}

fn without_effect(record: &Record, wire: &Wire, fault: Option<&Fault>) -> Option<Response> {
    let refusal = match fault? {
        Fault::TooManyRequests { retry_after } => Refusal::too_many_requests(*retry_after),
        Fault::Refused { code, description } => Refusal::new(*code, *description),
        Fault::Conflict => Refusal::conflict(polling::OTHER_POLLER),
        Fault::ServerError(500) => Refusal::new(500, "Internal Server Error"),
        Fault::ServerError(status) => {
            record.close(Outcome::Answered(*status));
            let page = format!("<html><title>{status}</title><h1>{status}</h1></html>");
            return Some(response(*status, "text/html", page));
        }
        Fault::CutBefore => {
            record.close(Outcome::Lost);
            return Some(wire.cut());
        }
        Fault::CutAfter | Fault::NotJson => return None,
    };
    record.close(Outcome::Answered(refusal.code));
    Some(refused(&refusal))
}

async fn download(shared: &Arc<Shared>, wire: &Wire, path: &str) -> Response {
    let met = shared.with(|state| state.plans.meet(DOWNLOAD, None, path));
    met.stand(shared, Held::BeforeEffect).await;
    let found = shared.read(|state| {
        let mut files = state.files.values();
        let file = files.find(|file| file.file_path == path)?;
        Some((file.mime.clone(), file.bytes()))
    });
    let (mime, bytes) = match (&met.fault, found) {
        (Some(Fault::CutBefore | Fault::CutAfter), _) => return wire.cut(),
        (Some(Fault::ServerError(status)), _) => {
            return response(*status, "text/html", "<html>no file today</html>");
        }
        (_, None) => return refused(&Refusal::new(404, "Not Found")),
        (_, Some(found)) => found,
    };
    response(200, &mime, bytes)
}

fn refused(refusal: &Refusal) -> Response {
    json(refusal.code, refusal.body())
}

fn json(status: u16, body: String) -> Response {
    response(status, "application/json", body)
}

fn response(status: u16, content_type: &str, body: impl Into<Body>) -> Response {
    Response::builder()
        .status(StatusCode::from_u16(status).unwrap())
        .header(header::CONTENT_TYPE, content_type)
        .body(body.into())
        .unwrap()
}

/// The entry of a call. A handler that is dropped because its client went away leaves what was
/// last marked.
struct Record<'a> {
    shared: &'a Shared,
    index: usize,
    if_dropped: Cell<Option<Outcome>>,
}

impl<'a> Record<'a> {
    fn open(shared: &'a Shared, method: &str, params: &Params) -> Self {
        let call = Call {
            method: method.to_owned(),
            params: params.for_record(),
            outcome: Outcome::InFlight,
            at: Instant::now(),
        };
        let index = shared.with(|state| {
            state.calls.push(call);
            state.calls.len() - 1
        });
        Self {
            shared,
            index,
            if_dropped: Cell::new(Some(Outcome::Lost)),
        }
    }

    fn effect_happened(&self) {
        self.if_dropped.set(Some(Outcome::AnswerLost));
    }

    fn close(&self, outcome: Outcome) {
        self.if_dropped.set(None);
        self.shared
            .with(|state| state.calls[self.index].outcome = outcome);
    }
}

impl Drop for Record<'_> {
    fn drop(&mut self) {
        if let Some(outcome) = self.if_dropped.get() {
            self.close(outcome);
        }
    }
}

/// One connection, as a call sees it.
#[derive(Clone)]
struct Wire(Arc<AtomicBool>);

impl Wire {
    /// Kills the connection: whatever is answered now never leaves.
    fn cut(&self) -> Response {
        self.0.store(true, Ordering::SeqCst);
        Response::new(Body::empty())
    }
}

impl Connected<IncomingStream<'_, CuttableListener>> for Wire {
    fn connect_info(stream: IncomingStream<'_, CuttableListener>) -> Self {
        Self(Arc::clone(&stream.io().cut))
    }
}

struct CuttableListener(TcpListener);

impl Listener for CuttableListener {
    type Io = CuttableStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (CuttableStream, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        let cut = Arc::new(AtomicBool::new(false));
        (CuttableStream { stream, cut }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

/// A connection that refuses to write once it is cut, so that the server drops it.
struct CuttableStream {
    stream: TcpStream,
    cut: Arc<AtomicBool>,
}

impl CuttableStream {
    fn alive(&self) -> io::Result<()> {
        if self.cut.load(Ordering::SeqCst) {
            return Err(io::ErrorKind::ConnectionReset.into());
        }
        Ok(())
    }
}

impl AsyncRead for CuttableStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.alive()?;
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for CuttableStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.alive()?;
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.alive()?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
