import { Stack, aws_s3 as s3 } from 'aws-cdk-lib';
import { newApp } from '../../infra/new-app.ts';

// The app with a bucket that anybody may ask without TLS: to see that the checks see it.
const app = newApp();
const stack = app.node.children.find((child) => child instanceof Stack);
if (stack) new s3.Bucket(stack, 'Open');
app.synth();
