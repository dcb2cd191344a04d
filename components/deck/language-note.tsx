import classes from './deck.module.css';

const NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

const inWords = (language: string): string =>
  language === 'und' ? 'a language that was not recognised' : (NAMES.of(language) ?? language);

/** What a person must know of an article that is not in English; nothing for one that is. */
export const LanguageNote = ({ language }: { language: string }) =>
  /^en(?:-|$)/iu.test(language) ? null : (
    <p className={classes.note} role="note">
      This article is in {inWords(language)}. The reader knows the rules of English only, so it made just a
      reduced set: gaps for figures, dates and names. Sentences not used are listed below the facts.
    </p>
  );
