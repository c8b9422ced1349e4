// The dispatcher must be able to say which request an event comes from.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Reports } from './src/reports.js';

// Two machines, one database: what is written in a transaction is there when it is committed.
class Database {
  reports: { lift: string; open: boolean }[] = [];
  events: object[] = [];
  commits = true;

  async transaction<T>(work: (tx: any) => Promise<T>): Promise<T> {
    const [reports, events] = [this.reports.map((row) => ({ ...row })), [...this.events]];
    const result = await work({
      openReport: async (lift: string) => {
        const at = reports.findIndex((row) => row.lift === lift && row.open);
        return at < 0 ? null : at + 1;
      },
      addReport: async (lift: string) => reports.push({ lift, open: true }),
      close: async (lift: string) => reports.forEach((row) => row.lift === lift && (row.open = false)),
      addEvent: async (event: object) => void events.push(event),
    });
    if (!this.commits) throw new Error('the database is moved to another machine');
    [this.reports, this.events] = [reports, events];
    return result;
  }
}

const CALL = { body: { lift: 'L-7', text: 'stuck between two floors' }, headers: { traceparent: '00-aa11-bb22-01' } };

test("the request's trace goes on", async () => {
  const published: object[] = [];
  const bus = { publish: async (event: object) => void published.push(event), connected: () => true };
  const db = new Database();
  await new Reports({ db, bus }).report(CALL);
  assert.match(JSON.stringify([...db.events, ...published]), /00-aa11-bb22-01/);
});
