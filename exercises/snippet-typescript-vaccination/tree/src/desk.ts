import type { Person, Slots, Texts } from './ports.js';

const PLACES = 6;
const MOST_CHARACTERS = 500;
const SLOT = /^\d{4}-\d\d-\d\dT\d\d:(00|15|30|45)Z$/;
const MOBILE = /^\+[1-9]\d{6,14}$/;
const TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Lisbon', dateStyle: 'short', timeStyle: 'short' });

export interface Answer {
  status: number;
  body: { booking?: number; error?: string };
}

function refusal(status: number, error: string): Answer {
  return { status, body: { error } };
}

function text(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MOST_CHARACTERS;
}

function personIn(body: Record<string, unknown>): Person | null {
  const { name, mobile, illnesses = '' } = body;
  if (!text(name) || !name.trim() || !text(mobile) || !MOBILE.test(mobile) || !text(illnesses)) return null;
  return { name, mobile, illnesses };
}

export class Desk {
  constructor(
    private readonly slots: Slots,
    private readonly texts: Texts,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async book(body: Record<string, unknown>): Promise<Answer> {
    const { slot } = body;
    if (!text(slot) || !SLOT.test(slot) || !(new Date(slot) > this.now())) return refusal(400, 'slot');
    const person = personIn(body);
    if (!person) return refusal(400, 'person');
    const booking = await this.slots.addBelow(slot, person, PLACES);
    if (booking === null) return refusal(409, 'full');
    console.info(`booking ${booking} in ${slot}`);
    await this.tell(booking, slot, person.mobile);
    return { status: 201, body: { booking } };
  }

  // The place is given, with a text message or without.
  private async tell(booking: number, slot: string, mobile: string): Promise<void> {
    try {
      await this.texts.queue(mobile, `Your vaccination: ${TIME.format(new Date(slot))}. Number ${booking}.`);
    } catch (error) {
      console.error(`no text message for booking ${booking}:`, error);
    }
  }
}
