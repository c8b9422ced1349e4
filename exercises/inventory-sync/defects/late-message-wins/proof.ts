// The queue keeps no order: the older of two messages comes last.
import assert from 'node:assert';
import test from 'node:test';

import { handle } from './src/consumer.js';
import { TestChannel, newDb } from './tests/support.js';

test('an older message does not undo a newer one', async () => {
  const db = await newDb();
  const channel = new TestChannel();
  const send = (version: number, quantity: number) => {
    const body = JSON.stringify({ type: 'moved', shop: 's1', sku: 'a', quantity, version });
    return handle({ id: `m${version}`, attempts: 1, body }, channel, db);
  };
  await send(11, 4);
  await send(12, 0);
  await send(11, 4);
  assert.deepStrictEqual(await db.query('SELECT quantity FROM levels'), [{ quantity: 0 }]);
});
