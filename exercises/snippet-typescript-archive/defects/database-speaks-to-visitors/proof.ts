// The database says what is wrong with it: to the log, not to the visitor.
import assert from 'node:assert/strict';
import test from 'node:test';

import { search } from './src/search.js';

test('a visitor learns nothing of the inside', async () => {
  console.error = () => undefined;
  const query = () => Promise.reject(new Error('relation "loans" on db-2.internal does not exist'));
  const { status, body } = await search({ query }, {});
  assert.equal(status, 500);
  assert.doesNotMatch(JSON.stringify(body), /loans|db-2/);
});
