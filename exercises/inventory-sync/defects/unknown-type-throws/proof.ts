// The warehouses begin to send a type that this version does not know.
import assert from 'node:assert';
import test from 'node:test';

import { handle } from './src/consumer.js';
import { TestChannel, newDb } from './tests/support.js';

test('a type that is not known is left alone', async () => {
  const db = await newDb();
  const channel = new TestChannel();
  const body = JSON.stringify({ type: 'relocated', shop: 's1', sku: 'a', shelf: 'B-12', version: 4 });
  await handle({ id: 'm1', attempts: 1, body }, channel, db);
  assert.deepStrictEqual(channel.done, ['ack m1']);
  assert.deepStrictEqual(await db.query('SELECT * FROM levels'), []);
});
