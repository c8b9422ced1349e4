import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BadOrder, Orders } from '../orders.mjs'

function shop() {
  const mails = []
  const orders = new Orders({
    priceList: async () => ({ rose: 350, tulip: 120 }),
    store: { add: async () => 7 },
    outbox: { add: async (mail) => mails.push(mail) },
  })
  return { mails, orders }
}

test('an order is priced and confirmed', async () => {
  const { mails, orders } = shop()
  const lines = [{ flower: 'rose', pieces: 3 }, { flower: 'tulip', pieces: 10 }]
  assert.deepEqual(await orders.place({ email: 'ada@example.com', lines }), { number: 7, total: 2250 })
  assert.equal(mails[0].text, 'Thank you. Order 7 costs 22.50 euros.')
})

test('what is no order is refused', async () => {
  const { orders } = shop()
  for (const body of [null, {}, { email: 'ada@example.com', lines: [] }, { email: 'ada', lines: [{ flower: 'rose', pieces: 1 }] }])
    await assert.rejects(orders.place(body), BadOrder)
  await assert.rejects(orders.place({ email: 'ada@example.com', lines: [{ flower: 'oak', pieces: 1 }] }), BadOrder)
})
