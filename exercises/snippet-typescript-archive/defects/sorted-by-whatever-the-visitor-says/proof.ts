// A visitor who wants to know what the museum paid.
import assert from 'node:assert/strict';
import test from 'node:test';

import { search } from './src/search.js';

test('a sort is not run', async () => {
  const asked: string[] = [];
  const query = async (sql: string) => {
    asked.push(sql);
    return [];
  };
  for (const sort of ['(SELECT price FROM purchases)', 'id; DROP TABLE things']) {
    await search({ query }, { sort });
  }
  assert.doesNotMatch(asked.join('\n'), /purchases|DROP/);
});
