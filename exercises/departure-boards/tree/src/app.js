// The HTTP interface.
import { createServer } from 'node:http';

import { count } from './metrics.js';
import { Refused } from './refused.js';

const BOARD = /^\/stops\/(\d{7})\/departures$/;
const TIMETABLE = /^\/networks\/([a-z]{2,8})\/timetable$/;
const MINUTE = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

export function createApp(pages) {
  return createServer(async (request, response) => {
    try {
      const { encoding, body } = await answer(request, pages);
      response.writeHead(200, {
        'content-type': 'application/json',
        ...(encoding && { 'content-encoding': encoding }),
      });
      response.end(body);
    } catch (error) {
      refuse(request, response, error);
    }
  });
}

async function answer({ method, url, headers }, pages) {
  const [path, query] = url.split('?');
  const requestId = headers['x-request-id'];
  const [, stop] = BOARD.exec(path) ?? [];
  const [, network] = TIMETABLE.exec(path) ?? [];
  if (method !== 'GET' || (stop === undefined && network === undefined)) {
    throw new Refused(404, 'there is no such page');
  }
  if (network !== undefined) {
    return pages.timetable({ network, requestId });
  }
  const from = new URLSearchParams(query).get('from') ?? '';
  if (from !== '' && !MINUTE.test(from)) {
    throw new Refused(400, 'from is a minute, as in 2026-06-01T08:15');
  }
  const audience = headers['x-audience'] === 'staff' ? 'staff' : 'public';
  return pages.departures({ stop, from, audience, requestId });
}

function refuse({ method, url, headers }, response, error) {
  const status = error instanceof Refused ? error.status : 503;
  if (status === 503) {
    console.error(`${headers['x-request-id']} ${method} ${url}`, error);
    count('answer_failed');
  }
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: status === 503 ? 'not available, please try again' : error.message }));
}
