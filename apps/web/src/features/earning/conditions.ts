import type { Condition, ConditionKind } from './model';

/** A condition as a line of the form; it keeps what was typed for every kind. */
export interface ConditionDraft {
  /** Tells lines apart on the screen. */
  key: number;
  kind: ConditionKind;
  in: string[];
  name: string;
  /** Money in units. */
  amount: number | null;
  weekdays: number[];
  /** Times or days; empty: open. */
  from: string;
  to: string;
}

const CENTS = 100;

export function conditionDrafts(conditions: readonly Condition[] = []): ConditionDraft[] {
  return conditions.map((condition, key) => ({
    key,
    kind: condition.kind,
    in: [...(condition.in ?? [])],
    name: condition.name ?? '',
    amount: condition.cents === undefined ? null : condition.cents / CENTS,
    weekdays: [...(condition.weekdays ?? [])],
    from: condition.from ?? '',
    to: condition.to ?? '',
  }));
}

/** The lines with one more of that kind. */
export function addCondition(lines: readonly ConditionDraft[], kind: ConditionKind): ConditionDraft[] {
  const key = Math.max(-1, ...lines.map((line) => line.key)) + 1;
  const [from, to] = kind === 'hours' ? ['20:00', '22:00'] : ['', ''];
  const weekdays = kind === 'weekdays' ? [6, 7] : [];
  const name = kind === 'fact' ? 'tier' : kind === 'attribute' ? 'gender' : '';
  return [...lines, { key, kind, in: [], name, amount: kind === 'min-amount' ? 100 : null, weekdays, from, to }];
}

export function conditionsOf(lines: readonly ConditionDraft[]): Condition[] {
  return lines.map(conditionOf);
}

function conditionOf({ kind, in: values, name, amount, weekdays, from, to }: ConditionDraft): Condition {
  switch (kind) {
    case 'channel':
    case 'category':
    case 'sku':
      return { kind, in: values };
    case 'attribute':
    case 'property':
    case 'fact':
      return { kind, name: name.trim(), in: values };
    case 'min-amount':
      return { kind, cents: Math.round((amount ?? 0) * CENTS) };
    case 'weekdays':
      return { kind, weekdays: [...weekdays].sort() };
    case 'hours':
      return { kind, from, to };
    case 'dates':
      return { kind, from: from || null, to: to || null };
    case 'birthday-month':
      return { kind };
  }
}
