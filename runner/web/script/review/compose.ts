// Comments on several lines: a click with Shift on a second line's number, or J and K.
import { main, say } from './page';
import { eachTime, rowOf, swap } from './swap';

interface Line { file: string; side: string; line: number; link: HTMLAnchorElement }

const lineOf = (link: HTMLAnchorElement): Line | undefined => {
  const [file, side, line] = (new URL(link.href).searchParams.get('at') ?? '').split('.');
  return line ? { file, side, line: Number(line), link } : undefined;
};

let from: Line | undefined;   // where the range began
let until: Line | undefined;  // its other end

export function forget(): void { from = until = undefined; paint(); }

function paint(): void {
  for (const each of main().querySelectorAll('tr.picked')) each.classList.remove('picked');
  if (!from || !until) return;
  const [first, last] = [Math.min(from.line, until.line), Math.max(from.line, until.line)];
  for (let line = first; line <= last; ++line)
    document.getElementById(rowOf(`${from.file}.${from.side}.${line}`))?.classList.add('picked');
}

// The range from where it began to this line; false where it cannot reach there.
export function extendTo(link: HTMLAnchorElement): boolean {
  const line = lineOf(link);
  if (!line || !from || from.file !== line.file || from.side !== line.side) return false;
  until = line;
  paint();
  say(`Lines ${Math.min(from.line, line.line)} to ${Math.max(from.line, line.line)}`);
  return true;
}

export function beginAt(link: HTMLAnchorElement | null): void {
  from = link ? lineOf(link) : undefined;
  until = undefined;
  paint();
}

// May this line be the range's other end?
export const fits = (link: HTMLAnchorElement | null): boolean => {
  const line = link ? lineOf(link) : undefined;
  return line !== undefined && line.file === from?.file && line.side === from.side;
};

export const ranging = (): boolean => until !== undefined;

// Opens the form for the range, or for this line where there is none.
export function openForm(link: HTMLAnchorElement): void {
  const to = new URL(link.href);
  if (from && until) {
    const [first, last] = [Math.min(from.line, until.line), Math.max(from.line, until.line)];
    to.searchParams.set('at', `${from.file}.${from.side}.${first}`);
    to.searchParams.set('last', String(last));
  }
  forget();
  to.hash = '';
  void swap(to.href, link);
}

export function startCompose(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.('a.ln') as HTMLAnchorElement | null;
    if (!link) return;
    if (event.shiftKey && extendTo(link)) {
      event.preventDefault();
      openForm(link);
    } else {
      beginAt(link);
    }
  }, true);
  // A new page knows no range; where one may begin stays, for the click with Shift that follows.
  eachTime(() => { until = undefined; paint(); });
}
