// Somebody orders less than nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Orders } from './orders.mjs'

const roses = (pieces) => ({ email: 'ada@example.com', lines: [{ flower: 'rose', pieces }] })
const none = { add: async () => 1 }

test('pieces are whole, positive and not too many', async () => {
  for (const pieces of [-10, 0.5, '3', NaN, 1e9]) {
    let stored = 0
    const store = { add: async () => (stored += 1) }
    const orders = new Orders({ priceList: async () => ({ rose: 350 }), store, outbox: none })
    await orders.place(roses(pieces)).catch(() => {})
    assert.equal(stored, 0, `an order of ${pieces} roses is stored`)
  }
})
