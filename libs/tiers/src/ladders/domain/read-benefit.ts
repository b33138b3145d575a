import { parseDecimal, type FieldFault } from '@siyu/kernel';
import type { Benefit, Quota } from './ladder';
import { LADDER_KEY, LADDER_LIMITS } from './limits';
import { wholeFault } from './read-threshold';

/*
 * Benefits of a tier as they come over the wire. A multiplier stands and has a factor above 1, at most one in a tier; a gift of
 * points is for entry or birthday; how often a benefit may be used is asked of what stands only, since gifts come once.
 */
export function readBenefits(sent: readonly Benefit[], pointer: string, faults: FieldFault[]): Benefit[] {
  if (sent.length > LADDER_LIMITS.benefits)
    faults.push({ pointer, message: `must have at most ${LADDER_LIMITS.benefits} entries` });
  const benefits = sent.map((each, index) => readBenefit(each, `${pointer}/${index}`, faults));
  const keys = new Set<string>();
  let multipliers = 0;
  benefits.forEach(({ key, kind }, index) => {
    if (keys.has(key)) faults.push({ pointer: `${pointer}/${index}/key`, message: 'must be unique within the tier' });
    keys.add(key);
    if (kind === 'points-multiplier' && ++multipliers > 1)
      faults.push({ pointer: `${pointer}/${index}/kind`, message: 'a tier has one multiplier at most' });
  });
  return benefits;
}

function readBenefit(sent: Benefit, pointer: string, faults: FieldFault[]): Benefit {
  const { key, kind, name, description, when, points, factor, quota, costCents, usePercent } = sent;
  const refuse = (field: string, message: string) => faults.push({ pointer: `${pointer}/${field}`, message });
  const isMultiplier = kind === 'points-multiplier';
  const isGift = kind === 'points-gift';
  if (!LADDER_KEY.test(key)) refuse('key', 'must begin with a letter and have small letters, digits and -');
  if (name.trim() === '') refuse('name', 'must not be empty');
  if (isMultiplier && when !== 'standing') refuse('when', 'must be standing for a multiplier');
  if (isGift && when === 'standing') refuse('when', 'must be entry or birthday for a gift of points');
  if (isGift) faults.push(...wholeFault(points ?? 0, 1, LADDER_LIMITS.points, `${pointer}/points`));
  else if (points !== null) refuse('points', `is not a field of ${kind}`);
  if (isMultiplier && !isFactor(factor))
    refuse('factor', `must be a decimal above 1 up to ${LADDER_LIMITS.factor} with up to four decimals, like 1.5`);
  if (!isMultiplier && factor !== null) refuse('factor', `is not a field of ${kind}`);
  if (quota && (isMultiplier || when !== 'standing')) refuse('quota', 'is only for what stands to be used');
  if (costCents !== null) faults.push(...wholeFault(costCents, 0, LADDER_LIMITS.costCents, `${pointer}/costCents`));
  faults.push(...wholeFault(usePercent, 0, 100, `${pointer}/usePercent`));
  return {
    key,
    kind,
    name: name.trim(),
    description: description.trim(),
    when,
    points,
    factor: isMultiplier ? plainFactor(factor) : factor,
    quota: quota && readQuota(quota, `${pointer}/quota`, faults),
    costCents,
    usePercent,
  };
}

function readQuota({ times, per }: Quota, pointer: string, faults: FieldFault[]): Quota {
  faults.push(...wholeFault(times, 1, LADDER_LIMITS.quotaTimes, `${pointer}/times`));
  return { times, per };
}

function isFactor(factor: string | null): factor is string {
  if (factor === null || !/^\d{1,3}(\.\d{1,4})?$/.test(factor)) return false;
  const units = parseDecimal(factor, 4)!;
  return units > 10_000 && units <= LADDER_LIMITS.factor * 10_000;
}

/** `1.50` as `1.5`: the same factor is always written the same way. */
function plainFactor(factor: string | null): string | null {
  return isFactor(factor) ? String(parseDecimal(factor, 4)! / 10_000) : factor;
}
