//! The program: hands the command line to `app` and ends with its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    lianluo::app::run(std::env::args_os())
}
