import { campaignPath, type LocalizedSettings } from '../../campaign/localized-settings.ts';
import { number } from '../../i18n/formats.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import type { CampaignView } from './campaign-view.ts';

/** What the script says of one kind of signers; `{n}` stands for how many they are. */
interface CounterTexts {
  /** By the plural category (CLDR) of the number, which stands first in each. What is not here is as `other`. */
  forms: Record<string, string>;
  /** The same, as long as they are fewer than needed; empty if none are. */
  of: Record<string, string>;
  needed: number;
  isAsked: boolean;
}

/** One of each plural category of any language is among them; millions are for Spanish and French. */
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
 * `embed.js`: how many have signed, and the way to the letter, on somebody else's site, at the place of the script. It
 * sets no cookies and keeps nothing, needs no inline style or script of the site's policy, and shows what a stranger
 * wrote as text alone. The site's policy has to allow its address as `script-src` and `connect-src`.
 */
export function embedScript({
  settings,
  siteUrl,
  progress,
}: Pick<CampaignView, 'settings' | 'siteUrl' | 'progress'>): string {
  const { slug, title, language } = settings;
  const { campaign, progress: words, writing } = texts(language);
  const facts = {
    language,
    dir: writing.direction,
    title,
    page: `${siteUrl}${campaignPath(settings)}`,
    data: `${siteUrl}/${slug}/progress.json`,
    why: words.notLoaded,
    sign: campaign.jump,
    read: campaign.read,
    kinds: {
      organizations: countedOf(settings, 'organizations', progress?.thresholdOrganizations ?? 0),
      individuals: countedOf(settings, 'individuals', progress?.thresholdIndividuals ?? 0),
    },
  };
  return `(${script})(${JSON.stringify(facts)});\n`;
}

const style =
  ':host{display:block;font:1rem/1.5 system-ui,sans-serif;max-width:30rem;padding:1rem;border:1px solid;border-radius:4px}p{margin:0 0 .5rem;overflow-wrap:anywhere}p:last-child{margin:0}b{font-size:1.125em}progress{width:100%}a{color:inherit}';

/** As browsers get it, but for line ends. A page without the letter's data still has its title and the way to it. */
const script = `f=>{
const at=document.currentScript||document.querySelector('script[src="'+f.page+'embed.js"]');
if(!at)return console.warn(f.page+'embed.js: no place to show the counter. Use the script element as it is in the share kit.');
const box=document.createElement('div');
const root=box.attachShadow({mode:'open'});
const add=(tag,text,to=root)=>{const e=document.createElement(tag);e.textContent=text;to.append(e);return e};
const link=text=>{add('a',text,add('p','')).href=f.page};
box.lang=f.language;box.dir=f.dir;
if('adoptedStyleSheets' in root){const s=new CSSStyleSheet();s.replaceSync(${JSON.stringify(style)});root.adoptedStyleSheets=[s]}
link(f.title);
at.after(box);
fetch(f.data,{credentials:'omit'}).then(r=>r.json()).then(d=>{
if(d.status==='taken-down')return box.remove();
for(const kind in f.kinds){
const k=f.kinds[kind],n=d[kind];
if(typeof n!=='number'||!(k.isAsked||n))continue;
const forms=n<k.needed?k.of:k.forms,words=forms[new Intl.PluralRules(f.language).select(n)]||forms.other;
const text=words.replace('{n}',new Intl.NumberFormat(f.language).format(n));
add('b',text,add('p',''));
if(n<k.needed){const p=add('progress','');p.max=k.needed;p.value=n;p.ariaLabel=text}
}
if(d.open)link(f.sign);
else if(d.status==='published')link(f.read)
}).catch(()=>{add('p',f.why);console.warn(f.data+': not loaded. Allow this site in connect-src of the page’s Content-Security-Policy.')})
}`.replaceAll('\n', '');
