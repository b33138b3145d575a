/** 1234567 -> 1,234,567 */
export function formatWhole(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value);
}

/** 0.1234 -> 12.3 %: a share of one, with one decimal unless told otherwise. */
export function formatPercent(share: number, locale: string, decimals = 1): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(share);
}
