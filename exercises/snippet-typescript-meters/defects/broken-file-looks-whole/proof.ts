// The connection breaks in the middle of the year: half a file must not look like a whole one.
import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import test from 'node:test';

import { Exports } from './src/exports.js';

// A pool of ten connections, on which so many readings can be read.
class Pool {
  out = 0;
  pages = 0;

  constructor(
    private readonly readings: number,
    private readonly breaksAt = Infinity,
  ) {}

  async connect() {
    if (this.out === 10) throw new Error('all connections are taken');
    this.out += 1;
    const page = async (_: string, after: number, count: number) => {
      this.pages += 1;
      if (after >= this.breaksAt) throw new Error('the connection broke');
      const length = Math.max(0, Math.min(count, this.readings - after));
      return Array.from({ length }, (__, i) => ({ id: after + i + 1, meter: `m${i}`, at: '2025-01-01T00:15Z', wh: 250 + i }));
    };
    return { page, release: () => void (this.out -= 1) };
  }
}

test('half a year is not a year', async () => {
  console.error = () => undefined;
  const out = new Writable({ write: (_, __, done) => done() });
  const outcome = await new Exports(new Pool(20_000, 10_000)).write('b1', out).then(() => 'complete', () => 'broken off');
  assert.equal(outcome, 'broken off');
});
