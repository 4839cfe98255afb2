import type { Command } from './command.ts';

/**
 * Every command by its name, in the order of the help text. A command's code is loaded when it is called, since all of
 * it together takes a second and a half.
 */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  preview: async () => (await import('./preview.ts')).preview,
  apply: async () => (await import('./apply.ts')).apply,
  pull: async () => (await import('./pull.ts')).pull,
  status: async () => (await import('./status.ts')).status,
  hold: async () => (await import('./hold.ts')).hold,
  resume: async () => (await import('./resume.ts')).resume,
  pause: async () => (await import('./pause.ts')).pause,
  unpause: async () => (await import('./pause.ts')).unpause,
  publish: async () => (await import('./publish.ts')).publish,
  delivered: async () => (await import('./delivered.ts')).delivered,
  'sign-ons': async () => (await import('./sign-ons.ts')).signOns,
  invited: async () => (await import('./invited.ts')).invited,
  approve: async () => (await import('./approve.ts')).approve,
  reject: async () => (await import('./reject.ts')).reject,
  reinstate: async () => (await import('./reinstate.ts')).reinstate,
  merge: async () => (await import('./merge.ts')).merge,
  split: async () => (await import('./split.ts')).split,
  promote: async () => (await import('./promote.ts')).promote,
  resend: async () => (await import('./resend.ts')).resend,
  'resume-mail': async () => (await import('./resume-mail.ts')).resumeMail,
  log: async () => (await import('./log.ts')).log,
  export: async () => (await import('./export.ts')).exportCommand,
  message: async () => (await import('./message.ts')).message,
  embargo: async () => (await import('./embargo.ts')).embargo,
  correct: async () => (await import('./correct.ts')).correct,
  supplement: async () => (await import('./supplement.ts')).supplement,
  'take-down': async () => (await import('./take-down.ts')).takeDown,
  erase: async () => (await import('./erase.ts')).erase,
  delete: async () => (await import('./delete.ts')).deleteCommand,
  import: async () => (await import('./import.ts')).importCommand,
  'sign-out': async () => (await import('./sign-out.ts')).signOut,
  compare: async () => (await import('./compare.ts')).compare,
  doctor: async () => (await import('./doctor.ts')).doctor,
  'export-keys': async () => (await import('./export-keys.ts')).exportKeys,
  'restore-keys': async () => (await import('./restore-keys.ts')).restoreKeys,
};

export const commandNames = Object.keys(commands);

/** The command with this name. Undefined if there is none. */
export const findCommand = async (name: string): Promise<Command | undefined> =>
  Object.hasOwn(commands, name) ? await commands[name]?.() : undefined;

export const allCommands = (): Promise<Command[]> =>
  Promise.all(Object.values(commands).map((load) => load()));
