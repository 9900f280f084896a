//! What the page carries beside its programs: the municipality, the default scenario's answer, so
//! that the first paint shows it, figures of other cities and the reasons for assumptions. Made
//! natively by `mitoshi`, from the same code.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::Outcome;
use crate::program::Program;
use crate::{budget, command, page};

/// The elements of what the first paint needs, for the page's head.
pub(crate) fn elements() -> Outcome<String> {
    let one = |name: &str| Ok(page::inline_data(name, &packed(name)?));
    Ok(["basis", "first-answer"].into_iter().map(one).collect::<Outcome<Vec<_>>>()?.join("\n"))
}

/// What only a closer look needs comes with the script of `rooms`, in the same quiet moment.
pub(crate) fn add_later(rooms: &mut Program) -> Outcome<()> {
    for name in ["peers", "reasons"] {
        let text = packed(name)?;
        rooms.script += &format!("(globalThis.mitoshiLater ??= {{}}).{name} = '{text}';\n");
    }
    Ok(())
}

/// What `mitoshi NAME` prints, gzipped: base64 hides from the host's own gzip what repeats. Always
/// by the build that tests use: every build gives the same bits, and one for release takes minutes.
fn packed(name: &str) -> Outcome<String> {
    let args = ["run", "--quiet", "--bin", "mitoshi", "--", name];
    let printed = command::capture(command::cargo(&args))
        .map_err(|err| format!("«mitoshi {name}» did not come to an end. {err}"))?;
    let bytes = STANDARD
        .decode(printed.trim())
        .map_err(|_| format!("«mitoshi {name}» must print base64 and nothing else on stdout."))?;
    Ok(STANDARD.encode(budget::gzip(&bytes)))
}
