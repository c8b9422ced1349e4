// The company books the ride, and the connection breaks before its answer.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import test from 'node:test';

import { Couriers } from './src/couriers.js';

async function partner(answer: RequestListener): Promise<{ address: string; end: () => void }> {
  const server = createServer(answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const end = () => {
    server.close();
    server.closeAllConnections?.();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, end };
}

test('a ride is ordered once', async () => {
  let rides = 0;
  const { address, end } = await partner((request, response) => {
    rides += 1;
    if (rides <= 5) request.socket.destroy();
    else response.writeHead(400).end();
  });
  await assert.rejects(new Couriers(address).order('a', 'b'));
  end();
  assert.equal(rides, 1, 'rides were ordered');
});
