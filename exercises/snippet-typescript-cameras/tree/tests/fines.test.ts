import assert from 'node:assert/strict';
import test from 'node:test';

import { Fines } from '../src/fines.js';
import type { Sight, Tables } from '../src/ports.js';

test('who is too fast gets a letter', async () => {
  const seen: string[] = [];
  const tables: Tables = {
    addFine: async (_: string, { plate }: Sight, euros: number) => Boolean(seen.push(`${plate} pays ${euros}`)),
    addLetter: async (_: string, plate: string) => void seen.push(`letter to ${plate}`),
  };
  const channel = { ack: () => void seen.push('ack'), again: () => void seen.push('again'), park: () => void seen.push('park') };
  const fines = new Fines({ ...tables, transaction: (work) => work(tables) }, channel);
  const sight = { camera: 'c1', plate: 'B-XY 123', kmh: 71, limit: 50, at: '2026-04-01T10:00:00Z' };
  await fines.handle({ id: 'm1', attempts: 1, body: JSON.stringify(sight) });
  await fines.handle({ id: 'm2', attempts: 1, body: JSON.stringify({ ...sight, kmh: 53 }) });
  assert.deepEqual(seen.sort(), ['B-XY 123 pays 60', 'ack', 'ack', 'letter to B-XY 123']);
});
