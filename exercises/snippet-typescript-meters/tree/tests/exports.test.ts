import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';

import { Exports } from '../src/exports.js';

test("a building's readings are written", async () => {
  const readings = [
    { id: 1, meter: 'm1', at: '2025-01-01T00:15Z', wh: 250 },
    { id: 4, meter: 'm2', at: '2025-01-01T00:15Z', wh: 12004 },
  ];
  let released = 0;
  const connection = {
    page: async (_: string, after: number, count: number) => readings.filter(({ id }) => id > after).slice(0, count),
    release: () => void (released += 1),
  };
  const pieces: Buffer[] = [];
  const out = new Writable({
    write(piece, _, done) {
      pieces.push(piece);
      done();
    },
  });
  await new Exports({ connect: async () => connection }).write('b1', out);
  const text = gunzipSync(Buffer.concat(pieces)).toString();
  assert.equal(text, 'meter,time,kWh\nm1,2025-01-01T00:15Z,0.250\nm2,2025-01-01T00:15Z,12.004\n');
  assert.equal(released, 2);
});
