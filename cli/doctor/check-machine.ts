import { type Finding, ok, stops, warning } from './finding.ts';

/** What the machine has that a local stack needs. */
export interface Machine {
  /** Version of Node: `24.21.0`. */
  node: string;
  /** What `java -version` printed. Undefined without Java. */
  java: string | undefined;
  /** A DynamoDB Local that already runs. */
  dynamodb: string | undefined;
  ports: { setting: string; port: number; isFree: boolean }[];
  /** Path of a Chromium. */
  browser: string | undefined;
  /** Free bytes where the stack keeps its data. */
  freeBytes: number;
  dataDirectory: string;
  /** The address of the running local stack, and whether it answers. */
  stack: { site: string; answers: boolean } | undefined;
}

const gigabyte = 1024 ** 3;

export const checkMachine = (machine: Machine): Finding[] => [
  checkNode(machine.node),
  checkJava(machine),
  ...checkPorts(machine),
  checkDisk(machine),
  checkBrowser(machine.browser),
  ...checkStack(machine.stack),
];

/** Node runs TypeScript and knows `import.meta.main` since 22.18 and 24.2. https://nodejs.org/api/esm.html */
function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if ((major === 22 && minor >= 18) || (major === 24 && minor >= 2) || major > 24)
    return ok('node', `Node ${version} runs.`);
  return stops(
    'node',
    `Node ${version} does not run this code: Node 24 is needed, from 24.2 on, or Node 22, from 22.18 on.`,
    'Run `npm ci`, which brings Node 24 on Linux and Windows. On a Mac, install Node 24 from nodejs.org.',
  );
}

/** `openjdk version "17.0.1" …`; before 9, `java version "1.8.0_292"`. */
const javaVersion = /version "(?:1\.)?(\d+)/;

function checkJava({ java, dynamodb }: Machine): Finding {
  if (dynamodb) return ok('java', `DynamoDB Local runs at ${dynamodb}, so Java is not needed.`);
  const cure =
    'Install Java 17 or newer (Debian: `apt install default-jre-headless`), or set UNDERSIGNED_DYNAMODB to a DynamoDB Local that runs already.';
  if (java === undefined) return stops('java', 'There is no Java, which DynamoDB Local needs.', cure);
  const [, version] = javaVersion.exec(java) ?? [];
  if (version === undefined) return warning('java', '`java -version` does not say its version.', cure);
  return Number(version) >= 17
    ? ok('java', `Java ${version} is there.`)
    : stops('java', `Java ${version} is too old for DynamoDB Local.`, cure);
}

function checkPorts({ ports, stack }: Machine): Finding[] {
  return ports.map(({ setting, port, isFree }) => {
    if (isFree) return ok('ports', `Port ${port} is free.`);
    if (stack?.answers) return ok('ports', `Port ${port} is used, and a local stack is running.`);
    return stops(
      'ports',
      `Port ${port} is used by another program.`,
      `End that program, or set ${setting} to a free port.`,
    );
  });
}

function checkDisk({ freeBytes, dataDirectory }: Machine): Finding {
  const free = `${(freeBytes / gigabyte).toFixed(1)} GB are free for ${dataDirectory}`;
  const cure = 'Delete what you do not need, or set UNDERSIGNED_DATA_DIR to a folder on another disk.';
  if (freeBytes < gigabyte / 10) return stops('disk', `Only ${free}.`, cure);
  return freeBytes < gigabyte ? warning('disk', `Only ${free}.`, cure) : ok('disk', `${free}.`);
}

const checkBrowser = (browser: string | undefined): Finding =>
  browser
    ? ok('browser', `Browser tests use ${browser}.`)
    : warning(
        'browser',
        'No Chromium was found, so `npm test` leaves out the browser tests.',
        'On Debian: `apt-get install chromium-headless-shell`. Elsewhere, set CHROMIUM to its path.',
      );

function checkStack(stack: Machine['stack']): Finding[] {
  if (!stack) return [ok('stack', 'No local stack is running. `npm start` starts one.')];
  return [
    stack.answers
      ? ok('stack', `The local stack answers at ${stack.site}.`)
      : stops(
          'stack',
          `stack.json names a local stack at ${stack.site}, which does not answer.`,
          'Start it again with `npm start`. Sign-ons that were accepted are kept.',
        ),
  ];
}
