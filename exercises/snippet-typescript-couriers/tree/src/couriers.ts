import { setTimeout as sleep } from 'node:timers/promises';

const TRIES = 3;
const FIRST_PAUSE = 200;

export class Refused extends Error {}

export class Unsure extends Error {}

interface Ride {
  from: string;
  to: string;
}

function failure(answer: Response): Error {
  const text = `the courier answers ${answer.status}`;
  return answer.status < 500 ? new Refused(text) : new Error(text);
}

// Runs it up to three times. The pauses grow, and differ from one laboratory to the next.
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof Refused || tries === TRIES) throw error;
      await sleep(FIRST_PAUSE * 2 ** tries * (0.5 + Math.random()));
    }
  }
}

export class Couriers {
  constructor(private readonly address: string) {}

  private async ask(path: string, options: RequestInit): Promise<unknown> {
    const answer = await fetch(this.address + path, { ...options, signal: AbortSignal.timeout(3000) });
    if (!answer.ok) {
      await answer.body?.cancel();
      throw failure(answer);
    }
    return answer.json();
  }

  // Cents for a ride.
  async price(from: string, to: string): Promise<number> {
    const path = `/price?${new URLSearchParams({ from, to })}`;
    const { cents } = (await patiently(() => this.ask(path, {}))) as { cents: unknown };
    if (!Number.isInteger(cents)) throw new Error(`the courier's price is ${cents}`);
    return cents as number;
  }

  // The number of the ride.
  async order(from: string, to: string): Promise<string> {
    const ride: Ride = { from, to };
    const options = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(ride) };
    try {
      const { number } = (await this.ask('/rides', options)) as { number: unknown };
      if (typeof number !== 'string') throw new Error('the ride has no number');
      return number;
    } catch (error) {
      if (error instanceof Refused) throw error;
      throw new Unsure('a ride may have been ordered', { cause: error });
    }
  }
}
