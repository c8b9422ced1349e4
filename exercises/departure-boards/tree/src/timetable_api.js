// The dispatchers' timetable API, which knows what leaves when and from where.
import { Refused } from './refused.js';

const TIMEOUT_MS = 5000;

export class TimetableApi {
  #base;

  constructor(base) {
    this.#base = base;
  }

  departures(stop, from, audience, requestId) {
    const query = from === '' ? '' : `?from=${from}`;
    return this.#get(`/stops/${stop}/departures${query}`, { 'x-audience': audience }, requestId);
  }

  timetable(network, requestId) {
    return this.#get(`/networks/${network}/timetable`, {}, requestId);
  }

  async #get(path, headers, requestId) {
    const response = await fetch(this.#base + path, {
      headers: requestId === undefined ? headers : { ...headers, 'x-request-id': requestId },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = Buffer.from(await response.arrayBuffer());
    if (response.status === 404) {
      throw new Refused(404, 'there is no such page');
    }
    if (!response.ok) {
      throw new Error(`${path} answered ${response.status}`);
    }
    return body;
  }
}
