// A database for tests: what is written in a transaction is there when it is committed.
export class Database {
  reports: { lift: string; open: boolean }[] = [];
  events: object[] = [];

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
    [this.reports, this.events] = [reports, events];
    return result;
  }
}
