"""The FastAPI application."""
import logging
import time

from fastapi import FastAPI, Request
from prometheus_client import Histogram, make_asgi_app

from . import orders, parcels, search
from .config import Settings
from .db import connect

SECONDS = Histogram("desk_request_seconds", "Time of a request", ["method", "path", "status"])


def create_app(settings=None, carrier=None):
    logging.basicConfig(level=logging.INFO)
    settings = settings or Settings.from_env()
    connect(settings.database_url)
    app = FastAPI(title="desk")
    app.state.carrier = carrier or parcels.Carrier(settings.carrier_url, settings.carrier_key)
    app.add_middleware(Measure)
    app.include_router(orders.router)
    app.include_router(search.router)
    app.include_router(parcels.router)
    app.get("/healthz")(healthy)
    app.mount("/metrics", make_asgi_app())
    return app


async def healthy():
    return {"status": "ok"}


class Measure:
    """Observes each request until its answer has been sent to the end."""

    def __init__(self, app):
        self._app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request, started, status = Request(scope), time.monotonic(), 500

        async def note(message):
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self._app(scope, receive, note)
        finally:
            SECONDS.labels(request.method, path_of(request), status).observe(time.monotonic() - started)


def path_of(request):
    route = request.scope.get("route")
    return route.path if route else "other"
