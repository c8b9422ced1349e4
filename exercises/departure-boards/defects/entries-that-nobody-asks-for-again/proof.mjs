// A planner asks for fifteen thousand boards, each of another minute, and an hour later somebody asks for one more.
import assert from 'node:assert/strict';
import test from 'node:test';
import v8 from 'node:v8';
import vm from 'node:vm';

import { Cache } from './src/cache.js';

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');

test('what nobody asks for any more does not stay', async () => {
  const clock = { now: 0 };
  const cache = new Cache({ freshMs: 120_000, usableMs: 600_000, now: () => clock.now });
  const load = async () => Buffer.alloc(1000);
  collect();
  const before = process.memoryUsage().arrayBuffers;
  for (let i = 0; i < 15_000; i += 1) {
    await cache.get(`8000191/${i}/public`, load);
  }
  clock.now = 3_600_000;
  await cache.get('8000191//public', load);
  collect();
  const kept = (process.memoryUsage().arrayBuffers - before) / 1000;
  assert.ok(kept < 10_000, `about ${Math.round(kept)} boards are still held`);
  assert.equal((await cache.get('8000191//public', load)).length, 1000);
});
