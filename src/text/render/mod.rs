//! Message kinds become words: what is owed to a person is put into their language at the moment of sending.
//!
//! Called by the sender, which loads what `Stop::Need` asks for and renders again, and by the web pages for the single
//! texts below. **Invariants:** words of a case are shown only to those of whom `access::case_role` says so, whoever the
//! item is addressed to; nothing here fails: a refusal and a missing row become a kind sentence; only an answer may
//! be longer than one message of Telegram, because it is a person's word and is sent in parts.

mod answer;
mod binding;
mod book;
mod card;
mod cut;
mod dates;
mod days_moved;
mod door;
mod draft;
mod due;
mod fault;
mod feedback;
mod finder;
mod gaps;
mod glance;
mod hand_in;
mod inquiry;
mod letters;
mod menu;
mod names;
mod note;
mod office;
mod progress;
mod receipt;
mod record;
mod report;
mod said;
mod source;
mod suggestion;
mod telling;
mod weeks;

pub use dates::weekday_date;
pub use door::notice;
pub use menu::menu_words;
pub use names::{deputy_called, office_called};
pub use note::{note_text, refusal_text};
pub use progress::state_word;
pub use suggestion::suggestion_called;

use crate::domain::account::{Account, Channel};
use crate::domain::context::Context;
use crate::domain::message_kind::MessageKind;
use crate::domain::outbox::OutboxItem;
use crate::domain::rendered::Rendered;
use crate::domain::world::{Deciding, Stop, World};

use super::Words;
use telling::Telling;

/// The message in words. `cx.now` is the time of sending. `Err` is only ever `Stop::Need`: load it and render again.
pub fn render(
    item: &OutboxItem,
    to: &Account,
    world: &World,
    words: &Words,
    cx: &Context<'_>,
) -> Deciding<Rendered> {
    let telling = Telling {
        item,
        to,
        world,
        words,
        cx,
    };
    let rendered = match in_words(&telling) {
        Err(Stop::Refused(refusal)) => note::refused(&telling, refusal),
        other => other?,
    };
    Ok(fit_for(to.channel, rendered))
}

/// A message of Telegram carries one keyboard: the bar stays there for ever and has the same words, so it comes first.
fn fit_for(channel: Channel, mut rendered: Rendered) -> Rendered {
    if channel == Channel::Telegram && rendered.menu.is_some() {
        rendered.buttons.clear();
    }
    rendered
}

