import { useI18n } from 'vue-i18n';
import { useFormat } from '../../shared/format/useFormat';
import { expiryOf, lastDayOf, type ExpiryDraft } from './programme';

/** What settings of the programme mean, said in a sentence. */
export function useProgrammeWords() {
  const { t } = useI18n();
  const { date } = useFormat();
  const dayText = (day: string) => date(`${day}T12:00:00+08:00`);

  /** "Points earned today will expire on 2027-12-31." */
  function exampleOf(line: ExpiryDraft, earnedOn: string, today: string): string {
    const isToday = earnedOn === today;
    const day = isToday ? t('earning.expiry.today') : t('earning.expiry.onDay', { day: dayText(earnedOn) });
    if (line.kind === 'inactivity') return t('earning.expiry.exampleIdle', { day, months: line.months ?? '…' });
    const last = lastDayOf(expiryOf(line), earnedOn);
    return last === null
      ? t('earning.expiry.exampleNever', { day })
      : t('earning.expiry.example', { day, last: dayText(last) });
  }

  return { exampleOf };
}
