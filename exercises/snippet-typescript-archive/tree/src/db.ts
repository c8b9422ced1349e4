// A pool of connections to PostgreSQL, with a user that may read. A query takes five seconds at most.
export interface Db {
  query<Row>(sql: string, values: unknown[]): Promise<Row[]>;
}
