// The office of club 10 asks for a member of club 20.
import assert from 'node:assert/strict';
import test from 'node:test';

import { statement } from './src/statements.js';
import { Clubs } from './tests/clubs.js';

test('another club is none of our business', async () => {
  const db = new Clubs([{ id: 4, member: 2, fee: 2, cents: 7700, paid: '2025-03-01' }]);
  assert.equal((await statement(db, 20, '2', '2025'))?.paid, '77.00');
  assert.equal(await statement(db, 10, '2', '2025'), null);
});
