import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import type { Pool, Reading } from './ports.js';

const PAGE = 5_000;
const DECIMALS = 3;

function kwh(wh: number): string {
  const digits = String(wh).padStart(DECIMALS + 1, '0');
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
}

function line({ meter, at, wh }: Reading): string {
  return `${meter},${at},${kwh(wh)}\n`;
}

async function* text(pages: AsyncIterable<Reading[]>): AsyncGenerator<string> {
  yield 'meter,time,kWh\n';
  for await (const page of pages) yield page.map(line).join('');
}

export class Exports {
  constructor(private readonly pool: Pool) {}

  async write(building: string, out: Writable): Promise<void> {
    await pipeline(Readable.from(text(this.pages(building))), createGzip(), out);
  }

  private async *pages(building: string): AsyncGenerator<Reading[]> {
    let after = 0;
    for (;;) {
      const page = await this.page(building, after);
      if (page.length === 0) return;
      yield page;
      after = page[page.length - 1]!.id;
    }
  }

  // A connection for each page: a landlord whose network is slow keeps none.
  private async page(building: string, after: number): Promise<Reading[]> {
    const connection = await this.pool.connect();
    try {
      return await connection.page(building, after, PAGE);
    } finally {
      connection.release();
    }
  }
}
