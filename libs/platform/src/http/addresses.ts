/**
 * Which callers count as one when attempts are counted by address: an IPv4 address, or the first four groups of an IPv6
 * address, for a single household is given 2^64 of those. Example: `2001:db8::1` and `2001:db8:0:0:ffff::2` are one network,
 * `::ffff:198.51.100.7` is the IPv4 address behind it.
 */
export function networkOf(address: string): string {
  const plain = address
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .split('%')[0]!
    .toLowerCase();
  return plain.includes(':') ? groupsOf(plain).slice(0, 4).join(':') : plain;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : Math.max(8 - front.length - back.length, 0);
  return [...front, ...Array<string>(missing).fill('0'), ...back].map((group) => group.replace(/^0+(?=.)/, ''));
}
