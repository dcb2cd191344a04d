import type { Metadata } from 'next';
import { Notice } from '@/components/account/notice';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFoundPage() {
  return (
    <Notice title="There is nothing here" href="/" link="To the first page">
      The address may be mistyped, what was here may be deleted, or it belongs to someone else.
    </Notice>
  );
}
