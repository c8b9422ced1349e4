// A page of ten articles and one of eighty must take about as many statements.
import assert from 'node:assert';
import test from 'node:test';

import { newDb, startApp, warehouseThat } from './tests/support.js';

async function statementsFor(articles: number): Promise<number> {
  const db = await newDb();
  const skus = Array.from({ length: articles }, (_, i) => `a${i}`);
  for (const sku of skus) {
    await db.query('INSERT INTO levels (shop, sku, quantity) VALUES ($1, $2, 5)', ['s1', sku]);
  }
  const get = await startApp(db, await warehouseThat(() => []));
  const before = db.statements.length;
  const response = await get('/availability?' + skus.map((sku) => 'sku=' + sku).join('&'), 's1');
  const page = (await response.json()) as { quantity: number }[];
  assert.deepStrictEqual(page.map((row) => row.quantity), skus.map(() => 5));
  return db.statements.length - before;
}

test('more articles take no more statements', async () => {
  const [few, many] = [await statementsFor(10), await statementsFor(80)];
  assert.ok(many <= few + 8, `10 articles take ${few} statements, 80 take ${many}`);
});
