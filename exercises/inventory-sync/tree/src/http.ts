// GET requests to our neighbours.
export async function getJson<T>(url: URL): Promise<T> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
  if (!response.ok) {
    throw new Error(`${url.pathname} answered ${response.status}`);
  }
  return (await response.json()) as T;
}
