import disposable from 'disposable-email-domains-js/dist/dict/disposable_email_blocklist.json' with {
  type: 'json',
};
import providers from 'email-providers/all.json' with { type: 'json' };
import { getDomain, parse } from 'tldts';

/** What is known about domains. The lists have some 450 kB, so import this file only where evidence is computed. */
export interface MailDomains {
  /**
   * The registered domain, such as `example.org` of `mail.example.org`. On a platform, the whole name: `a.github.io`.
   */
  registrableDomain: (host: string) => string | undefined;
  /** Whether anybody can get an address there: free mail, providers of internet access, mailing lists, platforms. */
  isFreeMail: (domain: string) => boolean;
  isDisposableMail: (domain: string) => boolean;
  /** Whether the host is one of a platform, on which anybody can have a page. */
  isPlatform: (host: string) => boolean;
}

/** Nobody has an address there (RFC 2606), although lists of providers have them. */
const reserved = ['example.com', 'example.net', 'example.org'];

/** Hosts of throwaway addresses that the list lacks. */
const otherThrowaways = ['mimimail.me', 'luxusmail.org', 'nospam.ze.tm'];
const throwaway = new Set<string>([...disposable, ...otherThrowaways]);
const free = new Set<string>(providers);
for (const domain of reserved) free.delete(domain);

/**
 * Providers that the list lacks, services that pass mail on without showing an address, tenants of Microsoft's, and
 * hosts of mailing lists.
 */
const otherProviders =
  `tutanota.com tutanota.de tutamail.com tuta.com tuta.io keemail.me posteo.de posteo.net disroot.org
  startmail.com mailfence.com fastmail.com zohomail.com skiff.com onmail.com riseup.net autistici.org
  inventati.org systemli.org sonic.net duck.com mozmail.com relay.firefox.com
  simplelogin.com simplelogin.co simplelogin.fr slmail.me anonaddy.com anonaddy.me addy.io addymail.com
  passmail.net passmail.com passinbox.com passfwd.com onmicrosoft.com erine.email forwardemail.net
  spectrum.net myyahoo.com aleeas.com slmails.com 8alias.com 8shield.net dralias.com silomails.com
  vivaldi.net murena.io mailo.com inbox.eu onionmail.org cyberfear.com atomicmail.io e.email zohomail.eu
  zohomail.in fastmail.to 123mail.org eastlink.ca sasktel.net mts.net xplornet.ca xplornet.com suddenlink.net
  megacable.com.mx izzi.mx aya.yale.edu caa.columbia.edu nycstudents.net
  googlegroups.com yahoogroups.com gaggle.email simplelists.com freelists.org framalistes.org
  ik.me ikmail.com etik.com airmail.cc dnmx.org swisscows.email danwin1210.de
  secmail.pro elude.in kolabnow.com purelymail.com ctemplar.com mailfence.eu soverin.net
  polarismail.net thexyz.net gmx.us nauta.cu aktivix.org
  no-log.org igc.org mutualaid.org coqui.net prtc.net onelinkpr.net libertypr.net claropr.com etb.net.co une.net.co
  cantv.net racsa.co.cr ice.co.cr navegalo.com turbonett.com intelnett.com tigo.com.gt cableonda.net codetel.net.do
  vtr.net entelchile.net adinet.com.uy telefonica.net movistar.es ziggo.nl hispeed.ch metrocast.net mediacombb.net
  sparklight.net consolidated.net localnet.com toast.net usfamily.net peak.org alaska.net vtext.com
  tmomail.net uwmalumni.com tilde.club tilde.team envs.net
  op.pl vp.pl onet.eu mail.bg citromail.hu internet.ru meta.ua tut.by bbox.fr mail.de sohu.com`.split(/\s+/);
for (const domain of otherProviders) free.add(domain);

/**
 * Large providers have names in many countries, and the list has only some of them: `gmx.ch`, `outlook.com.mx`. A name
 * that none of them uses, such as `live.us`, is hardly an organization's own. Proton has only `proton.me`.
 */
const providerOfCountry =
  /^(?:gmail|googlemail|gmx|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|aol|yandex|icloud|protonmail|zoho|zohomail)\.(?:[a-z]{2,3}\.)?[a-z]{2}$/;

