"""The HTTP session for the gateway."""
import requests
from requests.adapters import HTTPAdapter

CONNECT_SECONDS = 1
READ_SECONDS = 4


class TimeoutAdapter(HTTPAdapter):
    """Sets a timeout on each request that comes without one."""

    def __init__(self, timeout, **kwargs):
        self._timeout = timeout
        super().__init__(**kwargs)

    def send(self, request, timeout=None, **kwargs):
        return super().send(request, timeout=timeout or self._timeout, **kwargs)


def gateway_session(settings):
    session = requests.Session()
    session.mount(settings.gateway_url, TimeoutAdapter((CONNECT_SECONDS, READ_SECONDS)))
    session.headers["Authorization"] = f"Bearer {settings.gateway_key}"
    return session
