import { type OrganizerRole, organizerRoles } from '../campaign/settings.ts';

/** What organizers can do in the console. Every request asks for one of these. */
export const consoleActions = {
  /** Overview, sign-ons, log, previews. */
  see: 'viewer',
  /** Decisions about sign-ons, and their pending emails. */
  decide: 'editor',
  /** The table of all sign-ons, with personal data. */
  export: 'editor',
  /** Signatures that were collected elsewhere. */
  import: 'editor',
  /** Letter, release, translations and summary. */
  'edit-texts': 'editor',
  /** Every other key of `campaign.yaml`, approval of quotes, and the press list. */
  'edit-settings': 'owner',
  /** Everything that opens or shuts the gate or signing, sends emails, or destroys data. */
  control: 'owner',
} as const satisfies Record<string, OrganizerRole>;
export type ConsoleAction = keyof typeof consoleActions;

/** The lowest role that may do something. */
export const roleNeededFor = (action: ConsoleAction): OrganizerRole => consoleActions[action];

/** Whether a role may do something. Each role may do what the lower ones may. */
export const mayDo = (role: OrganizerRole, action: ConsoleAction): boolean =>
  organizerRoles.indexOf(role) >= organizerRoles.indexOf(consoleActions[action]);

/** Decisions about one sign-on, by the names of their routes. */
export const decisions = ['approve', 'reject', 'reinstate', 'promote', 'merge', 'split', 'resend'] as const;
export type Decision = (typeof decisions)[number];
