import { newApp } from './new-app.ts';
import { WrongSetting } from './stage/wrong-setting.ts';

try {
  newApp().synth();
} catch (error) {
  if (!(error instanceof WrongSetting)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
