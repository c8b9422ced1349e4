// Two hundred payments: how many queries is that?
import assert from 'node:assert/strict';
import test from 'node:test';

import { statement } from './src/statements.js';
import { Clubs } from './tests/clubs.js';

test('the queries do not grow with the payments', async () => {
  const row = (id: number) => ({ id, member: 1, fee: 1 + (id % 3), cents: 1000, paid: '2025-05-05' });
  const db = new Clubs(Array.from({ length: 200 }, (_, id) => row(id)));
  assert.equal((await statement(db, 10, '1', '2025'))?.lines.length, 200);
  assert.ok(db.queries <= 10, `${db.queries} queries`);
});
