import type { Flag } from '@/lib/memory/flags';
import { ToolButton } from './study-buttons';
import classes from './study.module.css';

type CardToolsProps = {
  readonly flag: Flag | null;
  readonly revealed: boolean;
  readonly handsFree: { readonly canSpeak: boolean; readonly on: boolean; readonly toggle: () => void };
  /** `null`: there is nothing to take back, or it is not the time. */
  readonly undo: (() => void) | null;
  readonly onEvidence: () => void;
  /** `null`: the card is not theirs to set aside or flag. */
  readonly own: {
    readonly onBury: () => void;
    readonly onSuspend: () => void;
    readonly onFlag: () => void;
  } | null;
  readonly onKeys: () => void;
};

/** What can be done with a card beside answering it. */
export const CardTools = (props: CardToolsProps) => {
  const { flag, revealed, handsFree, undo, own } = props;
  return (
    <div className={classes.tools}>
      <ToolButton
        name="Undo"
        sign="U"
        title="Take the last answer back"
        off={undo === null}
        onClick={() => undo?.()}
      />
      <ToolButton
        name="Evidence"
        sign="E"
        title="The sentence that it comes from"
        off={!revealed}
        onClick={() => {
          if (revealed) props.onEvidence();
        }}
      />
      {own !== null && (
        <>
          <ToolButton name="Bury" sign="B" title="Not again before tomorrow" onClick={own.onBury} />
          <ToolButton
            name="Suspend"
            sign="S"
            title="Not again until you take it in"
            onClick={own.onSuspend}
          />
          <ToolButton
            name={flag === null ? 'Flag' : `Flag: ${flag}`}
            sign="F"
            title="Mark this card"
            onClick={own.onFlag}
          />
        </>
      )}
      {handsFree.canSpeak && (
        <ToolButton
          name={handsFree.on ? 'Hands-free: on' : 'Hands-free'}
          sign="H"
          title="Reads each card aloud and goes on by itself"
          onClick={handsFree.toggle}
        />
      )}
      <ToolButton name="Keys" sign="?" title="All keys and gestures" onClick={props.onKeys} />
    </div>
  );
};
