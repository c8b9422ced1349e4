// The live side of a pair session's page. The page reads and works without it: this fetches what is new as soon as
// the server says that there is something, sends the panel's forms without leaving the page, and lets the two follow
// each other's scrolling where both agree. Comments, text and order come from the server's log alone.

import './review';
import { startFollowing } from './pair/follow';
import { eachTime } from './review/swap';

type Frame = { type: string; [key: string]: unknown };

const retry = { least: 500, most: 10_000 }; // milliseconds
const parts = ['pair-clock', 'pair-turn', 'pair-said', 'pair-notes', 'pair-artefacts', 'pair-board'];

const news: Record<string, string> = {
  comment: 'A comment was saved.', taken: 'A comment was taken back.', closing: 'The closing summary was saved.',
  ask: 'The candidate asks for something.', prompt: 'A question from your interviewer.', hint: 'A hint from your interviewer.',
  limit: 'A new constraint from your interviewer.', reveal: 'A new artefact from your interviewer.', ended: 'The session has ended.',
};

export function start(panel: HTMLElement): void {
  const home = panel.dataset.home ?? '';
  const you = panel.dataset.you ?? '';
  const other = you === 'candidate' ? 'interviewer' : 'candidate';
  const waiting = new Map<string, { form: HTMLFormElement; fields: string }>(); // acts that the server has not confirmed
  let seen = Number(panel.dataset.seen);
  let socket: WebSocket | undefined;
  let pause = retry.least;
  let stale = false;
  let fetching = false;
  let over = false; // the page goes away

  const part = (id: string) => document.getElementById(id);
  const say = (text: string) => { const line = part('pair-status'); if (line) line.textContent = text; };
  const send = (frame: Frame) => { if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame)); };

  const following = startFollowing(other, send, say);

  function presence(text: string): void { const line = part('pair-presence'); if (line) line.textContent = text; }

  function connect(): void {
    socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${home}/pair/live?seen=${seen}`);
    socket.addEventListener('message', (message) => hear(JSON.parse(String(message.data)) as Frame));
    socket.addEventListener('close', () => {
      if (over) return;
      presence('Not connected: trying again. What you send is kept until then.');
      setTimeout(connect, pause);
      pause = Math.min(retry.most, pause * 2);
    });
  }

  function hear(frame: Frame): void {
    if (frame.type === 'hello') greeted();
    if (frame.type === 'event') learnt(frame);
    if (frame.type === 'presence') presence(Number(frame[other]) > 0 ? `The ${other} is here.` : `The ${other} is not here.`);
    if (frame.type === 'done') settled(String(frame.ref), '');
    if (frame.type === 'refused') settled(String(frame.ref), String(frame.why));
    if (frame.type === 'follow') following.heard(String(frame.do));
    if (frame.type === 'scroll') following.scrolled(String(frame.at));
  }

  function greeted(): void {
    pause = retry.least;
    panel.dataset.live = 'yes';
    for (const [ref, act] of waiting) send({ type: 'act', ref, form: act.fields });
    following.again();
  }

  function learnt(frame: Frame): void {
    seen = Number(frame.n);
    panel.dataset.seen = String(seen);
    if (frame.by === other || frame.kind === 'ended') say(news[String(frame.kind)] ?? '');
    void refresh();
  }

  // One at a time; what comes meanwhile makes another one.
  async function refresh(): Promise<void> {
    stale = true;
    if (fetching) return;
    fetching = true;
    try {
      while (stale) {
        stale = false;
        const answer = await fetch(`${home}/pair/news`, { credentials: 'same-origin' });
        if (answer.ok) put(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      }
    } catch { setTimeout(() => void refresh(), retry.most); } // the connection is down: the next one tells again
    finally { fetching = false; }
  }

  function put(fresh: Document): void {
    for (const id of parts) replace(part(id), fresh.getElementById(id));
    comments(fresh);
    tick();
  }

  // What was opened stays open, and where the keyboard was it stays.
  function replace(old: HTMLElement | null, fresh: HTMLElement | null): void {
    if (!old || !fresh || old.innerHTML === fresh.innerHTML) return;
    const key = (element: Element) => element.closest('li[id]')?.id ?? '';
    const open = new Map([...old.querySelectorAll('details')].map((each) => [key(each), each.open]));
    const at = old.contains(document.activeElement) ? key(document.activeElement as Element) : undefined;
    for (const each of fresh.querySelectorAll('details')) each.open = open.get(key(each)) ?? each.open;
    const here = document.importNode(fresh, true);
    old.replaceWith(here);
    if (at === undefined) return;
    const next = (at ? part(at) : null)?.querySelector<HTMLElement>('summary, button, a') ?? here;
    if (next === here) here.tabIndex = -1;
    next.focus();
  }

  // A comment stands below its row. One that is being changed in a form here is left alone.
  function comments(fresh: Document): void {
    const there = new Set<string>();
    for (const slot of fresh.querySelectorAll<HTMLElement>('#pair-comments > [data-row]')) {
      const box = slot.firstElementChild;
      if (!box) continue;
      there.add(box.id);
      const old = part(box.id);
      if (old?.querySelector('form')) { changedMeanwhile(old, box); continue; }
      if (old) { if (old.innerHTML !== box.innerHTML) old.replaceWith(document.importNode(box, true)); }
      else place(document.importNode(box, true), slot.dataset.row ?? '', slot.dataset.file ?? '');
    }
    for (const old of document.querySelectorAll('.note-box[id^="c"]'))
      if (/^c\d+$/.test(old.id) && !there.has(old.id) && !old.querySelector('form')) removeBox(old);
  }

  // Its text is here and in another window: to save here will ask.
  function changedMeanwhile(open: Element, now: Element): void {
    const was = open.querySelector<HTMLInputElement>('input[name=was]');
    if (!was || was.value === (now as HTMLElement).dataset.version || open.querySelector('.meanwhile')) return;
    const line = document.createElement('p');
    line.className = 'meanwhile';
    line.setAttribute('role', 'alert');
    line.textContent = 'This comment was changed meanwhile, in another window. What you write here is kept; to save shows you both.';
    open.querySelector('form')?.prepend(line);
  }

  function removeBox(box: Element): void {
    const row = box.closest('tr.notes');
    box.remove();
    if (row && !row.querySelector('.note-box, form')) row.remove();
  }

  function place(box: Element, row: string, file: string): void {
    const line = row.startsWith('file') ? null : part(row);
    if (line instanceof HTMLTableRowElement) return below(line, box);
    const title = part(file)?.querySelector('h3');
    if (title) title.after(box);
    else part('pair')?.parentElement?.lastElementChild?.append(box);
  }

  function below(line: HTMLTableRowElement, box: Element): void {
    const next = line.nextElementSibling;
    if (next?.matches('tr.notes')) { next.firstElementChild?.prepend(box); return; }
    const row = document.createElement('tr');
    row.className = 'notes';
    const cell = row.insertCell();
    cell.colSpan = 4;
    cell.append(box);
    line.after(row);
  }

  // The panel's forms, sent over the connection. The button that was pressed is part of what is sent.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches('#pair form.act')) return;
    event.preventDefault();
    const fields = new URLSearchParams();
    new FormData(form).forEach((value, name) => { if (name !== 'token') fields.append(name, String(value)); });
    const button = event.submitter;
    if (button instanceof HTMLButtonElement && button.name) fields.append(button.name, button.value);
    const ref = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
    waiting.set(ref, { form, fields: fields.toString() });
    send({ type: 'act', ref, form: fields.toString() });
  });

  function settled(ref: string, why: string): void {
    const act = waiting.get(ref);
    waiting.delete(ref);
    if (!act) return;
    act.form.querySelector('.refusal')?.remove();
    if (!why) { act.form.querySelectorAll('textarea').forEach((each) => { each.value = ''; }); return; }
    const line = document.createElement('p');
    line.className = 'refusal';
    line.setAttribute('role', 'alert');
    line.textContent = why;
    act.form.append(line);
  }

  // The clock goes on between two pages; the server's own is the truth.
  let since = Date.now();
  function tick(): void { since = Date.now(); }
  window.setInterval(() => {
    const clock = part('pair-clock');
    if (clock?.dataset.running !== 'yes') return;
    const minutes = Math.floor((Number(clock.dataset.seconds) + (Date.now() - since) / 1000) / 60);
    const text = minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    const shown = clock.querySelector('.clock');
    if (shown && shown.textContent !== text) shown.textContent = text;
    clock.classList.toggle('over', minutes >= Number(clock.dataset.minutes));
  }, 1000);

  window.addEventListener('pagehide', () => { over = true; socket?.close(); });
  window.addEventListener('pageshow', (event) => { if (event.persisted) { over = false; connect(); } });
  connect();
}

const panel = document.getElementById('pair');
if (panel) {
  start(panel);
  // A page that took the place of ours brings a panel that is not connected to anything.
  eachTime(() => { const fresh = document.getElementById('pair'); if (fresh && fresh !== panel) fresh.replaceWith(panel); });
}
