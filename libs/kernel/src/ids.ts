const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

const pool = new Uint8Array(4096);
let drawn = pool.length;
let lastMillis = 0;
let counter = 0;

/**
 * A new id: UUID version 7 (RFC 9562, 5.7), 48 bits of milliseconds, then 12 bits that count within the millisecond
 * (method 1 of 6.2), then 62 random bits. Ids of one process therefore sort in the order in which they were made, which
 * keeps B-tree inserts at the right edge and makes "newest first" an ordering by id.
 *
 * @param millis time to encode, for what is older than its record: imported history and generated data
 */
export function newId(millis?: number): string {
  return millis === undefined ? format(...nextTick()) : format(millis, Math.floor(Math.random() * 0x1000));
}

/** Milliseconds and counter of the next id; never steps back, also when the wall clock does. */
function nextTick(): [number, number] {
  const now = Date.now();
  if (now > lastMillis) {
    lastMillis = now;
    counter = Math.floor(Math.random() * 0x400);
  } else if (counter < 0xfff) {
    counter += 1;
  } else {
    lastMillis += 1;
    counter = 0;
  }
  return [lastMillis, counter];
}

/** 16 random bytes, valid until the next call; asking for many at once is ten times cheaper than for 16 each time. */
function randomBytes(): Uint8Array {
  if (drawn === pool.length) {
    crypto.getRandomValues(pool);
    drawn = 0;
  }
  drawn += 16;
  return pool.subarray(drawn - 16, drawn);
}

function format(millis: number, count: number): string {
  const bytes = randomBytes();
  for (let index = 5, rest = millis; index >= 0; index -= 1, rest = Math.floor(rest / 256)) bytes[index] = rest % 256;
  bytes[6] = 0x70 | (count >> 8);
  bytes[7] = count & 0xff;
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  let text = '';
  for (let index = 0; index < 16; index += 1) {
    text += HEX[bytes[index]!];
    if (index === 3 || index === 5 || index === 7 || index === 9) text += '-';
  }
  return text;
}

/** Whether the text is an id as this house writes them (any UUID version, either case). */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}
