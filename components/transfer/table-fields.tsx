import { useId } from 'react';
import controls from '@/components/controls/controls.module.css';
import classes from './transfer.module.css';
import type { ImportChoice } from './use-import';

type TableFieldsProps = {
  readonly choice: ImportChoice;
  readonly onChange: (choice: ImportChoice) => void;
};

const FIELDS = [
  ['', 'Found out'],
  ['\\t', 'Tab'],
  [',', 'Comma'],
  [';', 'Semicolon'],
  [' - ', 'Dash with spaces'],
  ['|', 'Upright bar'],
] as const;
const ROWS = [
  ['', 'New line'],
  [';', 'Semicolon'],
  ['\\n\\n', 'Empty line'],
  ['|', 'Upright bar'],
] as const;

/** How a table is parted, where that is not plain by itself. */
export const TableFields = ({ choice, onChange }: TableFieldsProps) => {
  const id = useId();
  return (
    <fieldset className={classes.table}>
      <legend className={controls.label}>How the table is parted</legend>
      <div className={classes.pair}>
        <div className={controls.field}>
          <label htmlFor={`${id}-field`} className={controls.label}>
            Between question and answer
          </label>
          <select
            id={`${id}-field`}
            className={controls.input}
            value={choice.field}
            onChange={(event) => {
              onChange({ ...choice, field: event.target.value });
            }}
          >
            {FIELDS.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <div className={controls.field}>
          <label htmlFor={`${id}-row`} className={controls.label}>
            Between cards
          </label>
          <select
            id={`${id}-row`}
            className={controls.input}
            value={choice.row}
            onChange={(event) => {
              onChange({ ...choice, row: event.target.value });
            }}
          >
            {ROWS.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <div className={controls.field}>
          <label htmlFor={`${id}-head`} className={controls.label}>
            First row
          </label>
          <select
            id={`${id}-head`}
            className={controls.input}
            value={choice.header}
            onChange={(event) => {
              const header = event.target.value;
              onChange({ ...choice, header: header === 'yes' || header === 'no' ? header : 'auto' });
            }}
          >
            <option value="auto">Found out</option>
            <option value="yes">Names the columns</option>
            <option value="no">Is a card</option>
          </select>
        </div>
      </div>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={choice.swapped}
          onChange={(event) => {
            onChange({ ...choice, swapped: event.target.checked });
          }}
        />
        <span>The answer comes first</span>
      </label>
    </fieldset>
  );
};
