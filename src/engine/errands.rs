//! Errands after the commit: files are fetched from the channel; a card never waits for one.

use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::watch;

use crate::domain::command::{Command, FetchResult};
use crate::domain::input::{Deed, From, Input};
use crate::domain::message::File;
use crate::store::Store;

use super::clock::Clock;
use super::intake::Intake;
use super::leases::Lease;
use super::outlet::{Fetched, Outlet};

/// Files that wait are looked for again after so long.
const LOOK_AGAIN_MS: i64 = 2_000;

/// What fetching works with.
pub(crate) struct Errands {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) intake: Intake,
    pub(crate) outlet: Arc<dyn Outlet>,
    pub(crate) files: PathBuf,
    pub(crate) lease: Lease,
}

impl Errands {
    /// Fetches what is wanted, one file after the other, until `stop` is set.
    pub(crate) async fn run(self, mut wake: watch::Receiver<u64>, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            // Of several gateways one fetches, else each would fetch everything.
            tokio::select! {
                _ = stop.changed() => continue,
                () = self.lease.held() => {}
            }
            let wanted = match self.store.read().await {
                Ok(mut reading) => reading.wanted_files(self.clock.now(), 20).await,
                Err(error) => Err(error),
            };
            match wanted {
                Ok(files) => {
                    for file in files {
                        self.fetch(file).await;
                    }
                }
                Err(error) => tracing::warn!(%error, "files to be fetched can't be looked up now"),
            }
            tokio::select! {
                _ = stop.changed() => {}
                _ = wake.changed() => {}
                () = self.clock.wait_for_ticks(self.clock.ticks() + LOOK_AGAIN_MS) => {}
            }
        }
    }

    async fn fetch(&self, file: File) {
        let result = match &file.remote_ref {
            Some(remote_ref) => self.try_fetch(&file, remote_ref).await,
            None => FetchResult::TooBig,
        };
        let input = Input {
            key: format!("job:file:{}:{}", file.id, file.tries),
            from: From::Program,
            deed: Deed::Command(Box::new(Command::FileFetched {
                file: file.id,
                result,
            })),
            said_at: None,
            raw: String::new(),
        };
        if self.intake.submit(input).await.is_err() {
            tracing::debug!(file = %file.id, "a fetched file will be noted later");
        }
    }

    async fn try_fetch(&self, file: &File, remote_ref: &str) -> FetchResult {
        let beside = self.files.join(format!("fetching-{}", file.id));
        if let Err(error) = super::files::make_folder(&self.files).await {
            tracing::warn!(%error, "the folder for files can't be made");
            return FetchResult::NotYet;
        }
        match self.outlet.fetch(remote_ref, &beside).await {
            Fetched::Written => match super::files::take_in(&self.files, &beside).await {
                Ok((hash, size)) => FetchResult::Stored { hash, size },
                Err(error) => {
                    tracing::warn!(%error, "a fetched file can't be kept now");
                    FetchResult::NotYet
                }
            },
            Fetched::TooBig => FetchResult::TooBig,
            Fetched::NotYet => FetchResult::NotYet,
        }
    }
}
