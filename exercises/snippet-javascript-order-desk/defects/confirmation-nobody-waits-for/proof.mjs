// The mail cannot be written: whoever placed the order is told, and the process lives.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Orders } from './orders.mjs'

const roses = (pieces) => ({ email: 'ada@example.com', lines: [{ flower: 'rose', pieces }] })
const none = { add: async () => 1 }

test('a failed mail is told', async () => {
  const lost = []
  process.on('unhandledRejection', (reason) => lost.push(reason))
  const outbox = { add: () => pause(10).then(() => Promise.reject(new Error('the disk is full'))) }
  const orders = new Orders({ priceList: async () => ({ rose: 350 }), store: none, outbox })
  const told = await orders.place(roses(1)).then(() => false, () => true)
  await pause(50)
  assert.equal(lost.length, 0, 'the failure reaches nobody, and ends the process')
  assert.ok(told, 'the customer is told that all is well')
})
