/** "7.5 points", "1 point", "−0.25 points": points as they are read, to two decimals. */
export const pointsInWords = (points: number): string => {
  const number = String(Number(points.toFixed(2))).replace('-', '−');
  return number === '1' ? '1 point' : `${number} points`;
};
