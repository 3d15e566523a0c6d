import { OWNER_ROLE_NAMES, type OwnerRole, SIDE_OF_ROLE, type Side } from './sides.ts';

interface CheckedTask {
  readonly title: string;
  readonly side: Side;
  readonly ownerRole: OwnerRole | null;
  readonly owner: string | null;
  readonly ownerName: string | null;
}

/** Everything that keeps these from being the tasks of a template, each a sentence that names the task. */
export function templateProblems(tasks: readonly CheckedTask[]): string[] {
  return tasks.flatMap(({ title, side, ownerRole, owner, ownerName }) => {
    const owners = [ownerRole, owner, ownerName].filter((one) => one !== null).length;
    return [
      ...(owners > 1 ? [`"${title}" has ${owners} owners; expected one.`] : []),
      ...(ownerRole !== null && SIDE_OF_ROLE[ownerRole] !== side
        ? [`"${title}" ${OF_SIDE[side]}; its owner cannot be the ${OWNER_ROLE_NAMES[ownerRole]}.`]
        : []),
      ...(owner !== null && side === 'client'
        ? [`"${title}" is the client's; its owner cannot be a user.`]
        : []),
    ];
  });
}

const OF_SIDE: Readonly<Record<Side, string>> = { us: 'is ours', client: "is the client's" };
