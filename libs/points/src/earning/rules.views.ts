import type { RuleVersionRow } from './earning.entities';
import type { RuleChangeBody, RuleCreation, RuleVersionView, RuleView } from './rules.dto';
import { asSent, type RuleChange, type RuleFrame, type RuleWithVersion } from './rules.service';

/** A rule as the wire shows it. */
export function ruleView({ rule, version }: RuleWithVersion): RuleView {
  const { ruleId: id, status, closedBecause, budgetPoints, spentPoints, createdAt, updatedAt } = rule;
  return {
    ...asSent(version.content),
    id,
    status,
    closedBecause,
    version: version.version,
    validFrom: version.validFrom.toISOString(),
    validTo: version.validTo?.toISOString() ?? null,
    budgetPoints,
    spentPoints,
    authorId: version.authorId,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function versionView({
  version,
  content,
  validFrom,
  validTo,
  authorId,
  createdAt,
}: RuleVersionRow): RuleVersionView {
  return {
    ...asSent(content),
    version,
    validFrom: validFrom.toISOString(),
    validTo: validTo?.toISOString() ?? null,
    authorId,
    createdAt: createdAt.toISOString(),
  };
}

/** The frame of a rule that was sent: when it holds and what it may cost. */
export function frameOf({ validFrom, validTo, budgetPoints }: Pick<RuleCreation, keyof RuleFrame>): RuleFrame {
  return {
    ...(validFrom === undefined ? {} : { validFrom: new Date(validFrom) }),
    ...(validTo === undefined ? {} : { validTo: validTo === null ? null : new Date(validTo) }),
    ...(budgetPoints === undefined ? {} : { budgetPoints }),
  };
}

export function changeOf({
  expectedVersion: _,
  validFrom,
  validTo,
  budgetPoints,
  ...sent
}: RuleChangeBody): RuleChange {
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
  return { ...given, ...frameOf({ validFrom, validTo, budgetPoints }) };
}
