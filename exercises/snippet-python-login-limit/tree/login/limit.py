"""Ten failed logins of an account in a quarter of an hour, and no more."""
import hashlib
import logging
import os

from .store import Store, StoreError

log = logging.getLogger(__name__)

MOST = 10
SECONDS = 15 * 60


def store_from(environment=os.environ):
    return Store(environment["STORE_URL"])


class Limit:
    def __init__(self, store):
        self._store = store

    def _key(self, account):
        name = account.strip().lower().encode()
        return "failed-logins:" + hashlib.sha256(name).hexdigest()

    def allowed(self, account):
        """Whether the password may be looked at."""
        try:
            return self._store.count(self._key(account)) < MOST
        except StoreError:
            log.exception("failed logins cannot be read")
            return True

    def failed(self, account):
        try:
            count = self._store.add(self._key(account), SECONDS)
        except StoreError:
            log.exception("a failed login is not counted")
            return
        if count == MOST:
            log.warning("%s: locked", self._key(account))
