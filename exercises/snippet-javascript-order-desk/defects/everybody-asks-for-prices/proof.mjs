// Twenty orders come while the prices are too old: the wholesaler is asked once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Orders } from './orders.mjs'

const roses = (pieces) => ({ email: 'ada@example.com', lines: [{ flower: 'rose', pieces }] })
const none = { add: async () => 1 }

test('one question at a time', async () => {
  let asked = 0
  const priceList = async () => {
    asked += 1
    await pause(30)
    return { rose: 350 }
  }
  const orders = new Orders({ priceList, store: none, outbox: none })
  await Promise.all(Array.from({ length: 20 }, () => orders.place(roses(1))))
  assert.equal(asked, 1, `the wholesaler was asked ${asked} times at once`)
})
