// Orders of the flower shop.
const FRESH_MS = 10 * 60 * 1000
const MOST_LINES = 50
const MOST_PIECES = 200

export class BadOrder extends Error {}

export class Orders {
  #priceList
  #store
  #outbox
  #prices = null
  #asked = null

  constructor({ priceList, store, outbox }) {
    this.#priceList = priceList
    this.#store = store
    this.#outbox = outbox
  }

  // Whoever comes while the wholesaler is asked waits for the same answer.
  #currentPrices() {
    if (this.#prices && Date.now() - this.#prices.at < FRESH_MS) return this.#prices.cents
    this.#asked ??= this.#ask().finally(() => {
      this.#asked = null
    })
    return this.#asked
  }

  async #ask() {
    const cents = new Map(Object.entries(await this.#priceList()))
    this.#prices = { cents, at: Date.now() }
    return cents
  }

  async place(body) {
    const lines = body?.lines
    if (!Array.isArray(lines) || lines.length === 0 || lines.length > MOST_LINES) throw new BadOrder('lines')
    if (typeof body.email !== 'string' || !body.email.includes('@')) throw new BadOrder('email')
    const prices = await this.#currentPrices()
    let total = 0
    for (const line of lines) {
      if (!prices.has(line?.flower)) throw new BadOrder('flower')
      if (!Number.isInteger(line.pieces) || line.pieces < 1 || line.pieces > MOST_PIECES) throw new BadOrder('pieces')
      total += line.pieces * prices.get(line.flower)
    }
    const number = await this.#store.add({ email: body.email, lines: lines.map(({ flower, pieces }) => ({ flower, pieces })), total })
    await this.#outbox.add({ to: body.email, text: `Thank you. Order ${number} costs ${(total / 100).toFixed(2)} euros.` })
    return { number, total }
  }
}
