"""The FastAPI application."""
import logging
import time

from fastapi import FastAPI
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
    app.middleware("http")(measure)
    app.include_router(orders.router)
    app.include_router(search.router)
    app.include_router(parcels.router)
    app.get("/healthz")(healthy)
    app.mount("/metrics", make_asgi_app())
    return app


async def healthy():
    return {"status": "ok"}


async def measure(request, call_next):
    started, status = time.monotonic(), 500
    try:
        response = await call_next(request)
        status = response.status_code
        return response
    finally:
        SECONDS.labels(request.method, path_of(request), status).observe(time.monotonic() - started)


def path_of(request):
    route = request.scope.get("route")
    return route.path if route else "other"
