// Three payments, of which 1.5 cents each are deductible: each is rounded to two.
import assert from 'node:assert/strict';
import test from 'node:test';

import { statement } from './src/statements.js';
import { Clubs } from './tests/clubs.js';

test('each payment is rounded by itself', async () => {
  const row = (id: number) => ({ id, member: 1, fee: 3, cents: 10, paid: '2025-05-05' });
  const answer = await statement(new Clubs([row(1), row(2), row(3)]), 10, '1', '2025');
  assert.equal(Number(answer?.deductible), 0.06);
});
