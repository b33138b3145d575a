/** Permission codes of this lib. */
export const tiersPermissions = {
  /** Ladders, tiers of customers, values, benefits, simulations: look. */
  read: 'tiers.read',
  /** Draft, simulate, publish and roll back ladders; rules of values. */
  manage: 'tiers.manage',
  /** Record what benefits were used for; book values by hand. */
  write: 'tiers.write',
  /** Ask for a lock, lift a lock. */
  lock: 'tiers.lock',
  /** Decide on locks that others asked for; locks asked for by oneself hold at once. */
  approve: 'tiers.approve',
} as const;
