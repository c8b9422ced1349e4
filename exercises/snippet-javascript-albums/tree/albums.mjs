import { scrypt, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { promisify } from 'node:util'

const derive = promisify(scrypt)

const AT_A_TIME = 16
const MOST_BYTES = 4096
const KEY_BYTES = 32
const COST = { N: 2 ** 15, maxmem: 64 << 20 }

export function setting(name) {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

// The password's key, compared with the one that the album was locked with.
export async function matches(password, { salt, key }) {
  const derived = await derive(password, Buffer.from(salt, 'hex'), KEY_BYTES, COST)
  return timingSafeEqual(derived, Buffer.from(key, 'hex'))
}

async function bodyOf(request) {
  request.setEncoding('utf8')
  let text = ''
  for await (const piece of request) {
    text += piece
    if (text.length > MOST_BYTES) return {}
  }
  try {
    return JSON.parse(text) ?? {}
  } catch {
    return {}
  }
}

export class Albums {
  #storage

  constructor() {
    this.#storage = setting('STORAGE_URL')
  }

  async #ask(path, method) {
    const answer = await fetch(this.#storage + path, { method, signal: AbortSignal.timeout(3000) })
    if (answer.ok) return answer
    await answer.body?.cancel()
    if (answer.status === 404) return null
    throw new Error(`the storage answers ${answer.status} to ${method} ${path}`)
  }

  // What is known of an album; null when there is none.
  async album(id) {
    const answer = await this.#ask(`/albums/${encodeURIComponent(id)}.json`, 'GET')
    return answer && (await answer.json())
  }

  async #picture(id, name) {
    const answer = await this.#ask(`/albums/${encodeURIComponent(id)}/${encodeURIComponent(name)}`, 'HEAD')
    return { name, bytes: answer && Number(answer.headers.get('content-length')) }
  }

  async pictures(id, names) {
    const found = []
    for (let at = 0; at < names.length; at += AT_A_TIME) {
      const some = names.slice(at, at + AT_A_TIME)
      found.push(...(await Promise.all(some.map((name) => this.#picture(id, name)))))
    }
    return found
  }

  async open(id, password) {
    const album = await this.album(id)
    if (!album) return [404, { error: 'no such album' }]
    if (!(await matches(password, album))) return [403, { error: 'wrong password' }]
    return [200, await this.pictures(id, album.pictures)]
  }
}

export function server(albums) {
  return createServer(async (request, response) => {
    const id = /^\/albums\/([a-z0-9-]+)$/.exec(request.url)?.[1]
    let answer = [404, { error: 'no such page' }]
    try {
      const { password } = await bodyOf(request)
      if (id && request.method === 'POST') answer = await albums.open(id, String(password))
    } catch (error) {
      console.error(`album ${id}:`, error)
      answer = [502, { error: 'please try again' }]
    }
    response.writeHead(answer[0], { 'content-type': 'application/json' }).end(JSON.stringify(answer[1]))
  })
}
