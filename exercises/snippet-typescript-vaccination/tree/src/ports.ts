export interface Person {
  name: string;
  mobile: string;
  illnesses: string;
}

// A slot in which the hall is closed counts as full.
export interface Slots {
  // How many people have a place in the slot.
  taken(slot: string): Promise<number>;
  // Gives a place in the slot, and answers the number of the booking.
  add(slot: string, person: Person): Promise<number>;
  // The same in one statement that locks the slot: gives no place, and answers null, once `most` are taken.
  addBelow(slot: string, person: Person, most: number): Promise<number | null>;
}

export interface Texts {
  // Stores a text message for sending. Rejects when the queue does not take it.
  queue(mobile: string, text: string): Promise<void>;
}
