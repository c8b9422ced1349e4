// Twenty people want the same quarter of an hour at the same moment.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Desk } from './src/desk.js';

test('no more than six are given a place', async () => {
  let given = 0;
  const tick = () => new Promise((resolve) => setImmediate(resolve));
  const add = async () => {
    await tick();
    return (given += 1);
  };
  const slots = {
    taken: async () => {
      const before = given;
      await tick();
      return before;
    },
    add,
    addBelow: async (_: string, __: object, most: number) => (given < most ? (given += 1) : null),
  };
  const desk = new Desk(slots, { queue: async () => undefined }, () => new Date('2026-10-01T08:00:00Z'));
  const wish = { slot: '2026-10-05T09:15Z', name: 'Ana', mobile: '+351912000111' };
  const answers = await Promise.all(Array.from({ length: 20 }, () => desk.book(wish)));
  assert.equal(answers.filter(({ status }) => status === 201).length, 6, 'people with a place');
});
