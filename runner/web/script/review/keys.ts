// Keys as rows: what is pressed, what it does in words, what runs. "?" shows the table; single letters can be switched
// off there, for who speaks to their computer.
import { remember, remembered } from './page';

export interface Key { key: string; does: string; run: () => void }

const setting = 'seedfault keys';
const isOn = (): boolean => remembered(setting) !== 'off';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function rowFor(key: Key): HTMLTableRowElement {
  const row = element('tr');
  const head = element('th');
  head.scope = 'row';
  head.append(element('kbd', key.key));
  row.append(head, element('td', key.does));
  return row;
}

function makeHelp(keys: Key[]): HTMLDialogElement {
  const dialog = element('dialog');
  dialog.className = 'help';
  dialog.setAttribute('aria-labelledby', 'help-title');
  const title = element('h2', 'Keys');
  title.id = 'help-title';
  const table = element('table');
  table.append(...keys.map(rowFor));
  const label = element('label', ' Keys are on');
  const box = element('input');
  box.type = 'checkbox';
  box.checked = isOn();
  box.addEventListener('change', () => remember(setting, box.checked ? null : 'off'));
  label.prepend(box);
  const close = element('button', 'Close');
  close.addEventListener('click', () => dialog.close());
  dialog.append(title, table, label, close);
  document.body.append(dialog);
  return dialog;
}

export function startKeys(rows: Key[]): void {
  let dialog: HTMLDialogElement | undefined;
  const help: Key = { key: '?', does: 'Show this', run: () => { dialog ??= makeHelp(keys); dialog.showModal(); } };
  const keys = [...rows, help];
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || dialog?.open) return;
    if (event.key === 'Escape' && typing(event.target)) (event.target as HTMLElement).blur();
    if (typing(event.target) || (!isOn() && event.key !== '?')) return;
    const found = keys.find((each) => each.key === event.key);
    if (!found) return;
    event.preventDefault();
    found.run();
  });
  const button = element('button', 'Keys (?)');
  button.className = 'keys-button';
  button.addEventListener('click', help.run);
  document.body.append(button);
}
