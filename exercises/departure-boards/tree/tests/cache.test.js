import assert from 'node:assert/strict';
import test from 'node:test';

import { Cache } from '../src/cache.js';
import { followChanges } from '../src/changes.js';
import { neighbour, nothingChanges, serviceWith, until } from './support.js';

function cacheAt() {
  const clock = { now: 0 };
  return { clock, cache: new Cache({ freshMs: 100, usableMs: 1000, now: () => clock.now }) };
}

test('what is fresh is not asked for again', async () => {
  const { clock, cache } = cacheAt();
  assert.equal(await cache.get('a/', async () => 1), 1);
  clock.now = 99;
  assert.equal(await cache.get('a/', async () => 2), 1);
});

test('what is old is given once more and asked for anew', async () => {
  const { clock, cache } = cacheAt();
  await cache.get('a/', async () => 1);
  clock.now = 100;
  assert.equal(await cache.get('a/', async () => 2), 1);
  await new Promise(setImmediate);
  assert.equal(await cache.get('a/', async () => 3), 2);
  clock.now = 1100;
  assert.equal(await cache.get('a/', async () => 4), 4);
});

test('a board is asked for once', async (t) => {
  let asked = 0;
  const get = await serviceWith(t, { api: () => ({ body: JSON.stringify({ asked: ++asked }) }) });
  assert.deepEqual(await (await get('/stops/8000105/departures')).json(), { asked: 1 });
  assert.deepEqual(await (await get('/stops/8000105/departures')).json(), { asked: 1 });
  assert.deepEqual(await (await get('/stops/8000191/departures')).json(), { asked: 2 });
});

test('a timetable comes compressed', async (t) => {
  const get = await serviceWith(t, { api: () => ({ body: '{"lines":[]}' }) });
  const response = await get('/networks/kvv/timetable');
  assert.equal(response.headers.get('content-encoding'), 'br');
  assert.deepEqual(await response.json(), { lines: [] });
});

test('what the feed names is forgotten', async (t) => {
  const ended = new AbortController();
  const forgotten = [];
  const pages = { forgetAll: () => forgotten.push('all'), forget: (change) => forgotten.push(change) };
  const url = await neighbour(t, ({ url: path }) =>
    path === '/changes' ? nothingChanges() : { body: JSON.stringify({ changes: [{ stop: '8000105' }], last: 2 }) },
  );
  const following = followChanges(url, pages, undefined, ended.signal, 5);
  await until(() => forgotten.length > 1);
  ended.abort();
  await following;
  assert.deepEqual(forgotten.slice(0, 2), ['all', { stop: '8000105' }]);
});
