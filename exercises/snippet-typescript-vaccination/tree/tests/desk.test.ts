import assert from 'node:assert/strict';
import test from 'node:test';

import { Desk } from '../src/desk.js';

const NOW = new Date('2026-10-01T08:00:00Z');
const ANA = { name: 'Ana', mobile: '+351912000111', illnesses: 'asthma' };

test('a slot is booked until it is full', async () => {
  const people: object[] = [];
  const sent: string[] = [];
  const slots = {
    taken: async () => people.length,
    add: async (_: string, person: object) => people.push(person),
    addBelow: async (_: string, person: object, most: number) => (people.length < most ? people.push(person) : null),
  };
  const desk = new Desk(slots, { queue: async (_, text) => void sent.push(text) }, () => NOW);
  for (let number = 1; number <= 6; number += 1) {
    assert.deepEqual(await desk.book({ slot: '2026-10-05T09:15Z', ...ANA }), { status: 201, body: { booking: number } });
  }
  assert.equal((await desk.book({ slot: '2026-10-05T09:15Z', ...ANA })).status, 409);
  assert.equal((await desk.book({ slot: '2026-10-05T09:20Z', ...ANA })).status, 400);
  assert.equal((await desk.book({ slot: '2026-09-05T09:15Z', ...ANA })).status, 400);
  assert.equal((await desk.book({ slot: '2026-10-05T09:30Z', ...ANA, mobile: '0912' })).status, 400);
  assert.equal(sent[0], 'Your vaccination: 2026-10-05 10:15. Number 1.');
});
