// The take-home review, handier: nothing here is needed to read, comment or submit.
import { startCompose } from './review/compose';
import { startDrafts } from './review/drafts';
import { startKeys } from './review/keys';
import { reviewKeys } from './review/moves';
import { home } from './review/page';
import { startSearch } from './review/search';
import { startSwaps } from './review/swap';
import { startTimer } from './review/timer';
import { startUpload } from './review/upload';

if (home()) {
  startSwaps();
  startCompose();
  startDrafts();
  startSearch();
  startTimer();
  startUpload();
  startKeys(reviewKeys);
}
