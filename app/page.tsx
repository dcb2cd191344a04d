import { OpenWork } from '@/components/classes/open-work';
import { Landing } from '@/components/home/landing';
import { Shelf } from '@/components/home/shelf';
import { todaysPart } from '@/lib/memory/backlog';
import { currentUser } from '@/lib/server/auth/session';
import { assignedDue } from '@/lib/server/data/assigned-cards';
import { openWork } from '@/lib/server/data/assigned-work';
import { listDecks } from '@/lib/server/data/decks';
import { dayRoom, dueByDeck, type DueOfDeck } from '@/lib/server/data/due';
import { deleteDeckAction, openDemoAction, renameDeckAction } from './actions';

export default async function Home() {
  const user = await currentUser();
  if (user === null) return <Landing openDemo={openDemoAction} />;
  const now = new Date();
  const [decks, due, room, work, classDue] = await Promise.all([
    listDecks(user),
    dueByDeck(user, now),
    dayRoom(user, now),
    openWork(user, now),
    assignedDue(user, now),
  ]);
  const sum = (of: (deck: DueOfDeck) => number) =>
    [...due.values()].reduce((total, deck) => total + of(deck), 0);
  const waiting = {
    steps: sum(({ steps }) => steps),
    reviews: sum(({ due, steps }) => due - steps),
    fresh: sum(({ fresh }) => fresh),
  };
  return (
    <>
      <OpenWork work={work} due={classDue} now={now} zone={user.learner.zone} />
      <Shelf
        decks={decks.map((deck) => ({ ...deck, ...(due.get(deck.id) ?? { due: 0, fresh: 0 }) }))}
        part={todaysPart(waiting, room)}
        actions={{ rename: renameDeckAction, remove: deleteDeckAction }}
        openDemo={openDemoAction}
      />
    </>
  );
}
