import { trapFields } from '../../sign-on/trap-fields.ts';

/** Id of the paragraph that shows the address on the page after the form. */
export const typedAddressId = 'typed-address';

/**
 * The only script, on the pages with the form and on the page after it.
 *
 * When the form is sent, the script adds how many seconds it was open, unless the page was reloaded or restored,
 * after which a person may need none. The page is the same for everyone and cached at the edge, so only the browser
 * knows this. The script keeps the typed address in this tab, and the page after the form shows it. Links to other
 * languages keep `?source=`; without script, the answer of the form names the source. Everything works without the
 * script.
 *
 * The script must not contain `&` or the less-than sign (see the stylesheet).
 */
export const formScript = `addEventListener('submit',(e)=>{const f=e.target.elements,s=f.${trapFields.elapsed};if(s)s.value=performance.getEntriesByType('navigation')[0]?.type==='navigate'?Math.round(performance.now()/1000):'';try{if(f.email)sessionStorage.setItem('typed-address',f.email.value)}catch{}});const p=document.getElementById('${typedAddressId}');try{const a=sessionStorage.getItem('typed-address');if(p)if(a){p.lastElementChild.textContent=a;p.hidden=false}}catch{}const q=new URLSearchParams(location.search).get('source');if(q)for(const a of document.querySelectorAll('a[hreflang]'))a.search='?source='+encodeURIComponent(q)`;
