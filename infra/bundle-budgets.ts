export interface BundleSize {
  name: string;
  bytes: number;
  budget: number;
}

const kilobyte = 1000;

// A little above what each kind comes to; most of it is the AWS SDK (some 400 kB with one client).
/** People wait while these are loaded, and nothing but a database call is behind them. */
const api = 625 * kilobyte;
/** These call no other service. A third of it is the texts of every page and mail, in each language. */
const answer = 240 * kilobyte;
const worker = 550 * kilobyte;
const budgets: Record<string, number> = {
  openapi: answer,
  'not-found': answer,
  tally: worker,
  dispatch: worker,
  sweep: worker,
  'record-mail-event': worker,
  // With the lists of domains that evidence looks into, which are not evaluated before they are asked for.
  'confirm-sign-on': 950 * kilobyte,
  'correct-sign-on': 950 * kilobyte,
  // With what renders letter and release: YAML, Liquid, Markdown; what composes a mail; and the client of S3, for the PDF
  // that goes with the letter.
  'send-mail': 1500 * kilobyte,
  // With the same, the clients of S3 and CloudFront, and what makes PDFs and pictures (pdfmake, satori, resvg), which is
  // run only once the pages stand.
  publish: 4300 * kilobyte,
};

/** The most bytes that a function's bundle may have; a new function starts with an API function's. */
export const budgetFor = (name: string): number => budgets[name] ?? api;

const inKilobytes = (bytes: number): string => `${(bytes / kilobyte).toFixed(1)} kB`;

/** A table of sizes for people: one line a bundle, largest first. */
export function sizeTable(sizes: BundleSize[]): string {
  const width = Math.max(...sizes.map(({ name }) => name.length), 'function'.length);
  const line = (name: string, size: string, budget: string) =>
    `${name.padEnd(width)}  ${size.padStart(10)}  ${budget.padStart(10)}`;
  const lines = [...sizes]
    .sort((a, b) => b.bytes - a.bytes || a.name.localeCompare(b.name))
    .map(({ name, bytes, budget }) => line(name, inKilobytes(bytes), inKilobytes(budget)));
  return [line('function', 'size', 'budget'), ...lines].join('\n');
}

/** One sentence for each bundle that is larger than its budget, saying what to do. */
export function overBudget(sizes: BundleSize[]): string[] {
  return sizes
    .filter(({ bytes, budget }) => bytes > budget)
    .map(
      ({ name, bytes, budget }) =>
        `${name} is ${inKilobytes(bytes)}, over its budget of ${inKilobytes(budget)}: ` +
        'see what it imports, or raise the budget in infra/bundle-budgets.ts and say why.',
    );
}
