// One page follows the other's scrolling: asked for, allowed, stopped by either. Nothing of it is kept.

type Send = (frame: { type: string; [key: string]: unknown }) => void;

export interface Following {
  heard(what: string): void;    // the other asks, allows or stops
  scrolled(at: string): void;   // where the other looks
  again(): void;                // the connection is a new one
}

export function startFollowing(other: string, send: Send, say: (text: string) => void): Following {
  let sharing = false;
  let following = false;
  let moved = 0;  // when this page was scrolled for the other: that is not to be told back
  let told = 0;

  function choose(text: string, choices: [string, () => void][]): void {
    const line = document.getElementById('pair-follow');
    if (!line) return;
    const words = document.createElement('span');
    words.textContent = text;
    line.replaceChildren(...(text ? [words] : []), ...choices.map(([label, act]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', act);
      return button;
    }));
  }
  const follow = (what: string) => send({ type: 'follow', do: what });
  function idle(): void {
    sharing = following = false;
    choose('', [[`Follow the ${other}'s scrolling`, () => { follow('ask'); choose(`The ${other} is asked.`, [['Never mind', stop]]); }]]);
  }
  function stop(): void { follow('stop'); idle(); }
  function allow(): void {
    sharing = true;
    follow('allow');
    choose(`The ${other} follows your scrolling.`, [['Stop', stop]]);
    tell();
  }
  function heard(what: string): void {
    if (what === 'ask') { say(`The ${other} asks to follow your scrolling.`); choose(`The ${other} asks to follow your scrolling.`, [['Let them', allow], ['No', stop]]); }
    if (what === 'allow') { following = true; say(`You follow the ${other}'s scrolling.`); choose(`You follow the ${other}'s scrolling.`, [['Stop', stop]]); }
    if (what === 'stop') idle();
  }
  function scrolled(at: string): void {
    const row = following ? document.getElementById(at) : null;
    if (!row) return;
    moved = Date.now();
    row.scrollIntoView({ block: 'start' });
    document.querySelectorAll('.pair-looks').forEach((each) => { each.classList.remove('pair-looks'); });
    row.classList.add('pair-looks');
  }
  function tell(): void {
    const rows = document.querySelectorAll<HTMLElement>('table.diff tr[id], section.file[id]');
    const top = [...rows].find((row) => row.getBoundingClientRect().top >= 0);
    if (top) send({ type: 'scroll', at: top.id });
  }
  document.addEventListener('scroll', () => {
    if (!sharing || Date.now() - moved < 400 || told) return;
    told = window.setTimeout(() => { told = 0; tell(); }, 150);
  }, { passive: true });

  idle();
  return { heard, scrolled, again: () => { if (sharing) follow('allow'); } };
}
