import { WrongContext } from './deployment.ts';
import { newApp } from './new-app.ts';

try {
  newApp().synth();
} catch (error) {
  if (!(error instanceof WrongContext)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
