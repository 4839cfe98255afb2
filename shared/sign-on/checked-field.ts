/**
 * Hidden field of the page's form: the address about which its sender was asked already.
 */
export const checkedField = 'emailChecked';
