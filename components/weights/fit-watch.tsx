'use client';
import { useEffect } from 'react';
import { useRouter } from 'next/navigation';

const EVERY_MS = 1500;

/** While it stands on a page, the page is looked at anew from time to time: something on it is under way. */
export const FitWatch = () => {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [router]);
  return null;
};
