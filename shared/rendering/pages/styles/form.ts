/** Forms: fields, error messages, buttons. */
export const formStyle = `
form { margin: 0; }
form + p { margin-top: 1.5rem; }
fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
legend { padding: 0; font-weight: 600; }
legend.group { font: 700 1.375rem/1.2 var(--serif); padding: 1.25rem 0 .75rem; }
.spare { display: none; }
.field { margin: 0 0 1.5rem; }
.field > label, .field > legend { display: block; font-weight: 600; margin-bottom: .25rem; }
.field .hint { margin: 0 0 .375rem; }
input, select, textarea { font: inherit; color: inherit; }
.field > input, .field > select, .field > textarea { display: block; width: 100%; max-width: 32rem; min-height: 3rem; padding: .5rem .75rem; border: 2px solid var(--edge); border-radius: 4px; background: var(--paper); }
.field > .option { display: flex; align-items: flex-start; gap: .75rem; margin: 0; padding: .5rem 0; font-weight: 400; cursor: pointer; }
.option input { flex: none; width: 1.625rem; height: 1.625rem; margin: 0; accent-color: var(--accent); }
.wrong { padding-inline-start: 1rem; border-inline-start: 5px solid var(--bad); }
.problem { color: var(--bad); font-weight: 600; margin: 0 0 .375rem; }
.wrong > input, .wrong > select { border-color: var(--bad); }
.wrong :is(input, select, textarea) { scroll-margin-top: 11rem; }
.summary { margin: 1.5rem 0; padding: 1.25rem; border: 4px solid var(--bad); border-radius: 4px; background: var(--paper); }
.summary h2 { margin: 0 0 .5rem; font-size: 1.25rem; }
.summary h2:focus { outline: none; }
.summary a { color: var(--bad); font-weight: 600; }
.summary ul { margin: 0; padding-inline-start: 1.25rem; }
.summary li { padding: .125rem 0; }
.action { margin: 2rem 0 0; }
.action p { margin: .5rem 0 0; }
form:has(#kind):not(:has(#kind:checked, #kind-individual:checked, .wrong)) .after-kind { display: none; }
form:has(#kind:checked) .for-people:not(:has(.wrong)), form:has(#kind-individual:checked) .for-organizations:not(:has(.wrong)) { display: none; }
`;
