// A pool of connections to PostgreSQL. Integers come back as numbers, dates as text.
export interface Db {
  query<Row>(sql: string, values: unknown[]): Promise<Row[]>;
}
