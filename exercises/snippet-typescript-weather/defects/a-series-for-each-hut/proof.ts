// All huts are looked at: how many series does that make?
import assert from 'node:assert/strict';
import test from 'node:test';

import { Weather } from './src/weather.js';

test('the number of series does not grow with the huts', async () => {
  const series = new Set<string>();
  const report = async () => ({ celsius: 4, warnings: [] });
  const weather = new Weather({ report }, { inc: (labels) => void series.add(JSON.stringify(labels)) });
  for (let hut = 0; hut < 40; hut += 1) await weather.at(`hut-${hut}`);
  assert.ok(series.size <= 10, `${series.size} series`);
});
