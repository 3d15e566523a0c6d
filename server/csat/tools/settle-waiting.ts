import { readDelivery as readBody } from '../../../domain/csat/read-delivery.ts';
import { audit } from '../../access/audit.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { updateDelivery, waitingDelivery } from './deliveries.ts';
import { lockTool } from './read-tools.ts';
import { takeDelivery } from './take-delivery.ts';

interface With {
  /** That waiting bodies are sealed with. */
  readonly key: Buffer;
  readonly now: Date;
}

/** Takes a waiting delivery as this company's. Refuses one that cannot be read: its tool's mapping has to be mended first. */
export async function assignDelivery(
  tx: Tx,
  { user }: Viewer,
  id: string,
  company: string,
  { key, now }: With,
): Promise<void> {
  const waiting = await waitingDelivery(tx, id, key);
  const tool = await lockTool(tx, waiting.tool);
  const { problem } = readBody(waiting.body, tool.mapping, { now, timeZone: tool.timeZone });
  if (problem !== null)
    throw new Refusal(
      'unprocessable',
      `It cannot be read: ${problem} Change the mapping of ${tool.name} first.`,
    );
  const outcome = await takeDelivery(tx, tool, { ...waiting, key: id }, now, { company, actor: user.id });
  await updateDelivery(tx, id, outcome);
}

/** Reads a waiting delivery again; it goes on waiting where something is still missing. */
export async function retryDelivery(tx: Tx, id: string, { key, now }: With): Promise<void> {
  const waiting = await waitingDelivery(tx, id, key);
  const tool = await lockTool(tx, waiting.tool);
  await updateDelivery(tx, id, await takeDelivery(tx, tool, { ...waiting, key: id }, now));
}

/** Puts a waiting delivery aside; should its answer come again, it stays aside. */
export async function dismissDelivery(
  tx: Tx,
  { workspace, user }: Viewer,
  id: string,
  { key, now }: With,
): Promise<void> {
  const waiting = await waitingDelivery(tx, id, key);
  const { name, mapping, timeZone } = await lockTool(tx, waiting.tool);
  const read = readBody(waiting.body, mapping, { now, timeZone });
  const answerId = read.problem === null ? read.answer.id : read.id;
  const message = `Dismissed by ${user.name}.`;
  await updateDelivery(tx, id, { outcome: 'dismissed', message, answerId, company: null, response: null });
  await audit(tx, { workspace, actor: user.id, action: 'dismiss survey delivery', subject: name });
}
