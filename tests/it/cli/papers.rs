//! `poster`, `handbook export` of all deputies, the contact log and the blank handbook.

use super::Desk;
use crate::support::workbook::FilledIn;

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

#[tokio::test]
async fn a_handbook_is_filled_in_and_read_back_whole_or_not_at_all() {
    let desk = Desk::open().await;
    let path = desk.path("book.xlsx");
    desk.does(&format!(
        "handbook export CS-001 --year 2026 --format xlsx --out {path}"
    ))
    .await;
    let look = format!("handbook import {path} --code CS-001 --year 2026 --dry-run");
    let said = desk.does(&look).await;
    assert!(said.starts_with("没有新增，也没有改动"), "{said}");

    let book = FilledIn::open(&std::fs::read(&path).unwrap());
    let book = book.row(
        "9 学习培训",
        2,
        &["", "1月12日至14日", "长沙", "代表法专题培训", "省人大", "3"],
    );
    std::fs::write(&path, book.saved()).unwrap();
    let said = desk.does(&look).await;
    assert!(said.starts_with("检查完毕，没有导入。将新增 1 条"), "{said}");
    assert!(
        said.contains("9 学习培训 第 2 行：2026-01-12　代表法专题培训"),
        "{said}"
    );
    let take = format!("handbook import {path} --code CS-001 --year 2026 --json");
    let value = desk.values(&take).await.remove(0);
    assert_eq!((&value["taken"], &value["added"]), (&true.into(), &1.into()));
    let value = desk.values(&take).await.remove(0);
    assert_eq!((&value["taken"], &value["unchanged"]), (&false.into(), &1.into()));
    let waits = desk.values("handbook list --unit CS --year 2026 --json").await;
    assert!(
        waits
            .iter()
            .any(|row| row["code"] == "CS-001" && row["waiting"] == 1)
    );

    let book = book.put("9 学习培训", 3, 2, "明年");
    std::fs::write(&path, book.saved()).unwrap();
    let (code, said) = desk.fails(&look).await;
    assert_eq!(code, 1);
    assert!(
        said.contains("工作表“9 学习培训”第 3 行 B 列：“明年”看不出是哪一天"),
        "{said}"
    );
    assert!(said.contains("一行也没有收"), "{said}");
}

#[tokio::test]
async fn the_dossiers_of_a_unit_or_of_all_go_into_a_folder() {
    let desk = Desk::open().await;
    let folder = desk.path("dossiers");
    let all = format!("dossier export --all --year 2026 --format json --out {folder}");
    let said = desk.does(&format!("{all} --unit CS")).await;
    let files: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(said.contains(&format!("{} 份", files.len())), "{said}");
    assert!(
        files.iter().all(|name| name.starts_with("dossier-CS-")),
        "{files:?}"
    );
    assert!(files.contains(&"dossier-CS-001-2026.json".to_owned()));
    desk.does(&all).await;
    let everyone = std::fs::read_dir(&folder).unwrap().count();
    assert!(everyone > files.len());
    let pdf = desk.path("pdfs");
    desk.does(&format!(
        "dossier export --all --unit HY --year 2026 --format pdf --out {pdf}"
    ))
    .await;
    for file in std::fs::read_dir(&pdf).unwrap() {
        assert!(std::fs::read(file.unwrap().path()).unwrap().starts_with(b"%PDF"));
    }
}
