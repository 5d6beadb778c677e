use crate::{Outcome, SubmissionId};

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

/// One attempt to send, to be given back with its outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// To be sent as `submission_id`: the same for every attempt of one filling of the form, so that an endpoint that
    /// got two of them takes one.
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
    submission_id: Option<SubmissionId>,
}

impl Default for Sending {
    fn default() -> Self {
        Self::new()
    }
}

impl Sending {
    pub const fn new() -> Self {
        Self { phase: Phase::Ready, attempt: 0, submission_id: None }
    }

    pub const fn phase(&self) -> &Phase {
        &self.phase
    }

    /// Send was pressed with a valid request. `Some`: send it with this ticket. `None`: it is on its way already, or
    /// delivered; nothing is to be done. `fresh` is asked for an id at the first attempt only.
    pub fn press(&mut self, fresh: impl FnOnce() -> SubmissionId) -> Option<Ticket> {
        if matches!(self.phase, Phase::Sending { .. } | Phase::Settled(Outcome::Delivered { .. })) {
            return None;
        }
        self.attempt += 1;
        self.phase = Phase::Sending { slow: false };
        let submission_id = self.submission_id.get_or_insert_with(fresh).clone();
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
            self.phase = Phase::Settled(outcome);
        }
        news
    }
}
