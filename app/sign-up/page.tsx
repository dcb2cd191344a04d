import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { CredentialsForm } from '@/components/account/credentials-form';
import { ProviderButtons } from '@/components/account/provider-buttons';
import { SignPage } from '@/components/account/sign-page';
import { localPath } from '@/lib/local-path';
import { signInProviders } from '@/lib/server/auth/providers';
import { currentUser } from '@/lib/server/auth/session';
import { signUpAction } from './actions';

export const metadata: Metadata = { title: 'Sign up' };

export default async function SignUpPage({ searchParams }: PageProps<'/sign-up'>) {
  const { next: wanted, error } = await searchParams;
  const next = localPath(wanted);
  const user = await currentUser();
  if (user !== null && user.email !== null) redirect(next as Route);
  return (
    <SignPage
      title="Sign up"
      lead={
        user === null
          ? 'Your decks, your schedule and your scores, kept for you on this server.'
          : 'What you made here so far becomes yours to keep.'
      }
      error={typeof error === 'string' ? error : undefined}
      foot={
        <>
          An account already?{' '}
          <Link href={{ pathname: '/sign-in', query: next === '/' ? {} : { next } }}>Sign in</Link>
        </>
      }
    >
      <CredentialsForm purpose="sign-up" action={signUpAction} next={next} />
      <ProviderButtons providers={signInProviders()} next={next} />
    </SignPage>
  );
}
