// The database is away when a message comes: it has to come again.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Fines } from './src/fines.js';

const SIGHT = { camera: 'c1', plate: 'B-XY 123', kmh: 71, limit: 50, at: '2026-04-01T10:00:00Z' };

function message(body: string, attempts = 1) {
  return { id: 'm1', attempts, body };
}

test('a fine that is not stored is not done', async () => {
  console.error = () => undefined;
  const away = () => Promise.reject(new Error('the database is away'));
  const settled: string[] = [];
  const channel = { ack: () => void settled.push('ack'), again: () => void settled.push('again'), park: () => void settled.push('park') };
  await new Fines({ addFine: away, addLetter: away, transaction: away }, channel).handle(message(JSON.stringify(SIGHT)));
  assert.equal(settled[0], 'again');
});
