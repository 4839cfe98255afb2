import { trapFields } from '../../sign-on/trap-fields.ts';

/** Id of the paragraph that shows the address on the page after the form. */
export const typedAddressId = 'typed-address';

/**
 * The one script, on the pages with the form and on the page after it. When the form is sent, it says after how many
 * seconds, unless the page was reloaded or restored, where a person may need none; the page is the same for everybody and
 * kept at the edge, so nothing else can know. It keeps the typed address in this tab, and the page after the form shows it.
 * Links to the page in other languages keep `?source=`, which the form's answer names without script.
 * Without script nothing is said, and nothing follows. Neither `&` nor the less-than sign may occur (see the stylesheet).
 */
export const formScript = `addEventListener('submit',(e)=>{const f=e.target.elements,s=f.${trapFields.elapsed};if(s)s.value=performance.getEntriesByType('navigation')[0]?.type==='navigate'?Math.round(performance.now()/1000):'';try{if(f.email)sessionStorage.setItem('typed-address',f.email.value)}catch{}});const p=document.getElementById('${typedAddressId}');try{const a=sessionStorage.getItem('typed-address');if(p)if(a){p.lastElementChild.textContent=a;p.hidden=false}}catch{}const q=new URLSearchParams(location.search).get('source');if(q)for(const a of document.querySelectorAll('a[hreflang]'))a.search='?source='+encodeURIComponent(q)`;
