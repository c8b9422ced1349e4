// What the platform calls: start when an instance comes, and stop before it goes.
import { createApp } from './app.js';
import { followChanges, forgetChanges } from './changes.js';
import { Pages } from './pages.js';
import { settings } from './settings.js';
import { TimetableApi } from './timetable_api.js';

export async function start(port) {
  const { timetableUrl, changesUrl } = settings();
  const pages = new Pages(new TimetableApi(timetableUrl));
  const begin = await forgetChanges(changesUrl, pages);
  const server = createApp(pages);
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const ending = new AbortController();
  followChanges(changesUrl, pages, begin, ending.signal);
  const stop = async () => {
    ending.abort();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await closed;
  };
  return { port: server.address().port, stop };
}
