// A message that nobody can read, delivered again as long as the queue is asked to: it must come to an end.
import assert from 'node:assert';
import test from 'node:test';

import { handle } from './src/consumer.js';
import { TestChannel, newDb } from './tests/support.js';

test('a message that cannot be read is given up', async () => {
  const db = await newDb();
  const channel = new TestChannel();
  let attempts = 0;
  do {
    attempts += 1;
    await handle({ id: 'm1', attempts, body: '{"type": "coun' }, channel, db);
  } while (attempts < 100 && /^(later|requeue)/.test(channel.done[channel.done.length - 1] ?? ''));
  assert.ok(attempts < 100, 'it was delivered 100 times and went back each time');
});
