"""Takes results from the queue, and puts them where the doctor sees them."""
import json
import logging
import math
import sqlite3

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 10
PAUSE = 20
RESULT = "INSERT INTO results VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (message) DO NOTHING"


class Nonsense(Exception):
    """No attempt will make this a result."""


def number(value):
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise Nonsense(f"{value!r} is no number")
    return value


def text(value):
    if not isinstance(value, str) or not value.strip():
        raise Nonsense(f"{value!r} is no text")
    return value


def read(body):
    """The columns of a result."""
    try:
        fields = json.loads(body)
        low, high = number(fields["low"]), number(fields["high"])
        value = number(fields["value"])
        if low >= high:
            raise Nonsense("the limits are the wrong way round")
        abnormal = not low <= value <= high
        return text(fields["sample"]), text(fields["measured"]), value, text(fields["unit"]), abnormal
    except (ValueError, KeyError, TypeError) as error:
        raise Nonsense(str(error)) from error


class Worker:
    def __init__(self, connect, queue):
        self.connect = connect
        self.queue = queue

    def store(self, message):
        result = read(message.body)
        db = self.connect()
        try:
            with db:
                new = db.execute(RESULT, (message.id, *result)).rowcount
                if new:
                    db.execute("INSERT INTO outgoing VALUES (?, ?)", (message.id, result[0]))
        finally:
            db.close()

    def handle(self, message):
        try:
            self.store(message)
        except Nonsense as error:
            self.queue.park(message, str(error))
        except sqlite3.Error as error:
            log.warning("result %s, attempt %d: %s", message.id, message.attempts, error)
            if message.attempts < MOST_ATTEMPTS:
                self.queue.later(message, PAUSE * message.attempts)
            else:
                self.queue.park(message, str(error))
        else:
            self.queue.done(message)
