import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { Refusal } from '../errors.ts';

export const noJava = (): Refusal =>
  new Refusal(
    'Java 17 or newer is needed for DynamoDB Local: install it (Debian: apt install default-jre-headless), or set UNDERSIGNED_DYNAMODB to one that runs already.',
  );

/** The `java` of JAVA_HOME, or the first on the PATH. Undefined if there is none. */
export function javaCommand({ JAVA_HOME, PATH = '' }: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = [...(JAVA_HOME ? [join(JAVA_HOME, 'bin')] : []), ...PATH.split(delimiter)];
  const program = process.platform === 'win32' ? 'java.exe' : 'java';
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/** Arguments that run DynamoDB Local on a port. It stores tables in memory if no directory is given. */
export function javaArguments(port: number, directory: string | undefined): string[] {
  const manifest = createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json');
  const emulator = join(dirname(manifest), 'emulator');
  const libraries = join(emulator, 'DynamoDBLocal_lib');
  if (directory) mkdirSync(directory, { recursive: true });
  return [
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-Xmx512m',
    `-Djava.library.path=${libraries}`,
    '-Dorg.eclipse.jetty.util.log.announce=false',
    '-Dorg.eclipse.jetty.LEVEL=WARN',
    `-Dundersigned.port=${port}`,
    directory ? `-Dundersigned.directory=${directory}` : '-Dundersigned.inMemory=true',
    '-cp',
    [join(emulator, 'DynamoDBLocal.jar'), join(libraries, '*')].join(delimiter),
    'org.eclipse.jetty.xml.XmlConfiguration',
    join(import.meta.dirname, 'server.xml'),
  ];
}
