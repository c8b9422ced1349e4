// The service with neighbours that a test plays.
import { createServer } from 'node:http';

import { start } from '../src/service.js';

export async function neighbour(t, answer) {
  const server = createServer(async (request, response) => {
    const { status = 200, body = '' } = await answer(request);
    response.writeHead(status, { connection: 'close' });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}`;
}

export function nothingChanges() {
  return { body: JSON.stringify({ changes: [], last: 1 }) };
}

export async function serviceWith(t, { api, feed = nothingChanges }) {
  process.env.TIMETABLE_URL = await neighbour(t, api);
  process.env.CHANGES_URL = await neighbour(t, feed);
  const { port, stop } = await start(0);
  t.after(stop);
  return (path, headers = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers: { ...headers, connection: 'close' } });
}

export async function until(holds) {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
