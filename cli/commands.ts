import type { Command } from './command.ts';

/**
 * Every command by its name, in the order of the help text. A command's code is loaded when it is called, since all of
 * it together takes a second and a half.
 */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  preview: async () => (await import('./commands/preview.ts')).preview,
  apply: async () => (await import('./commands/apply.ts')).apply,
  pull: async () => (await import('./commands/pull.ts')).pull,
  status: async () => (await import('./commands/status.ts')).status,
  hold: async () => (await import('./commands/hold.ts')).hold,
  resume: async () => (await import('./commands/resume.ts')).resume,
  pause: async () => (await import('./commands/pause.ts')).pause,
  unpause: async () => (await import('./commands/pause.ts')).unpause,
  publish: async () => (await import('./commands/publish.ts')).publish,
  delivered: async () => (await import('./commands/delivered.ts')).delivered,
  'sign-ons': async () => (await import('./commands/sign-ons.ts')).signOns,
  invited: async () => (await import('./commands/invited.ts')).invited,
  approve: async () => (await import('./commands/approve.ts')).approve,
  reject: async () => (await import('./commands/reject.ts')).reject,
  reinstate: async () => (await import('./commands/reinstate.ts')).reinstate,
  merge: async () => (await import('./commands/merge.ts')).merge,
  split: async () => (await import('./commands/split.ts')).split,
  promote: async () => (await import('./commands/promote.ts')).promote,
  resend: async () => (await import('./commands/resend.ts')).resend,
  'resume-mail': async () => (await import('./commands/resume-mail.ts')).resumeMail,
  log: async () => (await import('./commands/log.ts')).log,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  message: async () => (await import('./commands/message.ts')).message,
  embargo: async () => (await import('./commands/embargo.ts')).embargo,
  correct: async () => (await import('./commands/correct.ts')).correct,
  supplement: async () => (await import('./commands/supplement.ts')).supplement,
  'take-down': async () => (await import('./commands/take-down.ts')).takeDown,
  erase: async () => (await import('./commands/erase.ts')).erase,
  delete: async () => (await import('./commands/delete.ts')).deleteCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  'sign-out': async () => (await import('./commands/sign-out.ts')).signOut,
  compare: async () => (await import('./commands/compare.ts')).compare,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  'export-keys': async () => (await import('./commands/export-keys.ts')).exportKeys,
  'restore-keys': async () => (await import('./commands/restore-keys.ts')).restoreKeys,
};

export const commandNames = Object.keys(commands);

/** The command with this name. Undefined if there is none. */
export const findCommand = async (name: string): Promise<Command | undefined> =>
  Object.hasOwn(commands, name) ? await commands[name]?.() : undefined;

export const allCommands = (): Promise<Command[]> =>
  Promise.all(Object.values(commands).map((load) => load()));
