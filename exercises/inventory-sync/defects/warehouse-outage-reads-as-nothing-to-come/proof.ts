// The warehouses' API is down: the page must not say that nothing is to come.
import assert from 'node:assert';
import test from 'node:test';

import { newDb, startApp, warehouseThat } from './tests/support.js';

test('deliveries that are not known are not none', async () => {
  const down = await warehouseThat(() => {
    throw new Error('down');
  });
  const get = await startApp(await newDb(), down);
  const response = await get('/availability?sku=a', 's1');
  if (response.status === 200) {
    const [article] = (await response.json()) as { incoming: unknown }[];
    assert.notDeepStrictEqual(article.incoming, [], 'an outage is told as "nothing to come"');
  } else {
    assert.ok(response.status >= 500, `answered ${response.status}`);
  }
});
