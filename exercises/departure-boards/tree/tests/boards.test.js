import assert from 'node:assert/strict';
import test from 'node:test';

import { serviceWith } from './support.js';

test('the board of a stop is what the dispatchers say', async (t) => {
  const get = await serviceWith(t, { api: ({ url }) => ({ body: JSON.stringify({ url }) }) });
  assert.deepEqual(await (await get('/stops/8000105/departures')).json(), { url: '/stops/8000105/departures' });
  const later = await get('/stops/8000105/departures?from=2026-06-01T08:15');
  assert.deepEqual(await later.json(), { url: '/stops/8000105/departures?from=2026-06-01T08:15' });
});

test('what is no page is refused', async (t) => {
  const get = await serviceWith(t, { api: () => ({ status: 404 }) });
  for (const path of ['/', '/stops/abc/departures', '/stops/8000105/departures', '/networks/xy/timetable']) {
    assert.equal((await get(path)).status, 404);
  }
  assert.equal((await get('/stops/8000105/departures?from=soon')).status, 400);
});

test('when the dispatchers do not answer we say so', async (t) => {
  const get = await serviceWith(t, { api: () => ({ status: 500 }) });
  assert.equal((await get('/stops/8000105/departures')).status, 503);
});
