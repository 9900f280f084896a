//! The default scenario's answer, computed natively and embedded, so that the first paint shows it.

use crate::Outcome;
use crate::command;
use crate::program::Profile;

/// What `mitoshi first-answer` prints: base64 on one line.
pub(crate) fn compute(profile: Profile) -> Outcome<String> {
    let mut args = vec!["run", "--quiet", "--bin", "mitoshi"];
    if profile == Profile::Release {
        args.push("--release");
    }
    args.extend(["--", "first-answer"]);
    let printed = command::capture(command::cargo(&args))
        .map_err(|err| format!("The first answer could not be computed. {err}"))?;
    let answer = printed.trim();
    let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte);
    if answer.bytes().all(is_base64) {
        Ok(answer.to_string())
    } else {
        Err("«mitoshi first-answer» must print base64 and nothing else on stdout.".into())
    }
}
