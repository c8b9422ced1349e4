// What is logged when somebody books must not say who it is or what ails them.
import { format } from 'node:util';
import assert from 'node:assert/strict';
import test from 'node:test';

import { Desk } from './src/desk.js';

test('nothing of the person is logged', async () => {
  const lines: string[] = [];
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[level] = (...values: unknown[]) => void lines.push(format(...values));
  }
  const slots = { taken: async () => 0, add: async () => 7, addBelow: async () => 7 };
  const desk = new Desk(slots, { queue: async () => undefined }, () => new Date('2026-10-01T08:00:00Z'));
  const wish = { slot: '2026-10-05T09:15Z', name: 'Ana Prata', mobile: '+351912000111', illnesses: 'asthma' };
  assert.equal((await desk.book(wish)).status, 201);
  assert.doesNotMatch(lines.join('\n'), /asthma|912000111|Prata/);
});
