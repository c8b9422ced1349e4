// Forty shops: how many requests does the warehouse have to answer at the same time?
import assert from 'node:assert';
import test from 'node:test';

import { nightly } from './src/reconcile.js';
import { newDb, warehouseThat } from './tests/support.js';

test('the warehouse is asked a few things at a time', async () => {
  const db = await newDb();
  const places = Array.from({ length: 40 }, (_, i) => `('s${i}', 'a', 3)`);
  await db.query(`INSERT INTO levels (shop, sku, quantity) VALUES ${places.join(', ')}`);
  let [open, most, answered] = [0, 0, 0];
  const warehouse = await warehouseThat(async () => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve, 30));
    open -= 1;
    answered += 1;
    return [];
  });
  await nightly(db, warehouse, '2026-06-01');
  assert.strictEqual(answered, 40);
  assert.ok(most <= 10, `${most} requests at the same time`);
});
