// Follows a link or sends a form of the review without leaving the page: the server's answer is a whole page, and its
// main part takes the place of ours. What was looked at stays where it was, and the focus goes where the work goes on.
import { home, main, say, settled } from './page';

const after: (() => void)[] = [];
// Runs at the start, and again whenever the main part is a new one.
export const eachTime = (work: () => void): void => { after.push(work); work(); };

const fields = 'textarea[name=body]';

interface Anchor { id: string; top: number }

const anchorOf = (from: Element | null): Anchor | undefined => {
  for (let at = from?.closest('[id]'); at && at !== main(); at = at.parentElement?.closest('[id]'))
    if (at.id !== 'compose') return { id: at.id, top: at.getBoundingClientRect().top };
  return undefined;
};

// "2.a.14" -> the id of its row.
export const rowOf = (at: string): string => {
  const [file, side, line] = at.split('.');
  return `f${file}${side}${line}`;
};

// The row above the form or the comment that `from` belongs to: where the eye was, and where to go on.
function placeOf(from: HTMLElement): Element | null {
  const notes = from.closest('tr.notes');
  let row = notes?.previousElementSibling ?? from.closest('tr');
  while (row?.classList.contains('notes')) row = row.previousElementSibling;
  return row ?? from.closest('section') ?? from;
}

// What a text is being written on; "" for none.
function writtenOn(text: Element | null): string {
  const form = text?.closest('form');
  const at = form?.elements.namedItem('at');
  return form ? `${new URL(form.action).pathname} ${at instanceof HTMLInputElement ? at.value : ''}` : '';
}

// A form that was open, and not what was worked on, stays open without taking the focus: `before` is its place.
function focusAgain(id: string | undefined, before: string): void {
  const text = main().querySelector<HTMLTextAreaElement>(fields);
  if (text && writtenOn(text) !== before) {
    text.focus({ preventScroll: true });
    text.setSelectionRange(text.value.length, text.value.length);
    text.closest('form')?.scrollIntoView({ block: 'nearest' });
    return;
  }
  const place = id ? document.getElementById(id) : null;
  const within = place?.matches('section') ? 'form.inline button, .tools a' : 'a.ln, a, button';
  (place?.querySelector<HTMLElement>(within) ?? main()).focus({ preventScroll: true });
}

// False where the server could not be reached: everything is as it was.
export async function swap(url: string, from: HTMLElement, init?: RequestInit): Promise<boolean> {
  const anchor = anchorOf(placeOf(from));
  const text = main().querySelector(fields);
  const before = text && from.closest('form') !== text.closest('form') ? writtenOn(text) : '';
  let response: Response;
  let html: string;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init });
    html = await response.text();
  } catch { return false; }
  const next = new DOMParser().parseFromString(html, 'text/html');
  const fresh = next.getElementById('main');
  if (!fresh?.dataset.home) {
    if (response.ok) location.assign(response.url);
    else say(Array.from(fresh?.querySelectorAll('h1, p') ?? []).map((each) => each.textContent).join('. '));
    return true;
  }
  main().replaceWith(document.adoptNode(fresh));
  const bar = next.querySelector('header.bar');
  if (bar) document.querySelector('header.bar')?.replaceWith(document.adoptNode(bar));
  document.title = next.title;
  const to = new URL(response.url);
  if (to.pathname === location.pathname) history.replaceState(null, '', to.pathname + to.search);
  for (const work of after) work();
  const kept = anchor ? document.getElementById(anchor.id) : null;
  if (anchor && kept) window.scrollBy(0, kept.getBoundingClientRect().top - anchor.top);
  focusAgain(anchor?.id, before);
  return true;
}

const plainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;

// Links that show this same page in another way.
function followed(event: MouseEvent): void {
  const link = (event.target as Element).closest?.('main a[href]') as HTMLAnchorElement | null;
  if (!link || !plainClick(event) || event.shiftKey) return;
  const to = new URL(link.href);
  if (to.origin !== location.origin || to.pathname !== location.pathname || !link.getAttribute('href')?.includes('?')) return;
  event.preventDefault();
  void swap(to.href, link).then((reached) => { if (!reached) location.assign(to.href); });
}

const offline = 'The server cannot be reached. What you wrote is kept in this browser and sent when it can be.';

async function sent(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  const path = new URL(form.action).pathname;
  const ours = [`${home()}/comments`, `${home()}/viewed`].some((each) => path.startsWith(each));
  if (!ours || form.method !== 'post') return;
  event.preventDefault();
  const body = new URLSearchParams();
  new FormData(form).forEach((value, name) => body.append(name, String(value)));
  const button = event.submitter as HTMLButtonElement | null;
  if (button?.name) body.append(button.name, button.value);
  form.dispatchEvent(new CustomEvent('sending', { bubbles: true, detail: button?.value }));
  await settled();  // a draft that is still on its way must not come after what it became
  const said: Record<string, string> = { save: 'Comment saved.', remove: 'Comment removed.', yes: 'Marked as viewed.', no: 'Mark taken off.' };
  const reached = await swap(form.action, button ?? form, { method: 'POST', body });
  if (!reached) say(offline);
  else if (!main().querySelector('[role=alert]')) say(said[button?.value ?? ''] ?? '');
}

export function startSwaps(): void {
  document.addEventListener('click', followed);
  document.addEventListener('submit', (event) => void sent(event));
}
