import '@mantine/core/styles.css';
import './global.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '@/components/shell/providers';
import { SiteHeader } from '@/components/shell/site-header';
import { currentUser } from '@/lib/server/auth/session';

export const metadata: Metadata = {
  title: { default: 'Quizwright', template: '%s · Quizwright' },
  description: 'Turn an article into memory: facts with their proof, flashcards and quizzes.',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? '';
  const user = await currentUser();
  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
      </head>
      <body>
        <Providers nonce={nonce}>
          <SiteHeader presence={user === null ? 'nobody' : user.email === null ? 'visitor' : 'member'} />
          <main id="content" tabIndex={-1}>
            {children}
          </main>
        </Providers>
      </body>
    </html>
  );
}
