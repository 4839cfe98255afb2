import { readTypedAddress } from '../../shared/email-address.ts';
import { endAllSessions } from '../../shared/operations/signing-in/sessions.ts';
import { addressHash } from '../../shared/sign-on/ids.ts';
import { type Command, type CommandResult, type Invocation, stageOf } from '../command.ts';
import { UsageError } from '../refusal.ts';

export const signOut: Command = {
  name: 'sign-out',
  positionals: [{ name: 'address' }],
  summary: 'end all sessions of an organizer in the console',
  run: runSignOut,
};

async function runSignOut({ positionals, options, environment }: Invocation): Promise<CommandResult> {
  const [typed = ''] = positionals;
  const address = readTypedAddress(typed);
  if (address === undefined) throw new UsageError(`${typed} is not an email address.`);
  const { store, readAddressKey } = await environment.connect(stageOf(options));
  const ended = await endAllSessions(store, addressHash(await readAddressKey(), address));
  const text =
    ended === 0
      ? `${address} was not signed in.`
      : `${address} is signed out: ${ended === 1 ? 'one session was' : `${ended} sessions were`} ended. To keep them out, remove them from organizers in campaign.yaml and run \`campaign apply\`.`;
  return { text, json: { address, ended } };
}
