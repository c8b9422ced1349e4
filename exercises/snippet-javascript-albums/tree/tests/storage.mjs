// A storage service for tests: answers what it is given.
import { createServer } from 'node:http'
import { scryptSync } from 'node:crypto'
import { once } from 'node:events'

export const locked = (password) => ({
  salt: '00ff',
  key: scryptSync(password, Buffer.from('00ff', 'hex'), 32, { N: 2 ** 15, maxmem: 64 << 20 }).toString('hex'),
})

export async function storage(files) {
  const server = createServer((request, response) => {
    const file = files[request.url]
    response.writeHead(file === undefined ? 404 : 200, { 'content-length': Buffer.byteLength(file ?? '') })
    response.end(request.method === 'HEAD' ? undefined : file)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  process.env.STORAGE_URL = `http://127.0.0.1:${server.address().port}`
  const close = () => {
    server.close()
    server.closeAllConnections?.()
  }
  return { close }
}
