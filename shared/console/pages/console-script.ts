/**
 * The console's one script: it saves work and carries none. Keys press the button that names them, a box ticks all boxes
 * of its form. Neither `&` nor the less-than sign may occur.
 */
export const consoleScript = [
  'const t=(e)=>/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)',
  "addEventListener('keydown',(e)=>{if(t(e)||e.ctrlKey||e.metaKey||e.altKey)return;const b=document.querySelector('[data-key='+JSON.stringify(e.key)+']');if(b){e.preventDefault();b.click()}})",
  "addEventListener('change',(e)=>{const a=e.target;if(a.matches('[data-all]'))for(const i of a.form.querySelectorAll('input[name=ids]'))i.checked=a.checked})",
].join(';');
