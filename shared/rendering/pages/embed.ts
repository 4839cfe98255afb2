import { campaignPath, type LocalizedSettings } from '../../campaign/localized-settings.ts';
import { number } from '../../i18n/formats.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import type { CampaignView } from './campaign-view.ts';

/** The script's texts about one kind of signer. `{n}` stands for their number. */
interface CounterTexts {
  /** By the plural category (CLDR) of the number, which stands first in each. What is not here is as `other`. */
  forms: Record<string, string>;
  /** The same, as long as they are fewer than needed; empty if none are. */
  of: Record<string, string>;
  needed: number;
  isAsked: boolean;
}

/** Together, these have every plural category of any language. Spanish and French need the millions. */
const samples = [1, 2, 0, 3, 5, 6, 10, 11, 20, 100, 1_000_000];

function formsOf(
  language: Language,
  words: (n: number) => string,
  below = Number.POSITIVE_INFINITY,
): Record<string, string> {
  const rules = new Intl.PluralRules(language);
  const forms = Object.fromEntries(
    samples
      .filter((sample) => sample < below)
      .toReversed()
      .map((sample) => [rules.select(sample), words(sample).replace(number(language, sample), '{n}')]),
  );
  return Object.fromEntries(
    Object.entries(forms).filter(([rule, form]) => rule === 'other' || form !== forms.other),
  );
}

function countedOf(
  settings: LocalizedSettings,
  kind: 'organizations' | 'individuals',
  needed: number,
): CounterTexts {
  const { language, signatories } = settings;
  const { organizations, organizationsOf, people, peopleOf } = texts(language).progress;
  const isOf = kind === 'organizations';
  return {
    forms: formsOf(language, isOf ? organizations : people),
    of: formsOf(language, (n) => (isOf ? organizationsOf : peopleOf)(n, needed), needed),
    needed,
    isAsked: signatories[kind],
  };
}

/**
 * `embed.js` shows how many have signed and a link to the letter on another site, at the place of the script. It sets
 * no cookies and stores nothing, needs no inline style or script in that site's policy, and shows what strangers
 * typed only as text. The other site's policy must allow the address of the script in `script-src` and `connect-src`.
 */
export function embedScript({
  settings,
  siteUrl,
  progress,
}: Pick<CampaignView, 'settings' | 'siteUrl' | 'progress'>): string {
  const { slug, title, language } = settings;
  const { campaign, openness, progress: words, writing } = texts(language);
  const path = campaignPath(settings);
  const facts = {
    language,
    dir: writing.direction,
    title,
    page: `${siteUrl}${path}`,
    /** From the page. */
    data: path === `/${slug}/` ? 'progress.json' : '../progress.json',
    why: words.notLoaded,
    sign: campaign.jump,
    read: campaign.read,
    /** Why nobody can sign, by the status of the campaign. A published letter needs no reason. */
    not: { scheduled: openness['not-open-yet'].title, closed: openness.closed.title },
    kinds: {
      organizations: countedOf(settings, 'organizations', progress?.thresholdOrganizations ?? 0),
      individuals: countedOf(settings, 'individuals', progress?.thresholdIndividuals ?? 0),
    },
  };
  return `(${script})(${JSON.stringify(facts)});\n`;
}

const style =
  ':host{display:block;font:1rem/1.5 system-ui,sans-serif;max-width:30rem;margin:1rem 0;padding:1rem;border:1px solid;border-radius:4px}p{margin:0 0 .5rem;overflow-wrap:anywhere}p:last-child{margin:0}b{font-size:1.125em}progress{width:100%;margin:0 0 .5rem}a{color:inherit}';

/**
 * The script as browsers get it, without the line ends. If the counts cannot be loaded, the title and the link to the
 * letter are still there.
 */
const script = `f=>{
const at=document.currentScript||document.querySelector('script[src="'+f.page+'embed.js"]');
if(!at)return console.warn(f.page+'embed.js: no place for the counter. Use the script element of the share kit.');
const box=document.createElement('div');
const root=box.attachShadow({mode:'open'});
const add=(tag,text,to=root)=>{const e=document.createElement(tag);e.textContent=text;to.append(e);return e};
const link=text=>{add('a',text,add('p','')).href=f.page};
box.lang=f.language;box.dir=f.dir;
if('adoptedStyleSheets' in root){const s=new CSSStyleSheet();s.replaceSync(${JSON.stringify(style)});root.adoptedStyleSheets=[s]}
link(f.title);
at.after(box);
const data=new URL(f.data,f.page);
fetch(data,{credentials:'omit'}).then(r=>r.json()).then(d=>{
if(d.status==='taken-down')return box.remove();
for(const kind in f.kinds){
const k=f.kinds[kind],n=d[kind];
if(typeof n!=='number'||!(k.isAsked||n))continue;
const forms=n<k.needed?k.of:k.forms,words=forms[new Intl.PluralRules(f.language).select(n)]||forms.other;
const text=words.replace('{n}',new Intl.NumberFormat(f.language).format(n));
add('b',text,add('p',''));
if(n<k.needed){const p=add('progress','');p.max=k.needed;p.value=n;p.ariaLabel=text}
}
if(f.not[d.status])add('p',f.not[d.status]);
link(d.open?f.sign:f.read)
}).catch(()=>{add('p',f.why);console.warn(data+': not loaded. Allow this site in connect-src of the page’s CSP.')})
}`.replaceAll('\n', '');
