// The landlord's network has stalled: how much is read meanwhile?
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

test('what nobody takes is not read', async () => {
  const pool = new Pool(500_000);
  const out = new Writable({ write: () => undefined, highWaterMark: 1 });
  void new Exports(pool).write('b1', out).catch(() => undefined);
  for (let wait = 0; wait < 40 && pool.pages < 90; wait += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(pool.pages < 90, `${pool.pages} pages are in memory`);
  out.destroy();
});
