import type { Counter, Office, Report } from './ports.js';

const FRESH = 60_000;
const SPREAD = 15_000;

interface Known {
  report: Report;
  until: number;
}

// The weather at the huts, asked for once in a while.
export class Weather {
  private readonly known = new Map<string, Known>();
  private readonly asked = new Map<string, Promise<Report>>();

  constructor(
    private readonly office: Office,
    private readonly reportCounter: Counter,
    private readonly now: () => number = Date.now,
  ) {}

  async at(hut: string): Promise<Report> {
    const known = this.known.get(hut);
    if (known && known.until > this.now()) {
      this.reportCounter.inc({ from: 'memory' });
      return known.report;
    }
    const report = await this.fresh(hut);
    this.reportCounter.inc({ from: 'office' });
    return report;
  }

  private fresh(hut: string): Promise<Report> {
    let asked = this.asked.get(hut);
    if (!asked) {
      asked = this.ask(hut).finally(() => this.asked.delete(hut));
      this.asked.set(hut, asked);
    }
    return asked;
  }

  private async ask(hut: string): Promise<Report> {
    try {
      const report = await this.office.report(hut);
      this.known.set(hut, { report, until: this.now() + FRESH - Math.random() * SPREAD });
      return report;
    } catch (error) {
      console.error(`no weather for ${hut}:`, error);
      this.reportCounter.inc({ from: 'nowhere' });
      throw error;
    }
  }
}
