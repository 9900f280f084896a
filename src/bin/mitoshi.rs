//! The simulator on the command line.

fn main() -> std::process::ExitCode {
    mitoshi::command::main()
}
