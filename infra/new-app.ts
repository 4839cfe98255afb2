import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { UndersignedStack } from './stack.ts';

/** The app with its checks: a finding that nobody has acknowledged, with a reason, fails the synthesis. */
export function newApp(props?: AppProps): App {
  const app = new App(props);
  const stage: unknown = app.node.tryGetContext('stage');
  new UndersignedStack(app, `undersigned-${typeof stage === 'string' ? stage : 'dev'}`);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  Validations.of(app).addPlugins(new ServerlessChecks(app));
  return app;
}
