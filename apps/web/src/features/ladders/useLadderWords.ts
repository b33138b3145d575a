import { useI18n } from 'vue-i18n';
import { useFormat } from '../../shared/format/useFormat';
import type { Difference, Rule } from './differences';
import type { Benefit, Criterion, Terms, Threshold, Window } from './model';

/** What a ladder says, in sentences. */
export function useLadderWords() {
  const { t } = useI18n();
  const { money, whole } = useFormat();

  function amountText(measure: Criterion['measure'], atLeast: number, currency: string): string {
    return measure === 'spend' ? money(atLeast, currency) : t(`ladders.amounts.${measure}`, { count: whole(atLeast) });
  }

  const windowText = ({ kind, months }: Window) => t(`ladders.windows.${kind}`, { months: months ?? 0 }, months ?? 0);

  function criterionText({ measure, window, atLeast }: Criterion, currency: string): string {
    return t('ladders.criterion', {
      window: windowText(window),
      measure: t(`ladders.measures.${measure}`),
      amount: amountText(measure, atLeast, currency),
    });
  }

  function thresholdText(threshold: Threshold | null, currency: string): string {
    if (!threshold) return t('ladders.noThreshold');
    const { match, criteria } = threshold;
    return criteria
      .map((each) => criterionText(each, currency))
      .join(t(match === 'all' ? 'ladders.and' : 'ladders.or'));
  }

  /** '1.5 times, costs ¥8.00': what the name of a benefit does not say. */
  function benefitText(
    { kind, when, points, factor, quota, costCents, usePercent }: Benefit,
    currency: string,
  ): string {
    const fact = (name: string, values: Record<string, unknown>) => t(`ladders.benefitFacts.${name}`, values);
    return [
      factor ? fact('factor', { factor }) : '',
      points ? fact('points', { points: whole(points) }) : '',
      kind === 'points-multiplier' ? '' : t(`ladders.whens.${when}`),
      quota ? fact('quota', { times: whole(quota.times), period: t(`ladders.periods.${quota.per}`) }) : '',
      costCents ? fact('cost', { cost: money(costCents, currency) }) : '',
      costCents && usePercent < 100 ? fact('use', { percent: usePercent }) : '',
    ]
      .filter(Boolean)
      .join(t('ladders.comma'));
  }

  function validityText({ kind, months, more = 0 }: Terms['validity']): string {
    if (kind === 'unlimited') return t('ladders.rules.validityKinds.unlimited');
    if (kind === 'months') return t('ladders.rules.validityMonths', { months: months ?? 0 }, months ?? 0);
    return yearsText(kind, more);
  }

  function yearsText(kind: 'calendar-year' | 'membership-year', more: number): string {
    const years = kind === 'calendar-year' ? 'calendarYears' : 'membershipYears';
    return t(`ladders.rules.${years}.${more > 1 ? 'more' : more}`, { years: more + 1 });
  }

  const risesText = ({ at, period }: Terms['rises']) => t(`ladders.rules.risesAt.${at === 'once' ? at : period}`);
  const yesNo = (value: boolean) => (value ? 'yes' : 'no');

  /** A rule as the sentence that the editor shows, its choices filled in. */
  function ruleText(rule: Rule | 'atStart', terms: Terms): string {
    const say = (values: Record<string, string>) => t(`ladders.rules.${rule}`, values);
    const { gifts, atStart, atEnd } = terms;
    const isOneDay = terms.warningDays.join() === '1';
    switch (rule) {
      case 'rises':
        return say({ rises: risesText(terms.rises) });
      case 'validity':
        return say({ validity: validityText(terms.validity) });
      case 'atEnd':
        return say({
          atEnd: t(`ladders.rules.atEnds.${atEnd}`),
          grace:
            atEnd !== 'keep' && terms.graceDays
              ? t('ladders.rules.grace', { days: terms.graceDays }, terms.graceDays)
              : '',
        });
      case 'warnings':
        return say({
          warnings: terms.warningDays.length
            ? t('ladders.rules.warningDays', { days: terms.warningDays.join(t('ladders.comma')) }, isOneDay ? 1 : 2)
            : t('ladders.rules.noWarnings'),
        });
      case 'refunds':
        return say({ refunds: t(`ladders.rules.refundsAre.${terms.refunds}`) });
      case 'gifts':
        return say({
          once: t(`ladders.rules.onces.${gifts.once}`),
          skipped: t(`ladders.rules.skipped.${yesNo(gifts.skipped)}`),
          placement: t(`ladders.rules.placement.${yesNo(gifts.placement)}`),
        });
      case 'currency':
        return say({ currency: terms.currency });
      case 'atStart':
        return say({
          atStart: t(`ladders.rules.atStarts.${atStart.kind}`),
          grandfather: atStart.grandfatherUntil
            ? t('ladders.rules.grandfather', { day: atStart.grandfatherUntil })
            : '',
        });
    }
  }

  /** What changes, as a title with the words before and after where both say something. */
  function differenceText(change: Difference, before: Terms, after: Terms) {
    const title = (values: Record<string, string>) => t(`ladders.differences.${change.kind}`, values);
    switch (change.kind) {
      case 'rule':
        return {
          title: title({ rule: t(`ladders.rules.labels.${change.rule}`) }),
          from: ruleText(change.rule, before),
          to: ruleText(change.rule, after),
        };
      case 'enter':
      case 'keep': {
        const words = (threshold: Threshold | null, { currency }: Terms) =>
          threshold || change.kind === 'enter' ? thresholdText(threshold, currency) : t('ladders.sameAsEnter');
        return {
          title: title({ tier: change.tier.name }),
          from: words(change.before, before),
          to: words(change.after, after),
        };
      }
      case 'benefit-changed': {
        const words = (benefit: Benefit, { currency }: Terms) =>
          t('ladders.check.fault', { place: benefit.name, message: benefitText(benefit, currency) });
        const [from, to] = [words(change.before, before), words(change.benefit, after)];
        return {
          title: title({ tier: change.tier.name, benefit: change.benefit.name }),
          from,
          to: from === to ? t('ladders.differences.description') : to,
        };
      }
      case 'benefit-added':
      case 'benefit-removed':
        return { title: title({ tier: change.tier.name, benefit: change.benefit.name }) };
      case 'tier-added':
        return { title: title({ tier: change.tier.name }), to: thresholdText(change.tier.enter, after.currency) };
      case 'tier-removed':
        return { title: title({ tier: change.tier.name, home: change.home?.name ?? '' }) };
      case 'tier-renamed':
        return { title: title({ tier: change.tier.name, before: change.before }) };
      case 'tier-moved':
        return { title: title({ tier: change.tier.name, above: change.above?.name ?? '' }) };
      case 'tier-looks':
        return { title: title({ tier: change.tier.name }) };
    }
  }

  return { amountText, windowText, thresholdText, benefitText, validityText, yearsText, ruleText, differenceText };
}
