import type { Channel, Db, Message, Sight } from './ports.js';

const TOLERANCE = 3;
const MOST_ATTEMPTS = 6;
const PAUSE = 15;
const EUROS: [number, number][] = [
  [41, 320],
  [21, 115],
  [11, 60],
  [1, 30],
];

function isSight(value: unknown): value is Sight {
  const { camera, plate, kmh, limit, at } = (value ?? {}) as Record<string, unknown>;
  const texts = [camera, plate, at].every((text) => typeof text === 'string' && text !== '');
  return texts && [kmh, limit].every((number) => Number.isInteger(number) && (number as number) > 0);
}

function read(body: string): Sight {
  const value: unknown = JSON.parse(body);
  if (!isSight(value)) throw new Error('this is not what a camera sees');
  return value;
}

// What somebody pays who was so much too fast; nothing within the tolerance.
function euros({ kmh, limit }: Sight): number {
  const over = kmh - TOLERANCE - limit;
  return EUROS.find(([from]) => over >= from)?.[1] ?? 0;
}

export class Fines {
  constructor(
    private readonly db: Db,
    private readonly channel: Channel,
  ) {}

  private async store(id: string, sight: Sight): Promise<void> {
    const fine = euros(sight);
    if (fine === 0) return;
    await this.db.transaction(async (tables) => {
      if (await tables.addFine(id, sight, fine)) await tables.addLetter(id, sight.plate);
    });
  }

  async handle(message: Message): Promise<void> {
    try {
      const sight = read(message.body);
      await this.store(message.id, sight);
      this.channel.ack(message);
    } catch (error) {
      console.error(`message ${message.id}, attempt ${message.attempts}:`, error);
      if (message.attempts < MOST_ATTEMPTS) this.channel.again(message, PAUSE * message.attempts);
      else this.channel.park(message);
    }
  }
}
