import { devStage } from './synthesized.ts';

// Synthesizes the stages of the tests once, before several test files need them at the same time.
devStage();
