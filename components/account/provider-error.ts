/** Why a sign-in by a provider ended without one, from the code that next-auth puts into the address. */
export const providerErrorWords = (code: string): string => {
  switch (code) {
    case 'OAuthAccountNotLinked':
      return 'There is an account with this email already. Sign in the way you did before.';
    case 'AccessDenied':
      return 'The provider gave no confirmed email address, or you said no. Try again, or sign up with email and password.';
    case 'Callback':
    case 'OAuthCallback':
    case 'OAuthSignin':
    case 'OAuthCreateAccount':
      return 'The provider did not confirm who you are. Try again, or use email and password.';
    case 'SessionRequired':
      return 'Sign in to see that page.';
    default:
      return 'Signing in did not work. Try again.';
  }
};
