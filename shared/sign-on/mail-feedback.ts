import * as z from 'zod';
import { instantSchema } from '../campaign/settings.ts';

/**
 * What came back from a mailbox last, or that SES refused a mail to it, and when. A mail without feedback is assumed to
 * have arrived.
 */
export const mailFeedbackSchema = z.object({
  what: z.enum(['bounced', 'complained', 'refused']),
  at: instantSchema,
});

/**
 * Whether stored feedback no longer matters once the button in a mail was pressed: that mail has arrived. A complaint
 * still matters.
 */
export const isFeedbackOutdated = ({
  mailFeedback,
}: {
  mailFeedback?: z.infer<typeof mailFeedbackSchema> | undefined;
}): boolean => mailFeedback !== undefined && mailFeedback.what !== 'complained';
