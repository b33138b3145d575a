/**
 * Where a parcel goes. Personal data: shown in full only to the customer herself and to who may see it, never logged.
 * Example: 王小明, 13800138000, 上海市徐汇区, 漕溪北路 1 号 -> 王**, 138****8000, 上海市徐汇区, ****.
 */
export interface Address {
  name: string;
  phone: string;
  /** Province, city, district. */
  region: string;
  /** Street, house, door. */
  detail: string;
}

/** The address as everybody who may read redemptions sees it: the region alone stays. */
export function maskAddress({ name, phone, region }: Address): Address {
  const digits = phone.length;
  const covered = digits >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
  return { name: `${[...name][0] ?? ''}**`, phone: covered, region, detail: '****' };
}
