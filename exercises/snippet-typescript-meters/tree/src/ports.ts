export interface Reading {
  id: number;
  meter: string;
  at: string;
  wh: number;
}

export interface Connection {
  // Readings of a building by id: up to `count` of those behind `after`. Rejects when the connection breaks.
  page(building: string, after: number, count: number): Promise<Reading[]>;
  // Gives the connection back. To be called once, whatever has become of it: a broken one is replaced.
  release(): void;
}

export interface Pool {
  // Waits until one of ten connections is free.
  connect(): Promise<Connection>;
}
