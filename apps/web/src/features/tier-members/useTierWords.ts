import { useI18n } from 'vue-i18n';
import { useFormat } from '../../shared/format/useFormat';
import { figureWords, gapsOf, type FigureWindow, type Measure, type TierAim, type TierMove } from './model';

/** Figures, gaps and moves in the words of the screen. Money is in the ladder's currency. */
export function useTierWords(currency: () => string | null | undefined) {
  const { t } = useI18n();
  const { date, money, whole } = useFormat();

  /** 500000 of spend -> ¥5,000.00; 12 orders -> 12 */
  const amount = (measure: Measure, value: number) =>
    measure === 'spend' && currency() ? money(value, currency()!) : whole(value).replace('-', '−');

  const day = (of: string) => date(`${of}T12:00:00+08:00`);

  return {
    amount,
    day,

    /** "Spend in the last 12 months"; where the window is laid around a later day, "in 12 months". */
    figure: (of: { measure: Measure; window: FigureWindow }, asOf?: string) => {
      const { measure, window, months } = figureWords(of);
      const words = { months: whole(months), year: asOf?.slice(0, 4) ?? '' };
      const span = t(`tierMembers.${asOf ? 'windowsBy' : 'windows'}.${window}`, words, months);
      return t('tierMembers.figure', { span, measure: t(`tierMembers.measures.${measure}`) });
    },

    /** "spend ¥1,280.00 more or buy 2 more times"; empty when nothing is missing. */
    gap: (aim: Pick<TierAim, 'met' | 'match' | 'criteria'>) =>
      gapsOf(aim)
        .map(({ measure, missing }) => t(`tierMembers.gaps.${measure}`, { amount: amount(measure, missing) }, missing))
        .join(t(`tierMembers.${aim.match === 'all' ? 'and' : 'or'}`)),

    move: ({ kind, from, to }: Pick<TierMove, 'kind' | 'from' | 'to'>) =>
      t(`tierMembers.moves.${kind}`, { from: from?.name ?? to.name, to: to.name }),
  };
}
