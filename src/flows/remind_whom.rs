//! Whom reminders reach: deputies in office whose account can be reached, else the officers of their office. Called by
//! `flows::remind` alone.

use std::collections::BTreeMap;

use crate::domain::account::Account;
use crate::domain::ids::{AccountId, DeputyId, OfficeId, OfficerId};
use crate::domain::people::{Deputy, DeputyStatus};
use crate::domain::reminder::Audience;
use crate::domain::world::{Deciding, Key, ListKey, World};

use super::import_roster::PROVINCIAL;
use super::remind::{Due, of_deputy, of_office};

/// Who can be told.
pub(super) struct People {
    /// Deputies who are in office and can be reached.
    deputies: BTreeMap<DeputyId, AccountId>,
    /// Officers in post who can be reached.
    pub officers: BTreeMap<OfficeId, Vec<AccountId>>,
    /// The provincial office.
    pub province: Option<OfficeId>,
}

impl People {
    /// Loads all who are to be told of what is due.
    pub fn of(world: &World, due: &[Due]) -> Deciding<Self> {
        let wants = |audience| due.iter().any(|due| due.step.rule.tells(audience));
        let province = PROVINCIAL.to_owned();
        let mut keys: Vec<Key> = due
            .iter()
            .filter(|due| due.step.rule.tells(Audience::Deputy))
            .flat_map(|due| [Key::Deputy(due.deputy), Key::Unasked(of_deputy(due.deputy))])
            .collect();
        keys.push(Key::OfficeCode(province.clone()));
        world.want(keys)?;
        let province = world.office_coded(&province)?;
        let mut deputies = BTreeMap::new();
        let mut offices = Vec::new();
        for due in due {
            if due.step.rule.tells(Audience::Deputy) {
                match world.find_deputy(&due.deputy)?.filter(|it| may_be_reminded(it)) {
                    Some(deputy) => {
                        deputies.extend(deputy.account_id.map(|account| (deputy.id, account)));
                    }
                    None => offices.push(due.office),
                }
                if !deputies.contains_key(&due.deputy) {
                    offices.push(due.office);
                }
            }
            if due.step.rule.tells(Audience::UnitOffice) {
                offices.push(due.office);
            }
        }
        offices.extend(province.filter(|_| wants(Audience::ProvincialOffice)));
        offices.sort_unstable();
        offices.dedup();
        let accounts = deputies.values().copied().map(Key::Account);
        let lists = offices.iter().flat_map(|office| {
            [
                Key::List(ListKey::Officers(*office)),
                Key::Unasked(of_office(*office)),
            ]
        });
        world.want(accounts.chain(lists))?;
        let mut silent = Vec::new();
        for (deputy, account) in &deputies {
            if !world.find_account(account)?.is_some_and(can_be_reached) {
                silent.push(*deputy);
            }
        }
        for deputy in &silent {
            deputies.remove(deputy);
        }
        // Whose account is out of reach is the office's to call; its rows may not be loaded yet.
        let more: Vec<OfficeId> = due
            .iter()
            .filter(|due| silent.contains(&due.deputy))
            .map(|due| due.office)
            .filter(|office| !offices.contains(office))
            .collect();
        offices.extend(more);
        offices.sort_unstable();
        offices.dedup();
        world.want(offices.iter().flat_map(|office| {
            [
                Key::List(ListKey::Officers(*office)),
                Key::Unasked(of_office(*office)),
            ]
        }))?;
        let mut posts = Vec::new();
        for office in &offices {
            for id in &world.list(&ListKey::Officers(*office))?.ids {
                posts.push((*office, OfficerId(*id)));
            }
        }
        world.want(posts.iter().map(|(_, officer)| Key::Officer(*officer)))?;
        let mut accounts = Vec::new();
        for (office, officer) in posts {
            accounts.push((office, world.officer(&officer)?.account_id));
        }
        world.want(accounts.iter().map(|(_, account)| Key::Account(*account)))?;
        let mut officers: BTreeMap<OfficeId, Vec<AccountId>> = BTreeMap::new();
        for (office, account) in accounts {
            if world.find_account(&account)?.is_some_and(can_be_reached) {
                officers.entry(office).or_default().push(account);
            }
        }
        Ok(Self {
            deputies,
            officers,
            province,
        })
    }

    /// The account under which a deputy is reached.
    pub fn account(&self, deputy: DeputyId) -> Option<AccountId> {
        self.deputies.get(&deputy).copied()
    }
}

/// Suspended, ended, paused and gone deputies are never reminded: only the office sees the matter.
fn may_be_reminded(deputy: &Deputy) -> bool {
    deputy.status == DeputyStatus::InOffice && deputy.paused_at.is_none() && deputy.gone_at.is_none()
}

fn can_be_reached(account: &Account) -> bool {
    account.silenced_at.is_none() && account.unreachable.is_none()
}
