/**
 * The console's only script. All pages also work without it.
 *
 * A key presses the button that names it. A box ticks all boxes of its form. Parts that are marked as live are loaded
 * again every half minute, for at most half an hour, so that an open page does not keep its session alive. A browser
 * asks before it leaves a page with text that was not sent.
 *
 * The script must not contain `&` or the less-than sign.
 */
export const consoleScript = [
  'const t=(e)=>/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)',
  "addEventListener('keydown',(e)=>{if(t(e)||e.ctrlKey||e.metaKey||e.altKey)return;const b=document.querySelector('[data-key='+JSON.stringify(e.key)+']');if(b){e.preventDefault();b.click()}})",
  "addEventListener('change',(e)=>{const a=e.target;if(a.matches('[data-all]'))for(const i of a.form.querySelectorAll('input[name=ids]'))i.checked=a.checked})",
  "let n=60;const l=()=>document.querySelectorAll('[data-live]')",
  "if(l().length)setInterval(async()=>{if(document.hidden||!n)return;n--;const r=await fetch(location.href,{headers:{accept:'text/html'}}).catch(()=>({}));if(!r.ok||r.redirected)return;const d=new DOMParser().parseFromString(await r.text(),'text/html');for(const e of l()){const f=d.getElementById(e.id);if(f)e.replaceWith(f)}},30000)",
  "let u=!!document.querySelector('[data-unsaved=yes]')",
  "addEventListener('input',(e)=>{if(e.target.closest('[data-unsaved]'))u=true})",
  "addEventListener('submit',(e)=>{if(e.submitter?.formTarget!=='_blank')u=false})",
  "addEventListener('beforeunload',(e)=>{if(u)e.preventDefault()})",
].join(';');
