//! The program the page opens with: the forecast in a window, the draws in a worker.

fn main() {
    mitoshi::start();
}
