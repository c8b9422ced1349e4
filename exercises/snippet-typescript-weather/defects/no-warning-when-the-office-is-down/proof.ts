// The office is down: nobody may be told that there are no warnings.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Weather } from './src/weather.js';

test('a failure is not a fine day', async () => {
  console.error = () => undefined;
  const report = () => Promise.reject(new Error('the office is down'));
  const weather = new Weather({ report }, { inc: () => undefined });
  await assert.rejects(weather.at('alba'), 'the office is down, and the app got a report');
});
