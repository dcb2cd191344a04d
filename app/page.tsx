import { Landing } from '@/components/home/landing';
import { Shelf } from '@/components/home/shelf';
import { currentUser } from '@/lib/server/auth/session';
import { listDecks } from '@/lib/server/data/decks';
import { dueByDeck } from '@/lib/server/data/due';
import { deleteDeckAction, openDemoAction, renameDeckAction } from './actions';

export default async function Home() {
  const user = await currentUser();
  if (user === null) return <Landing openDemo={openDemoAction} />;
  const [decks, due] = await Promise.all([listDecks(user), dueByDeck(user, new Date())]);
  return (
    <Shelf
      decks={decks.map((deck) => ({ ...deck, ...(due.get(deck.id) ?? { due: 0, fresh: 0 }) }))}
      actions={{ rename: renameDeckAction, remove: deleteDeckAction }}
      openDemo={openDemoAction}
    />
  );
}
