'use client';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { theme } from './theme';

/** What every page stands in: the theme, in the colours that the device or the person asks for. */
export const Providers = ({ nonce, children }: { nonce: string; children: ReactNode }) => (
  <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
    {children}
  </MantineProvider>
);
