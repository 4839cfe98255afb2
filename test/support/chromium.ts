import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/**
 * The path of a Chromium on this machine: `CHROMIUM` in the environment, or the first one on PATH. Undefined if there
 * is none.
 */
export function findChromium(environment = process.env): string | undefined {
  const { CHROMIUM, PATH = '' } = environment;
  const folders = PATH.split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...(CHROMIUM ? [CHROMIUM] : []), ...candidates].find((path) => existsSync(path));
}

/** Shown to people who run the tests without a browser. */
export const howToGetChromium =
  'Browser tests skipped: no Chromium found. On Debian: apt-get install chromium-headless-shell; elsewhere set CHROMIUM to its path.';

/** Opens the Chromium at `path`. With these switches it needs no sandbox, no screen and no network. */
export const openChromium = (path: string): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
