// The company takes the request and says nothing.
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

test('a silent company is given up', async () => {
  const waiting: ServerResponse[] = [];
  let over = false;
  const { address, end } = await partner((_, response) => {
    if (over) response.writeHead(400).end();
    else waiting.push(response);
  });
  const order = new Couriers(address).order('a', 'b').catch(() => 'given up');
  const late = new Promise((resolve) => setTimeout(() => resolve('still waiting'), 4500));
  const outcome = await Promise.race([order, late]);
  over = true;
  for (const response of waiting) response.writeHead(400).end();
  await order;
  end();
  assert.equal(outcome, 'given up', 'after four seconds');
});
