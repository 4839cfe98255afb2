import * as z from 'zod';

/**
 * What SES answers when it does not simply accept an email. `ConnectionReset` accepts the email and then drops the
 * connection without an answer. `ConnectionLost` drops it without accepting the email.
 */
export interface SesError {
  code: string;
  message: string;
}

export const faultSchema = z.strictObject({
  code: z.string().min(1).default('Throttling'),
  message: z.string().optional(),
  times: z.int().min(0).default(1),
});
export type Fault = z.infer<typeof faultSchema>;

export interface Quota {
  /** Emails a day. */
  max24HourSend: number;
  /** Emails a second. */
  maxSendRate: number;
}

const messages: Record<string, string> = {
  Throttling: 'Maximum sending rate exceeded.',
  MessageRejected: 'Email address is not verified.',
  ServiceUnavailable: 'Service is currently unavailable.',
};

/** Decides about each send: first the faults that were asked for, then rate and quota. */
export interface Limits {
  errorFor(now: number): SesError | undefined;
  setFault(fault: Fault): void;
  /** Emails accepted in the last 24 hours. */
  sentLastDay(now: number): number;
}

const day = 24 * 60 * 60 * 1000;

/** `sent` are the times (in milliseconds) of emails that an earlier stack accepted, oldest first. */
export function newLimits(quota: Quota, sent: number[]): Limits {
  let fault: Fault | undefined;
  const times = [...sent];
  const sentLastDay = (now: number): number => {
    const first = times.findIndex((time) => time > now - day);
    times.splice(0, first < 0 ? times.length : first);
    return times.length;
  };
  return {
    errorFor: (now) => {
      if (fault && fault.times > 0) {
        fault = { ...fault, times: fault.times - 1 };
        if (fault.code === 'ConnectionReset') times.push(now);
        return {
          code: fault.code,
          message: fault.message ?? messages[fault.code] ?? 'As asked for at /faults.',
        };
      }
      if (sentLastDay(now) >= quota.max24HourSend) {
        return { code: 'Throttling', message: 'Daily message quota exceeded.' };
      }
      const secondsPast = times.at(-quota.maxSendRate);
      if (secondsPast !== undefined && secondsPast > now - 1000) {
        return { code: 'Throttling', message: 'Maximum sending rate exceeded.' };
      }
      times.push(now);
      return undefined;
    },
    setFault: (asked) => {
      fault = asked;
    },
    sentLastDay,
  };
}
