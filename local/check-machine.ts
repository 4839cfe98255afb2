/**
 * Runs before `npm start` and `npm run demo` synthesize, which takes many seconds: ports that are taken, settings that
 * cannot work and a missing Java are told at once.
 */
import { javaCommand, noJava } from './dynamodb/java.ts';
import { listen } from './http.ts';
import { refuse } from './refusal.ts';
import { readSettings } from './settings.ts';

try {
  const { port, inboxPort, dynamodb } = readSettings(process.env);
  const site = await listen(() => {}, { port, setting: 'UNDERSIGNED_PORT', bothFamilies: true });
  const inbox = await listen(() => {}, {
    port: inboxPort,
    setting: 'UNDERSIGNED_INBOX_PORT',
    bothFamilies: true,
  });
  await Promise.all([site.close(), inbox.close()]);
  if (dynamodb === undefined && javaCommand() === undefined) throw noJava();
} catch (error) {
  refuse(error);
}
