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
  /** Heading of the whole; absent where it stands above already. */
  title?: string;
  /**
   * False on further pages of a list. What is true of the whole list stands on its first page alone: a name that is
   * added or taken off is no reason to write all pages anew.
   */
  isStart?: boolean;
  /** False where more names follow on another page: what belongs to the end of the list then waits for it. */
  isEnd?: boolean;
  /** When the recipient got an updated list (ISO 8601), if they did. */
  supplementSentAt?: string;
}

/** Everybody who signed, as the public may see it: organizations by group, then people, then what changed since. */
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
  /** Where everybody is in one country, naming it in every line says nothing. */
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

/** Whoever leads stands first, without a heading; whoever named no scope or region comes last, under "Others". */
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

/** One signatory as it is printed: the name, and below it where it is and since when it is on the list. */
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
      {place && <Quiet>{safeLine(place)}</Quiet>}
      {addedOn && <Quiet>{texts(language).letter.added(longDay(language, addedOn))}</Quiet>}
    </>
  );
}

/** A space goes before it, for whoever reads or copies the page without its style. */
function Quiet({ children }: { children: ComponentChildren }): VNode {
  return (
    <>
      {' '}
      <bdi class="quiet">{children}</bdi>
    </>
  );
}
