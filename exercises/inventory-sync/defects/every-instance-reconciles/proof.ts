// Two instances, one database, the same night: the warehouse is asked once.
import assert from 'node:assert';
import test from 'node:test';

import { newDb, warehouseThat } from './tests/support.js';

type Nightly = typeof import('./src/reconcile.js').nightly;

// Each instance is a process with modules of its own.
function instance(): Nightly {
  const path = require.resolve('./src/reconcile.js');
  delete require.cache[path];
  return require(path).nightly;
}

test('one instance reconciles for all', async () => {
  const db = await newDb();
  await db.query(`INSERT INTO levels (shop, sku, quantity) VALUES ('s1', 'a', 3)`);
  const asked: string[] = [];
  const warehouse = await warehouseThat(({ searchParams }) => {
    asked.push(String(searchParams.get('after')));
    return searchParams.get('after') === '' ? [{ sku: 'a', quantity: 4 }] : [];
  });
  for (const nightly of [instance(), instance(), instance()]) {
    await nightly(db, warehouse, '2026-06-01');
  }
  assert.deepStrictEqual(asked, ['', 'a']);
});
