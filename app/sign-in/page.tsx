import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { CredentialsForm } from '@/components/account/credentials-form';
import { ProviderButtons } from '@/components/account/provider-buttons';
import { SignPage } from '@/components/account/sign-page';
import { localPath } from '@/lib/local-path';
import { signInProviders } from '@/lib/server/auth/providers';
import { currentUser } from '@/lib/server/auth/session';
import { signInAction } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next: wanted, error } = await searchParams;
  const next = localPath(wanted);
  const user = await currentUser();
  if (user !== null && user.email !== null) redirect(next as Route);
  return (
    <SignPage
      title="Sign in"
      lead={
        user === null ? 'Go on where you left off.' : 'What you made here so far is added to your account.'
      }
      error={typeof error === 'string' ? error : undefined}
      foot={
        <>
          No account yet?{' '}
          <Link href={{ pathname: '/sign-up', query: next === '/' ? {} : { next } }}>Sign up</Link>
        </>
      }
    >
      <CredentialsForm purpose="sign-in" action={signInAction} next={next} />
      <ProviderButtons providers={signInProviders()} next={next} />
    </SignPage>
  );
}
