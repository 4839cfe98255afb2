import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { readDeployment } from '../../infra/deployment.ts';

const reading = (context: Record<string, string>) => () =>
  readDeployment({ tryGetContext: (name) => context[name] });
const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/made-up';

describe('What the operator decides', () => {
  test('is a stage for trying out, with nothing given', () => {
    expect(reading({})()).toMatchObject({ stage: 'dev', isProduction: false, mailDomain: 'example.org' });
  });

  test('limits what one network can send, with numbers that may be others', () => {
    expect(reading({})().limits).toEqual({
      networkFree: 5,
      networkBurst: 2500,
      networkPerHour: 500,
      hurriedSeconds: 3,
    });
    expect(reading({ networkBurst: '50' })().limits).toMatchObject({ networkBurst: 50, networkFree: 5 });
  });

  test('lets mails come from the site’s domain where no other is given', () => {
    const context = { stage: 'prod', domain: 'sign.example.org', certificateArn };
    expect(reading(context)()).toMatchObject({
      isProduction: true,
      mailDomain: 'sign.example.org',
      domain: { name: 'sign.example.org', certificateArn },
    });
  });

  test.each([
    [{ stage: 'prod' }, 'needs -c mailDomain'],
    [{ stage: 'Dev_1' }, 'lower-case letters'],
    [{ domain: 'sign.example.org' }, 'go together'],
    [
      { domain: 'sign.example.org', certificateArn: certificateArn.replace('us-east-1', 'eu-west-1') },
      'us-east-1',
    ],
    [{ mailDomain: 'not a domain' }, 'not a domain name'],
    [{ networkBurst: '0' }, 'networkBurst must be a whole number from 1'],
    [{ networkFree: 'many' }, 'networkFree must be a whole number from 0'],
    [{ hurriedSeconds: '' }, 'hurriedSeconds must be a whole number'],
  ])('is refused where it cannot work: %j', (context, said) => {
    expect(reading({ ...context })).toThrow(said);
  });

  test('is refused in one sentence, without a trace of the program', () => {
    const app = spawnSync(process.execPath, ['infra/app.ts'], {
      env: { CDK_CONTEXT_JSON: JSON.stringify({ stage: 'prod' }) },
      encoding: 'utf8',
    });
    expect(app.status).toBe(1);
    expect(app.stderr).toMatch(/^Stage prod needs .*\n$/);
  });
});
