import { FirstArticle } from '@/components/article/first-article';
import type { Refused } from '@/lib/refusal';
import { DemoButton } from './demo-button';
import classes from './home.module.css';

const POINTS = [
  {
    title: 'Every question can be proved',
    text: 'Each fact keeps the sentence it comes from, word for word. One key shows it in its place.',
  },
  {
    title: 'It works alone',
    text: 'Plain rules read your text on this server. Nothing is sent anywhere else, and no account elsewhere is needed.',
  },
  {
    title: 'It is your memory',
    text: 'You keep what is worth knowing. A schedule brings each fact back shortly before you would forget it.',
  },
] as const;

/** The first page for someone who has not come before: what this is, and the place to try it. */
export const Landing = ({ openDemo }: { openDemo: () => Promise<Refused> }) => (
  <>
    <div className={classes.hero}>
      <h1>Remember what you read</h1>
      <p>
        Quizwright turns an article into facts with their proof, flashcards and quizzes. Paste one and see its
        questions; sign up when you want to keep them.
      </p>
    </div>
    <FirstArticle />
    <div className={classes.or}>
      <span>No article at hand?</span>
      <DemoButton openDemo={openDemo} />
    </div>
    <ul className={classes.points}>
      {POINTS.map(({ title, text }) => (
        <li key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  </>
);
