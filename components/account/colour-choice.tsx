'use client';
import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import classes from './account.module.css';

const CHOICES: readonly { readonly value: MantineColorScheme; readonly label: string }[] = [
  { value: 'auto', label: 'As the device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const never = () => () => undefined;

/** Light, dark, or as the device has it; kept in this browser. */
export const ColourChoice = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The choice is kept in the browser, so the server's page cannot know it: nothing is marked until it is read.
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fieldset className={classes.choices}>
      <legend>Colours on this device</legend>
      {CHOICES.map(({ value, label }) => (
        <label key={value} className={classes.choice}>
          <input
            type="radio"
            name="colours"
            value={value}
            className={classes.radio}
            checked={inBrowser && colorScheme === value}
            onChange={() => {
              setColorScheme(value);
            }}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
};
