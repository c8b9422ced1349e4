import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { Albums, server } from '../albums.mjs'
import { locked, storage } from './storage.mjs'

test('an album is opened with its password', async () => {
  const files = { '/albums/smith.json': JSON.stringify({ ...locked('rice'), pictures: ['a.jpg', 'b.jpg'] }), '/albums/smith/a.jpg': 'xxxx' }
  const store = await storage(files)
  const site = server(new Albums())
  await once(site.listen(0, '127.0.0.1'), 'listening')
  const post = async (path, password) => {
    const answer = await fetch(`http://127.0.0.1:${site.address().port}${path}`, { method: 'POST', body: JSON.stringify({ password }) })
    return [answer.status, await answer.json()]
  }
  assert.deepEqual(await post('/albums/smith', 'rice'), [200, [{ name: 'a.jpg', bytes: 4 }, { name: 'b.jpg', bytes: null }]])
  assert.equal((await post('/albums/smith', 'peas'))[0], 403)
  assert.equal((await post('/albums/jones', 'rice'))[0], 404)
  site.close()
  site.closeAllConnections?.()
  store.close()
})
