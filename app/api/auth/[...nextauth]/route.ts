import { answerProvider } from '@/lib/server/auth/providers';

export { answerProvider as GET, answerProvider as POST };
