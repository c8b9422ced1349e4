// While a key is derived, the event loop turns.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matches } from './albums.mjs'
import { locked } from './tests/storage.mjs'

test('the loop turns while a password is looked at', async () => {
  const secret = locked('rice')
  let turns = 0
  const timer = setImmediate(function count() {
    turns += 1
    setImmediate(count).unref()
  })
  assert.equal(await matches('rice', secret), true)
  clearImmediate(timer)
  assert.ok(turns > 0, 'nothing else was done while the key was derived')
})
