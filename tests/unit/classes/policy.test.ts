import { expect, test } from 'vitest';
import {
  CLASS_ACTS,
  CLASS_ROLES,
  may,
  needsLiveClass,
  rolesThatMay,
  type ClassAct,
} from '@/lib/classes/policy';

/** The whole of who may what: owner, teacher, pupil in a class in use, then the same in one that is put away. */
const TABLE: Readonly<Record<ClassAct, string>> = {
  'see-class': 'OTP OTP',
  'see-pupils': 'OT  OT ',
  'see-own-work': '  P   P',
  'see-work': 'OT  OT ',
  'see-keys': 'OT  OT ',
  'do-work': '  P    ',
  assign: 'OT     ',
  'help-pupil': 'OT     ',
  'remove-pupil': 'OT  OT ',
  'invite-pupils': 'OT     ',
  'export-pupil': 'OT  OT ',
  'erase-pupil': 'OT  OT ',
  rename: 'OT     ',
  'invite-teachers': 'O      ',
  'remove-teacher': 'O   O  ',
  archive: 'O   O  ',
  delete: 'O   O  ',
  leave: ' TP  TP',
};

test.each(CLASS_ACTS)('who may %s', (act) => {
  const inClass = (isArchived: boolean) =>
    CLASS_ROLES.map((role, at) => (may({ role, isArchived }, act) ? 'OTP'[at] : ' ')).join('');
  expect(`${inClass(false)} ${inClass(true)}`).toBe(TABLE[act]);
});

test('who does not belong to a class may nothing, in use or put away', () => {
  for (const act of CLASS_ACTS) {
    for (const isArchived of [false, true]) expect(may({ role: null, isArchived }, act), act).toBe(false);
  }
});

test('nobody may in an archive what they may not in a class in use', () => {
  for (const act of CLASS_ACTS) {
    for (const role of CLASS_ROLES) {
      if (may({ role, isArchived: true }, act)) expect(may({ role, isArchived: false }, act)).toBe(true);
    }
  }
});

test('what a query asks is what the policy says', () => {
  for (const act of CLASS_ACTS) {
    for (const role of CLASS_ROLES) {
      for (const isArchived of [false, true]) {
        const asked = rolesThatMay(act).includes(role) && !(isArchived && needsLiveClass(act));
        expect(asked, `${role} ${act}`).toBe(may({ role, isArchived }, act));
      }
    }
  }
});
