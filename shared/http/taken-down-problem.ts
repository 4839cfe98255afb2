import type { LocalizedSettings } from '../campaign/localized-settings.ts';
import { Problem } from './problem.ts';

/** Why nothing can be signed any more of a letter that was taken down. For a browser, the page at its address. */
export const takenDownProblem = (settings: LocalizedSettings): Problem =>
  new Problem('closed', {
    text: 'taken-down',
    campaign: settings,
    page: async () => {
      const { gonePage } = await import('../rendering/pages/gone-page.tsx');
      return gonePage(settings);
    },
  });
