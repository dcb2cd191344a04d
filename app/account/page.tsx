import type { Metadata } from 'next';
import Link from 'next/link';
import { AccountFrame, ExportLink, Section, SignOutForm } from '@/components/account/account-sections';
import { ColourChoice } from '@/components/account/colour-choice';
import { DataImport } from '@/components/account/data-import';
import { DeletionForm } from '@/components/account/deletion-form';
import { JoinPrompt } from '@/components/account/join-prompt';
import { PasswordForm } from '@/components/account/password-form';
import { SettingsForm } from '@/components/account/settings-form';
import { StudySettingsForm } from '@/components/account/study-settings-form';
import { currentUser } from '@/lib/server/auth/session';
import { retentionChoices } from '@/lib/server/retention-choices';
import { knownZones } from '@/lib/server/zone';
import {
  changePasswordAction,
  deleteAccountAction,
  saveSettingsAction,
  saveStudySettingsAction,
  signOutAction,
} from './actions';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const user = await currentUser();
  if (user?.email == null) return <JoinPrompt visitor={user !== null} />;
  const { zone, dayStart } = user.learner;
  return (
    <AccountFrame email={user.email} name={user.name}>
      <Section title="Settings">
        <SettingsForm
          action={saveSettingsAction}
          name={user.name ?? ''}
          zone={zone}
          dayStart={dayStart}
          zones={knownZones(zone)}
        />
      </Section>
      <Section title="Schedule">
        <p>
          <Link href="/memory/weights">Your weights</Link>: how the schedule foresees when you forget, fitted
          to your own answers.
        </p>
      </Section>
      <Section title="Studying">
        <StudySettingsForm
          action={saveStudySettingsAction}
          settings={user.study}
          retentions={retentionChoices(user)}
        />
      </Section>
      <Section title="Look">
        <ColourChoice />
      </Section>
      <Section title="Password">
        <p>
          {user.hasPassword
            ? 'A change ends every other session of yours.'
            : 'You sign in by a provider. With a password you can sign in without it, too.'}
        </p>
        <PasswordForm action={changePasswordAction} email={user.email} hasPassword={user.hasPassword} />
      </Section>
      <Section title="Sign out">
        <p>Ends your sessions on every device, not only on this one.</p>
        <SignOutForm signOut={signOutAction} />
      </Section>
      <Section title="Your data">
        <p>
          One JSON file with your decks, articles, facts, questions, the schedule, every review and every
          quiz.
        </p>
        <ExportLink />
        <DataImport />
      </Section>
      <Section title="Delete the account">
        <p>
          Deletes your decks with their articles, facts and questions, your schedule and reviews, and your
          quizzes with their scores. It cannot be undone; export your data first if you may want it.
        </p>
        <DeletionForm action={deleteAccountAction} hasPassword={user.hasPassword} />
      </Section>
    </AccountFrame>
  );
}
