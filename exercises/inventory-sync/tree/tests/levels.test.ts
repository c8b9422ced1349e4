import assert from 'node:assert';
import test from 'node:test';

import { newDb, startApp, warehouseThat } from './support.js';

test('a shop sees its own level of an article', async () => {
  const db = await newDb();
  await db.query(`INSERT INTO levels (shop, sku, quantity) VALUES ('s1', 'a', 3), ('s2', 'b', 9)`);
  const get = await startApp(db, await warehouseThat(() => []));
  assert.deepStrictEqual(await (await get('/levels/a', 's1')).json(), { sku: 'a', quantity: 3 });
  assert.strictEqual((await get('/levels/b', 's1')).status, 404);
  assert.strictEqual((await get('/levels/a', '')).status, 400);
});
