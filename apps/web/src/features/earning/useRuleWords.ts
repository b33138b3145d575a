import { useI18n } from 'vue-i18n';
import { useFormat } from '../../shared/format/useFormat';
import { HOUSE_CURRENCY, type Rule, type RuleContent } from './model';
import { isKnownReason, type TrialStep, type Verdict } from './trial';

type Detail = Record<string, unknown>;

/** Rules and what they give, said in sentences. */
export function useRuleWords() {
  const { t, te } = useI18n();
  const { money, whole, date } = useFormat();
  /** What ends at midnight holds through the day before. */
  const lastDay = (end: string) => date(new Date(new Date(end).getTime() - 1).toISOString());
  const amount = (cents: unknown, currency = HOUSE_CURRENCY) => money(Number(cents), currency);
  const list = (values: unknown) =>
    Array.isArray(values) && values.length ? values.map(String).join(t('earning.comma')) : t('earning.nothing');

  /** "1 point for each ¥1.00". */
  function baseText({ base }: Pick<RuleContent, 'base'>): string {
    if (base.kind === 'ladder')
      return t('earning.base.ladderText', {
        days: base.ladder?.length ?? 0,
        from: base.ladder?.[0] ?? 0,
        to: base.ladder?.at(-1) ?? 0,
      });
    if (base.kind === 'fixed') return t('earning.base.fixedText', { points: whole(base.points ?? 0) });
    return t('earning.base.perAmountText', {
      amount: amount(base.perCents ?? 100, base.currency),
      points: whole(base.points ?? 0),
    });
  }

  /** What narrows or widens it, counted. */
  function extrasText({ conditions = [], multipliers = [] }: RuleContent): string {
    return [
      conditions.length ? t('earning.rule.conditionsCount', { count: conditions.length }, conditions.length) : '',
      multipliers.length ? t('earning.rule.multipliersCount', { count: multipliers.length }, multipliers.length) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }

  function periodText({ validFrom, validTo }: Pick<Rule, 'validFrom' | 'validTo'>): string {
    return validTo
      ? t('earning.rule.period', { from: date(validFrom), to: lastDay(validTo) })
      : t('earning.rule.since', { from: date(validFrom) });
  }

  /** One step of the way to the points: what it is and from what it was computed. */
  function stepText({ what, detail = {} }: TrialStep): string {
    const words = detail as Detail;
    if (what === 'base') return baseStep(words);
    const key = `earning.steps.${what}`;
    return te(key) ? t(key, values(words)) : what;
  }

  function baseStep(detail: Detail): string {
    if (detail.perCents !== undefined)
      return t('earning.steps.perAmount', {
        counted: amount(detail.cents),
        amount: amount(detail.perCents),
        points: String(detail.points),
      });
    if (detail.step !== undefined)
      return t('earning.steps.ladder', { streak: String(detail.streak), step: String(detail.step) });
    return t('earning.steps.fixed');
  }

  /** Why a rule gives nothing. */
  function reasonText(why: NonNullable<Verdict['why']>): string {
    if (!isKnownReason(why.code)) return why.code;
    return t(`earning.reasons.${why.code}`, values(why.detail, why.code));
  }

  /** What a reason carries, readable: money where it is money, names where it is a list. */
  function values(detail: Detail, code = ''): Record<string, string> {
    const read = (name: string, value: unknown): string => {
      if (code === 'min-amount' && (name === 'is' || name === 'wanted')) return amount(value);
      if (code === 'weekdays' && name === 'is') return t(`earning.weekdays.${String(value)}`);
      if (code === 'weekdays' && Array.isArray(value))
        return value.map((day) => t(`earning.weekdays.${String(day)}`)).join(t('earning.comma'));
      if (code === 'trigger' && name === 'wanted') return t(`earning.triggers.${String(value)}`);
      if (name === 'name' && te(`earning.facts.${String(value)}`)) return t(`earning.facts.${String(value)}`);
      if (name === 'missing' && Array.isArray(value)) return list(value.map(fieldName));
      if (Array.isArray(value)) return list(value);
      if (value === null || value === undefined || value === '') return t('earning.nothing');
      return typeof value === 'number' ? whole(value) : String(value);
    };
    return Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, read(name, value)]));
  }

  function fieldName(field: unknown): string {
    const key = `earning.fields.${String(field)}`;
    return te(key) ? t(key) : String(field);
  }

  return { baseText, extrasText, periodText, stepText, reasonText };
}
