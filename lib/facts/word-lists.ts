/** Nouns that a sentence points back with. In small letters. */

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** Heads that mean one that was spoken of before, wherever they stand. */
export const POINTING_HEADS = set(
  `agreement pact deal move decision company firm business government president minister country nation region city
  town area report study survey research researcher team group organisation organization event project programme
  program plan law bill act crisis war conflict attack incident man woman boy girl child pair couple family book
  film campaign site building museum university school court case party visit summit meeting session period time
  century decade author scientist official authority police ship river island village empire king emperor queen
  result proposal idea theory process method practice effort issue problem change increase fall rise figure number
  finding experiment trial test service scheme treaty charity institution college club league army force troops
  population people resident community theatre house church complex club season championship title competition game
  match division device product machine design version model site place spot location hotel resort shop store
  restaurant line network system collection exhibition gallery work painting letter speech statement interview
  article post page list ruling verdict judge judges trial jury prisoner inmate worker employee employer student
  teacher pupil parent driver passenger victim survivor attacker suspect former latter reason purpose aim goal`,
);
