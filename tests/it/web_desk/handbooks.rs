//! Which handbooks have come: a unit's office sees its own deputies', the provincial office those of each unit.

use super::browser::Desk;

#[tokio::test]
async fn the_provincial_office_looks_at_each_units_handbooks_and_a_unit_at_none_but_its_own() {
    let desk = Desk::with_roster().await;
    let province = desk.officer("HN", "赵示五").await;
    province
        .get("/desk/handbooks?year=2026")
        .await
        .shown()
        .says("长沙市")
        .says("衡阳市");
    let page = province.get("/desk/handbooks?year=2026&unit=CS").await.shown();
    assert!(page.has("CS-001") && !page.has("HY-001"), "{}", page.text);
    page.says("长沙市").says("2026 年的履职手册交了没有");
    let officer = desk.officer("CS", "李示二").await;
    assert_eq!(officer.get("/desk/handbooks?unit=HY").await.status, 404);
    let own = officer.get("/desk/handbooks?year=2026").await.shown();
    assert!(own.has("CS-001") && !own.has("HY-001"), "{}", own.text);
}
