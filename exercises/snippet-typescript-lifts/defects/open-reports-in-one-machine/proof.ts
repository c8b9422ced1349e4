// Two tenants, two machines, one lift.
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

test('a lift is reported once', async () => {
  const bus = { publish: async () => undefined, connected: () => true };
  const db = new Database();
  const machines = [new Reports({ db, bus }), new Reports({ db, bus })];
  const statuses = [];
  for (const machine of machines) statuses.push((await machine.report(CALL)).status);
  assert.deepEqual(statuses, [201, 200], `${db.reports.length} reports of one lift`);
  await machines[0]!.repaired('L-7');
  assert.equal((await machines[1]!.report(CALL)).status, 201, 'it stands still again, and nobody is sent');
});
