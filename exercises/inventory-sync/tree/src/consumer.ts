// Takes what the warehouses say about their stock from the queue.
import type { Db } from './db.js';
import { count } from './metrics.js';
import type { Channel, Message } from './queue.js';

const ATTEMPTS = 5;
const PAUSE_SECONDS = 30;

interface StockEvent {
  type: string;
  shop: string;
  sku: string;
  quantity: number;
  version: number;
}

const STORE = `
  INSERT INTO levels (shop, sku, quantity, version) VALUES ($1, $2, $3, $4)
  ON CONFLICT (shop, sku) DO UPDATE SET quantity = excluded.quantity, version = excluded.version
  WHERE levels.version < excluded.version`;

export async function handle(message: Message, channel: Channel, db: Db): Promise<void> {
  try {
    const event = JSON.parse(message.body) as StockEvent;
    await apply(event, db);
    channel.ack(message);
  } catch (error) {
    console.error(`message ${message.id} was not handled`, error);
    count('stock_message_failed');
    if (message.attempts < ATTEMPTS) {
      channel.later(message, PAUSE_SECONDS);
    } else {
      channel.nack(message, false, false);
    }
  }
}

async function apply(event: StockEvent, db: Db): Promise<void> {
  switch (event.type) {
    case 'counted':
    case 'moved':
      await db.query(STORE, [event.shop, event.sku, event.quantity, event.version]);
      break;
    case 'discontinued':
      await db.query(STORE, [event.shop, event.sku, 0, event.version]);
      break;
    default:
      count('stock_message_unknown');
  }
}
