import type { DemoItem } from './demo.types';
import type { Random } from './random';

/** One thing on the shelf. */
export interface Product {
  sku: string;
  name: string;
  category: string;
  priceCents: number;
  /** How much it sells compared with the others of its category. */
  weight: number;
}

/** Category code and name, then name, price in yuan and weight of each product. All of it is made up. */
// prettier-ignore
const SHELF: [code: string, category: string, products: [name: string, yuan: number, weight: number][]][] = [
  ['CL', '洁面', [['氨基酸温和洁面乳 120g', 69, 9], ['山茶籽卸妆油 150ml', 109, 6], ['海盐净透洁面慕斯 150ml', 79, 4], ['卸妆湿巾 30 片', 29, 5]]],
  ['TN', '水乳', [['白茶舒缓爽肤水 200ml', 129, 8], ['玻尿酸保湿乳液 120ml', 139, 6], ['米酵母精粹水 150ml', 169, 4], ['旅行水乳三件套', 59, 5]]],
  ['SE', '精华', [['双抗焕亮精华 30ml', 259, 8], ['烟酰胺提亮精华 30ml', 199, 6], ['胜肽紧致精华 30ml', 329, 4], ['积雪草修护安瓶 7 支', 159, 5]]],
  ['CR', '面霜', [['神经酰胺修护霜 50g', 219, 7], ['夜间多肽面霜 50g', 299, 4], ['轻盈水感凝霜 50g', 169, 5], ['焕采眼霜 15g', 189, 6]]],
  ['MK', '面膜', [['玻尿酸补水面膜 5 片', 59, 10], ['绿豆清洁泥膜 100g', 89, 6], ['冻干修护面膜 4 片', 99, 6], ['晚安睡眠面膜 80g', 109, 4]]],
  ['SU', '防晒', [['清透防晒乳 SPF50+ 50ml', 119, 9], ['物理防晒霜 SPF30 40g', 129, 4], ['防晒喷雾 SPF50 150ml', 89, 5], ['便携防晒棒 15g', 79, 4]]],
  ['MU', '彩妆', [['柔雾唇釉 3.5g', 69, 9], ['持妆气垫 15g', 159, 6], ['四色眼影盘', 129, 4], ['纤长睫毛膏 8g', 89, 4], ['自然眉笔', 39, 6]]],
  ['BD', '身体护理', [['雪松香氛沐浴露 500ml', 69, 7], ['乳木果身体乳 250ml', 89, 6], ['植萃洗发水 400ml', 79, 6], ['护手霜 50g', 35, 9]]],
  ['TE', '花草茶', [['玫瑰枸杞茶 15 包', 49, 6], ['桂花乌龙 12 包', 59, 5], ['陈皮普洱 10 颗', 69, 4], ['四季花茶礼盒', 199, 3]]],
];

export const products: readonly Product[] = SHELF.flatMap(([code, category, entries]) =>
  entries.map(([name, yuan, weight], index) => ({
    sku: `${code}-${101 + index}`,
    name,
    category,
    priceCents: yuan * 100,
    weight,
  })),
);

export const categories: readonly string[] = SHELF.map(([, category]) => category);
const categoryOf = products.map(({ category }) => categories.indexOf(category));
const cheapest = Math.min(...products.map(({ priceCents }) => priceCents));

/** How much a customer likes each category; a few liked ones stand out. */
export function tasteOf(random: Random): number[] {
  return categories.map(() => 0.15 + random.gamma(0.6));
}

/** Sunscreen in summer, masks and creams in winter. `month` from 1 to 12. */
function seasonOf(category: string, month: number): number {
  if (category === '防晒') return month >= 4 && month <= 8 ? 2.5 : 0.4;
  if (category === '面霜' || category === '面膜') return month <= 2 || month >= 11 ? 1.5 : 0.9;
  return 1;
}

/**
 * Fills a basket to about the amount that the customer is in the mood for: never above it by more than its cheapest piece.
 *
 * @returns at least one item, each product once
 */
export function basketOf(wishCents: number, taste: number[], month: number, random: Random): DemoItem[] {
  const appeal = products.map(
    ({ category, weight }, index) => weight * taste[categoryOf[index]!]! * seasonOf(category, month),
  );
  const basket = new Map<string, DemoItem>();
  let rest = Math.max(wishCents, cheapest);
  while (rest >= cheapest && basket.size < 12) {
    const product =
      products[random.weighted(products.map(({ priceCents }, index) => (priceCents <= rest ? appeal[index]! : 0)))]!;
    const { sku, name, category, priceCents } = product;
    const item = basket.get(sku) ?? { sku, name, category, quantity: 0, unitPriceCents: priceCents };
    basket.set(sku, { ...item, quantity: item.quantity + 1 });
    rest -= priceCents;
  }
  return [...basket.values()];
}
