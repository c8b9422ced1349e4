// Keeps what is being written: at the server a moment after the typing, and in this browser until the server has it.
import { fieldsOf, home, main, post, remember, remembered, rememberedKeys, say } from './page';
import { eachTime, swap } from './swap';

const wait = 800;        // ms without a key before it is sent
const again = 5_000;     // ms until an unreachable server is asked again
const prefix = (): string => `seedfault ${home()} `;

// Where the text of this form belongs: "2.a.14", "review", "edit.c3"; "" for forms that are not kept so.
function placeOf(form: HTMLFormElement): string {
  const at = form.elements.namedItem('at');
  if (at instanceof HTMLInputElement) return at.value;
  const comment = /\/comments\/([^/?]+)$/.exec(new URL(form.action).pathname)?.[1];
  return comment && form.querySelector('textarea[name=body]') ? `edit.${decodeURIComponent(comment)}` : '';
}

function mark(form: Element, text: string): void {
  let note = form.querySelector('.kept');
  if (!note) {
    note = document.createElement('span');
    note.className = 'kept muted small';
    form.querySelector('.line:last-of-type')?.append(note);
  }
  note.textContent = text;
}

async function sync(key: string): Promise<boolean> {
  const kept = remembered(key);
  if (kept === null) return true;
  const fields = new URLSearchParams(kept);
  fields.delete('token');  // of the page that wrote it; this page's own goes with it
  try {
    const response = await post(`${home()}/drafts`, fields);
    // What the server will never take (submitted meanwhile, a line that is gone) is not sent for ever.
    if (response.status >= 500 || response.status === 429) return false;
  } catch { return false; }
  if (remembered(key) === kept) remember(key, null);
  return true;
}

let timer = 0;
let unreachable = false;

async function syncAll(): Promise<void> {
  const keys = rememberedKeys(prefix());
  const done = await Promise.all(keys.map(sync));
  const failed = done.includes(false);
  const form = main().querySelector('form.compose, .note-box form');
  if (form && keys.length > 0) mark(form, failed ? 'Kept in this browser' : 'Kept');
  if (failed !== unreachable)
    say(failed ? 'The server cannot be reached. What you write is kept in this browser.' : 'The server is back, and has what you wrote.');
  unreachable = failed;
  if (failed) later(again);
}

function later(ms: number): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void syncAll(), ms);
}

function typed(event: Event): void {
  const form = (event.target as Element).closest('form');
  if (!form) return;
  if (new URL(form.action).pathname === `${home()}/finish`) return closing(form);
  const place = placeOf(form);
  if (!place) return;
  const fields = fieldsOf(form);
  fields.delete('token');
  fields.set('at', place);
  remember(prefix() + place, fields.toString());
  mark(form, '…');
  later(wait);
}

let closingTimer = 0;

// Summary and verdict have a place of their own at the server.
function closing(form: HTMLFormElement): void {
  window.clearTimeout(closingTimer);
  closingTimer = window.setTimeout(() => {
    const fields = fieldsOf(form);
    fields.set('do', 'save');
    post(form.action, fields).then((response) => { mark(form, response.ok ? 'Kept' : 'Not kept: see what the page says when you save'); },
      () => { mark(form, 'Not kept: the server cannot be reached'); closing(form); });
  }, wait);
}

// A form that the server made without knowing what this browser still holds for it.
function fill(): void {
  const form = main().querySelector<HTMLFormElement>('form.compose, .note-box form');
  const kept = form ? remembered(prefix() + placeOf(form)) : null;
  const text = form?.querySelector<HTMLTextAreaElement>('textarea[name=body]');
  if (text && kept !== null) text.value = new URLSearchParams(kept).get('body') ?? text.value;
}

export function startDrafts(): void {
  document.addEventListener('input', typed);
  // Saved as a comment, removed or cancelled: no longer a draft of this browser.
  document.addEventListener('sending', (event) => {
    const what = (event as CustomEvent<string>).detail;
    const form = event.target as HTMLFormElement;
    if (what === 'preview' || what === 'suggest' || !navigator.onLine) return;
    window.clearTimeout(timer);
    if (placeOf(form)) remember(prefix() + placeOf(form), null);
  });
  window.addEventListener('online', () => later(0));
  window.addEventListener('pagehide', () => {
    for (const key of rememberedKeys(prefix())) {
      const fields = new URLSearchParams(remembered(key) ?? '');
      fields.set('token', main().dataset.token ?? '');
      navigator.sendBeacon(`${home()}/drafts`, fields);
    }
  });
  eachTime(fill);
  // What an earlier visit could not send.
  if (rememberedKeys(prefix()).length > 0)
    void syncAll().then(() => {
      if (!unreachable && location.pathname === `${home()}/change` && !main().querySelector('textarea')) void swap(location.href, main());
    });
}
