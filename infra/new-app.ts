import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { UndersignedStack } from './stack.ts';
import { readStage } from './stage/stage.ts';

/** The app with its checks. Synthesis fails if there is a finding that nobody has acknowledged with a reason. */
export function newApp(props?: AppProps): App {
  const app = new App(props);
  const stage = readStage(app.node);
  new UndersignedStack(app, stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  Validations.of(app).addPlugins(new ServerlessChecks(app));
  return app;
}
