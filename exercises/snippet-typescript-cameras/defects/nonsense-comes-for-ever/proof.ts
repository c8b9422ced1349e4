// Nonsense is delivered until it is settled for good.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Fines } from './src/fines.js';

const SIGHT = { camera: 'c1', plate: 'B-XY 123', kmh: 71, limit: 50, at: '2026-04-01T10:00:00Z' };

function message(body: string, attempts = 1) {
  return { id: 'm1', attempts, body };
}

test('nonsense is parked some time', async () => {
  console.error = () => undefined;
  let state = 'again';
  const channel = { ack: () => void (state = 'done'), again: () => void (state = 'again'), park: () => void (state = 'parked') };
  const away = () => Promise.reject(new Error('not reached'));
  const fines = new Fines({ addFine: away, addLetter: away, transaction: away }, channel);
  let attempts = 0;
  while (state === 'again' && attempts < 100) await fines.handle(message('{"camera": "c9", "plate": ""}', (attempts += 1)));
  assert.equal(state, 'parked', `after ${attempts} attempts`);
});
