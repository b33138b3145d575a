import { useI18n } from 'vue-i18n';
import { useFormat } from '../../shared/format/useFormat';
import { lastMoment, signed } from './model';

/** Points, ends and reasons in the words of the screen. */
export function usePointsWords() {
  const { t, te, locale } = useI18n();
  const { date, whole } = useFormat();
  return {
    /** A balance: below zero with a true minus, as lines of the statement have it. */
    balance: (points: number) => whole(points).replace('-', '−'),
    signed: (points: number) => signed(points, locale.value),
    /** The last day on which points count. */
    lastDay: (iso: string) => date(lastMoment(iso)),
    /** What people wrote stays as it is; the system's own few words are said in the language of the screen. */
    reason: (written: string) => (te(`points.reasons.${written}`) ? t(`points.reasons.${written}`) : written),
  };
}
