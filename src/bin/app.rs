//! The one wasm file: the page in a window, the draws in a worker.

fn main() {
    mitoshi::start();
}
