//! The closed choices of the form. Their wire names are what HTML `value` attributes and JSON carry.

/// A choice with a fixed list of wire names.
pub(crate) trait Choice: Copy + 'static {
    fn all() -> &'static [Self];
    fn name(self) -> &'static str;
}

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $wire:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// Every choice, in the order in which the form shows them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name on the wire: the `value` of the control, the string in JSON.
            pub const fn wire(self) -> &'static str {
                match self { $(Self::$variant => $wire),+ }
            }

            /// The choice of that wire name; `None` for anything else.
            pub fn from_wire(wire: &str) -> Option<Self> {
                match wire { $($wire => Some(Self::$variant),)+ _ => None }
            }
        }

        impl Choice for $name {
            fn all() -> &'static [Self] {
                Self::ALL
            }

            fn name(self) -> &'static str {
                self.wire()
            }
        }
    };
}

choice! {
    /// What the patient wants.
    Topic {
        /// An appointment; the clinic calls back to agree on a time.
        Book = "book",
        /// A question; the times do not apply.
        Question = "question",
    }
}

choice! {
    /// How the clinic should answer.
    ContactBy { Phone = "phone", Text = "text", Email = "email" }
}

choice! {
    /// A weekday that suits.
    Day { Monday = "mon", Tuesday = "tue", Wednesday = "wed", Thursday = "thu", Friday = "fri" }
}

choice! {
    /// A time of day that suits.
    PartOfDay { Morning = "morning", Afternoon = "afternoon" }
}

choice! {
    /// Whether the patient has been at the clinic before.
    Visited { No = "no", Yes = "yes" }
}
