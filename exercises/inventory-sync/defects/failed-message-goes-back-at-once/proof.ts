// A message that nobody can read, delivered again as long as the queue is asked to, must come to an end; one that finds the database away must
// not come to it at once.
import assert from 'node:assert';
import test from 'node:test';

import { handle } from './src/consumer.js';
import type { Db } from './src/db.js';
import { TestChannel, newDb } from './tests/support.js';

const READABLE = '{"type": "counted", "shop": "s1", "sku": "a", "quantity": 7, "version": 1}';

async function deliver(body: string, db: Db): Promise<{ attempts: number; done: string[] }> {
  const channel = new TestChannel();
  let attempts = 0;
  do {
    attempts += 1;
    await handle({ id: 'm1', attempts, body }, channel, db);
  } while (attempts < 100 && /^(later|requeue)/.test(channel.done[channel.done.length - 1] ?? ''));
  return { attempts, done: channel.done };
}

test('a message that cannot be read is given up', async () => {
  const { attempts } = await deliver('{"type": "coun', await newDb());
  assert.ok(attempts < 100, 'it was delivered 100 times and went back each time');
});

test('a message that finds the database away has time until it is back', async () => {
  const away: Db = { query: () => Promise.reject(new Error('the database is away')) };
  const began = Date.now();
  const { attempts, done } = await deliver(READABLE, away);
  const waited = done.includes('later m1') || Date.now() - began > 1000;
  assert.ok(waited, `it was delivered ${attempts} times without a pause`);
});
