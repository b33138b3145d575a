/** Permission codes of this lib. */
export const customersPermissions = {
  read: 'customers.read',
  write: 'customers.write',
  /** See phone numbers and e-mail addresses unmasked; each time is on record. */
  reveal: 'customers.reveal',
} as const;
