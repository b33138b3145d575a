import { useI18n } from 'vue-i18n';
import { useFormat } from '../../shared/format/useFormat';
import type { Reward } from './model';

/** Terms of a reward, said in words. */
export function useRewardWords() {
  const { t } = useI18n();
  const { date, whole } = useFormat();

  /** What ends at midnight holds through the day before. */
  const lastDay = (end: string) => date(new Date(new Date(end).getTime() - 1).toISOString());

  function limitText({ limitTotal, limitPerPeriod, limitPeriod }: Reward): string {
    const parts = [
      limitPerPeriod && limitPeriod
        ? t(`rewards.limits.${limitPeriod}`, { count: whole(limitPerPeriod) }, limitPerPeriod)
        : '',
      limitTotal ? t('rewards.limits.total', { count: whole(limitTotal) }, limitTotal) : '',
    ];
    return parts.filter(Boolean).join(t('rewards.comma')) || t('rewards.limits.none');
  }

  function periodText({ validFrom, validTo }: Reward): string {
    if (!validFrom && !validTo) return t('rewards.always');
    if (!validTo) return t('rewards.since', { from: date(validFrom!) });
    return validFrom
      ? t('rewards.period', { from: date(validFrom), to: lastDay(validTo) })
      : t('rewards.till', { to: lastDay(validTo) });
  }

  return { limitText, periodText };
}
