// A shop asks for the number of another shop's discrepancy.
import assert from 'node:assert';
import test from 'node:test';

import { newDb, startApp, warehouseThat } from './tests/support.js';

test('a discrepancy is its shop\'s own', async () => {
  const db = await newDb();
  await db.query(`INSERT INTO discrepancies (shop, sku, ours, theirs) VALUES ('s1', 'a', 3, 4)`);
  const get = await startApp(db, await warehouseThat(() => []));
  assert.strictEqual((await get('/discrepancies/1', 's1')).status, 200);
  assert.strictEqual((await get('/discrepancies/1', 's2')).status, 404);
});
