// Keeps what takes long to find out. When it is no longer fresh it is still given, while it is asked for anew.
import { count } from './metrics.js';

const MOST = 5000;

export class Cache {
  #entries = new Map();
  #freshMs;
  #usableMs;
  #now;

  constructor({ freshMs, usableMs, now = () => performance.now() }) {
    this.#freshMs = freshMs;
    this.#usableMs = usableMs;
    this.#now = now;
  }

  async get(key, load) {
    const entry = this.#entry(key);
    const now = this.#now();
    if (now >= entry.usableUntil) {
      count('cache_miss');
      return this.#load(entry, load);
    }
    if (now >= entry.freshUntil) {
      this.#refresh(entry, load);
    }
    count('cache_hit');
    return entry.value;
  }

  drop(prefix) {
    for (const key of this.#entries.keys()) {
      if (key.startsWith(prefix)) {
        this.#entries.delete(key);
      }
    }
  }

  #entry(key) {
    const entry = this.#entries.get(key) ?? { key, freshUntil: -Infinity, usableUntil: -Infinity };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > MOST) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
    return entry;
  }

  async #load(entry, load) {
    entry.loading ??= this.#fetch(entry, load).finally(() => {
      entry.loading = undefined;
    });
    return entry.loading;
  }

  #refresh(entry, load) {
    if (entry.loading !== undefined) {
      return;
    }
    this.#load(entry, load).catch((error) => {
      entry.freshUntil = this.#now() + this.#freshMs / 10;
      console.error(`${entry.key} was not refreshed`, error);
      count('cache_refresh_failed');
    });
  }

  async #fetch(entry, load) {
    const value = await load();
    const now = this.#now();
    Object.assign(entry, { value, freshUntil: now + this.#freshMs, usableUntil: now + this.#usableMs });
    return value;
  }
}
