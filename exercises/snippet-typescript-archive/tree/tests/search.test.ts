import assert from 'node:assert/strict';
import test from 'node:test';

import { search } from '../src/search.js';

test('things are searched', async () => {
  const asked: [string, unknown[]][] = [];
  const query = async (sql: string, values: unknown[]) => {
    asked.push([sql, values]);
    return [{ id: 7, title: 'Nail, 100%', year: 120, description: 'iron' }] as never[];
  };
  const answer = await search({ query }, { q: '100%', sort: 'year', limit: '50' });
  assert.equal(answer.status, 200);
  assert.equal(answer.body.things?.[0]?.title, 'Nail, 100%');
  assert.match(asked[0]![0], /ORDER BY year/);
  assert.deepEqual(asked[0]![1], ['%100\\%%', 0, 50]);
  assert.equal((await search({ query }, { after: '6' })).status, 200);
  assert.equal(asked[1]![1][1], 6);
  assert.equal((await search({ query }, { after: '6', sort: 'title' })).status, 400);
  assert.equal((await search({ query }, { q: 'na' })).status, 400);
  assert.equal((await search({ query }, { limit: 'ten' })).status, 400);
  assert.equal((await search({ query }, { after: '-1' })).status, 400);
});
