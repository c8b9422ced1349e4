import type { Db } from './db.js';

const YEAR = /^20\d\d$/;
const NUMBER = /^[1-9]\d{0,8}$/;

interface Payment {
  paid: string;
  fee: string;
  cents: number;
  deductible: number;
}

export interface Line {
  paid: string;
  fee: string;
  cents: number;
}

export interface Statement {
  name: string;
  lines: Line[];
  paid: string;
  deductible: string;
}

// "12.30"; cents are whole and not negative.
export function euros(cents: number): string {
  return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

async function nameOf(db: Db, club: number, member: number): Promise<string | undefined> {
  const rows = await db.query<{ name: string }>('SELECT name FROM members WHERE id = $1 AND club = $2', [member, club]);
  return rows[0]?.name;
}

async function paymentsOf(db: Db, member: number, year: string): Promise<Payment[]> {
  return db.query<Payment>(
    `SELECT p.paid, f.name AS fee, p.cents, f.deductible
       FROM payments p JOIN fees f ON f.id = p.fee
      WHERE p.member = $1 AND p.paid >= $2 AND p.paid < $3
      ORDER BY p.paid, p.id`,
    [member, `${year}-01-01`, `${Number(year) + 1}-01-01`],
  );
}

// The deductible cents of one payment; the rate is in whole percent.
function deductible({ cents, deductible: rate }: Payment): number {
  return Math.floor((cents * rate + 50) / 100);
}

export async function statement(db: Db, club: number, member: string, year: string): Promise<Statement | null> {
  if (!NUMBER.test(member) || !YEAR.test(year)) return null;
  const name = await nameOf(db, club, Number(member));
  if (name === undefined) return null;
  const payments = await paymentsOf(db, Number(member), year);
  return {
    name,
    lines: payments.map(({ paid, fee, cents }) => ({ paid, fee, cents })),
    paid: euros(payments.reduce((sum, payment) => sum + payment.cents, 0)),
    deductible: euros(payments.reduce((sum, payment) => sum + deductible(payment), 0)),
  };
}
