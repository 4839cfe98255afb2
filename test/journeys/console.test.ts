import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Journey, startJourney } from '../support/journey.ts';
import { signInToConsole } from '../support/strangers.ts';

const slug = 'open-letter';
let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
  await journey.apply(slug);
});
afterAll(() => journey.end());

describe('an organizer', () => {
  test('signs in by email, sees their campaigns, and loses access when removed from the campaign', async () => {
    const { site } = journey;
    const cookie = await signInToConsole(journey, 'ida@example.org');
    expect(cookie).toMatch(/^__Host-session=/);
    const list = () => fetch(`${site}/console/`, { headers: { cookie }, redirect: 'manual' });
    const answer = await list();
    expect((await answer.json()).campaigns).toEqual([expect.objectContaining({ slug, role: 'owner' })]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    const page = await fetch(`${site}/console`, { headers: { cookie, accept: 'text/html' } });
    expect([page.url, page.status]).toEqual([`${site}/console/`, 200]);
    const ended = await journey.campaign('sign-out', 'ida@example.org', '--json');
    expect(JSON.parse(ended.stdout)).toEqual({ address: 'ida@example.org', ended: 1 });
    expect((await list()).status).toBe(401);
    expect(journey.logs()).not.toContain('ida@example.org');
  });
});
