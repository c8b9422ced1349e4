// Each night: what we have against what the warehouses have. The platform calls it in every instance at three o'clock.
import type { Db } from './db.js';
import { type Discrepancy, note } from './discrepancies.js';
import { count } from './metrics.js';
import type { Level, Warehouse } from './warehouse.js';

export async function nightly(db: Db, warehouse: Warehouse, night: string): Promise<void> {
  const taken = await db.query('INSERT INTO nights (night) VALUES ($1) ON CONFLICT DO NOTHING RETURNING night', [night]);
  if (taken.length > 0) {
    await reconcileAll(db, warehouse);
  }
}

async function reconcileAll(db: Db, warehouse: Warehouse): Promise<void> {
  const shops = await db.query<{ shop: string }>('SELECT DISTINCT shop FROM levels ORDER BY shop');
  for (const { shop } of shops) {
    await reconcile(db, warehouse, shop);
  }
}

async function reconcile(db: Db, warehouse: Warehouse, shop: string): Promise<void> {
  try {
    let after = '';
    while (true) {
      const theirs = await warehouse.levels(shop, after);
      if (theirs.length === 0) {
        return;
      }
      const last = theirs[theirs.length - 1].sku;
      await note(db, differences(shop, theirs, await oursOf(db, shop, after, last)));
      after = last;
    }
  } catch (error) {
    console.error(`shop ${shop} was not reconciled`, error);
    count('reconcile_failed');
  }
}

async function oursOf(db: Db, shop: string, after: string, last: string): Promise<Map<string, number>> {
  const sql = 'SELECT sku, quantity FROM levels WHERE shop = $1 AND sku > $2 AND sku <= $3';
  const rows = await db.query<Level>(sql, [shop, after, last]);
  return new Map(rows.map((row) => [row.sku, row.quantity]));
}

function differences(shop: string, theirs: Level[], ours: Map<string, number>): Discrepancy[] {
  return theirs
    .map(({ sku, quantity }) => ({ shop, sku, ours: ours.get(sku) ?? 0, theirs: quantity }))
    .filter((each) => each.ours !== each.theirs);
}
