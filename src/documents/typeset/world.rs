//! All that a template can reach: itself, the base, its data and the fonts of the order. Called by `set`.

use serde_json::Value;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::{Fonts, Role, Template};

const MAIN: &str = "/main.typ";
const BASE: &str = "/base.typ";
const DATA: &str = "/data.json";

pub(super) struct PageWorld {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
    base: Source,
    data: (FileId, Bytes),
}

impl PageWorld {
    pub(super) fn new(template: Template, data: &Value, fonts: &Fonts) -> Self {
        let mut inputs = Dict::new();
        for role in Role::ALL {
            let family = fonts.of(role).info().family.as_str();
            inputs.insert(role.word().into(), family.into_value());
        }
        let fonts = Role::ALL.map(|role| fonts.of(role).clone());
        Self {
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts: fonts.to_vec(),
            main: Source::new(id(MAIN), template.source().to_owned()),
            base: Source::new(id(BASE), include_str!("../base.typ").to_owned()),
            data: (id(DATA), Bytes::new(data.to_string().into_bytes())),
        }
    }
}

fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("the paths of the templates are well formed");
    FileId::new(RootedPath::new(VirtualRoot::Project, path))
}

fn absent(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

impl World for PageWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.main, &self.base]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or_else(|| absent(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match &self.data {
            (data, bytes) if *data == id => Ok(bytes.clone()),
            _ => Err(absent(id)),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// Days come with the data: a page is the same tomorrow.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
