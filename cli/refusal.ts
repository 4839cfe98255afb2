import type { WordedMistake } from '../shared/campaign-folder/mistakes.ts';

/** Why a command refuses; a problem document (RFC 9457) for programs. */
export interface Problem {
  type: `/problems/${'not-found' | 'changed' | 'closed' | 'invalid' | 'malformed' | 'unavailable'}`;
  title: string;
  status: number;
  /** What is wrong, and what to do. */
  detail: string;
  errors?: WordedMistake[];
}

/** Ends a command: printed on stderr, exit status 1. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'Refusal';
    this.problem = problem;
  }
}

/** Wrong arguments or options: exit status 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export const notFound = (detail: string): Refusal =>
  new Refusal({ type: '/problems/not-found', title: 'Not found', status: 404, detail });

export const unavailable = (title: string, detail: string): Refusal =>
  new Refusal({ type: '/problems/unavailable', title, status: 503, detail });

export const conflict = (title: string, detail: string): Refusal =>
  new Refusal({ type: '/problems/changed', title, status: 409, detail });

/** Mistakes as text: place and message on one line, what to do below it. */
export function mistakesText(mistakes: WordedMistake[]): string {
  return mistakes
    .map(({ file, line, message, cure }) => `${file}:${line}  ${message}\n    ${cure}`)
    .join('\n');
}
