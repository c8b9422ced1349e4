// Fifty hikers look at the same hut while the office thinks.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Weather } from './src/weather.js';

test('the office is asked once for all of them', async () => {
  let asked = 0;
  const report = async () => {
    asked += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { celsius: 4, warnings: [] };
  };
  const weather = new Weather({ report }, { inc: () => undefined });
  await Promise.all(Array.from({ length: 50 }, () => weather.at('alba')));
  assert.ok(asked <= 2, `the office was asked ${asked} times`);
});
