//! Opening hours as schema.org writes them, `Mo-Fr 09:00-17:00`, and as people read them.

use crate::Hours;

/// As they are written, and as they are read.
const DAYS: [(&str, &str); 7] = [
    ("Mo", "Monday"),
    ("Tu", "Tuesday"),
    ("We", "Wednesday"),
    ("Th", "Thursday"),
    ("Fr", "Friday"),
    ("Sa", "Saturday"),
    ("Su", "Sunday"),
];

/// What is said of hours that cannot be read.
pub(super) const REMEDY: &str = "write days and times as Mo-Fr 09:00-17:00 or Mo,We 13:00-18:30: the days are Mo Tu We Th Fr Sa Su, the \
     earlier day and the earlier time stand first";

/// `None` where days or times are written another way, do not exist, or run backwards.
pub(super) fn read(text: &str) -> Option<Hours> {
    let (days, times) = text.split_once(' ')?;
    let mut next = 0;
    let mut names = Vec::new();
    for part in days.split(',') {
        let (first, last) = part.split_once('-').map_or((part, None), |(first, last)| (first, Some(last)));
        let first = day(first)?;
        let last = last.map_or(Some(first), |last| day(last).filter(|last| *last > first))?;
        if first < next {
            return None;
        }
        next = last + 1;
        names.push(match last - first {
            0 => DAYS[first].1.to_owned(),
            _ => format!("{} to {}", DAYS[first].1, DAYS[last].1),
        });
    }
    let (open, close) = times.split_once('-')?;
    let (open, close) = (minutes(open)?, minutes(close)?);
    (open < close).then(|| Hours {
        written: text.to_owned(),
        read: format!("{}, {} to {}", names.join(", "), clock(open), clock(close)),
    })
}

fn day(text: &str) -> Option<usize> {
    DAYS.iter().position(|(written, _)| *written == text)
}

/// Minutes of the day from `09:30`.
fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let number = |part: &str, below: u16| {
        let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u16>().ok().filter(|value| digits && *value < below)
    };
    Some(number(hour, 24)? * 60 + number(minute, 60)?)
}

/// As people in the US read it: 9 am, noon, 5:30 pm.
fn clock(minutes: u16) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60);
    let half = if hour < 12 { "am" } else { "pm" };
    match ((hour + 11) % 12 + 1, minute) {
        (12, 0) if hour == 12 => "noon".to_owned(),
        (hour, 0) => format!("{hour} {half}"),
        (hour, minute) => format!("{hour}:{minute:02} {half}"),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn hours_are_read_as_people_say_them() {
        for (written, said) in [
            ("Mo-Fr 09:00-17:00", "Monday to Friday, 9 am to 5 pm"),
            ("Sa 08:30-12:00", "Saturday, 8:30 am to noon"),
            ("Mo,We-Fr 12:15-18:30", "Monday, Wednesday to Friday, 12:15 pm to 6:30 pm"),
            ("Su 00:00-23:59", "Sunday, 12 am to 11:59 pm"),
        ] {
            let hours = read(written);
            assert_eq!(hours.as_ref().map(|hours| hours.read.as_str()), Some(said));
            assert_eq!(hours.map(|hours| hours.written).as_deref(), Some(written));
        }
    }

    #[test]
    fn other_writings_are_none() {
        for text in [
            "",
            "Mo-Fr",
            "Mo-Fr 9:00-17:00",
            "Mo-Fr 09:00-24:00",
            "Mo-Fr 17:00-09:00",
            "Mo-Fr 09:00-09:00",
            "Mo-Fr 09:60-17:00",
            "Fr-Mo 09:00-17:00",
            "We,Mo 09:00-17:00",
            "Mo-We,Tu 09:00-17:00",
            "Mon-Fri 09:00-17:00",
            "mo 09:00-17:00",
            "Mo-Fr  09:00-17:00",
            "Mo-Fr 09:00–17:00",
            "Mo-Fr +9:00-17:00",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
