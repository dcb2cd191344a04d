/** The text of a form's field; empty where it is missing or a file, or where what a stranger sent is no form. */
export const textOf = (form: FormData, name: string): string => {
  const value = (form as unknown) instanceof FormData ? form.get(name) : null;
  return typeof value === 'string' ? value : '';
};
