import type { Metadata } from 'next';
import { Notice } from '@/components/account/notice';

export const metadata: Metadata = { title: 'Account deleted' };

export default function DeletedPage() {
  return (
    <Notice title="Your account is deleted" href="/" link="To the first page">
      Your decks, your schedule and your scores are gone from this server, and you are signed out.
    </Notice>
  );
}
