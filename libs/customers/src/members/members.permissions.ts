/** Permission codes of members. */
export const membersPermissions = {
  /** Vouch for a customer and get her tokens: for back ends whose users are signed in elsewhere; held by API keys only. */
  issueToken: 'members.issue-token',
} as const;
