import { resendMail } from '../../shared/operations/deciding/resend.ts';
import { decisionCommand } from '../decision-command.ts';

export const resend = decisionCommand({
  name: 'resend',
  positionals: [{ name: 'slug' }, { name: 'id' }],
  summary: 'send the signer the email again that they should have; at most five a day to one address',
  decide: resendMail,
  describe: (outcome) => {
    switch (outcome) {
      case 'resent':
        return {
          isDone: true,
          text: 'its email is sent again within a minute, unless the address has unsubscribed or has had five emails today.',
        };
      case 'nothing-pending':
        return {
          isDone: false,
          text: 'was rejected or withdrawn, so there is no email to send.',
        };
      case 'no-address':
        return { isDone: false, text: 'has no email address, because it was erased.' };
    }
  },
});
