//! Packs parts into one file. Its bytes depend on the parts alone: no clock is asked.

use miniz_oxide::deflate::compress_to_vec;

/// 1 January 1980, midnight: the earliest day the format knows.
const DAY: u16 = 0x0021;
const LEVEL: u8 = 6;

pub(super) fn packed(parts: &[(String, String)]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut directory = Vec::new();
    for (name, text) in parts {
        let data = compress_to_vec(text.as_bytes(), LEVEL);
        let mut entry = Vec::new();
        // Version 2.0, names in UTF-8, deflate, midnight.
        for half in [20, 0x0800, 8, 0, DAY] {
            entry.extend(u16::to_le_bytes(half));
        }
        for word in [checksum(text.as_bytes()), data.len() as u32, text.len() as u32] {
            entry.extend(word.to_le_bytes());
        }
        entry.extend((name.len() as u16).to_le_bytes());
        entry.extend([0, 0]);
        directory.extend(b"PK\x01\x02");
        directory.extend(20u16.to_le_bytes());
        directory.extend(&entry);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend((file.len() as u32).to_le_bytes());
        directory.extend(name.as_bytes());
        file.extend(b"PK\x03\x04");
        file.extend(entry);
        file.extend(name.as_bytes());
        file.extend(data);
    }
    let start = file.len() as u32;
    let n_parts = (parts.len() as u16).to_le_bytes();
    file.extend(&directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend(n_parts);
    file.extend(n_parts);
    file.extend((directory.len() as u32).to_le_bytes());
    file.extend(start.to_le_bytes());
    file.extend([0, 0]);
    file
}

/// CRC-32 as zip files carry it.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
        }
    }
    !sum
}
