// Where a warehouse has counted something else than we.
import type { Db } from './db.js';
import { Refused } from './refused.js';

export interface Discrepancy {
  shop: string;
  sku: string;
  ours: number;
  theirs: number;
}

export async function note(db: Db, found: Discrepancy[]): Promise<void> {
  if (found.length === 0) {
    return;
  }
  const rows = found.map((_, i) => `($${4 * i + 1}, $${4 * i + 2}, $${4 * i + 3}, $${4 * i + 4})`);
  const values = found.flatMap(({ shop, sku, ours, theirs }) => [shop, sku, ours, theirs]);
  await db.query(`INSERT INTO discrepancies (shop, sku, ours, theirs) VALUES ${rows.join(', ')}`, values);
}

export async function discrepancy(db: Db, shop: string, id: number): Promise<unknown> {
  const sql = 'SELECT id, sku, ours, theirs FROM discrepancies WHERE id = $1 AND shop = $2';
  const [row] = Number.isSafeInteger(id) ? await db.query(sql, [id, shop]) : [];
  if (row === undefined) {
    throw new Refused(404, 'there is no such discrepancy');
  }
  return row;
}
