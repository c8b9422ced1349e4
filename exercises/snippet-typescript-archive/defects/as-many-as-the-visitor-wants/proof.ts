// A visitor wants everything at once.
import assert from 'node:assert/strict';
import test from 'node:test';

import { search } from './src/search.js';

test('a page has an end', async () => {
  const limits: unknown[] = [];
  const query = async (sql: string, values: unknown[]) => {
    const place = /LIMIT \$(\d+)/.exec(sql);
    limits.push(place ? values[Number(place[1]) - 1] : /LIMIT (\d+)/.exec(sql)?.[1] ?? Infinity);
    return [];
  };
  const { status } = await search({ query }, { limit: '900000000' });
  for (const limit of limits) assert.ok(Number(limit) <= 1000, `${limit} things are loaded`);
  assert.ok(status === 200 || status === 400, `answered ${status}`);
});
