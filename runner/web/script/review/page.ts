// The page that the server made, and how to talk to it.

export const main = (): HTMLElement => document.getElementById('main') as HTMLElement;
export const home = (): string => main().dataset.home ?? '';

// A form's fields as the server reads them: never multipart.
export const fieldsOf = (form: HTMLFormElement, submitter?: HTMLElement | null): URLSearchParams => {
  const fields = new URLSearchParams();
  new FormData(form).forEach((value, name) => { if (typeof value === 'string') fields.append(name, value); });
  if (submitter instanceof HTMLButtonElement && submitter.name) fields.append(submitter.name, submitter.value);
  return fields;
};

const underWay = new Set<Promise<unknown>>();
// What was sent before has arrived, or never will.
export const settled = (): Promise<unknown> => Promise.allSettled([...underWay]);

export const post = (path: string, fields: URLSearchParams): Promise<Response> => {
  if (!fields.has('token')) fields.append('token', main().dataset.token ?? '');
  const sent = fetch(path, { method: 'POST', body: fields, credentials: 'same-origin' });
  const done = sent.catch(() => undefined).finally(() => underWay.delete(done));
  underWay.add(done);
  return sent;
};

let bar: HTMLElement | undefined;

// Says a thing to eyes and ears alike, without taking the focus.
export function say(text: string): void {
  if (!bar) {
    bar = document.createElement('p');
    bar.className = 'status';
    bar.setAttribute('role', 'status');
    document.body.append(bar);
  }
  bar.textContent = text;
}

// What a browser remembers for its reader; a private window may refuse to.
export const remember = (key: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch { /* then it is not remembered */ }
};
export const remembered = (key: string): string | null => {
  try { return localStorage.getItem(key); } catch { return null; }
};
export const rememberedKeys = (prefix: string): string[] => {
  try { return Object.keys(localStorage).filter((key) => key.startsWith(prefix)); } catch { return []; }
};
