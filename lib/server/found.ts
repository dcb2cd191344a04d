import 'server-only';
import { notFound } from 'next/navigation';
import { Refusal } from '@/lib/refusal';

/** What a page asked for; where it is not there, or not theirs, the page says so. */
export const found = async <T>(asked: Promise<T>): Promise<T> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
};
