// Three payments, of which 1.5 cents each are deductible: each is rounded to two.
import assert from 'node:assert/strict';
import test from 'node:test';

import type { Db } from './src/db.js';
import { statement } from './src/statements.js';

// Two clubs: answers the statements of statements.ts as the tables would.
interface Row {
  id: number;
  member: number;
  fee: number;
  cents: number;
  paid: string;
}

const MEMBERS = [
  { id: 1, club: 10, name: 'Ana' },
  { id: 2, club: 20, name: 'Rui' },
];
const FEES = [
  { id: 1, name: 'membership', deductible: 50 },
  { id: 2, name: 'donation', deductible: 100 },
  { id: 3, name: 'court', deductible: 15 },
];

class Clubs implements Db {
  queries = 0;

  constructor(private readonly payments: Row[]) {}

  async query<T>(sql: string, values: unknown[]): Promise<T[]> {
    this.queries += 1;
    const flat = sql.replace(/\s+/g, ' ');
    if (/ FROM members /.test(flat)) {
      const ofClub = /club = \$2/.test(flat);
      return MEMBERS.filter(({ id, club }) => id === values[0] && (!ofClub || club === values[1])) as T[];
    }
    if (/ FROM fees /.test(flat)) return FEES.filter(({ id }) => id === values[0]) as T[];
    const [member, from, to] = values as [number, string, string];
    const found = this.payments.filter((row) => row.member === member && row.paid >= from && row.paid < to);
    return found.map((row) => {
      const { name, deductible } = FEES[row.fee - 1]!;
      return / JOIN /.test(flat) ? { paid: row.paid, fee: name, cents: row.cents, deductible } : row;
    }) as T[];
  }
}

test('each payment is rounded by itself', async () => {
  const row = (id: number) => ({ id, member: 1, fee: 3, cents: 10, paid: '2025-05-05' });
  const answer = await statement(new Clubs([row(1), row(2), row(3)]), 10, '1', '2025');
  assert.equal(Number(answer?.deductible), 0.06);
});
