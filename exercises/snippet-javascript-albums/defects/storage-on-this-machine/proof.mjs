// A machine is set up without the storage's address.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Albums } from './albums.mjs'

test('a missing address is told', () => {
  delete process.env.STORAGE_URL
  assert.throws(() => new Albums())
})
