//! How the program is linked.

#[expect(
    clippy::disallowed_methods,
    reason = "the build is told its target by the environment"
)]
fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let target = |name: &str| std::env::var(format!("CARGO_CFG_TARGET_{name}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        // A quarter of a million addresses are set right at the start. Packed they take 70 KB of the file instead of
        // 6 MB, which would all be read, and stay in memory. The loader of glibc knows this form since 2.36.
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}
