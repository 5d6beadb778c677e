use crate::{Outcome, Person, SubmissionId};

/// After so many milliseconds without an answer the form says that it is still sending.
pub const SLOW_AFTER_MS: u32 = 4_000;
/// After so many milliseconds without an answer the outcome is [`Outcome::Uncertain`].
pub const UNCERTAIN_AFTER_MS: u32 = 15_000;

/// Where one filling of the form stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nothing sent, or sent and to be corrected or tried again.
    Ready,
    /// On its way. `slow`: since more than [`SLOW_AFTER_MS`].
    Sending { slow: bool },
    /// Answered, or given up on.
    Settled(Outcome),
}

/// What was sent and is not proved to have arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    pub submission_id: SubmissionId,
    pub person: Person,
}

/// One attempt to send, to be given back with its outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// To be sent as `submission_id`: the same for every attempt to send one person's request, so that an endpoint
    /// that got two of them takes one.
    pub submission_id: SubmissionId,
    attempt: u32,
}

/// The sending of one form, as a state machine: it decides, the edge sends and keeps the time.
///
/// ```text
/// Ready --press--> Sending --settle--> Settled --press--> Sending …     (not after Delivered)
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    phase: Phase,
    attempt: u32,
    sent: Option<Sent>,
}

impl Default for Sending {
    fn default() -> Self {
        Self::new()
    }
}

impl Sending {
    pub const fn new() -> Self {
        Self { phase: Phase::Ready, attempt: 0, sent: None }
    }

    /// Goes on where the form was left before the page was loaded again.
    pub const fn resume(sent: Option<Sent>) -> Self {
        Self { phase: Phase::Ready, attempt: 0, sent }
    }

    /// What is on its way, or may have arrived.
    pub const fn unproved(&self) -> Option<&Sent> {
        self.sent.as_ref()
    }

    pub const fn phase(&self) -> &Phase {
        &self.phase
    }

    /// Send was pressed with a valid request. `Some`: send it with this ticket. `None`: it is on its way already, or
    /// delivered; nothing is to be done. `fresh` is asked for an id at the first attempt, and when the form was filled
    /// in for somebody else meanwhile: under one id the second person's request would take the place of the first's.
    pub fn press(&mut self, person: Person, fresh: impl FnOnce() -> SubmissionId) -> Option<Ticket> {
        if matches!(self.phase, Phase::Sending { .. } | Phase::Settled(Outcome::Delivered { .. })) {
            return None;
        }
        self.attempt += 1;
        self.phase = Phase::Sending { slow: false };
        let earlier = self.sent.take().filter(|sent| sent.person.may_be(&person));
        let submission_id = earlier.map_or_else(fresh, |sent| sent.submission_id);
        self.sent = Some(Sent { submission_id: submission_id.clone(), person });
        Some(Ticket { submission_id, attempt: self.attempt })
    }

    /// [`SLOW_AFTER_MS`] have passed since the ticket was given. Returns whether anything changed.
    pub fn slow(&mut self, ticket: &Ticket) -> bool {
        let waits = ticket.attempt == self.attempt && self.phase == Phase::Sending { slow: false };
        if waits {
            self.phase = Phase::Sending { slow: true };
        }
        waits
    }

    /// An attempt has its outcome. Returns whether anything changed: what an earlier attempt learns late is news only
    /// when it proves delivery of what is uncertain now and nothing newer is on its way.
    pub fn settle(&mut self, ticket: &Ticket, outcome: Outcome) -> bool {
        let news = match &self.phase {
            Phase::Sending { .. } => ticket.attempt == self.attempt,
            Phase::Settled(Outcome::Uncertain) => {
                ticket.attempt == self.attempt && matches!(outcome, Outcome::Delivered { .. })
            }
            Phase::Ready | Phase::Settled(_) => false,
        };
        if news {
            if matches!(outcome, Outcome::Delivered { .. }) {
                self.sent = None;
            }
            self.phase = Phase::Settled(outcome);
        }
        news
    }
}
