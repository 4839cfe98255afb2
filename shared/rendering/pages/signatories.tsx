import type { ComponentChildren, VNode } from 'preact';
import type { Settings } from '../../campaign/settings.ts';
import { countryName } from '../../i18n/countries.ts';
import { longDate, longDay } from '../../i18n/formats.ts';
import { texts } from '../../i18n/texts.ts';
import { scopes } from '../../sign-on/sign-on.ts';
import type { Signatory, SignatoryGroup, SignatoryLists } from '../document/content.ts';
import { safeLine, safeWebUrl } from '../document/safe-text.ts';
import { localeOf } from './campaign-view.ts';

interface SignatoriesProps {
  settings: Settings;
  lists: SignatoryLists;
  /** Heading of the whole list. Absent if the page already has it. */
  title?: string;
  /**
   * False on further pages of a list. Facts about the whole list are only on its first page, so that a new or removed
   * name does not change all pages.
   */
  isStart?: boolean;
  /** False if more names follow on another page. Only the last page has the end of the list. */
  isEnd?: boolean;
  /** When the recipient got the updated letter (ISO 8601). Absent if they did not. */
  supplementSentAt?: string;
}

/**
 * All signatories, as the public may see them: organizations by group, then people, then what has changed since
 * publication.
 */
export function Signatories({
  settings,
  lists,
  title,
  isStart = true,
  isEnd = true,
  supplementSentAt,
}: SignatoriesProps): VNode {
  const { t, time } = localeOf(settings);
  const { organizations, individuals } = lists;
  const hasOrganizations = organizations.groups.some(({ signatories }) => signatories.length > 0);
  const removed = isEnd ? (individuals.removed ?? 0) : 0;
  const withheld = isEnd ? individuals.withheld - removed : 0;
  const entries = { language: settings.language, withCountry: lists.isInternational };
  return (
    <section class="signatories" id="signatories">
      {title && <h2>{title}</h2>}
      {hasOrganizations && (
        <h3>
          {organizations.isContinued
            ? t.letter.organizationsContinued
            : t.letter.organizations(organizations.count)}
        </h3>
      )}
      {organizations.groups.map((group) => (
        <Group group={group} {...entries} />
      ))}
      {(individuals.named.length > 0 || withheld + removed > 0) && (
        <h3>{individuals.isContinued ? t.letter.peopleContinued : t.letter.people(individuals.count)}</h3>
      )}
      <Names of={individuals.named} {...entries} />
      {withheld > 0 && <p>{t.letter.withheld(withheld, individuals.named.length > 0)}</p>}
      {removed > 0 && <p>{t.letter.removed(removed)}</p>}
      {isStart && lists.withdrawnSince > 0 && <p class="note">{t.letter.withdrawn(lists.withdrawnSince)}</p>}
      {isStart && supplementSentAt && (
        <p class="note">
          {t.letter.supplied(longDate(settings.language, settings.timeZone, supplementSentAt))}
        </p>
      )}
      {isStart && <p class="note">{t.letter.asOf(time(lists.asOf))}</p>}
    </section>
  );
}

interface EntriesProps {
  language: Settings['language'];
  /** If all signatories are in one country, the lines do not name it. */
  withCountry: boolean;
}

function Group({ group, ...entries }: EntriesProps & { group: SignatoryGroup }): VNode | null {
  if (group.signatories.length === 0) return null;
  return (
    <>
      <GroupHeading group={group} language={entries.language} />
      <Names of={group.signatories} {...entries} />
    </>
  );
}

/** Leads come first, without a heading. Signatories without scope or region come last, under "Others". */
function GroupHeading({
  group: { heading, isRest },
  language,
}: {
  group: SignatoryGroup;
  language: Settings['language'];
}): VNode | null {
  const { scopes: names, others } = texts(language).letter;
  if (heading === undefined) return isRest ? <h4>{others}</h4> : null;
  const scope = scopes.find((known) => known === heading);
  return <h4>{scope ? names[scope] : <bdi>{safeLine(heading)}</bdi>}</h4>;
}

function Names({ of, ...entries }: EntriesProps & { of: readonly Signatory[] }): VNode | null {
  if (of.length === 0) return null;
  return (
    <ul class="names">
      {of.map((signatory) => (
        <li>
          <SignatoryLine signatory={signatory} {...entries} />
        </li>
      ))}
    </ul>
  );
}

/** One signatory: the name, and below it the place and the date on which it was added. */
export function SignatoryLine({
  signatory: { name = '', website, city, region, country, addedOn },
  language,
  withCountry,
}: EntriesProps & { signatory: Omit<Signatory, 'id' | 'kind'> }): VNode {
  const href = website === undefined ? undefined : safeWebUrl(website);
  const places = [city, region, withCountry && country ? countryName(language, country) : undefined];
  const place = places.filter((part) => part !== undefined && part !== '').join(', ');
  return (
    <>
      <bdi>
        {href ? (
          <a href={href} rel="nofollow ugc noopener">
            {safeLine(name)}
          </a>
        ) : (
          safeLine(name)
        )}
      </bdi>
      {place && <SecondaryText>{safeLine(place)}</SecondaryText>}
      {addedOn && <SecondaryText>{texts(language).letter.added(longDay(language, addedOn))}</SecondaryText>}
    </>
  );
}

/** A space comes before it, for people who read or copy the page without its style. */
function SecondaryText({ children }: { children: ComponentChildren }): VNode {
  return (
    <>
      {' '}
      <bdi class="quiet">{children}</bdi>
    </>
  );
}
