import assert from 'node:assert/strict';
import test from 'node:test';

import { statement } from '../src/statements.js';
import { Clubs } from './clubs.js';

test("a member's year", async () => {
  const db = new Clubs([
    { id: 1, member: 1, fee: 'membership', cents: 12000, paid: '2025-01-02' },
    { id: 2, member: 1, fee: 'donation', cents: 2500, paid: '2025-12-31' },
    { id: 3, member: 1, fee: 'donation', cents: 9900, paid: '2026-01-01' },
    { id: 4, member: 2, fee: 'donation', cents: 7700, paid: '2025-03-01' },
  ]);
  assert.deepEqual(await statement(db, 10, '1', '2025'), {
    name: 'Ana',
    lines: [
      { paid: '2025-01-02', fee: 'membership', cents: 12000 },
      { paid: '2025-12-31', fee: 'donation', cents: 2500 },
    ],
    paid: '145.00',
    deductible: '85.00',
  });
  assert.equal(await statement(db, 10, '3', '2025'), null);
  assert.equal(await statement(db, 10, '1', '25'), null);
});
