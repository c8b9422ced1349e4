import type { Neighbours } from './ports.js';

const LIFT = /^L-\d{1,6}$/;
const MOST_CHARACTERS = 1000;

export interface Call {
  body: { lift?: unknown; text?: unknown };
  headers: Record<string, string | undefined>;
}

export interface Answer {
  status: number;
  body: { report?: number; error?: string };
}

function isLift(lift: unknown): lift is string {
  return typeof lift === 'string' && LIFT.test(lift);
}

export class Reports {
  constructor(private readonly neighbours: Neighbours) {}

  async report({ body: { lift, text }, headers }: Call): Promise<Answer> {
    if (!isLift(lift)) return { status: 400, body: { error: 'lift' } };
    if (typeof text !== 'string' || text.length > MOST_CHARACTERS) return { status: 400, body: { error: 'text' } };
    return this.neighbours.db.transaction(async (tx) => {
      const open = await tx.openReport(lift);
      if (open !== null) return { status: 200, body: { report: open } };
      const report = await tx.addReport(lift, text);
      await tx.addEvent({
        type: 'lift-broken',
        lift,
        report,
        traceparent: headers.traceparent,
      });
      return { status: 201, body: { report } };
    });
  }

  // The engineer has closed the door of the engine room.
  async repaired(lift: string): Promise<void> {
    await this.neighbours.db.transaction((tx) => tx.close(lift));
  }
}
