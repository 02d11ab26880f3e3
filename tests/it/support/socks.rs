//! A tiny SOCKS5 proxy on loopback (RFC 1928, CONNECT without a password), which counts what goes through it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

pub struct Socks {
    address: SocketAddr,
    through: Arc<AtomicUsize>,
    serving: JoinHandle<()>,
}

impl Socks {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let through = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&through);
        let serving = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(carry(client, Arc::clone(&count)));
            }
        });
        Self {
            address,
            through,
            serving,
        }
    }

    pub fn url(&self) -> String {
        format!("socks5://{}", self.address)
    }

    /// Connections that went through.
    pub fn through(&self) -> usize {
        self.through.load(Ordering::Relaxed)
    }
}

impl Drop for Socks {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn carry(mut client: TcpStream, count: Arc<AtomicUsize>) -> std::io::Result<()> {
    let mut head = [0; 2];
    client.read_exact(&mut head).await?;
    let mut methods = vec![0; usize::from(head[1])];
    client.read_exact(&mut methods).await?;
    client.write_all(&[5, 0]).await?;
    let mut asked = [0; 4];
    client.read_exact(&mut asked).await?;
    let host = match asked[3] {
        1 => {
            let mut v4 = [0; 4];
            client.read_exact(&mut v4).await?;
            std::net::Ipv4Addr::from(v4).to_string()
        }
        3 => {
            let length = client.read_u8().await?;
            let mut name = vec![0; usize::from(length)];
            client.read_exact(&mut name).await?;
            String::from_utf8_lossy(&name).into_owned()
        }
        kind => panic!("an address of kind {kind}"),
    };
    let port = client.read_u16().await?;
    let mut there = TcpStream::connect((host.as_str(), port)).await?;
    count.fetch_add(1, Ordering::Relaxed);
    client.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).await?;
    tokio::io::copy_bidirectional(&mut client, &mut there).await?;
    Ok(())
}
