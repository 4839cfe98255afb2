import * as z from 'zod';
import { readEmailAddress } from '../../email-address.ts';
import { lineReadBy } from '../../sign-on/typed-text.ts';

/** Body of a request for a link to the console. */
export const signInBodySchema = z.strictObject({ email: lineReadBy(readEmailAddress, 'invalid-email') });
