// The service on SQLite, with a warehouse that a test plays.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

import { createApp } from '../src/app.js';
import type { Db } from '../src/db.js';
import type { Channel, Message } from '../src/queue.js';
import { Warehouse } from '../src/warehouse.js';

const IDENTITY = /BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY/;

// SQLite by way of Python, which every machine of ours has: a line of JSON for each query, and one for its answer.
const SQLITE = `
import json, sqlite3, sys
database = sqlite3.connect(":memory:", isolation_level=None)
database.row_factory = sqlite3.Row
for line in sys.stdin:
    sql, values = json.loads(line)
    try:
        answer = {"rows": [dict(row) for row in database.execute(sql, values).fetchall()]}
    except Exception as error:
        answer = {"error": str(error)}
    print(json.dumps(answer), flush=True)
`;

interface Waiting {
  resolve: (rows: never[]) => void;
  reject: (error: Error) => void;
}

export class TestDb implements Db {
  readonly statements: string[] = [];
  private readonly python = spawn('python3', ['-c', SQLITE], { stdio: ['pipe', 'pipe', 'inherit'] });
  private readonly waiting: Waiting[] = [];

  constructor() {
    this.python.unref();
    for (const stream of [this.python.stdin, this.python.stdout]) {
      (stream as unknown as { unref(): void }).unref();
    }
    createInterface(this.python.stdout).on('line', (line) => {
      const { rows, error } = JSON.parse(line);
      const { resolve, reject } = this.waiting.shift() as Waiting;
      this.hold(-1);
      if (error === undefined) {
        resolve(rows as never[]);
      } else {
        reject(new Error(error));
      }
    });
  }

  async query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    this.statements.push(sql);
    return new Promise<Row[]>((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.hold(1);
      this.python.stdin.write(JSON.stringify([sql.replace(/\$(\d)/g, '?$1'), values]) + '\n');
    });
  }

  // A test that waits for an answer must not end before it has come; one that has ended must not be kept up.
  private hold(change: 1 | -1): void {
    const output = this.python.stdout as unknown as { ref(): void; unref(): void };
    if (change > 0) {
      output.ref();
    } else if (this.waiting.length === 0) {
      output.unref();
    }
  }
}

export async function newDb(): Promise<TestDb> {
  const db = new TestDb();
  for (const file of readdirSync('migrations').sort()) {
    for (const statement of readFileSync(`migrations/${file}`, 'utf8').split(';')) {
      if (statement.trim() !== '') {
        await db.query(statement.replace(IDENTITY, 'INTEGER PRIMARY KEY'));
      }
    }
  }
  return db;
}

export class TestChannel implements Channel {
  readonly done: string[] = [];

  ack(message: Message): void {
    this.done.push(`ack ${message.id}`);
  }

  nack(message: Message, _allUpTo: boolean, requeue: boolean): void {
    this.done.push(`${requeue ? 'requeue' : 'dead'} ${message.id}`);
  }

  later(message: Message): void {
    this.done.push(`later ${message.id}`);
  }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function warehouseThat(answers: (url: URL) => unknown): Promise<Warehouse> {
  const server = createServer(async (request, response) => {
    let status = 200;
    let body: unknown;
    try {
      body = await answers(new URL(request.url ?? '/', 'http://warehouse'));
    } catch {
      status = 503;
    }
    response.writeHead(status, { connection: 'close' });
    response.end(JSON.stringify(body ?? null));
  });
  return new Warehouse(await listening(server));
}

export async function startApp(db: Db, warehouse: Warehouse): Promise<(path: string, shop: string) => Promise<Response>> {
  const base = await listening(createApp(db, warehouse));
  return (path, shop) => fetch(base + path, { headers: { 'x-shop': shop, connection: 'close' } });
}
