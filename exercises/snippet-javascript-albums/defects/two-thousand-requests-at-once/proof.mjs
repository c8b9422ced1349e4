// An album with many pictures: the storage is not asked for all of them at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Albums } from './albums.mjs'
import { storage } from './tests/storage.mjs'

test('some pictures at a time', async () => {
  const names = Array.from({ length: 90 }, (_, n) => `${n}.jpg`)
  const store = await storage(Object.fromEntries(names.map((name) => [`/albums/smith/${name}`, 'xxxx'])), 300)
  const found = await new Albums().pictures('smith', names).finally(store.close)
  assert.equal(found.length, 90)
  assert.ok(store.seen.most <= 48, `${store.seen.most} requests were under way at once`)
})
