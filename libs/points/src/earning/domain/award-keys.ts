/*
 * The natural keys of awards: what makes each of them happen once, however often its cause is reported.
 *
 * Example: order `2026:17` of `shop` is awarded under `order:shop:2026%3A17:award`; cancelled and paid again, the second award
 * goes under `order:shop:2026%3A17:award:2`.
 */
interface Named {
  source: string;
  externalId: string;
}

/** What belongs to one order begins with this. Colons of the parts are written differently, so that no two names meet. */
function orderPrefix({ source, externalId }: Named): string {
  return `order:${part(source)}:${part(externalId)}`;
}

export const awardKeys = {
  /** @param round 1 for the first award of the order to this customer */
  order: (order: Named, round: number) => `${orderPrefix(order)}:award${round === 1 ? '' : `:${round}`}`,
  /** @param taken points that are gone in all with this act */
  takeBack: (awardKey: string, taken: number) => `${awardKey}:taken:${taken}`,
  mature: (awardKey: string) => `${awardKey}:completed`,
  giveBack: (order: Named, seq: number) => `${orderPrefix(order)}:give-back:${seq}`,
  event: ({ source, externalId }: Named, round: number) =>
    `event:${part(source)}:${part(externalId)}${round === 1 ? '' : `:${round}`}`,
  profile: (ruleId: string) => `profile-completed:${ruleId}`,
  birthday: (year: string) => `birthday:${year}`,
  signIn: (day: string) => `sign-in:${day}`,
};

function part(text: string): string {
  return text.replaceAll('%', '%25').replaceAll(':', '%3A');
}