/** Universities give these to everybody who has studied there: `alumni.example.edu`, `post.example.edu`. */
const ofFormerStudents = /(?:^|\.)(?:alum|alumni|post)\.[^.]+\.(?:edu(?:\.[a-z]{2})?|ac\.[a-z]{2})$/;

const registrableDomain = (host: string): string | undefined =>
  getDomain(host, { allowPrivateDomains: true }) ?? undefined;

/** Platforms that are not in the public suffix list. A page there says nothing about an own domain. */
const platforms = new Set(
  `facebook.com instagram.com linkedin.com x.com twitter.com youtube.com tiktok.com linktr.ee google.com
  bsky.app medium.com meetup.com threads.net threads.com wordpress.com wix.com weebly.com squarespace.com
  substack.com tumblr.com jimdo.com godaddysites.com neocities.org nationbuilder.com strikingly.com
  site123.me bio.link actionnetwork.org mobilize.us change.org eventbrite.com everyaction.com github.com
  gofundme.com givebutter.com donorbox.org patreon.com opencollective.com whatsapp.com t.me discord.com
  discord.gg notion.so canva.site mailchi.mp bit.ly typepad.com livejournal.com blogger.com
  ghost.io webs.com webnode.com webnode.page tripod.com angelfire.com jimdofree.com jimdosite.com tilda.ws
  business.site odoo.com mystrikingly.com snappages.site mailchimpsites.com wpengine.com wpcomstaging.com
  ning.com wildapricot.org clubexpress.com groups.io bigcartel.com etsy.com paypal.com venmo.com
  actblue.com givelively.org classy.org fundly.com flipcause.com zeffy.com justgiving.com gofund.me p2a.co
  salsalabs.org ipetitions.com thepetitionsite.com avaaz.org forms.gle airtable.com typeform.com
  jotform.com surveymonkey.com dropbox.com wikipedia.org guidestar.org yelp.com fb.com fb.me youtu.be
  telegram.me tinyurl.com goo.gl bandcamp.com soundcloud.com spotify.com pinterest.com reddit.com vimeo.com
  flickr.com nextdoor.com issuu.com beehiiv.com mastodon.social chng.it gitlab.com ko-fi.com
  buymeacoffee.com liberapay.com buttondown.email webador.com 000webhostapp.com softr.app glide.page
  weeblysite.com durable.co linkin.bio campsite.bio lnk.bio beacons.ai idealist.org raisely.com
  hubspotpagebuilder.com editmysite.com glitch.me vk.com weibo.com twitch.tv snapchat.com anchor.fm
  podbean.com crowdfunder.co.uk kickstarter.com indiegogo.com launchgood.com mightycause.com
  networkforgood.com betterworld.org fundrazr.com globalgiving.org chuffed.org localgiving.org
  totalgiving.co.uk goteo.org verkami.com teaming.net helloasso.com assoconnect.com openpetition.eu
  openpetition.de charitynavigator.org candid.org tally.so cognitoforms.com wufoo.com formstack.com
  smore.com padlet.com wakelet.com scribd.com academia.edu trello.com office.com live.com 1drv.ms box.com
  wetransfer.com slack.com zoom.us signal.group signal.me zeemaps.com subscribepage.com
  campaign-archive.com conta.cc constantcontact.com over-blog.com overblog.com canalblog.com
  e-monsite.com hautetfort.com fandom.com wikidot.com ourpowerbase.net ucraft.site
  square.link ueniweb.com luma.com lu.ma partiful.com hypotheses.org bsky.social mastodon.online mas.to mstdn.social
  freehosting.com super.site potion.so allmylinks.com solo.to taplink.cc taplink.at heylink.me about.me msha.ke hoo.be
  znaplink.com stan.store kajabi.com mykajabi.com teachable.com podia.com mn.co circle.so wikia.com churchcenter.com
  breezechms.com subsplash.com tithe.ly ccbchurch.com givesendgo.com spotfund.com cash.app kindful.com pledge.to
  qgiv.com givesmart.com g.page instagr.am lnkd.in t.co clubhouse.com telegram.dog patch.com web.archive.org
  locals.com rumble.com quora.com proboards.com forumotion.com freeforums.net framaforms.org framadate.org
  frama.site free.fr skyrock.com ulule.com leetchi.com kisskissbankbank.com cotizup.com lepotcommun.fr blogia.com
  galeon.com es.tl migranodearena.org webcindario.com osoigo.com openpetition.org petitions.net mesopinions.com
  sign.moveon.org newmode.net good.do controlshift.app campaigns.organizefor.org bio.site kit.com ck.page mozello.com
  bravesites.com simdif.com zyrosite.com hostingersite.com flywheelsites.com myportfolio.com
  cargo.site format.com pixieset.com readymag.com dreamwidth.org itch.io nekoweb.org infinityfreeapp.com rf.gd
  epizy.com byethost.com parastorage.com fundraise.com gofan.co signupgenius.com teamsnap.com leagueapps.com
  membershipworks.com membershiptoolkit.com squareup.com toasttab.com shopify.com linkedin.cn xing.com nextcloud.com
  hackmd.io coda.io miro.com figma.com prezi.com slideshare.net archive.is archive.ph evite.com punchbowl.com
  paperlesspost.com givegab.com bonterratech.com crowdrise.com razoo.com causes.com rallybound.com
  everydayhero.com gofundraise.com.au mycause.com.au canadahelps.org weblium.site unbouncepages.com
  instapage.com carrd.com`.split(/\s+/),
);

