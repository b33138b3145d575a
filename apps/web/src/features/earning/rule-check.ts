import type { ConditionDraft } from './conditions';
import type { RuleDraft } from './rule-draft';

const FACTOR = /^\d{1,4}(\.\d{1,4})?$/;

/** Field -> message key of what is missing, by the names that the server's pointers have; the server checks the rest. */
export function checkRule(draft: RuleDraft): Record<string, string> {
  const faults: Record<string, string> = {};
  if (!draft.name.trim()) faults.name = 'nameMissing';
  if (draft.trigger === 'event' && !draft.eventType.trim()) faults['trigger.type'] = 'eventMissing';
  if (draft.trigger === 'profile-completed' && draft.fields.length === 0) faults['trigger.fields'] = 'fieldsMissing';
  if (draft.base === 'ladder') {
    if (draft.ladder.some((each) => each === null)) faults['base.ladder'] = 'ladderGap';
  } else if (!draft.points) faults['base.points'] = 'pointsMissing';
  if (draft.base === 'per-amount' && !draft.perAmount) faults['base.perCents'] = 'amountMissing';
  checkConditions(draft.conditions, 'conditions', faults);
  draft.multipliers.forEach(({ name, factor, when }, index) => {
    if (!name.trim()) faults[`multipliers.${index}.name`] = 'multiplierNameMissing';
    if (!FACTOR.test(factor.trim())) faults[`multipliers.${index}.factor`] = 'factorOdd';
    checkConditions(when, `multipliers.${index}.when`, faults);
  });
  if (draft.validFrom && draft.validTo && draft.validTo <= draft.validFrom) faults.validTo = 'endsTooEarly';
  return faults;
}

function checkConditions(lines: readonly ConditionDraft[], at: string, faults: Record<string, string>) {
  lines.forEach(({ kind, in: values, name, amount, weekdays, from, to }, index) => {
    const set = (field: string, key: string) => (faults[`${at}.${index}.${field}`] = key);
    if (['attribute', 'property', 'fact'].includes(kind) && !name.trim()) set('name', 'conditionNameMissing');
    else if (['channel', 'category', 'sku', 'attribute', 'property', 'fact'].includes(kind) && values.length === 0)
      set('in', 'valuesMissing');
    if (kind === 'min-amount' && !amount) set('cents', 'amountMissing');
    if (kind === 'weekdays' && weekdays.length === 0) set('weekdays', 'weekdaysMissing');
    if (kind === 'hours' && (!from || !to)) set('from', 'hoursMissing');
    else if (kind === 'hours' && from === to) set('to', 'hoursSame');
    if (kind === 'dates' && !from && !to) set('from', 'datesMissing');
    else if (kind === 'dates' && from && to && to < from) set('to', 'datesTurned');
  });
}
