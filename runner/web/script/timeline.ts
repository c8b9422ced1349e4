// Steps through a pair session that is over, and plays it: the arrows, Home, End, and p. Each step is the server's own
// page, of which the replay and the marked row are taken.

const pause = 1500;  // ms between two events while it plays; how long they took in life is not told again

let playing = 0;
let stepping = false;

const replay = (): HTMLElement | null => document.getElementById('replay');

async function go(link: HTMLAnchorElement): Promise<void> {
  if (stepping) return;
  stepping = true;
  try {
    const answer = await fetch(link.href, { credentials: 'same-origin' });
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const focused = (document.activeElement as HTMLElement | null)?.dataset.step;
    for (const part of ['#replay', 'table.grid']) {
      const fresh = next.querySelector(part);
      const old = document.querySelector(part);
      if (fresh && old) old.replaceWith(document.importNode(fresh, true));
    }
    history.replaceState(null, '', link.href);
    controls();
    if (focused) (find(focused) ?? document.getElementById('replay-play'))?.focus();
  } catch { stop(); } finally { stepping = false; }
}

const find = (step: string): HTMLAnchorElement | null | undefined =>
  replay()?.querySelector<HTMLAnchorElement>(`a[data-step="${step}"]`);

function stop(): void {
  window.clearInterval(playing);
  playing = 0;
  label();
}

function play(): void {
  if (playing) return stop();
  const first = find('next') ?? find('first');  // at the end it begins anew
  if (first) void go(first);
  playing = window.setInterval(() => {
    const next = find('next');
    if (next) void go(next);
    else stop();
  }, pause);
  label();
}

function label(): void {
  const button = document.getElementById('replay-play');
  if (button) button.textContent = playing ? 'Pause' : 'Play';
}

function controls(): void {
  const steps = document.getElementById('replay-steps') ?? replay()?.querySelector('p');
  if (!steps || document.getElementById('replay-play')) return;
  const button = document.createElement('button');
  button.id = 'replay-play';
  button.type = 'button';
  button.dataset.step = 'play';
  button.title = 'Keys: p plays and pauses; left, right, Home and End step';
  button.addEventListener('click', play);
  steps.append(' ', button);
  label();
}

const keys: Record<string, string> = { ArrowLeft: 'previous', ArrowRight: 'next', Home: 'first', End: 'last' };

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if ((event.target as Element).closest('input, textarea, select, pre')) return;
  if (event.key === 'p') { event.preventDefault(); return play(); }
  const step = keys[event.key];
  const link = step ? find(step) : null;
  if (!link) return;
  event.preventDefault();
  stop();
  void go(link);
});

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('#replay a[data-step], table.grid a[href*="at="]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  stop();
  void go(link).then(() => { if (!link.dataset.step) replay()?.scrollIntoView({ block: 'nearest' }); });
});

controls();
export {};  // a module: `stop` is not the window's
