// The feed answers 503 for a while: something must be written or counted, and the service must go on following it.
import assert from 'node:assert/strict';
import test from 'node:test';

import { followChanges } from './src/changes.js';
import { counted } from './src/metrics.js';
import { neighbour, until } from './tests/support.js';

test('a feed that is away does not go unnoticed', async (t) => {
  const lines = [];
  for (const method of ['error', 'warn', 'info', 'log']) {
    t.mock.method(console, method, (...line) => lines.push(line));
  }
  const asked = [];
  const url = await neighbour(t, (request) => {
    asked.push(request.url);
    return asked.length < 4 ? { status: 503 } : { body: JSON.stringify({ changes: [], last: 7 }) };
  });
  const ended = new AbortController();
  const pages = { forgetAll: () => {}, forget: () => {} };
  const following = followChanges(url, pages, undefined, ended.signal, 5);
  await until(() => asked.length > 5);
  ended.abort();
  await following;
  assert.ok(asked.includes('/changes?after=7'), 'the feed is followed again when it is back');
  assert.ok(lines.length > 0 || counted('changes_failed') > 0, 'the feed failed three times and nothing was written or counted');
});
