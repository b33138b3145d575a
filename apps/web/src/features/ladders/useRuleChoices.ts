import { computed, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { LIMITS, type Terms } from './model';
import { useLadderWords } from './useLadderWords';

const A_YEAR = 12;
const RISES = ['once', 'month', 'quarter', 'year'] as const;
const VALIDITIES = ['months', 'calendar-year', 'membership-year', 'unlimited'] as const;
const ENDS = ['one-down', 're-evaluate', 'keep'] as const;

/** What the pickers of the rules offer, and rules of several fields as one choice each. */
export function useRuleChoices(terms: Ref<Terms>) {
  const { t } = useI18n();
  const { yearsText } = useLadderWords();
  const named = <Value extends string>(values: readonly Value[], under: string) =>
    values.map((value) => ({ value, label: t(`ladders.rules.${under}.${value}`) }));
  const yesNo = (under: string) =>
    [true, false].map((value) => ({ value, label: t(`ladders.rules.${under}.${value ? 'yes' : 'no'}`) }));

  const choices = computed(() => {
    const { kind, more: chosen = 0 } = terms.value.validity;
    const years = [...new Set([0, 1, 2, Math.min(chosen, LIMITS.yearsMore)])];
    return {
      rises: named(RISES, 'risesAt'),
      validity: named(VALIDITIES, 'validityKinds'),
      more:
        kind === 'calendar-year' || kind === 'membership-year'
          ? years.map((value) => ({ value, label: yearsText(kind, value) }))
          : [],
      atEnd: named(ENDS, 'atEnds'),
      refunds: named(['undo', 'stay'], 'refundsAre'),
      once: named(['ever', 'year'], 'onces'),
      skipped: yesNo('skipped'),
      placement: yesNo('placement'),
      atStart: named(['re-evaluate', 'keep'], 'atStarts'),
    };
  });

  const rises = computed<(typeof RISES)[number]>({
    get: () => (terms.value.rises.at === 'once' ? 'once' : (terms.value.rises.period ?? 'month')),
    set: (chosen) => (terms.value.rises = chosen === 'once' ? { at: chosen } : { at: 'period-end', period: chosen }),
  });
  const validityKind = computed<Terms['validity']['kind']>({
    get: () => terms.value.validity.kind,
    set: (kind) => {
      if (kind === 'months') terms.value.validity = { kind, months: A_YEAR };
      else terms.value.validity = kind === 'unlimited' ? { kind } : { kind, more: 1 };
    },
  });
  const more = computed({
    get: () => terms.value.validity.more ?? 0,
    set: (chosen) => (terms.value.validity.more = chosen),
  });
  const startKind = computed<Terms['atStart']['kind']>({
    get: () => terms.value.atStart.kind,
    set: (kind) => (terms.value.atStart = kind === 'keep' ? { kind } : { kind, grandfatherUntil: null }),
  });
  const skipped = computed({
    get: () => terms.value.gifts.skipped,
    set: (chosen) => (terms.value.gifts.skipped = chosen),
  });
  const placement = computed({
    get: () => terms.value.gifts.placement,
    set: (chosen) => (terms.value.gifts.placement = chosen),
  });

  return { choices, rises, validityKind, more, startKind, skipped, placement };
}
