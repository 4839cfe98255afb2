import { trapFields } from '../../sign-on/trap-fields.ts';

/**
 * The one script of a page with the form: when it is sent, it says after how many seconds. The page is the same for
 * everybody and kept at the edge, so nothing else can know; without script nothing is said, and nothing follows.
 * Neither `&` nor the less-than sign may occur (see the stylesheet).
 */
export const formTimerScript = `addEventListener('submit',(e)=>{const f=e.target.elements.${trapFields.elapsed};if(f)f.value=Math.round(performance.now()/1000)})`;
