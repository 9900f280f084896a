//! The program of the other rooms, loaded when one of them is asked for. It does not compute:
//! its workers run `app`.

fn main() {
    mitoshi::start_rooms();
}
