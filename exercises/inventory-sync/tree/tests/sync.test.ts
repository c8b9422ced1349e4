import assert from 'node:assert';
import test from 'node:test';

import { handle } from '../src/consumer.js';
import { nightly } from '../src/reconcile.js';
import { TestChannel, newDb, startApp, warehouseThat } from './support.js';

const LEVELS = `INSERT INTO levels (shop, sku, quantity) VALUES ('s1', 'a', 3), ('s1', 'b', 0), ('s2', 'a', 9)`;
const DELIVERY = { sku: 'b', quantity: 20, due: '2026-06-02' };

function event(id: string, body: object): { id: string; attempts: number; body: string } {
  return { id, attempts: 1, body: JSON.stringify({ shop: 's1', sku: 'a', ...body }) };
}

test('what a warehouse counts is stored', async () => {
  const db = await newDb();
  const channel = new TestChannel();
  await handle(event('m1', { type: 'counted', quantity: 7, version: 1 }), channel, db);
  await handle(event('m2', { type: 'moved', quantity: 5, version: 2 }), channel, db);
  assert.deepStrictEqual(await db.query('SELECT quantity FROM levels'), [{ quantity: 5 }]);
  await handle(event('m3', { type: 'discontinued', version: 3 }), channel, db);
  assert.deepStrictEqual(await db.query('SELECT quantity FROM levels'), [{ quantity: 0 }]);
  assert.deepStrictEqual(channel.done, ['ack m1', 'ack m2', 'ack m3']);
});

test('the page learns what there is and what will come', async () => {
  const db = await newDb();
  await db.query(LEVELS);
  const get = await startApp(db, await warehouseThat(() => [DELIVERY]));
  const response = await get('/availability?sku=a&sku=b', 's1');
  assert.deepStrictEqual(await response.json(), [
    { sku: 'a', quantity: 3, incoming: [] },
    { sku: 'b', quantity: 0, incoming: [DELIVERY] },
  ]);
  assert.strictEqual((await get('/availability', 's1')).status, 400);
});

test('a difference is noted and can be looked at', async () => {
  const db = await newDb();
  await db.query(LEVELS);
  const pages: Record<string, object[]> = { 's1 ': [{ sku: 'a', quantity: 4 }, { sku: 'b', quantity: 0 }] };
  const warehouse = await warehouseThat(({ searchParams: query }) => pages[`${query.get('shop')} ${query.get('after')}`] ?? []);
  await nightly(db, warehouse, '2026-06-01');
  const get = await startApp(db, warehouse);
  const response = await get('/discrepancies/1', 's1');
  assert.deepStrictEqual(await response.json(), { id: 1, sku: 'a', ours: 3, theirs: 4 });
  assert.strictEqual((await get('/discrepancies/2', 's1')).status, 404);
});
