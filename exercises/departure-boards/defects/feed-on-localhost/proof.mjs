// An instance is started where somebody forgot to set CHANGES_URL.
import assert from 'node:assert/strict';
import test from 'node:test';

import { start } from './src/service.js';

test('an instance without a feed does not start', async () => {
  process.env.TIMETABLE_URL = 'http://127.0.0.1:9';
  delete process.env.CHANGES_URL;
  const service = await start(0).catch(() => undefined);
  await service?.stop();
  assert.equal(service, undefined, 'it started and takes requests');
});
