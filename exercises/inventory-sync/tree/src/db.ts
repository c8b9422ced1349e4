// A pool of connections to PostgreSQL, or what stands for it in tests; a BIGINT comes as a number. Each query is a transaction of its own.
export interface Db {
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
}
