import { useI18n } from 'vue-i18n';
import { useFormat } from '../../shared/format/useFormat';
import { readFieldMessage } from '../../shared/problems/field-messages';
import type { Finding, Remark } from './findings';
import type { Criterion, Terms } from './model';
import { useLadderWords } from './useLadderWords';

/** Details that are amounts of the measure that the finding names. */
const AMOUNTS = ['atLeast', 'lowerAtLeast', 'keep', 'enter', 'lowerEnter'];
/** Details that are keys of tiers. */
const TIERS = ['lowerTier', 'higherTier', 'otherTier', 'formerlyLower'];

/** What a check found, in sentences of the screen's language. */
export function useFindingWords() {
  const { t, te } = useI18n();
  const { whole } = useFormat();
  const { amountText } = useLadderWords();

  function remarkText({ about, place }: Remark, terms: Terms): string {
    if ('finding' in about) return findingText(about.finding, terms);
    const tier = terms.tiers.find(({ key }) => key === place.tierKey)?.name;
    const part = place.part ? partText(place.part) : '';
    const known = readFieldMessage(about.fault.message);
    const message = known ? t(`problem.field.${known.key}`, known.values) : t('ladders.check.wrongValue');
    return t('ladders.check.fault', { place: [tier, part].filter(Boolean).join(' · '), message });
  }

  function partText(part: string): string {
    const names: Record<string, string> = { graceDays: 'atEnd', warningDays: 'warnings' };
    const keys = [`ladders.check.parts.${part}`, `ladders.rules.labels.${names[part] ?? part}`];
    const key = keys.find((each) => te(each));
    return key ? t(key) : part;
  }

  function findingText({ code, detail, tierKey }: Finding, terms: Terms): string {
    const key = `ladders.findings.${code}`;
    if (!te(key)) return code;
    const nameOf = (tier: unknown) => terms.tiers.find((each) => each.key === tier)?.name ?? String(tier);
    const measure = (detail.measure ?? (code === 'spend-tiny' ? 'spend' : 'months')) as Criterion['measure'];
    const read = (name: string, value: string | number): string => {
      if (name === 'measure') return t(`ladders.measures.${measure}`);
      if (TIERS.includes(name)) return nameOf(value);
      if (name === 'benefit') return benefitName(String(value), [tierKey, detail.lowerTier], terms);
      if (name === 'window') return t(`ladders.windowKinds.${value}`);
      if (name === 'validity') return t(`ladders.rules.validityKinds.${value}`);
      if (code === 'months-beyond-window') return String(value);
      if (AMOUNTS.includes(name)) return amountText(measure, Number(value), terms.currency);
      return typeof value === 'number' ? whole(value) : value;
    };
    const values = Object.entries(detail as Record<string, string | number>).map(([name, value]) => [
      name,
      read(name, value),
    ]);
    return t(key, { tier: nameOf(tierKey), ...Object.fromEntries(values) });
  }

  return { remarkText };
}

/** The name of a benefit, in the first of these tiers that has it. */
function benefitName(key: string, tiers: readonly unknown[], terms: Terms): string {
  const benefits = tiers.flatMap((tier) => terms.tiers.find((each) => each.key === tier)?.benefits ?? []);
  return benefits.find((benefit) => benefit.key === key)?.name ?? key;
}
