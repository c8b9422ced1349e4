import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import test from 'node:test';

import { Couriers, Refused } from '../src/couriers.js';

test('a ride is priced and ordered', async () => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    if (request.url?.includes('nowhere')) response.writeHead(404).end();
    else response.end(JSON.stringify(request.method === 'GET' ? { cents: 1800 } : { number: 'R1' }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const couriers = new Couriers(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  assert.equal(await couriers.price('a', 'b'), 1800);
  assert.equal(await couriers.order('a', 'b'), 'R1');
  await assert.rejects(couriers.price('nowhere', 'b'), Refused);
  assert.deepEqual(seen, ['GET /price?from=a&to=b', 'POST /rides', 'GET /price?from=nowhere&to=b']);
  server.close();
  server.closeAllConnections?.();
});
