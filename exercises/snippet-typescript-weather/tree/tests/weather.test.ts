import assert from 'node:assert/strict';
import test from 'node:test';

import { Weather } from '../src/weather.js';

test('the office is asked once a minute', async () => {
  const asked: string[] = [];
  let now = 0;
  const report = async (hut: string) => {
    asked.push(hut);
    return { celsius: 4, warnings: ['thunder'] };
  };
  const weather = new Weather({ report }, { inc: () => undefined }, () => now);
  assert.deepEqual(await weather.at('alba'), { celsius: 4, warnings: ['thunder'] });
  now = 30_000;
  assert.equal((await weather.at('alba')).celsius, 4);
  assert.deepEqual(asked, ['alba']);
  now = 61_000;
  await weather.at('alba');
  assert.deepEqual(asked, ['alba', 'alba']);
});
