'use client';
import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Ink blue, dark enough from shade 6 on to be read as text on white (4.5:1) and light enough at 4 for dark mode. */
const ink: MantineColorsTuple = [
  '#eef3fb',
  '#dae4f3',
  '#b2c7e7',
  '#86a8db',
  '#628dd0',
  '#4b7cca',
  '#2f62b0',
  '#27539a',
  '#1f4582',
  '#15356a',
];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  // Where black and white stand out equally: shade 4 then carries black text, 6:1, not white, 3.4:1.
  luminanceThreshold: 0.18,
  colors: { ink },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "Helvetica Neue", Arial, sans-serif',
  headings: { fontWeight: '650', textWrap: 'balance' },
});
