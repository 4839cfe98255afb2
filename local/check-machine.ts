import { javaCommand, noJava } from './dynamodb/java.ts';
import { listen } from './http.ts';
import type { Settings } from './settings.ts';

/**
 * Checks what can prevent a start. This runs before the build, which takes many seconds.
 *
 * @throws Refusal if a port is in use or Java is missing
 */
export async function checkMachine({ port, inboxPort, dynamodb }: Settings): Promise<void> {
  const site = await listen(() => {}, { port, setting: 'UNDERSIGNED_PORT', bothFamilies: true });
  const inbox = await listen(() => {}, {
    port: inboxPort,
    setting: 'UNDERSIGNED_INBOX_PORT',
    bothFamilies: true,
  }).finally(() => site.close());
  await inbox.close();
  if (dynamodb === undefined && javaCommand() === undefined) throw noJava();
}
