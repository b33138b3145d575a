import { useI18n } from 'vue-i18n';
import { formatDate, formatDateTime, formatRelative } from './dates';
import { formatMoney } from './money';
import { formatPercent, formatWhole } from './numbers';

/** The formats bound to the language of the screen; results change with it. */
export function useFormat() {
  const { locale } = useI18n();
  return {
    money: (cents: number, currency: string) => formatMoney(cents, currency, locale.value),
    whole: (value: number) => formatWhole(value, locale.value),
    percent: (share: number, decimals?: number) => formatPercent(share, locale.value, decimals),
    date: (iso: string) => formatDate(iso, locale.value),
    dateTime: (iso: string) => formatDateTime(iso, locale.value),
    relative: (iso: string, now: Date) => formatRelative(iso, now, locale.value),
  };
}
