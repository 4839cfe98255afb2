import { consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { lettersToAgreeTo, mustAskAgain } from '../../operations/applying/apply.ts';
import { countToAsk } from '../../operations/applying/ask-again.ts';
import { retriesLetterMail } from '../../operations/applying/gate-update.ts';
import type { CampaignPlan } from '../../operations/applying/plan.ts';
import { letterAddresses } from '../../operations/reporting/reach.ts';
import type { Store } from '../../table/table.ts';

/**
 * What follows from a plan and must be confirmed, one sentence each: publication, signers who are asked again and how
 * many, the letter that is emailed again. Empty if nothing follows.
 */
export async function consequencesOf(
  store: Store,
  plan: CampaignPlan,
  { asksAgain, now, language }: { asksAgain: boolean; now: Date; language: Language },
): Promise<string[]> {
  const t = consoleTexts(language);
  const { campaign, stored } = plan;
  const asks = mustAskAgain({ plan, asksAgain });
  const { organizations = 0, individuals = 0 } = stored?.gate ?? {};
  return [
    ...(plan.opensGate && !asks
      ? [
          t.commands.follows.publishes(
            texts(language).mails.both(organizations, individuals),
            letterAddresses(campaign.settings).join(', '),
            campaign.press.length,
          ),
        ]
      : []),
    ...(asks
      ? [t.texts.follows.asks(await countToAsk(store, campaign.settings.slug, lettersToAgreeTo(plan, now)))]
      : []),
    ...(retriesLetterMail(plan)
      ? [t.texts.follows.mailsLetter(letterAddresses(campaign.settings).join(', '))]
      : []),
  ];
}
