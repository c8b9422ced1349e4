// The feed names a stop while its board is being asked for: for the first time, and again while it is refreshed.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Cache } from './src/cache.js';

const KEY = '8000191//public';

// Asked once it is slow and gives what was true before the change.
function slowly() {
  let give;
  const first = new Promise((resolve) => {
    give = () => resolve('platform 3');
  });
  const answers = [first];
  return { load: async () => answers.shift() ?? 'platform 7', give };
}

async function afterADropDuring(firstBoard) {
  const clock = { now: 0 };
  const cache = new Cache({ freshMs: 100, usableMs: 1000, now: () => clock.now });
  if (firstBoard !== undefined) {
    await cache.get(KEY, async () => firstBoard);
    clock.now = 500;
  }
  const slow = slowly();
  const asked = cache.get(KEY, slow.load);
  cache.drop('8000191/');
  slow.give();
  await asked;
  await new Promise(setImmediate);
  return cache.get(KEY, async () => 'platform 7');
}

test('a board that was forgotten is not put back by a load from before', async () => {
  const first = await afterADropDuring();
  assert.equal(first, 'platform 7', `the first load of the board brought ${first} back`);
  const refreshed = await afterADropDuring('platform 2');
  assert.equal(refreshed, 'platform 7', `a refresh brought ${refreshed} back`);
});
