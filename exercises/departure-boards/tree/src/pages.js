// What we show: the board of a stop and the timetable of a network.
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

import { Cache } from './cache.js';

const compress = promisify(brotliCompress);
const MINUTE_MS = 60_000;
const PARAMS = { [constants.BROTLI_PARAM_QUALITY]: 9 };

export class Pages {
  #api;
  #boards = new Cache({ freshMs: 2 * MINUTE_MS, usableMs: 10 * MINUTE_MS });
  #timetables = new Cache({ freshMs: 15 * MINUTE_MS, usableMs: 240 * MINUTE_MS });

  constructor(api) {
    this.#api = api;
  }

  async departures({ stop, from, audience, requestId }) {
    const key = `${stop}/${from}/${audience}`;
    const body = await this.#boards.get(key, () => this.#api.departures(stop, from, audience, requestId));
    return { body };
  }

  async timetable({ network, requestId }) {
    const body = await this.#timetables.get(`${network}/`, async () => {
      const plain = await this.#api.timetable(network, requestId);
      return compress(plain, { params: PARAMS });
    });
    return { encoding: 'br', body };
  }

  forget({ stop, network }) {
    if (stop !== undefined) {
      this.#boards.drop(`${stop}/`);
    }
    if (network !== undefined) {
      this.#timetables.drop(`${network}/`);
    }
  }

  forgetAll() {
    this.#boards.drop('');
    this.#timetables.drop('');
  }
}
