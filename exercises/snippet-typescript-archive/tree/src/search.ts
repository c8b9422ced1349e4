import { randomUUID } from 'node:crypto';

import type { Db } from './db.js';

const USUAL = 20;
const MOST = 100;
const SHORTEST = 3;
const LONGEST = 100;
const ORDERS: ReadonlyMap<string, string> = new Map([
  ['id', 'id'],
  ['title', 'title, id'],
  ['year', 'year NULLS LAST, id'],
]);

export interface Thing {
  id: number;
  title: string;
  year: number | null;
  description: string;
}

export interface Answer {
  status: number;
  body: { things?: Thing[]; error?: string; id?: string };
}

function whole(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  return /^\d{1,9}$/.test(text) ? Number(text) : NaN;
}

function refusal(error: string): Answer {
  return { status: 400, body: { error } };
}

// % and _ mean themselves.
function likeText(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

export async function search(db: Db, parameters: Record<string, string | undefined>): Promise<Answer> {
  const { q = '', sort = 'id' } = parameters;
  const order = ORDERS.get(sort);
  if (order === undefined) return refusal('sort');
  if (q !== '' && (q.length < SHORTEST || q.length > LONGEST)) return refusal('q');
  if (sort !== 'id' && parameters.after !== undefined) return refusal('after');
  const after = whole(parameters.after, 0);
  const limit = Math.min(whole(parameters.limit, USUAL), MOST);
  if (Number.isNaN(after) || Number.isNaN(limit)) return refusal('after or limit');
  try {
    const things = await db.query<Thing>(
      `SELECT id, title, year, description FROM things WHERE title ILIKE $1 AND id > $2 ORDER BY ${order} LIMIT $3`,
      [likeText(q), after, limit],
    );
    return { status: 200, body: { things } };
  } catch (error) {
    const id = randomUUID();
    console.error(`search ${id}:`, error);
    return { status: 500, body: { error: 'the search failed', id } };
  }
}
