"""Moves goods between shelves, and tells others."""
import json
import logging
import time

log = logging.getLogger(__name__)

LONGEST_PAUSE = 60


class BrokerDown(Exception):
    """The broker did not take an event."""


class NotThere(Exception):
    """The shelf has fewer pieces than are to be moved."""


class Warehouse:
    def __init__(self, db, publish):
        self._db = db
        self._publish = publish

    def move(self, number, article, source, target, pieces):
        """Books a movement once, however often it is called with its number."""
        if source == target:
            raise ValueError("source and target are one shelf")
        with self._db as db:
            added = db.execute(
                "INSERT INTO movements VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (number, article, source, target, pieces),
            )
            if added.rowcount == 0:
                return
            taken = db.execute(
                "UPDATE stock SET pieces = pieces - ? WHERE shelf = ? AND article = ? AND pieces >= ?",
                (pieces, source, article, pieces),
            )
            if taken.rowcount == 0:
                raise NotThere
            db.execute(
                "INSERT INTO stock VALUES (?, ?, ?)"
                " ON CONFLICT (shelf, article) DO UPDATE SET pieces = pieces + excluded.pieces",
                (target, article, pieces),
            )
            body = json.dumps({"number": number, "article": article, "from": source, "to": target, "pieces": pieces})
            db.execute("INSERT INTO outbox (topic, body) VALUES (?, ?)", ("stock.moved", body))

    def send_waiting(self):
        """Sends what waits, oldest first, and answers how many events there were."""
        waiting = self._db.execute("SELECT id, topic, body FROM outbox ORDER BY id LIMIT 100").fetchall()
        for number, topic, body in waiting:
            self._publish(topic, body)
            with self._db as db:
                db.execute("DELETE FROM outbox WHERE id = ?", (number,))
        return len(waiting)

    def relay(self, sleep=time.sleep):
        """Sends events as long as the process lives."""
        pause = 1
        while True:
            try:
                sent = self.send_waiting()
            except BrokerDown:
                log.warning("the broker is away, next attempt in %d s", pause)
                sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
                continue
            pause = 1
            if sent == 0:
                sleep(1)
