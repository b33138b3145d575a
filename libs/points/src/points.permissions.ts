/** Permission codes of this lib. */
export const pointsPermissions = {
  /** Points, entries, liability, settings: look. */
  read: 'points.read',
  /** Earn, spend, hold, capture, release, reverse. */
  write: 'points.write',
  /** Correct by hand, and ask for corrections above the limit. */
  adjust: 'points.adjust',
  /** Decide on somebody else's correction above the limit. */
  approve: 'points.approve',
  /** Programme settings, earning rules, proof of the books. */
  manage: 'points.manage',
  /** The rewards catalogue, its stock and codes. */
  rewards: 'points.rewards',
  /** Redemptions: send, complete, cancel. */
  fulfil: 'points.fulfil',
} as const;
