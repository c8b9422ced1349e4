"""Text messages, through Pigeon."""
import logging
import os
import random
import time
import uuid

import requests

log = logging.getLogger(__name__)

URL = "https://api.pigeon.example/v1/messages"
TIMEOUT = (1, 3)
ATTEMPTS = 3
BUSY = (429, 503)


class NotSent(Exception):
    """Pigeon did not take the message, as far as we know."""


def _headers():
    return {"Authorization": "Bearer " + os.environ["PIGEON_KEY"]}


def _pause(attempt):
    time.sleep(random.uniform(0.1, 0.2) * 2**attempt)


def send(to, text):
    """Sends a message and returns Pigeon's id of it."""
    headers = {**_headers(), "Idempotency-Key": uuid.uuid4().hex}
    for attempt in range(ATTEMPTS):
        if attempt > 0:
            _pause(attempt)
        try:
            answer = requests.post(URL, json={"to": to, "text": text}, headers=headers, timeout=TIMEOUT)
        except requests.RequestException as error:
            log.warning("pigeon: attempt %d: %s", attempt + 1, type(error).__name__)
            continue
        if answer.status_code == 202:
            message = answer.json()["id"]
            log.info("pigeon: message %s to …%s taken", message, to[-3:])
            return message
        log.warning("pigeon: attempt %d: status %d", attempt + 1, answer.status_code)
        if answer.status_code not in BUSY:
            break
    raise NotSent


def arrived(message):
    """Whether the message is there; None when Pigeon does not tell."""
    try:
        answer = requests.get(f"{URL}/{message}", headers=_headers(), timeout=TIMEOUT)
        answer.raise_for_status()
        return answer.json()["state"] == "delivered"
    except (requests.RequestException, ValueError, KeyError) as error:
        log.warning("pigeon: state of %s: %s", message, type(error).__name__)
        return None
