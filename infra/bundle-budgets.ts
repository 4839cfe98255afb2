export interface BundleSize {
  name: string;
  bytes: number;
  budget: number;
}

const kilobyte = 1000;

// Each budget is a little above the size of today. Most of a bundle is the AWS SDK: about 370 kB with one client.
/** Functions behind the API: people wait while these are loaded. */
const api = 680 * kilobyte;
/**
 * Functions behind the API that call no service. Half of each bundle is the texts of every page and email in each
 * language: 57 kB a language.
 */
const answer = 350 * kilobyte;
const worker = 510 * kilobyte;
const budgets: Record<string, number> = {
  openapi: answer,
  'not-found': answer,
  tally: worker,
  dispatch: worker,
  sweep: worker,
  'record-mail-event': worker,
  'send-events': worker,
  // Includes the public suffix list, which has the top-level domains that exist.
  'submit-sign-on': 750 * kilobyte,
  // Includes the lists of email domains and the rules for names that the review evidence uses, 18 kB of them words for
  // persons, bodies, what is no place, what stands around a name and what turns its meaning, and the names of states in
  // three languages. The domains are in a separate file, which is loaded only if a campaign has a review.
  'confirm-sign-on': 1147 * kilobyte,
  'correct-sign-on': 1170 * kilobyte,
  // Includes every decision of an organizer and what follows from it, in each language. Pages are loaded when a browser
  // asks for one, and the lists of email domains when a decision needs them.
  console: 1421 * kilobyte,
  // Includes what renders pages, PDFs and emails. It is loaded when a preview is requested.
  'console-preview': 4600 * kilobyte,
  // Includes what reads and renders a campaign's files (YAML, Liquid, Markdown) and says their mistakes in each
  // language (18 kB a language), and the evidence and the lists of email domains that an import needs. Each is loaded
  // when it is needed.
  'console-folder': 1980 * kilobyte,
  // Includes the libraries that render the letter and the release (YAML, Liquid, Markdown), compose an email, and
  // read the letter's PDF from S3.
  'send-mail': 1550 * kilobyte,
  // Includes the same, the clients of S3 and CloudFront, and the libraries for phone numbers, PDFs and images
  // (pdfmake, satori, resvg). The latter are loaded only after the pages are written.
  publish: 4530 * kilobyte,
};

/** The maximum size of a function's bundle in bytes. A function without its own budget has that of an API function. */
export const budgetFor = (name: string): number => budgets[name] ?? api;

const inKilobytes = (bytes: number): string => `${(bytes / kilobyte).toFixed(1)} kB`;

/** A table of sizes, one line for each bundle, largest first. */
export function sizeTable(sizes: BundleSize[]): string {
  const width = Math.max(...sizes.map(({ name }) => name.length), 'function'.length);
  const line = (name: string, size: string, budget: string) =>
    `${name.padEnd(width)}  ${size.padStart(10)}  ${budget.padStart(10)}`;
  const lines = [...sizes]
    .sort((a, b) => b.bytes - a.bytes || a.name.localeCompare(b.name))
    .map(({ name, bytes, budget }) => line(name, inKilobytes(bytes), inKilobytes(budget)));
  return [line('function', 'size', 'budget'), ...lines].join('\n');
}

/** One sentence for each bundle that is larger than its budget. It says what to do. */
export function budgetProblems(sizes: BundleSize[]): string[] {
  return sizes
    .filter(({ bytes, budget }) => bytes > budget)
    .map(
      ({ name, bytes, budget }) =>
        `${name} is ${inKilobytes(bytes)}, over its budget of ${inKilobytes(budget)}: ` +
        'see what it imports, or raise the budget in infra/bundle-budgets.ts and say why.',
    );
}
