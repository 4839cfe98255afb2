/** Decisions about one sign-on, by the names of their routes. */
export const decisions = ['approve', 'reject', 'reinstate', 'promote', 'merge', 'split', 'resend'] as const;
export type Decision = (typeof decisions)[number];
