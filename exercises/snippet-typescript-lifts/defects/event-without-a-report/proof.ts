// The commit fails; and on another day the bus is away.
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

test('an event and its report come together', async () => {
  const published: object[] = [];
  const bus = { publish: async (event: object) => void published.push(event), connected: () => true };
  const db = new Database();
  db.commits = false;
  await new Reports({ db, bus }).report(CALL).catch(() => undefined);
  assert.equal(db.events.length + published.length, db.reports.length, 'an engineer is sent for a report that is not there');
});

test('a report while the bus is away gets its event', async () => {
  const bus = { publish: () => Promise.reject(new Error('the bus is away')), connected: () => false };
  const db = new Database();
  await new Reports({ db, bus }).report(CALL).catch(() => undefined);
  assert.equal(db.events.length, db.reports.length, 'nobody is sent for a report');
});
