'use client';
import { useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { Dialog } from '@/components/controls/dialog';
import type { HostCommand } from '@/lib/live/command';
import type { HostView, SeenMember } from '@/lib/live/seen';
import classes from './live.module.css';

type MemberListProps = { readonly view: HostView; readonly give: (command: HostCommand) => Promise<void> };

const FACTORS = [
  [1, 'As long as all'],
  [1.25, 'A quarter more'],
  [1.5, 'Half as much again'],
  [2, 'Twice as long'],
] as const;

/** Who is in the room; a name opens what can be done about its player. */
export const MemberList = ({ view, give }: MemberListProps) => {
  const [chosen, setChosen] = useState<string | null>(null);
  const member = view.members.find(({ id }) => id === chosen);
  const close = (): void => {
    setChosen(null);
  };
  const count = view.members.length;
  return (
    <section className={classes.members} aria-label="Players">
      <h2>
        {count} {count === 1 ? 'player' : 'players'}
      </h2>
      {count === 0 && <p className={classes.hint}>Nobody is here yet.</p>}
      <ul className={classes.names}>
        {view.members.map((each) => (
          <li key={each.id} data-present={each.present}>
            <button
              type="button"
              onClick={() => {
                setChosen(each.id);
              }}
            >
              {each.name}
              {!each.present && <small> away</small>}
              {each.factor > 1 && <small> ×{each.factor}</small>}
            </button>
          </li>
        ))}
      </ul>
      {member !== undefined && <MemberDialog member={member} give={give} close={close} />}
    </section>
  );
};

type MemberDialogProps = {
  readonly member: SeenMember;
  readonly give: (command: HostCommand) => Promise<void>;
  readonly close: () => void;
};

const MemberDialog = ({ member, give, close }: MemberDialogProps) => (
  <Dialog title={member.name} onClose={close}>
    <div className={controls.stack}>
      <label className={controls.field}>
        <span className={controls.label}>Time for answers</span>
        <select
          className={controls.input}
          value={member.factor}
          onChange={(event) => {
            void give({ name: 'give-time', player: member.id, factor: Number(event.target.value) });
          }}
        >
          {FACTORS.map(([factor, words]) => (
            <option key={factor} value={factor}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <div className={controls.row}>
        <button
          type="button"
          className={`${controls.button} ${controls.danger}`}
          onClick={() => {
            void give({ name: 'remove', player: member.id });
            close();
          }}
        >
          Take out of the room
        </button>
        <button type="button" className={controls.button} onClick={close}>
          Done
        </button>
      </div>
    </div>
  </Dialog>
);
