import { texts } from '../../i18n/texts.ts';
import { hasReview } from '../../sign-on/review.ts';
import { isIndexed, pageLocation } from './campaign-links.tsx';
import type { CampaignView } from './campaign-view.ts';
import { renderDocument } from './document.tsx';
import { deletionTimeText } from './form-sentences.ts';

/** What happens to a signer's data: why we ask for it, who sees it, how to withdraw, when it is deleted. */
export function privacyPage(view: CampaignView): string {
  const { settings } = view;
  const { title, language, sender, signatories, privacy } = settings;
  const t = texts(language).privacy;
  return renderDocument({
    language,
    title: `${t.title} – ${title}`,
    description: t.lead(sender.name),
    ...pageLocation(view, 'privacy/'),
    isIndexed: isIndexed(view),
    campaign: settings,
    children: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead(sender.name)}</p>
        <h2>{t.collectTitle}</h2>
        {t.collect.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        {settings.questions && <p>{t.questions}</p>}
        {settings.newsletter !== undefined && <p>{t.newsletter}</p>}
        <h2>{t.emailsTitle}</h2>
        <p>{t.emails}</p>
        <h2>{t.publicTitle}</h2>
        {signatories.organizations && <p>{t.publicOrganizations}</p>}
        {signatories.individuals && <p>{t.publicPeople}</p>}
        {settings.showSignatories && <p>{texts(language).soFar.privacy}</p>}
        <p>{t.withdrawals}</p>
        {signatories.organizations && <p>{t.duplicates}</p>}
        <h2>{t.rightsTitle}</h2>
        <p>{t.rights}</p>
        <h2>{t.deletionTitle}</h2>
        <p>{t.unconfirmed}</p>
        <p>{t.deletion(deletionTimeText(settings))}</p>
        <p>{t.kept}</p>
        <p>{t.backups}</p>
        <h2>{t.technologyTitle}</h2>
        <p>{t.technology}</p>
        <p>{t.against}</p>
        {hasReview(settings) && <p>{t.marks}</p>}
        <h2>{t.contactTitle}</h2>
        <p>
          {t.contact} <a href={`mailto:${privacy.contact}`}>{privacy.contact}</a>.
        </p>
        {privacy.postalAddress && (
          <p>
            <bdi>{privacy.postalAddress}</bdi>
          </p>
        )}
      </>
    ),
  });
}
