// An album with many pictures: the storage is not asked for all of them at once.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { Albums } from './albums.mjs'

test('some pictures at a time', async () => {
  let now = 0
  let most = 0
  const store = createServer((request, response) => {
    most = Math.max(most, ++now)
    setTimeout(() => {
      now -= 1
      response.writeHead(200, { 'content-length': 4 }).end()
    }, 150)
  })
  await once(store.listen(0, '127.0.0.1'), 'listening')
  process.env.STORAGE_URL = `http://127.0.0.1:${store.address().port}`
  const names = Array.from({ length: 250 }, (_, n) => `${n}.jpg`)
  const found = await new Albums().pictures('smith', names).finally(() => {
    store.close()
    store.closeAllConnections?.()
  })
  assert.equal(found.length, 250)
  assert.ok(most <= 100, `${most} requests were under way at once`)
})
