// The soft clock: goes on by itself, and stays hidden for who hides it. It is never scored.
import { remember, remembered } from './page';
import { eachTime } from './swap';

const key = 'seedfault clock';
const words = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

export function startTimer(): void {
  let began = performance.now();
  const clock = (): HTMLDetailsElement | null => document.querySelector('details.clock');
  eachTime(() => {
    began = performance.now();
    const box = clock();
    if (!box) return;
    if (remembered(key) === 'hidden') box.open = false;
    box.addEventListener('toggle', () => remember(key, box.open ? null : 'hidden'));
  });
  window.setInterval(() => {
    const used = clock()?.querySelector<HTMLElement>('[data-used]');
    if (used) used.textContent = words(Number(used.dataset.used) + (performance.now() - began) / 1000);
  }, 10_000);
}
