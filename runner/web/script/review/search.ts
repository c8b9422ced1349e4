// Search in what the page shows: "/" opens it, Enter goes on, Shift+Enter goes back, Escape ends it.
import { main } from './page';
import { eachTime } from './swap';

let bar: HTMLFormElement | undefined;
let field: HTMLInputElement;
let count: HTMLElement;
let hits: HTMLElement[] = [];
let at = -1;
let before: Element | null = null;

function show(index: number): void {
  hits[at]?.classList.remove('hit-now');
  at = hits.length === 0 ? -1 : (index + hits.length) % hits.length;
  hits[at]?.classList.add('hit-now');
  hits[at]?.scrollIntoView({ block: 'center' });
  count.textContent = field.value === '' ? '' : hits.length === 0 ? 'not found' : `${at + 1} of ${hits.length} lines`;
}

function find(): void {
  for (const hit of hits) hit.classList.remove('hit', 'hit-now');
  const wanted = field.value.toLowerCase();
  hits = wanted === '' ? [] : Array.from(main().querySelectorAll<HTMLElement>('.diff tbody tr[id]')).filter((row) =>
    Array.from(row.querySelectorAll('td.c')).some((cell) => (cell.textContent ?? '').toLowerCase().includes(wanted)));
  for (const hit of hits) hit.classList.add('hit');
  at = -1;
  show(0);
}

function close(): void {
  const row = hits[at];
  field.value = '';
  find();
  bar?.remove();
  bar = undefined;
  const target = row?.querySelector<HTMLElement>('a.ln') ?? before;
  if (target instanceof HTMLElement) target.focus();
}

export function openSearch(): void {
  before = document.activeElement;
  if (!bar) {
    bar = document.createElement('form');
    bar.className = 'search';
    bar.setAttribute('role', 'search');
    field = document.createElement('input');
    field.type = 'search';
    field.setAttribute('aria-label', 'Search in the code on this page');
    count = document.createElement('span');
    count.setAttribute('role', 'status');
    const end = document.createElement('button');
    end.type = 'button';
    end.textContent = 'Close';
    end.addEventListener('click', close);
    bar.append(field, count, end);
    bar.addEventListener('submit', (event) => event.preventDefault());
    bar.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
      else if (event.key === 'Enter' && event.target === field) show(at + (event.shiftKey ? -1 : 1));
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    field.addEventListener('input', find);
    document.body.append(bar);
  }
  field.focus();
  field.select();
}

export function startSearch(): void {
  eachTime(() => {
    hits = [];
    if (bar && field.value !== '') find();
  });
}
