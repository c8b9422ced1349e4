// The process is stopped while the database has not answered yet: the queue must still have the message.
import assert from 'node:assert';
import test from 'node:test';

import { handle } from './src/consumer.js';
import { TestChannel, newDb } from './tests/support.js';

test('a message is the queue\'s until it is stored', async () => {
  const channel = new TestChannel();
  const whenWriting: string[][] = [];
  const db = await newDb();
  const watched = {
    query<Row>(sql: string, values?: unknown[]): Promise<Row[]> {
      if (/levels/.test(sql) && !/^\s*select/i.test(sql)) {
        whenWriting.push([...channel.done]);
      }
      return db.query<Row>(sql, values);
    },
  };
  const body = JSON.stringify({ type: 'counted', shop: 's1', sku: 'a', quantity: 7, version: 1 });
  await handle({ id: 'm1', attempts: 1, body }, channel, watched);
  assert.deepStrictEqual(await db.query('SELECT quantity FROM levels'), [{ quantity: 7 }]);
  assert.deepStrictEqual(whenWriting[0], [], 'the message is acknowledged before it is stored');
});
