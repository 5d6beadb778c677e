//! The article as a typed tree. No HTML strings: the page's renderer decides the markup.

/// The whole article: title, what stands before the first section, sections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The one `<h1>`.
    pub title: Vec<Inline>,
    /// The blocks before the first section; the first is the lede.
    pub opening: Vec<Block>,
    pub sections: Vec<Section>,
    /// What headings and questions may say all the same, each with its line in `article.md`; for review.
    pub heading_allowances: Vec<(usize, Allowance)>,
}

/// A `<h2>` and what follows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its anchor, unique on the page.
    pub id: String,
    pub title: Vec<Inline>,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A `<h3>`; its anchor is optional.
    Heading {
        id: Option<String>,
        text: Vec<Inline>,
    },
    Paragraph(Text),
    List {
        ordered: bool,
        items: Vec<Text>,
    },
    Card(Card),
    Questions(Vec<Question>),
    Place(Place),
}

/// What stands set off from the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub kind: CardKind,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardKind {
    /// Every warning sign: call 911.
    Urgent,
    /// The same in five lines, for a phone, right before the form. Its title and its link to all signs are the page's.
    UrgentShort,
    /// Signs or cautions of one class, set as the text around them.
    Signs(Urgency),
    /// An aside.
    Note,
}

/// How soon a sign needs care, the most urgent last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Tell the provider before treatment.
    TellUs,
    /// See a clinician within days.
    Days,
    /// See a clinician the same day.
    SameDay,
    /// Call 911.
    Now,
}

impl Urgency {
    pub const ALL: [Self; 4] = [Self::Now, Self::SameDay, Self::Days, Self::TellUs];

    /// As written in `facts.toml`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::SameDay => "same day",
            Self::Days => "days",
            Self::TellUs => "tell us",
        }
    }
}

impl CardKind {
    /// The class of its signs; text that is no list of signs has none.
    pub fn urgency(self) -> Option<Urgency> {
        match self {
            Self::Urgent | Self::UrgentShort => Some(Urgency::Now),
            Self::Signs(urgency) => Some(urgency),
            Self::Note => None,
        }
    }
}

/// Where something that is not text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// `#neck`, the explainer's root.
    Neck,
    /// `#book`, the booking form's root.
    Booking,
    /// The way to the page of sources.
    Sources,
}

/// A question a reader has, and the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub question: Vec<Inline>,
    pub answer: Vec<Text>,
}

impl Question {
    /// Question and answer without markup, word for word as on the page.
    pub fn plain(&self) -> (String, String) {
        let answer: Vec<String> = self.answer.iter().map(|text| plain(&text.inlines)).collect();
        (plain(&self.question), answer.join(" "))
    }
}

/// A paragraph or a list item, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub inlines: Vec<Inline>,
    pub basis: Basis,
    /// Numbers, from 1, into [`crate::Site::sources`]: the notes that stand behind the text.
    pub notes: Vec<usize>,
    pub allowances: Vec<Allowance>,
    /// Line in `article.md`, from 1.
    pub line: usize,
}

/// Why a text may stand on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// It says nothing medical.
    Plain,
    /// Ids of the facts behind it, as in `facts.toml`; never empty.
    Facts(Vec<String>),
}

/// A phrase of the never-say list that may stand here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    pub phrase: String,
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    Text(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    /// A place on the page (`#book`), an `https:` address, or `tel:911`.
    Link {
        href: String,
        text: Vec<Inline>,
    },
    /// A structure of the model: `a[data-structure]`.
    Structure {
        id: String,
        text: Vec<Inline>,
    },
    /// The clinic's number as a `tel:` link.
    Phone(Vec<Inline>),
}

/// The words alone.
pub fn plain(inlines: &[Inline]) -> String {
    let mut all = String::new();
    push(inlines, &mut all);
    all
}

fn push(inlines: &[Inline], all: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => all.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Phone(inner) => push(inner, all),
            Inline::Link { text, .. } | Inline::Structure { text, .. } => push(text, all),
        }
    }
}

impl Article {
    /// All blocks outside cards, in reading order.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.opening.iter().chain(self.sections.iter().flat_map(|section| &section.blocks))
    }

    /// All questions, in reading order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.blocks()
            .filter_map(|block| if let Block::Questions(all) = block { Some(all) } else { None })
            .flatten()
    }

    /// The first card of a kind.
    pub fn card(&self, kind: CardKind) -> Option<&Card> {
        self.blocks().find_map(|block| match block {
            Block::Card(card) if card.kind == kind => Some(card),
            _ => None,
        })
    }

    /// Every paragraph and list item, in reading order.
    pub fn texts(&self) -> Vec<&Text> {
        let mut all = Vec::new();
        for block in self.blocks() {
            block.texts(&mut all);
        }
        all
    }
}

impl Block {
    fn texts<'a>(&'a self, all: &mut Vec<&'a Text>) {
        match self {
            Self::Heading { .. } | Self::Place(_) => {}
            Self::Paragraph(text) => all.push(text),
            Self::List { items, .. } => all.extend(items),
            Self::Card(card) => card.blocks.iter().for_each(|block| block.texts(all)),
            Self::Questions(questions) => all.extend(questions.iter().flat_map(|question| &question.answer)),
        }
    }
}

impl Card {
    /// The items of its lists, which is what a card of warning signs is about.
    pub fn items(&self) -> impl Iterator<Item = &Text> {
        self.blocks
            .iter()
            .filter_map(|block| if let Block::List { items, .. } = block { Some(items) } else { None })
            .flatten()
    }
}
