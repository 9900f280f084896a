//! The page on 127.0.0.1 while it is being written: rebuilt and reloaded on every change.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

use crate::program::{self, Profile};
use crate::reload::{self, Builds};
use crate::site::{self, Files, Site};
use crate::{Outcome, carried, page, watch};

const FIRST_PORT: u16 = 8080;
const N_PORTS_TRIED: u16 = 20;

struct Shop {
    files: RwLock<Files>,
    builds: Builds,
}

pub(crate) fn run(args: &[String]) -> Outcome<()> {
    let (port, profile) = read_args(args)?;
    // First the port: nobody should wait for a build to hear that it is taken.
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|err| format!("No address: {err}."))?;
    let mut known = watch::snapshot();
    let shop = Arc::new(Shop { files: RwLock::new(build(profile)?), builds: Builds::new() });

    let counter = Arc::clone(&shop);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let shop = Arc::clone(&counter);
            thread::spawn(move || answer(&shop, &stream));
        }
    });
    println!("Mitoshi is at http://{address}/ (Ctrl+C ends it)");
    loop {
        known = watch::wait_for_change(&known);
        println!("Something changed; building …");
        match build(profile) {
            Ok(files) => {
                *shop.files.write().unwrap_or_else(PoisonError::into_inner) = files;
                shop.builds.announce();
                println!("Built; open pages reload.");
            }
            Err(sentence) => eprintln!("{sentence} The page before stays."),
        }
    }
}

fn read_args(args: &[String]) -> Outcome<(Option<u16>, Profile)> {
    let (mut port, mut profile) = (None, Profile::Dev);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--release" => profile = Profile::Release,
            "--port" => {
                let number = args.next().and_then(|number| number.parse().ok());
                port = Some(number.ok_or("--port wants a number from 0 to 65535.")?);
            }
            other => return Err(format!("serve knows --port N and --release, not «{other}».")),
        }
    }
    Ok((port, profile))
}

fn listen(port: Option<u16>) -> Outcome<TcpListener> {
    let at = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        return at(port).map_err(|err| {
            format!("Port {port} cannot be used: {err}. Name another one, or leave out --port.")
        });
    }
    for port in FIRST_PORT..FIRST_PORT + N_PORTS_TRIED {
        match at(port) {
            Ok(listener) => return Ok(listener),
            Err(_) => println!("Port {port} is taken; trying the next."),
        }
    }
    Err("No free port was found. Name one: cargo xtask serve --port N.".into())
}

fn build(profile: Profile) -> Outcome<Files> {
    let sources = page::read_sources()?;
    let mut programs = program::build(profile)?;
    let carried = carried::elements()?;
    carried::add_later(&mut programs.rooms)?;
    let script = format!("\n<script src=\"{}\" defer></script>", reload::SCRIPT_NAME);
    let Site { first, later } = site::files(&sources, &programs, &carried, &script)?;
    let mut files: Files = first.into_iter().chain(later).collect();
    files.insert(reload::SCRIPT_NAME.into(), reload::SCRIPT.into());
    Ok(files)
}

/// One request, one answer, connection closed: a page of five files needs no more.
fn answer(shop: &Shop, stream: &TcpStream) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let Some(request) = lines.next() else { return };
    // The browser may not get the answer if the rest of its question is left unread.
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let mut out = stream;
    // A page that went away while it was answered is nobody's mistake.
    let _ = match find(&request) {
        Err(status) => respond(&mut out, status, "text/plain", b""),
        Ok(name) if name == reload::STREAM_NAME => {
            head(&mut out, "200 OK", "text/event-stream", None)
                .and_then(|()| shop.builds.stream_to(&mut out))
        }
        Ok(name) => {
            let files = shop.files.read().unwrap_or_else(PoisonError::into_inner);
            let found = files.get(name).cloned();
            drop(files);
            match found {
                Some(bytes) if request.starts_with("HEAD ") => {
                    head(&mut out, "200 OK", mime(name), Some(bytes.len()))
                }
                Some(bytes) => respond(&mut out, "200 OK", mime(name), &bytes),
                None => respond(&mut out, "404 Not Found", "text/plain", b"no such file\n"),
            }
        }
    };
}

/// The name of the file asked for. Nothing outside the list of files can be named, and what looks
/// like an attempt is refused rather than not found.
fn find(request: &str) -> Result<&str, &'static str> {
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    if method != "GET" && method != "HEAD" {
        return Err("405 Method Not Allowed");
    }
    let path = target.split(['?', '#']).next().unwrap_or("");
    let name = path.strip_prefix('/').ok_or("400 Bad Request")?;
    if name.contains("..") || name.contains(['%', '\\', '\0']) || name.starts_with('/') {
        return Err("400 Bad Request");
    }
    Ok(if name.is_empty() { "index.html" } else { name })
}

fn respond(out: &mut &TcpStream, status: &str, mime: &str, body: &[u8]) -> std::io::Result<()> {
    head(out, status, mime, Some(body.len()))?;
    out.write_all(body)
}

fn head(
    out: &mut &TcpStream,
    status: &str,
    mime: &str,
    length: Option<usize>,
) -> std::io::Result<()> {
    let length = length.map_or(String::new(), |bytes| format!("Content-Length: {bytes}\r\n"));
    write!(
        out,
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\n{length}Cache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )
}

fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_find(target: &str, expected: Result<&str, &str>) {
        assert_eq!(find(&format!("GET {target} HTTP/1.1")), expected);
    }

    #[test]
    fn a_path_out_of_the_folder_is_refused_however_it_is_written() {
        check_find("/../Cargo.toml", Err("400 Bad Request"));
        check_find("/%2e%2e/Cargo.toml", Err("400 Bad Request"));
        check_find("/..%2fCargo.toml", Err("400 Bad Request"));
        check_find("/a\\..\\b", Err("400 Bad Request"));
        check_find("//etc/passwd", Err("400 Bad Request"));
    }

    #[test]
    fn the_folder_is_its_page() {
        check_find("/", Ok("index.html"));
        check_find("/?again", Ok("index.html"));
        check_find("/mitoshi.css", Ok("mitoshi.css"));
    }
}
