/** Hidden field of the form: the address about which the sender was asked already. */
export const checkedField = 'emailChecked';
