//! People of a transcript who use the web chat, in a browser that runs no script: they see what is new when they look.

use std::collections::HashSet;

use crate::support::office::count;
use crate::web_chat_site::{Page, Person};

use super::stage::Stage;

/// Browsers by the names of their people.
#[derive(Default)]
pub struct Browsing {
    people: Vec<Browser>,
}

struct Browser {
    name: String,
    /// Where the browser found the program; after a restart it is elsewhere.
    site: String,
    person: Person,
    /// The page that is open.
    path: String,
    page: String,
    /// Bubbles that were read, by their ids.
    read: HashSet<String>,
}

impl Browsing {
    /// Does what stands behind 在网页, and gives the lines of each new bubble of the other side. `None` when the words mean
    /// nothing.
    pub async fn does(&mut self, stage: &Stage, name: &str, deed: &str) -> Option<Vec<Vec<String>>> {
        let place = self.people.iter().position(|known| known.name == name);
        let place = place.unwrap_or_else(|| {
            self.people.push(Browser {
                name: name.to_owned(),
                site: stage.site().to_owned(),
                person: Person::at(stage.site().to_owned()),
                path: "/chat".to_owned(),
                page: String::new(),
                read: HashSet::new(),
            });
            self.people.len() - 1
        });
        let browser = &mut self.people[place];
        assert_eq!(browser.site, stage.site(), "a browser stays on its site");
        if let Some(path) = deed.strip_prefix("打开 ") {
            path.clone_into(&mut browser.path);
        } else if let Some(text) = deed.strip_prefix("写：") {
            browser.writes(text).await;
        } else if let Some(label) = deed.strip_prefix("点【").and_then(|rest| rest.strip_suffix('】')) {
            browser.taps(label).await;
        } else if deed != "看看" {
            return None;
        }
        stage.settled().await;
        let waiting = "SELECT count(*) FROM outbox WHERE channel = 'web' AND state = 'waiting'";
        let before = count(&stage.database, waiting).await;
        let page = browser.person.get(&browser.path).await;
        assert_eq!(page.status, 200, "{}", page.text());
        browser.page = page.text();
        let news = browser.news();
        // That the page was fetched is told to the engine behind the answer.
        let shown = i64::try_from(news.len()).unwrap();
        while count(&stage.database, waiting).await > before - shown {
            tokio::task::yield_now().await;
        }
        stage.settled().await;
        Some(news)
    }
}

impl Browser {
    /// The key of a form of the page, and its other hidden and preset fields.
    fn fields(form: &str) -> (String, Vec<(String, String)>) {
        let value = |tag: &str, name: &str| {
            let (_, rest) = tag.split_once(&format!("{name}=\""))?;
            Some(rest.split_once('"')?.0.to_owned())
        };
        let tags = form
            .split("<input")
            .skip(1)
            .filter_map(|rest| rest.split_once('>'));
        let mut fields: Vec<(String, String)> = tags
            .filter_map(|(tag, _)| Some((value(tag, "name")?, value(tag, "value")?)))
            .filter(|(name, _)| name != "csrf")
            .collect();
        let place = fields.iter().position(|(name, _)| name == "form_key");
        let (_, key) = fields.remove(place.expect("every form has a key"));
        (key, fields)
    }

    fn form<'a>(page: &'a str, holds: &str) -> Option<&'a str> {
        let forms = page
            .split("<form")
            .skip(1)
            .filter_map(|rest| rest.split_once("</form>"));
        forms.map(|(form, _)| form).find(|form| form.contains(holds))
    }

    async fn writes(&mut self, text: &str) {
        let form = Self::form(&self.page, "action=\"/chat/send\"").expect("a page with a box is open");
        let (key, mut fields) = Self::fields(form);
        fields.push(("text".to_owned(), text.to_owned()));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        let sent = self.person.sends(&key, &fields, &[]).await;
        self.follows(&sent);
    }

    async fn taps(&mut self, label: &str) {
        let form = Self::form(&self.page, &format!(">{label}</button>"));
        let form = form.unwrap_or_else(|| panic!("no button {label} on {}", self.page));
        let (_, rest) = form.split_once("action=\"").unwrap();
        let action = rest.split_once('"').unwrap().0.to_owned();
        let (key, fields) = Self::fields(form);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        let sent = self.person.posts(&action, &key, &fields).await;
        self.follows(&sent);
    }

    fn follows(&mut self, sent: &Page) {
        self.path = sent.way().split('#').next().unwrap().to_owned();
    }

    /// All bubbles of the page: class, id and inside.
    fn bubbles(&self) -> Vec<(String, String, String)> {
        let bubbles = self.page.split("<li class=\"bubble ").skip(1);
        bubbles
            .filter_map(|rest| {
                let (class, rest) = rest.split_once("\" id=\"")?;
                let (id, rest) = rest.split_once('"')?;
                let (inside, _) = rest.split_once("</li>")?;
                Some((class.to_owned(), id.to_owned(), inside.to_owned()))
            })
            .collect()
    }

    /// The lines of each bubble of the other side that wasn't read yet.
    fn news(&mut self) -> Vec<Vec<String>> {
        let mut news = Vec::new();
        for (class, id, inside) in self.bubbles() {
            if class.starts_with("own") || !self.read.insert(id) {
                continue;
            }
            let mut lines: Vec<String> = Vec::new();
            for text in inside.split("<p class=\"text\">").skip(1) {
                let text = text.split("</p>").next().unwrap_or_default();
                lines.extend(plain(text).lines().map(str::to_owned));
            }
            for row in inside.split("<div class=\"row\">").skip(1) {
                let labels = row.split("</button>").filter_map(|part| part.rsplit_once('>'));
                let labels: String = labels
                    .map(|(_, label)| label)
                    .filter(|label| !label.trim().is_empty())
                    .map(|label| format!("【{}】", plain(label)))
                    .collect();
                lines.push(labels);
            }
            news.push(lines);
        }
        news
    }
}

/// Text without marks.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        rest = tag.split_once('>').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    for (mark, sign) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        text = text.replace(mark, sign);
    }
    text
}
