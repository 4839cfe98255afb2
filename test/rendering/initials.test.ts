import { expect, test } from '@jest/globals';
import { initials } from '../../shared/rendering/document/initials.ts';

test.each([
  ['Ana María Ruiz', 'A. M. R.'],
  ['Jean-Luc Martin', 'J. L. M.'],
  ['Ana Ruiz (she/her)', 'A. R.'],
  ['Ana “Nina” Ruiz', 'A. R.'],
  ['Ana "Nina" Ruiz', 'A. R.'],
  ['Ana Ruiz, PhD', 'A. R.'],
  ['Ana Ruiz, Ph.D., Esq.', 'A. R.'],
  ['Ana & Ben Ruiz', 'A. & B. R.'],
  ['Ana Ruiz and Ben Okafor', 'A. R. & B. O.'],
  ['José Ortega y Gasset', 'J. O. Y. G.'],
  ['Ruiz, Ana', 'R. A.'],
  ['山田 太郎', '山. 太.'],
  ['(Ana)', 'A.'],
])('%s is shown as %s', (name, shown) => expect(initials(name)).toBe(shown));
