// What the shop's pages say about articles: how many there are and when more will come.
import type { Db } from './db.js';
import { count } from './metrics.js';
import { Refused } from './refused.js';
import type { Delivery, Level, Warehouse } from './warehouse.js';

const MOST = 100;

export interface Availability {
  sku: string;
  quantity: number;
  incoming: Delivery[] | null; // null: not known
}

export async function availability(db: Db, warehouse: Warehouse, shop: string, skus: string[]): Promise<Availability[]> {
  if (skus.length === 0 || skus.length > MOST) {
    throw new Refused(400, `from 1 to ${MOST} articles`);
  }
  const [levels, incoming] = await Promise.all([levelsOf(db, shop, skus), incomingOf(warehouse, shop, skus)]);
  return skus.map((sku) => ({
    sku,
    quantity: levels.get(sku) ?? 0,
    incoming: incoming && incoming.filter((delivery) => delivery.sku === sku),
  }));
}

async function levelsOf(db: Db, shop: string, skus: string[]): Promise<Map<string, number>> {
  const places = skus.map((_, i) => `$${i + 2}`).join(', ');
  const sql = `SELECT sku, quantity FROM levels WHERE shop = $1 AND sku IN (${places})`;
  const rows = await db.query<Level>(sql, [shop, ...skus]);
  return new Map(rows.map((row) => [row.sku, row.quantity]));
}

async function incomingOf(warehouse: Warehouse, shop: string, skus: string[]): Promise<Delivery[] | null> {
  try {
    return await warehouse.incoming(shop, skus);
  } catch (error) {
    console.error(`deliveries of shop ${shop} are not known`, error);
    count('incoming_unknown');
    return null;
  }
}
