// The queue is being restarted, and refuses: the booking stands, and the process with it.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Desk } from './src/desk.js';

test('a refused text message breaks nothing', async () => {
  const unhandled: unknown[] = [];
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (reason) => void unhandled.push(reason));
  console.error = () => undefined;
  const slots = { taken: async () => 0, add: async () => 7, addBelow: async () => 7 };
  const queue = () => new Promise<void>((_, refuse) => setTimeout(() => refuse(new Error('the queue is closing')), 10));
  const desk = new Desk(slots, { queue }, () => new Date('2026-10-01T08:00:00Z'));
  assert.equal((await desk.book({ slot: '2026-10-05T09:15Z', name: 'Ana', mobile: '+351912000111' })).status, 201);
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.deepEqual(unhandled, [], 'a rejection without a handler ends the process');
});
