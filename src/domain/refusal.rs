//! Refusals: normal answers that say no, with the reason and the next step.

use super::case::tagged;

tagged! {
    /// Why something is refused. The locale key is `refusal-` and the word with hyphens.
    Refusal {
        /// The thing is gone or never was.
        NoLongerThere = "no-longer-there",
        /// It belongs to someone else, or needs another role.
        NotYours = "not-yours",
        /// The button is from an older conversation or was not made by us.
        OldButton = "old-button",
        /// The invitation's code is not known.
        InvitationUnknown = "invitation-unknown",
        /// The invitation was redeemed already.
        InvitationUsed = "invitation-used",
        /// The invitation has expired or was withdrawn.
        InvitationExpired = "invitation-expired",
        /// The last four characters were wrong too often.
        InvitationLocked = "invitation-locked",
        /// The last four characters were wrong; tries are left.
        InvitationTailWrong = "invitation-tail-wrong",
        /// The account is bound already as someone else.
        AlreadyBound = "already-bound",
        /// The number and code don't open a case.
        LookupWrong = "lookup-wrong",
        /// Too many wrong codes; wait.
        LookupLocked = "lookup-locked",
        /// No text, no file.
        Empty = "empty",
        /// The words are longer than can be kept in one piece.
        TooLong = "too-long",
        /// The case has ended; it can be gone on with.
        CaseEnded = "case-ended",
        /// A telephone number or mail address could not be read.
        ContactUnreadable = "contact-unreadable",
        /// The deputy has no account to send to.
        DeputyNotBound = "deputy-not-bound",
        /// The deputy takes no letters at present.
        DeputyUnavailable = "deputy-unavailable",
        /// The roster changed between preview and confirmation.
        RosterMoved = "roster-moved",
        /// Nothing to undo.
        NothingToUndo = "nothing-to-undo",
        /// The import can't be undone any more, because deputies of it were written to or bound.
        UndoTooLate = "undo-too-late",
        /// The roster has no card number, so nobody could redeem an invitation.
        NoCardNumber = "no-card-number",
        /// A day could not be read, or lies in the future.
        DayUnreadable = "day-unreadable",
        /// A number of people could not be read.
        NumberUnreadable = "number-unreadable",
        /// There is no record to be taken back.
        NothingToTakeBack = "nothing-to-take-back",
        /// The record still asks for its day or its category.
        RecordOpen = "record-open",
        /// The record has changed since it was looked at.
        RecordMoved = "record-moved",
        /// The office has verified the record: it is corrected, not dropped.
        RecordVerified = "record-verified",
        /// The joint activity looks like one that was entered before.
        ActivitySame = "activity-same",
        /// The joint activity has faults, so nothing of it was entered.
        ActivityFaulty = "activity-faulty",
        /// Its day has not come: nothing was done that could be confirmed.
        RecordToCome = "record-to-come",
        /// A deputy whose office is suspended or has ended enters nothing new.
        NotInOffice = "not-in-office",
        /// The answer has phrases that need a second look; the desk shows them.
        AnswerNeedsLook = "answer-needs-look",
        /// The roster has faults, so nothing of it was taken in.
        RosterFaulty = "roster-faulty",
        /// The calendar changed between preview and confirmation.
        CalendarMoved = "calendar-moved",
        /// The calendar has faults, so nothing of it was taken in.
        CalendarFaulty = "calendar-faulty",
        /// The plans say what the calendar in force says already.
        CalendarSame = "calendar-same",
        /// It was answered by word of mouth only: no clock runs.
        ReplyIsOral = "reply-is-oral",
        /// The time in which a verdict could be changed is over.
        FeedbackFinal = "feedback-final",
        /// Dissatisfied, and the reasons say nothing.
        ReasonsHollow = "reasons-hollow",
        /// A day that has not come yet.
        DayInFuture = "day-in-future",
        /// A day before the reply was received.
        DayBeforeReply = "day-before-reply",
        /// This is the last day, or it is past: nothing can be put off.
        LastDay = "last-day",
        /// Nothing was given on this reply yet.
        NoFeedbackYet = "no-feedback-yet",
        /// The verdict is sealed until the office releases it.
        FeedbackSealed = "feedback-sealed",
        /// So many pictures prove it already.
        ProofsFull = "proofs-full",
        /// The verdict isn't dissatisfied, so nothing is handled once more.
        NotDissatisfied = "not-dissatisfied",
        /// It is being handled once more already.
        RehandledAlready = "rehandled-already",
        /// Handbooks are handed in from December on.
        HandbookTooEarly = "handbook-too-early",
        /// The office has taken the handbook in: it changes no more.
        HandbookFrozen = "handbook-frozen",
        /// The deputy has handed the handbook in, and the office has it in hand.
        HandbookInHand = "handbook-in-hand",
        /// The deputy has not handed the handbook in.
        HandbookNotHandedIn = "handbook-not-handed-in",
        /// The code of a deputy or office is not known.
        CodeUnknown = "code-unknown",
        /// No suggestion has this number.
        SuggestionUnknown = "suggestion-unknown",
        /// Another suggestion of the session has this number.
        NumberTaken = "number-taken",
        /// Neither number nor title may be empty.
        SuggestionUnfinished = "suggestion-unfinished",
        /// The suggestion was withdrawn, or merged into another one.
        SuggestionWithdrawn = "suggestion-withdrawn",
        /// It has begun to be handled, so this can't be changed any more.
        SuggestionInHand = "suggestion-in-hand",
        /// The sheet has faults, so nothing of it was taken in.
        SheetFaulty = "sheet-faulty",
        /// No handling unit has this name.
        HandlingUnitUnknown = "handling-unit-unknown",
        /// Another handling unit has this name.
        HandlingUnitTaken = "handling-unit-taken",
        /// The unit has it already.
        AssignedAlready = "assigned-already",
        /// Handed out on a day that is still to come.
        HandedOutInFuture = "handed-out-in-future",
        /// No unit owes a reply to it.
        NotHandedOut = "not-handed-out",
        /// The unit gives its opinion to the main unit, or returned the matter: it owes no reply.
        UnitOwesNoReply = "unit-owes-no-reply",
        /// It has six months already.
        ExtendedAlready = "extended-already",
        /// It was replied to, so this can't be changed any more.
        RepliedAlready = "replied-already",
        /// Not one of the classes that the office has set.
        ReplyClassUnknown = "reply-class-unknown",
        /// A reason is needed.
        ReasonMissing = "reason-missing",
        /// Received on a day that is still to come.
        ReceiptInFuture = "receipt-in-future",
        /// Received before it was handed out.
        ReceiptBeforeHandingOut = "receipt-before-handing-out",
        /// A written reply without a day of receipt.
        ReceiptWithoutDay = "receipt-without-day",
        /// The draft was handed in, merged or put away: its words stand.
        DraftNotOpen = "draft-not-open",
        /// A deputy has very many drafts.
        DraftsTooMany = "drafts-too-many",
        /// A part of a draft would be longer than the paper takes.
        DraftPartTooLong = "draft-part-too-long",
        /// The deputy is no longer asked for the name.
        NameNotAsked = "name-not-asked",
        /// Neither title nor proposals are written.
        DraftUnfinished = "draft-unfinished",
        /// The table of reminder rules has faults, so it was not put in force.
        RemindersFaulty = "reminders-faulty",
        /// These are the rules in force already.
        RemindersSame = "reminders-same",
        /// Someone else put other rules in force meanwhile.
        RemindersMoved = "reminders-moved",
        /// The last day of an inquiry is past already.
        InquiryDayPast = "inquiry-day-past",
        /// The last day of an inquiry lies more than a year ahead.
        InquiryDayFar = "inquiry-day-far",
        /// The inquiry was withdrawn, or is answered already.
        InquiryNotOpen = "inquiry-not-open",
        /// An answer on a day before the question, or to come.
        InquiryAnswerDay = "inquiry-answer-day",
        /// The reply runs no clock: oral, withdrawn or taken back.
        ReplyWithoutClock = "reply-without-clock",
    }
}
