//! `poster`, `handbook export` of all deputies, the contact log and the blank handbook.

use super::Desk;

#[tokio::test]
async fn a_poster_is_written_as_pdf_or_picture_of_a_deputy_or_a_unit() {
    let desk = Desk::open().await;
    for (code, file, begins) in [
        ("CS-001", "one.pdf", b"%PDF".as_slice()),
        ("CS-001", "one.png", b"\x89PNG"),
        ("CS", "unit.pdf --paper a3", b"%PDF"),
        ("HN", "all.pdf", b"%PDF"),
    ] {
        let out = desk.path(file);
        let said = desk.does(&format!("poster {code} --out {out}")).await;
        let path = out.split(' ').next().unwrap();
        assert!(said.contains(path), "{said}");
        assert!(std::fs::read(path).unwrap().starts_with(begins), "{code} {file}");
    }
}

#[tokio::test]
async fn the_handbooks_of_all_deputies_go_into_a_folder() {
    let desk = Desk::open().await;
    let folder = desk.path("books");
    let said = desk
        .does(&format!(
            "handbook export --all --year 2026 --format json --out {folder}"
        ))
        .await;
    let files = std::fs::read_dir(&folder).unwrap().count();
    assert!(files > 1 && said.contains(&format!("{files} 本")), "{said}");
    for format in ["log", "by-hand"] {
        let out = desk.path(&format!("{format}.pdf"));
        desk.does(&format!(
            "handbook export CS-001 --year 2026 --format {format} --out {out}"
        ))
        .await;
        assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF"), "{format}");
    }
}

#[tokio::test]
async fn nothing_is_written_where_nobody_could_write_to() {
    let desk = Desk::open().await;
    let out = desk.path("no.txt");
    let (done, _) = desk.runs(&format!("poster CS-001 --out {out}")).await;
    assert_eq!(done.unwrap_err().exit_code(), 2);
    let out = desk.path("no.pdf");
    assert!(desk.runs(&format!("poster CS-999 --out {out}")).await.0.is_err());
    assert!(!std::path::Path::new(&out).exists());
}
