// Forty requests come while the first load of a board has not ended, and forty more when it is no longer fresh.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Cache } from './src/cache.js';

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

test('one load serves all who wait for it', async () => {
  const clock = { now: 0 };
  const cache = new Cache({ freshMs: 100, usableMs: 1000, now: () => clock.now });
  let loads = 0;
  const load = async () => {
    loads += 1;
    await soon();
    return 'board';
  };
  const ask = () => Promise.all(Array.from({ length: 40 }, () => cache.get('8000191//public', load)));
  assert.deepEqual(new Set(await ask()), new Set(['board']));
  assert.ok(loads <= 2, `${loads} loads for 40 requests that came at the same time`);
  loads = 0;
  clock.now = 500;
  await ask();
  await soon();
  assert.ok(loads <= 2, `${loads} loads for 40 requests of a board that is no longer fresh`);
});
