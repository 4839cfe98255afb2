import { newApp } from './new-app.ts';

newApp().synth();
