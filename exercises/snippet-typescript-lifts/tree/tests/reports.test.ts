import assert from 'node:assert/strict';
import test from 'node:test';

import { Reports } from '../src/reports.js';
import { Database } from './database.js';

test('a lift is reported until it is repaired', async () => {
  const bus = { publish: async () => undefined, connected: () => true };
  const reports = new Reports({ db: new Database(), bus });
  const call = (lift: string) => reports.report({ body: { lift, text: 'it hums' }, headers: {} });
  assert.deepEqual(await call('L-7'), { status: 201, body: { report: 1 } });
  assert.deepEqual(await call('L-7'), { status: 200, body: { report: 1 } });
  assert.deepEqual(await call('L-8'), { status: 201, body: { report: 2 } });
  await reports.repaired('L-7');
  assert.deepEqual(await call('L-7'), { status: 201, body: { report: 3 } });
  assert.equal((await call('seven')).status, 400);
});
