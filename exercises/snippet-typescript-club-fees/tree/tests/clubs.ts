// Members, fees and payments for tests.
import type { Db } from '../src/db.js';

export interface Row {
  id: number;
  member: number;
  fee: string;
  cents: number;
  paid: string;
}

const MEMBERS = [
  { id: 1, name: 'Ana' },
  { id: 2, name: 'Rui' },
];
const FEES = [
  { id: 'membership', name: 'membership', deductible: 50 },
  { id: 'donation', name: 'donation', deductible: 100 },
];

export class Clubs implements Db {
  constructor(private readonly payments: Row[]) {}

  async query<T>(sql: string, values: unknown[]): Promise<T[]> {
    if (sql.includes('FROM members')) return MEMBERS.filter(({ id }) => id === values[0]) as T[];
    if (sql.includes('FROM fees')) return FEES.filter(({ id }) => id === values[0]) as T[];
    const [member, from, to] = values as [number, string, string];
    const found = this.payments.filter((row) => row.member === member && row.paid >= from && row.paid < to);
    return found.map((row) => ({ ...row, ...FEES.find(({ id }) => id === row.fee) })) as T[];
  }
}
