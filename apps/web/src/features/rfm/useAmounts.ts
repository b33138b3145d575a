import { useI18n } from 'vue-i18n';
import { formatAmount, formatAverage, formatShare, nameIn, type RfmNames } from './model';

/** The formats of this page bound to the language of the screen. */
export function useAmounts() {
  const { locale } = useI18n();
  return {
    amount: (cents: number | null, currency: string | null) => formatAmount(cents, currency, locale.value),
    share: (part: number | null) => formatShare(part, locale.value),
    average: (value: number | null) => formatAverage(value, locale.value),
    name: (names: RfmNames) => nameIn(names, locale.value),
  };
}
