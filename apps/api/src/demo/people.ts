import { addDays, type Day } from '@siyu/kernel';
import type { Channel } from './channels';
import type { DemoIdentity, DemoPerson, Gender } from './demo.types';
import { nameOf, nicknameOf } from './names';
import { mix, type Random } from './random';

/** Province, city and its share of customers. */
// prettier-ignore
const CITIES: [province: string, city: string, weight: number][] = [
  ['上海', '上海', 11], ['北京', '北京', 9], ['广东', '深圳', 8], ['广东', '广州', 8], ['浙江', '杭州', 7], ['四川', '成都', 7],
  ['江苏', '南京', 5], ['重庆', '重庆', 5], ['湖北', '武汉', 5], ['江苏', '苏州', 5], ['陕西', '西安', 4], ['湖南', '长沙', 4],
  ['浙江', '宁波', 3], ['河南', '郑州', 3], ['天津', '天津', 3], ['山东', '青岛', 3], ['福建', '厦门', 3], ['广东', '佛山', 2],
  ['广东', '东莞', 2], ['安徽', '合肥', 2], ['辽宁', '沈阳', 2], ['云南', '昆明', 2], ['福建', '福州', 2], ['山东', '济南', 2],
  ['辽宁', '大连', 1], ['黑龙江', '哈尔滨', 1], ['江西', '南昌', 1], ['广西', '南宁', 1], ['贵州', '贵阳', 1], ['山西', '太原', 1],
];
const SKIN = ['干性', '油性', '混合性', '敏感性', '中性'];

/** How many numbers the phones and member numbers are drawn from; customer `index` gets one of her own. */
const NUMBERS = 10_000_000;
/** Coprime to NUMBERS: stepping by it visits every number once. */
const STRIDE = 7_368_787;

/** The number of customer `index`: no pattern to the eye, yet no two customers share one. */
function numberOf(seed: number, index: number): string {
  return String((mix(seed, -1) + index * STRIDE) % NUMBERS).padStart(7, '0');
}

/** Who she is, with the identities by which the channels know her; there is always at least one of her first channel. */
export function personOf(seed: number, index: number, home: Channel, endDay: Day, random: Random): DemoPerson {
  const gender: Gender = random.chance(0.78) ? 'female' : 'male';
  const [province, city] = CITIES[random.weighted(CITIES.map(([, , weight]) => weight))]!;
  const isHidden = home.buyerPrefix !== undefined || home.code === 'wechat-mini';
  return {
    displayName: isHidden && random.chance(0.15) ? nicknameOf(gender, random) : nameOf(gender, random),
    gender,
    birthday: random.chance(0.6) ? birthdayOf(endDay, random) : null,
    attributes: { province, city, ...(random.chance(0.35) ? { skinType: random.pick(SKIN) } : {}) },
    identities: identitiesOf(seed, index, home, random),
  };
}

/** Mostly between 20 and 40, never under 16. */
function birthdayOf(endDay: Day, random: Random): Day {
  const age = 16 + random.gamma(4) * 3.6;
  return addDays(endDay, -Math.floor(Math.min(age, 82) * 365.25));
}

/**
 * Phones begin with 1349, the prefix of a satellite telephone service: they look like Chinese mobile numbers and pass for
 * them, but no shopper answers to one. E-mail addresses are at example.com, which RFC 2606 keeps for examples.
 */
function identitiesOf(seed: number, index: number, home: Channel, random: Random): DemoIdentity[] {
  const number = numberOf(seed, index);
  const isMarketplace = home.buyerPrefix !== undefined;
  const isMember = random.chance(isMarketplace ? 0.35 : 0.85);
  const identities: DemoIdentity[] = [];
  if (home.code === 'wechat-mini' || (isMember && random.chance(0.6)))
    identities.push({ type: 'unionid', value: unionidOf(seed, index) });
  if (isMember || home.code === 'store') identities.push({ type: 'phone', value: `+861349${number}` });
  if (isMember) identities.push({ type: 'member_no', value: `M${number}${checkDigit(number)}` });
  if (isMarketplace)
    identities.push({ type: 'marketplace_id', value: `${home.buyerPrefix}:${Number(number) + 200_000_000}` });
  if (random.chance(0.12)) identities.push({ type: 'email', value: `member${number}@example.com` });
  return identities;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Twenty-eight letters with an `o` in front, as WeChat's are. */
function unionidOf(seed: number, index: number): string {
  const letters = Array.from({ length: 21 }, (_, place) => LETTERS[mix(mix(seed, index), place) % LETTERS.length]);
  return `odemo_${letters.join('')}`.padEnd(28, '0').slice(0, 28);
}

/** Luhn's, so that a mistyped member number is noticed. */
function checkDigit(number: string): number {
  const sum = [...number].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
