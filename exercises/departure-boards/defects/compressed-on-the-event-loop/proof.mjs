// A timetable is made ready while a clock ticks every five milliseconds.
import assert from 'node:assert/strict';
import test from 'node:test';
import { brotliDecompressSync } from 'node:zlib';

import { Pages } from './src/pages.js';

function timetableOf(trips) {
  let seed = 7;
  const below = (most) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return (seed >> 8) % most;
  };
  const stops = Array.from({ length: trips }, (_, trip) => ({
    trip,
    line: `S${below(20)}`,
    stop: 8_000_000 + below(9000),
    leaves: 300 + below(1200),
    platform: below(12),
  }));
  return Buffer.from(JSON.stringify(stops));
}

test('others are served while a timetable is compressed', async () => {
  const plain = timetableOf(50_000);
  const pages = new Pages({ timetable: async () => plain });
  const began = performance.now();
  let ticks = 0;
  const clock = setInterval(() => {
    ticks += 1;
  }, 5);
  const { encoding, body } = await pages.timetable({ network: 'kvv', requestId: 'r1' });
  clearInterval(clock);
  const took = Math.round(performance.now() - began);
  assert.equal(encoding, 'br');
  assert.ok(brotliDecompressSync(body).equals(plain));
  assert.ok(ticks >= 5, `the clock ticked ${ticks} times in ${took} ms`);
});
