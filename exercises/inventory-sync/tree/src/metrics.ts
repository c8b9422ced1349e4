// Counters; the platform scrapes them every 15 seconds.
const counters = new Map<string, number>();

export function count(name: string): void {
  counters.set(name, (counters.get(name) ?? 0) + 1);
}

export function counted(name: string): number {
  return counters.get(name) ?? 0;
}
