//! Running other programs, with failures told in sentences.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use crate::Outcome;
use crate::paths;

/// A cargo command in the workspace root.
pub(crate) fn cargo(args: &[&str]) -> Command {
    // Cargo tells its children which cargo it is; the same toolchain must build the page.
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    program(&cargo.to_string_lossy(), args)
}

/// Any other command in the workspace root.
pub(crate) fn program(name: &str, args: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(args).current_dir(paths::root());
    command
}

/// Runs it with its output on the terminal.
pub(crate) fn run(mut command: Command) -> Outcome<()> {
    let shown = shown(&command);
    let status = command.status().map_err(|err| not_started(&shown, &err))?;
    if status.success() { Ok(()) } else { Err(format!("«{shown}» ended with {status}.")) }
}

/// Runs it and returns what it prints on stdout; stderr goes to the terminal.
pub(crate) fn capture(mut command: Command) -> Outcome<String> {
    let shown = shown(&command);
    let output =
        command.stderr(Stdio::inherit()).output().map_err(|err| not_started(&shown, &err))?;
    if !output.status.success() {
        return Err(format!("«{shown}» ended with {}.", output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("«{shown}» did not print text."))
}

/// Runs it, shows each line of stdout as it comes, and hands each to `see`.
pub(crate) fn follow(mut command: Command, mut see: impl FnMut(&str)) -> Outcome<()> {
    let shown = shown(&command);
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|err| not_started(&shown, &err))?;
    let stdout = child.stdout.take().expect("stdout was piped one line above");
    for line in BufReader::new(stdout).split(b'\n') {
        let line = line.map_err(|err| format!("«{shown}» could not be read: {err}."))?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        see(&line);
    }
    // A half line that stays in the buffer would be lost when a later step fails.
    let _ = std::io::stdout().flush();
    let status = child.wait().map_err(|err| not_started(&shown, &err))?;
    if status.success() { Ok(()) } else { Err(format!("«{shown}» ended with {status}.")) }
}

/// True when the program can be started at all.
pub(crate) fn exists(name: &str) -> bool {
    let probe =
        Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    probe.is_ok_and(|status| status.success())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn not_started(shown: &str, err: &std::io::Error) -> String {
    format!("«{shown}» could not be started: {err}.")
}
