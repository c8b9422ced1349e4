// The company answers 503 for as long as we look.
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

test('an overloaded company is left alone after some tries', async () => {
  let asked = 0;
  let over = false;
  const { address, end } = await partner((_, response) => {
    asked += 1;
    response.writeHead(over ? 404 : 503).end();
  });
  const outcome = new Couriers(address).price('a', 'b').catch(() => 'given up');
  await Promise.race([outcome, new Promise((resolve) => setTimeout(resolve, 2500))]);
  over = true;
  await outcome;
  end();
  assert.ok(asked <= 10, `asked ${asked} times`);
});
