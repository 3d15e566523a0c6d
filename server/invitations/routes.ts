import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/invitations.ts';
import { audit } from '../access/audit.ts';
import { change } from '../access/change.ts';
import { createPassword } from '../access/passwords.ts';
import { publicRoute, userRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { asOwner, inWorkspace } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { errorForLog } from '../platform/log.ts';
import { MailFailure } from '../platform/mail.ts';
import { startSession } from '../sign-in/start-session.ts';
import { inviteUser } from './invite-user.ts';
import { invitationOf } from './queries.ts';
import { letterFor, messageOf } from './send-invitation.ts';

export function addInvitationRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database, now } = context;

  publicRoute(app, context, contract.getInvitation, 30, async ({ params }) => {
    const invitation = await asOwner(database, (tx) => invitationOf(tx, params.token, now()));
    if (!invitation) throw gone();
    const { name, email, workspaceName, expiresAt, reset } = invitation;
    return { name, email, workspace: workspaceName, expiresAt: expiresAt.toISOString(), reset };
  });

  publicRoute(app, context, contract.acceptInvitation, 30, async ({ params, body, request, reply }) => {
    const email = await asOwner(database, async (tx) => {
      const invitation = await invitationOf(tx, params.token, now());
      if (!invitation) throw gone();
      await createPassword(tx, invitation, body.password);
      const { workspace, user } = invitation;
      const action = invitation.reset ? 'choose password' : 'accept invitation';
      await audit(tx, { workspace, actor: user, action, subject: user });
      return invitation.email;
    });
    return { user: await startSession(context, request, reply, email, body.password) };
  });

  userRoute(app, context, contract.inviteUser, 'manage_users', async (call) => {
    const { identity, params, request } = call;
    const key = { workspace: identity.workspace, user: params.id };
    return change(context, call, [], async (tx) => {
      const { token, expiresAt } = await inviteUser(tx, key, identity.user.id, now());
      const home = context.url ?? `${request.protocol}://${request.host}`;
      return {
        link: new URL(`/invitations/${token}`, home).href,
        expiresAt: expiresAt.toISOString(),
        canSend: context.mail !== null,
      };
    });
  });

  userRoute(app, context, contract.sendInvitation, 'manage_users', async (call) => {
    const { identity, params, body, request } = call;
    const { workspace, user: sender } = identity;
    const key = { workspace, user: params.id };
    if (!context.mail) throw new Refusal('unprocessable', 'No mail server is set. Copy the link instead.');
    const token = body.link.split('/').at(-1) ?? '';
    const letter = await inWorkspace(database, { workspace, companies: [] }, (tx) =>
      letterFor(tx, key, token, sender.name, now()),
    );
    const home = context.url ?? `${request.protocol}://${request.host}`;
    try {
      // between two transactions: a mail server may take its time
      await context.mail.send(messageOf(letter, new URL(`/invitations/${token}`, home).href));
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      request.log.warn(errorForLog(error));
      throw new Refusal(
        'unavailable',
        `The mail server did not take it (${error.reason}). Copy the link and send it yourself.`,
      );
    }
    await change(context, call, [], (tx) =>
      audit(tx, { workspace, actor: sender.id, action: 'e-mail link to user', subject: params.id }),
    );
    return { sentTo: letter.email };
  });
}

/** The same for a wrong, a used and an old link. */
function gone(): Refusal {
  return new Refusal('not_found', 'This invitation is not valid, or no longer. Ask for a new one.');
}
