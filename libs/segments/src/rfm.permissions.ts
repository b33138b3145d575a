/** Permission codes of RFM. */
export const rfmPermissions = {
  read: 'rfm.read',
  /** Change the settings, start and cancel runs. */
  manage: 'rfm.manage',
} as const;
