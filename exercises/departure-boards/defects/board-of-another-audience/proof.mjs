// A member of staff looks at a board, then a passenger does, and at another stop the other way round.
import assert from 'node:assert/strict';
import test from 'node:test';

import { serviceWith } from './tests/support.js';

test('each audience gets its own board', async (t) => {
  const get = await serviceWith(t, {
    api: ({ headers }) => ({ body: JSON.stringify({ driver: headers['x-audience'] === 'staff' ? 'J. Lang' : undefined }) }),
  });
  const driver = async (stop, audience) => {
    const response = await get(`/stops/${stop}/departures`, { 'x-audience': audience });
    return (await response.json()).driver;
  };
  assert.equal(await driver('8000191', 'staff'), 'J. Lang');
  assert.equal(await driver('8000191', 'public'), undefined, 'a passenger is told who drives');
  assert.equal(await driver('8000105', 'public'), undefined);
  assert.equal(await driver('8000105', 'staff'), 'J. Lang', 'the staff are not told who drives');
});
