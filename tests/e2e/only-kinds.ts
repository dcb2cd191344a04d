import type { Page } from '@playwright/test';

/** On the form of a new quiz, with its settings open: asks in these kinds of question alone. */
export const onlyKinds = async (page: Page, ...names: readonly string[]): Promise<void> => {
  const kinds = page.getByRole('group', { name: 'Kinds of question' });
  for (const box of await kinds.getByRole('checkbox').all()) await box.uncheck();
  for (const name of names) await kinds.getByRole('checkbox', { name }).check();
};
