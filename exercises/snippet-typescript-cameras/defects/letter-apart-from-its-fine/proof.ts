// The database goes away between the fine and its letter, and the message comes again.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Fines } from './src/fines.js';

const SIGHT = { camera: 'c1', plate: 'B-XY 123', kmh: 71, limit: 50, at: '2026-04-01T10:00:00Z' };

function message(body: string, attempts = 1) {
  return { id: 'm1', attempts, body };
}

test('a fine has its letter in the end', async () => {
  console.error = () => undefined;
  let stored = { fines: new Set<string>(), letters: 0 };
  let away = true;
  const tables = (state: typeof stored) => ({
    addFine: async (id: string) => !state.fines.has(id) && Boolean(state.fines.add(id)),
    addLetter: async () => {
      if (away) throw new Error('the database is away');
      state.letters += 1;
    },
  });
  const transaction = async (work: (tables: any) => Promise<void>) => {
    const copy = { fines: new Set(stored.fines), letters: stored.letters };
    await work(tables(copy));
    stored = copy;
  };
  const channel = { ack: () => undefined, again: () => undefined, park: () => undefined };
  const fines = new Fines({ ...tables(stored), transaction }, channel);
  await fines.handle(message(JSON.stringify(SIGHT)));
  away = false;
  await fines.handle(message(JSON.stringify(SIGHT), 2));
  assert.deepEqual([stored.fines.size, stored.letters], [1, 1], 'fines and letters');
});
