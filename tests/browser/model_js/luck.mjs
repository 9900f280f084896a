// Event luck by key, as src/model/luck.rs: MurmurHash3 of (draw, event) under the seed, where the
// event is MurmurHash3 of (place, purpose, month). The events are the same in all draws, so their
// words are worked out once and kept; what is left in the loop is one multiplication less than half
// of the hash.

const C1 = 0xcc9e2d51 | 0;
const C2 = 0x1b873593;

const rotated = (x, by) => (x << by) | (x >>> (32 - by));
const scrambled = (word) => Math.imul(rotated(Math.imul(word, C1), 15), C2);
const absorbed = (hash, word) => (Math.imul(rotated(hash ^ scrambled(word), 13), 5) + 0xe6546b64) | 0;

function finished(hash, nBytes) {
  let h = hash ^ nBytes;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

// MurmurHash3_x86_32 of a text in ASCII.
export function keyOf(text) {
  const bytes = Array.from(text, (char) => char.charCodeAt(0));
  const nWhole = bytes.length & ~3;
  let hash = 0;
  for (let i = 0; i < nWhole; i += 4) {
    hash = absorbed(hash, bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24));
  }
  const tail = bytes.slice(nWhole).reduceRight((word, byte) => (word << 8) | byte, 0);
  return finished(nWhole < bytes.length ? hash ^ scrambled(tail) : hash, bytes.length);
}

// The word of an event, turned as the hash wants it.
export function eventWord(place, purpose, month) {
  const event = finished([place, purpose, month].reduce(absorbed, 0), 12);
  return rotated(scrambled(event), 13);
}

// The hash of a draw so far.
export const drawWord = (seed, draw) => rotated(absorbed(seed, draw), 13);

// 32 random bits.
export function bitsOf(draw, event) {
  return finished((Math.imul(draw ^ event, 5) + 0xe6546b64) | 0, 8);
}

// A number in (0, 1) from 32 bits: the middle of one of 2²³ steps.
export const uniform = (bits) => ((bits >>> 9) + 0.5) * (1 / 8388608);

// The n-th number of 16 bits that 32 bits give: their halves, mixed anew for each.
export function sixteenth(bits, n) {
  let x = (bits + Math.imul(bits >>> 16, n * 0x9e36 + 0x79b9)) & 0xffff;
  x = Math.imul(x ^ (x >>> 7), 0x2c1b) & 0xffff;
  x = Math.imul(x ^ (x >>> 8), 0x84d5) & 0xffff;
  return x ^ (x >>> 9);
}
