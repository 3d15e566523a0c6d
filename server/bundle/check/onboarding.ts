import { OWNER_ROLES, SIDE_OF_ROLE } from '../../../domain/onboarding/sides.ts';
import { cellAccess, type FileInCheck, type RowRule } from './file-in-check.ts';

/** A user and the vCIO own tasks of ours, the primary contact owns the client's. */
export function onboardingTemplateRule(file: FileInCheck): RowRule {
  const [side, owner, role] = ['side', 'owner', 'ownerRole'].map((name) =>
    cellAccess(file.columns, name),
  ) as [Access, Access, Access];
  return {
    row(row) {
      const given = OWNER_ROLES.find((one) => one === role.of(row));
      const [of, expected] = [side.of(row), given && SIDE_OF_ROLE[given]];
      if (typeof of === 'string' && expected !== undefined && of !== expected)
        file.report(
          row.line,
          role.place,
          `ownerRole is ${given} of a task of side ${of}; expected side ${expected}`,
        );
      if (of === 'client' && typeof owner.of(row) === 'string')
        file.report(row.line, owner.place, 'owner is a user of a task of side client; expected side us');
    },
  };
}

/** A user owns tasks of ours, a contact the client's. */
export function onboardingTaskRule(file: FileInCheck): RowRule {
  const [side, owner, contact] = ['side', 'owner', 'contact'].map((name) =>
    cellAccess(file.columns, name),
  ) as [Access, Access, Access];
  return {
    row(row) {
      const of = side.of(row);
      if (of === 'client' && typeof owner.of(row) === 'string')
        file.report(row.line, owner.place, 'owner is a user of a task of side client; expected side us');
      if (of === 'us' && typeof contact.of(row) === 'string')
        file.report(
          row.line,
          contact.place,
          'contact is somebody of the client of a task of side us; expected side client',
        );
    },
  };
}

type Access = ReturnType<typeof cellAccess>;
