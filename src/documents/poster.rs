//! The poster for the wall: a code to scan that leads to a deputy, to the deputies of a unit or to all of them, with what
//! happens then and the notice in short. Called by the command line and the desk.

use serde_json::json;

use crate::domain::electing_unit::ElectingUnit;
use crate::domain::people::{Deputy, DeputyStatus, Office};
use crate::text::render::office_called;
use crate::text::{Args, Words};

use super::DocumentError;
use super::plain_text::plain;
use super::qr::qr_svg;
use super::typeset::{Form, Order, Template, breakable};
use super::words_of_page::language;

/// Pixels across a poster as a picture: 200 a inch on A4, enough for a telephone and for a small print.
const PICTURE_WIDTH: u32 = 1_654;

/// The paper of the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 297 by 420 mm: the same design, grown.
    A3,
}

impl Paper {
    /// The paper's name in small letters.
    pub fn tag(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::A3 => "a3",
        }
    }

    /// The paper of a name.
    pub fn from_tag(tag: &str) -> Option<Self> {
        [Paper::A4, Paper::A3]
            .into_iter()
            .find(|paper| paper.tag() == tag)
    }
}

/// Whom the poster leads to.
#[derive(Debug, Clone, Copy)]
pub enum Leads<'a> {
    /// This deputy, and the office of the unit.
    Deputy(&'a Deputy, &'a Office),
    /// The deputies of this office's unit; the provincial office: all deputies.
    Unit(&'a Office),
}

/// Why there is no poster: nobody could write where it leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPoster {
    /// Not in office, or not on the newest roster.
    NotInOffice,
    /// The unit's deputies aren't open to the public.
    Closed,
}

impl NoPoster {
    /// The text that an officer reads.
    pub fn key(self) -> &'static str {
        match self {
            NoPoster::NotInOffice => "poster-not-in-office",
            NoPoster::Closed => "poster-closed",
        }
    }
}

impl Leads<'_> {
    /// A poster is hung for people who will write: it must lead to someone who can be written to.
    pub fn check(&self) -> Result<(), NoPoster> {
        let (office, in_office) = match self {
            Leads::Deputy(deputy, office) => (
                office,
                deputy.status == DeputyStatus::InOffice && deputy.gone_at.is_none(),
            ),
            Leads::Unit(office) => (office, true),
        };
        match (office.open_to_public, in_office) {
            (false, _) => Err(NoPoster::Closed),
            (true, false) => Err(NoPoster::NotInOffice),
            (true, true) => Ok(()),
        }
    }

    fn link(&self, public_url: &str) -> String {
        match self {
            Leads::Deputy(deputy, _) => format!("{public_url}/d/{}", deputy.code),
            Leads::Unit(office) => match ElectingUnit::from_code(&office.code) {
                Some(unit) => format!("{public_url}/find?unit={}", unit.code()),
                None => format!("{public_url}/find"),
            },
        }
    }

    fn name(&self, words: &Words) -> String {
        match self {
            Leads::Deputy(deputy, _) => words.say_with(
                "poster-name-deputy",
                &Args::new().text("name", plain(&deputy.name)),
            ),
            Leads::Unit(office) => match ElectingUnit::from_code(&office.code) {
                Some(_) => words.say_with("poster-name-unit", &Args::new().text("unit", plain(&office.name))),
                None => words.say("poster-name-all"),
            },
        }
    }

    fn whose(&self, words: &Words) -> String {
        match self {
            Leads::Deputy(deputy, office) if deputy.post.is_empty() => words.say_with(
                "poster-whose-unit",
                &Args::new().text("unit", plain(&office.name)),
            ),
            Leads::Deputy(deputy, office) => words.say_with(
                "poster-whose",
                &Args::new()
                    .text("unit", plain(&office.name))
                    .text("post", plain(&deputy.post)),
            ),
            Leads::Unit(office) => office_called(office, words),
        }
    }

    fn office(&self) -> &Office {
        match self {
            Leads::Deputy(_, office) | Leads::Unit(office) => office,
        }
    }
}

/// A poster whose form is a PDF, or a picture of it. `public_url` as the rules have it; `phone` of the office for
/// questions, may be empty.
///
/// Errors: [`DocumentError::LinkTooLong`].
pub fn poster_order(
    leads: Leads<'_>,
    public_url: &str,
    phone: &str,
    paper: Paper,
    words: &Words,
) -> Result<Order, DocumentError> {
    let link = leads.link(public_url);
    let office = Args::new().text("office", office_called(leads.office(), words));
    let mut small = vec![words.say_with("poster-link", &Args::new().text("link", link.as_str()))];
    small.push(match phone {
        "" => words.say_with("poster-office", &office),
        phone => words.say_with("poster-office-phone", &office.text("phone", plain(phone))),
    });
    let steps = [
        "poster-step-scan", "poster-step-write", "poster-step-answer", "poster-step-name",
    ];
    let (lang, region) = language(words);
    let data = json!({
        "lang": lang,
        "region": region,
        "paper": paper.tag(),
        "title": words.say("poster-title"),
        "headline": words.say("poster-headline"),
        "name": breakable(&leads.name(words)),
        "whose": breakable(&leads.whose(words)),
        "code": qr_svg(&link)?,
        "scan": words.say("poster-scan"),
        "steps": steps.map(|key| words.say(key)),
        "emergency": words.say("poster-emergency"),
        "small": breakable(&small.join("\n")),
    });
    Ok(Order {
        template: Template::Poster,
        form: Form::Pdf,
        data,
    })
}

impl Order {
    /// The same page as a picture for a group chat or a page of the web.
    #[must_use]
    pub fn as_picture(mut self) -> Self {
        self.form = Form::Png { width: PICTURE_WIDTH };
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::samples;
    use crate::domain::Locale;
    use crate::text;

    const URL: &str = "https://lianluo.example.org";

    #[test]
    fn a_poster_leads_to_the_deputy_the_unit_or_all() {
        let (deputy, unit) = (samples::deputy(), samples::office("CS", "长沙市"));
        let province = samples::office("HN", "湖南省");
        assert_eq!(Leads::Deputy(&deputy, &unit).link(URL), format!("{URL}/d/CS-001"));
        assert_eq!(Leads::Unit(&unit).link(URL), format!("{URL}/find?unit=CS"));
        assert_eq!(Leads::Unit(&province).link(URL), format!("{URL}/find"));
    }

    #[test]
    fn nobody_is_led_to_someone_who_cannot_be_written_to() {
        let (mut deputy, mut unit) = (samples::deputy(), samples::office("CS", "长沙市"));
        assert_eq!(Leads::Deputy(&deputy, &unit).check(), Ok(()));
        deputy.status = DeputyStatus::Suspended;
        assert_eq!(Leads::Deputy(&deputy, &unit).check(), Err(NoPoster::NotInOffice));
        unit.open_to_public = false;
        assert_eq!(Leads::Unit(&unit).check(), Err(NoPoster::Closed));
    }

    #[test]
    fn the_poster_says_what_the_deputy_cannot_do_and_that_emergencies_go_elsewhere() {
        let (deputy, unit) = (samples::deputy(), samples::office("CS", "长沙市"));
        let order = poster_order(
            Leads::Deputy(&deputy, &unit),
            URL,
            "0731-0000000",
            Paper::A3,
            text::words(Locale::ZhCn),
        );
        let said = order.unwrap().data.to_string().replace('\u{200B}', "");
        for needed in ["张示一", "不能直接处理", "110", "0731-0000000", "lianluo.example"] {
            assert!(said.contains(needed), "{needed}: {said}");
        }
    }
}