fn in_words(t: &Telling<'_>) -> Deciding<Rendered> {
    match &t.item.kind {
        MessageKind::Welcome => door::welcome(t),
        MessageKind::Note { note } => note::note(t, *note),
        MessageKind::Refused { refusal } => Ok(note::refused(t, *refusal)),
        MessageKind::Sorry { incident } => Ok(fault::sorry(t, incident)),
        MessageKind::Opened { reader } => door::opened(t, *reader),
        MessageKind::OfferOffice { deputy, why, held } => door::offer_office(t, *deputy, *why, *held),
        MessageKind::HeldWords { reader } => door::held_words(t, *reader),
        MessageKind::FinderMenu => Ok(finder::menu(t)),
        MessageKind::FinderUnits { for_office } => finder::units(t, *for_office),
        MessageKind::FinderFields => Ok(finder::fields(t)),
        MessageKind::FinderDeputies { by, page } => finder::deputies(t, by, *page),
        MessageKind::Receipt { case } => receipt::first(t, *case),
        MessageKind::ReceiptMore { case, since } => receipt::more(t, *case, *since),
        MessageKind::State { case } => progress::state(t, *case, 0),
        MessageKind::StatePage { case, page } => progress::state(t, *case, *page),
        MessageKind::MyCases { page } => progress::my_cases(t, *page),
        MessageKind::CaseOpened { case } => progress::opened(t, *case),
        MessageKind::Answer { case, message } => answer::answer(t, *case, *message),
        MessageKind::Told { case, state } => progress::told(t, *case, *state),
        MessageKind::ReaderChanged { case } => progress::reader_changed(t, *case),
        MessageKind::Card { case, from, more } => {
            let head = if *more {
                card::Head::More
            } else {
                card::Head::First
            };
            card::card(t, *case, *from, head)
        }
        MessageKind::CardPassed { case, from } => card::card(t, *case, *from, card::Head::Passed),
        MessageKind::CaseFile { case, message } => card::file(t, *case, *message),
        MessageKind::CaseAlbum { case, messages } => card::album(t, *case, messages),
        MessageKind::CardSummary => card::summary(t),
        MessageKind::Letters { filter, page } => letters::letters(t, *filter, *page),
        MessageKind::Letter { case } => letters::letter(t, *case, 0),
        MessageKind::LetterPage { case, page } => letters::letter(t, *case, *page),
        MessageKind::AskAnswer { case } => answer::ask(t, *case),
        MessageKind::CheckAnswer { case } => answer::check(t, *case),
        MessageKind::ChooseCase => answer::choose(t),
        MessageKind::AnswerTaken { case } => answer::taken(t, *case),
        MessageKind::Delivery { item, case } => answer::delivery(t, *item, *case),
        MessageKind::Marked { case, state } => answer::marked(t, *case, *state),
        MessageKind::Todo => letters::todo(t),
        MessageKind::Record { record } => record::record(t, *record),
        MessageKind::ReturnTakenBack { record } => record::taken_back(t, *record),
        MessageKind::Report { report } => report::card(t, *report),
        MessageKind::EditOffer { report } => report::edit_offer(t, *report),
        MessageKind::Records { page, drafts } => record::records(t, *page, *drafts),
        MessageKind::AskField { record, field } => record::ask_field(t, *record, field),
        MessageKind::Handbook { year } => book::handbook(t, *year),
        MessageKind::HandbookDue { year } => hand_in::due(t, *year),
        MessageKind::HandInDrafts { year } => hand_in::drafts(t, *year),
        MessageKind::HandbookSheet { year, added, changed } => hand_in::sheet(t, *year, *added, *changed),
        MessageKind::HandbookStands { deputy, year } => hand_in::stands(t, *deputy, *year),
        MessageKind::HandInSaid { year, said } => hand_in::said(t, *year, *said),
        MessageKind::Notice { report } => source::notice(t, *report),
        MessageKind::VoiceWords { file } => source::voice_words(t, *file),
        MessageKind::Inquiry { inquiry, page } => inquiry::inquiry(t, *inquiry, *page),
        MessageKind::Gaps => gaps::gaps(t),
        MessageKind::RecordSource { record } => source::source(t, *record),
        MessageKind::RecordFiles { record, files } => source::files(t, *record, files),
        MessageKind::HandbooksMissing { office, year } => hand_in::missing(t, *office, *year),
        MessageKind::InvitationQuestion { invitation } => binding::question(t, *invitation),
        MessageKind::InvitationWrong { invitation } => binding::wrong(t, *invitation),
        MessageKind::BoundDeputy => binding::bound_deputy(t),
        MessageKind::BoundOfficer => binding::bound_officer(t),
        MessageKind::DeputyBound { deputy } => binding::deputy_bound(t, *deputy),
        MessageKind::OfficeLetter { case } => office::letter(t, *case),
        MessageKind::OfficeLetters => office::letters(t),
        MessageKind::EndedByWriter { case } => answer::ended_by_writer(t, *case),
        MessageKind::OpenedElsewhere { number } => Ok(progress::opened_elsewhere(t, *number)),
        MessageKind::TypedDigits => door::typed_digits(t),
        MessageKind::EnteredFor { case } => office::entered_for(t, *case),
        MessageKind::Feedback { reply, page } => feedback::feedback(t, *reply, *page),
        MessageKind::DueList { page } => due::list(t, *page),
        MessageKind::Weeks => weeks::weeks(t),
        MessageKind::CalendarLink => weeks::link(t),
        MessageKind::OfficeDue { office } => due::office(t, *office),
        MessageKind::HelpWanted { reply } => feedback::help_wanted(t, *reply),
        MessageKind::Suggestion { about } => suggestion::about(t, about),
        MessageKind::Draft { about } => draft::about(t, about),
        MessageKind::SomethingWaits => Ok(fault::something_waits(t)),
        MessageKind::Settled { incident } => Ok(fault::settled(t, incident)),
    }
}

#[cfg(test)]
mod tests;
