/// A field of the form that a patient fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Topic,
    FullName,
    Phone,
    Email,
    ContactBy,
    Days,
    TimeOfDay,
    TimesNote,
    VisitedBefore,
    Message,
    Consent,
}

impl Field {
    /// Every field, in the order of the form: the order of errors in the summary, too.
    pub const ALL: [Self; 11] = [
        Self::Topic,
        Self::FullName,
        Self::Phone,
        Self::Email,
        Self::ContactBy,
        Self::Days,
        Self::TimeOfDay,
        Self::TimesNote,
        Self::VisitedBefore,
        Self::Message,
        Self::Consent,
    ];

    /// The name on the wire: the control's `name`, the key in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::FullName => "full_name",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::ContactBy => "contact_by",
            Self::Days => "days",
            Self::TimeOfDay => "time_of_day",
            Self::TimesNote => "times_note",
            Self::VisitedBefore => "visited_before",
            Self::Message => "message",
            Self::Consent => "consent",
        }
    }

    /// The field of that wire name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// Whether a change here may put the other field right: each its own mistakes, and those of what is judged together
    /// with it.
    pub fn bears_on(self, other: Self) -> bool {
        let reached = |field| matches!(field, Self::Phone | Self::Email | Self::ContactBy);
        let timed = matches!(other, Self::Days | Self::TimeOfDay | Self::TimesNote);
        self == other || reached(self) && reached(other) || self == Self::Topic && timed
    }

    /// Whether the field may carry several values: a list in JSON, a repeated name in a form post.
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Days | Self::TimeOfDay)
    }

    /// The longest text accepted, in characters (not bytes), for the fields that are typed.
    ///
    /// 254 is the longest address a mail server has to accept (RFC 5321, 4.5.3.1.3, less the brackets).
    pub const fn max_chars(self) -> Option<usize> {
        match self {
            Self::FullName => Some(120),
            Self::Phone => Some(60),
            Self::Email => Some(254),
            Self::TimesNote => Some(500),
            Self::Message => Some(2000),
            _ => None,
        }
    }

    /// Whether the text may have line breaks.
    pub const fn is_multiline(self) -> bool {
        matches!(self, Self::TimesNote | Self::Message)
    }
}
