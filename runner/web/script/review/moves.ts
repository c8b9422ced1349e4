// What the keys of a review do. They move the real focus, so a screen reader speaks each line by its name.
import { beginAt, extendTo, fits, forget, openForm, ranging } from './compose';
import { Key } from './keys';
import { home, main, say } from './page';
import { openSearch } from './search';

const rows = (): HTMLTableRowElement[] =>
  Array.from(main().querySelectorAll<HTMLTableRowElement>('.diff tbody tr[id]')).filter((row) => row.querySelector('a.ln'));
const linkIn = (row: Element | null | undefined): HTMLAnchorElement | null => {
  const links = row?.querySelectorAll<HTMLAnchorElement>('a.ln');
  return links && links.length > 0 ? links[links.length - 1] : null;
};

// The row that holds the focus, or the one above a comment that holds it.
function here(): Element | null {
  let row: Element | null | undefined = document.activeElement?.closest('.diff tr');
  while (row && !linkIn(row)) row = row.previousElementSibling;
  return row ?? null;
}

function focus(target: HTMLElement | null | undefined): void {
  if (!target) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center' });
}

// The first row that can be seen, for who has not been on any.
const inView = (all: Element[]): number => Math.max(0, all.findIndex((each) => each.getBoundingClientRect().top >= 60));

function step(by: 1 | -1): HTMLAnchorElement | null {
  const all = rows();
  const at = all.indexOf(here() as HTMLTableRowElement);
  return linkIn(at < 0 ? all[inView(all)] : all[Math.min(Math.max(at + by, 0), all.length - 1)]);
}

function move(by: 1 | -1): void {
  forget();
  focus(step(by));
}

function extend(by: 1 | -1): void {
  if (!ranging()) beginAt(linkIn(here()));
  const all = rows().map(linkIn);
  let at = all.indexOf(linkIn(here()));
  do at += by; while (at >= 0 && at < all.length && !fits(all[at]));
  const link = all[at];
  if (link && extendTo(link)) focus(link);
  else say('A comment on several lines stays on one side of one file.');
}

function amongst(selector: string, inside: string, by: 1 | -1): void {
  const all = Array.from(main().querySelectorAll<HTMLElement>(selector));
  const now = document.activeElement?.closest(selector);
  const at = now ? all.indexOf(now as HTMLElement) + by : inView(all);
  const next = all[at];
  focus(next?.querySelector<HTMLElement>(inside) ?? next);
}

const section = (): Element | null => document.activeElement?.closest('section.file') ?? main().querySelector('section.file');

function comment(): void {
  const link = linkIn(here());
  if (link) openForm(link);
  else say('Go to a line first: j and k.');
}

function markViewed(): void {
  section()?.querySelector<HTMLButtonElement>('form.inline button')?.click();
}

const press = (selector: string, where: Element | null = main()): void => where?.querySelector<HTMLElement>(selector)?.click();

export const reviewKeys: Key[] = [
  { key: 'j', does: 'Next line', run: () => move(1) },
  { key: 'k', does: 'Line before', run: () => move(-1) },
  { key: 'J', does: 'Take the next line into the range', run: () => extend(1) },
  { key: 'K', does: 'Take the line before into the range', run: () => extend(-1) },
  { key: 'n', does: 'Next file', run: () => amongst('section.file', 'a.ln, .tools a', 1) },
  { key: 'p', does: 'File before', run: () => amongst('section.file', 'a.ln, .tools a', -1) },
  { key: '.', does: 'Next comment', run: () => amongst('.note-box', 'a', 1) },
  { key: ',', does: 'Comment before', run: () => amongst('.note-box', 'a', -1) },
  { key: 'c', does: 'Comment on the line, or on the range', run: comment },
  { key: 'f', does: 'Comment on the file', run: () => press('a.on-file', section()) },
  { key: 'r', does: 'Comment on the review as a whole', run: () => press('a.on-review') },
  { key: 'e', does: 'Edit the comment that has the focus', run: () => press('.head a', document.activeElement?.closest('.note-box') ?? null) },
  { key: 'v', does: 'Mark the file as viewed, or take the mark off', run: markViewed },
  { key: 's', does: 'One column, or side by side', run: () => press('a.other-layout') },
  { key: '/', does: 'Search in the code', run: openSearch },
  { key: 'h', does: 'Brief', run: () => location.assign(home()) },
  { key: 'q', does: 'Summary, verdict and submit', run: () => location.assign(`${home()}/finish`) },
];