/** Names below which WordPress gives free sites: "harbor.home.blog". */
const freeBlogs = `art business car code data family fashion finance fitness food game health home law movie
  music news photo poetry politics school sport tech travel video water`.split(/\s+/);
for (const name of freeBlogs) platforms.add(`${name}.blog`);

/**
 * Suffixes in the private section of the public suffix list below which a name is bought or granted, as below a
 * top-level domain. All others there are hosts on which anybody has a name for nothing. From the list of November 2026.
 */
const registries = new Set(
  `za.bz br.com cn.com de.com eu.com jpn.com mex.com ru.com sa.com uk.com us.com za.com com.de gb.net hu.net jp.net
  se.net uk.net ae.org com.se africa.com co.com gr.com hk.com it.com us.org hk.org in.net web.in inc.hk ltd.hk ngo.us
  co.ca co.cz co.de co.dk biz.dk firm.dk co.nl co.no co.pl co.ro co.scot org.scot co.ua biz.ua com.ru net.ru org.ru
  msk.ru spb.ru msk.su spb.su biz.ng col.ng firm.ng gen.ng ltd.ng ngo.ng plc.ng aus.basketball nz.basketball
  radio.am radio.fm
  art.pl gliwice.pl krakow.pl poznan.pl wroc.pl zakopane.pl lodz.pl gda.pl gdansk.pl gdynia.pl sopot.pl med.pl
  torun.pl bielsko.pl
  campaign.gov.uk service.gov.uk gov.scot service.gov.scot gov.nl
  aeroport.fr avocat.fr chambagri.fr chirurgiens-dentistes.fr experts-comptables.fr medecin.fr notaires.fr
  pharmacien.fr port.fr veterinaire.fr`.split(/\s+/),
);

/**
 * Whether anybody can have the name for nothing, since it is below one of the hosts in the private section of the
 * public suffix list: github.io, duckdns.org.
 */
function isOnSharedHost(host: string): boolean {
  const { isPrivate, publicSuffix } = parse(host, { allowPrivateDomains: true });
  return isPrivate === true && !registries.has(publicSuffix ?? '');
}

/** Platforms that have a domain in each country: eventbrite.fr, blogspot.com.ar. */
const inEachCountry = /^(?:blogspot|eventbrite|webnode|jimdo|overblog|facebook|linkedin|yelp)\./;

function isPlatform(host: string): boolean {
  return isOnSharedHost(host) || isIn(platforms, host) || inEachCountry.test(registrableDomain(host) ?? '');
}

/** Lists have some domains as hosts and some as registered. */
const isIn = (list: ReadonlySet<string>, domain: string): boolean =>
  list.has(domain) || list.has(registrableDomain(domain) ?? domain);

export const mailDomains: MailDomains = {
  registrableDomain,
  // A name on a platform, or below one of dynamic DNS, costs nothing either.
  isFreeMail: (domain) =>
    isIn(free, domain) ||
    providerOfCountry.test(registrableDomain(domain) ?? '') ||
    ofFormerStudents.test(domain) ||
    isPlatform(domain),
  isDisposableMail: (domain) => isIn(throwaway, domain),
  isPlatform,
};
