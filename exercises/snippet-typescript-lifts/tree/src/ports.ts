export interface Event {
  type: string;
  lift: string;
  report: number;
  // What the request that caused it was called with; consumers log it and pass it on.
  traceparent?: string;
}

export interface Tx {
  // The open report of a lift, or null. Locks the lift until the transaction ends.
  openReport(lift: string): Promise<number | null>;
  addReport(lift: string, text: string): Promise<number>;
  close(lift: string): Promise<void>;
  // Stores an event. The relay publishes it after the commit, as often as it takes.
  addEvent(event: Event): Promise<void>;
}

export interface Db {
  // Commits when the work is done, and rolls back when it or the commit fails, and then rejects.
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface Bus {
  // Rejects when the bus does not take the event.
  publish(event: Event): Promise<void>;
  connected(): boolean;
}

// What each of our services is given.
export interface Neighbours {
  db: Db;
  bus: Bus;
}
