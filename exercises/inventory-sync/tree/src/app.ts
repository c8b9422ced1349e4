// The HTTP interface. The platform's proxy has signed the caller in and says in x-shop for which shop.
import { createServer, type IncomingMessage, type Server } from 'node:http';

import { availability } from './availability.js';
import type { Db } from './db.js';
import { discrepancy } from './discrepancies.js';
import { Refused } from './refused.js';
import type { Warehouse } from './warehouse.js';

export function createApp(db: Db, warehouse: Warehouse): Server {
  return createServer(async (request, response) => {
    let status = 200;
    let body: unknown;
    try {
      body = await answer(request, db, warehouse);
    } catch (error) {
      status = error instanceof Refused ? error.status : 500;
      body = { error: error instanceof Refused ? error.message : 'something went wrong here' };
      if (status === 500) {
        console.error(`${request.method} ${request.url}`, error);
      }
    }
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
}

async function answer(request: IncomingMessage, db: Db, warehouse: Warehouse): Promise<unknown> {
  const shop = String(request.headers['x-shop'] ?? '');
  const url = new URL(request.url ?? '/', 'http://inventory');
  const [, what, id] = url.pathname.split('/');
  if (request.method !== 'GET' || shop === '') {
    throw new Refused(400, 'only GET, for a shop');
  }
  switch (what) {
    case 'levels':
      return level(db, shop, id ?? '');
    case 'warehouse':
      return warehouse.levels(shop, url.searchParams.get('after') ?? '');
    case 'availability':
      return availability(db, warehouse, shop, url.searchParams.getAll('sku'));
    case 'discrepancies':
      return discrepancy(db, shop, Number(id));
    default:
      throw new Refused(404, 'there is no such page');
  }
}

async function level(db: Db, shop: string, sku: string): Promise<unknown> {
  const [row] = await db.query('SELECT sku, quantity FROM levels WHERE shop = $1 AND sku = $2', [shop, sku]);
  if (row === undefined) {
    throw new Refused(404, 'there is no such article');
  }
  return row;
}
