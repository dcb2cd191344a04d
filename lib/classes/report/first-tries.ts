/** The first attempt of each player: what they knew before they were told anything. */
export const firstTries = <Row extends { readonly attempt: number }>(rows: readonly Row[]): Row[] =>
  rows.filter(({ attempt }) => attempt === 1);
