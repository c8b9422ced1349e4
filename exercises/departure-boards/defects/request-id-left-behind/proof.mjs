// A board and a timetable are asked for the first time: does the timetable API learn for whose request?
import assert from 'node:assert/strict';
import test from 'node:test';

import { serviceWith } from './tests/support.js';

test('the timetable API is told the request that it works for', async (t) => {
  const told = [];
  const get = await serviceWith(t, {
    api: ({ url, headers }) => {
      told.push([url.split('/')[1], headers['x-request-id']]);
      return { body: '{}' };
    },
  });
  await (await get('/stops/8000191/departures', { 'x-request-id': 'r-5501' })).text();
  await (await get('/networks/kvv/timetable', { 'x-request-id': 'r-5502' })).text();
  assert.deepEqual(told, [['stops', 'r-5501'], ['networks', 'r-5502']]);
});
