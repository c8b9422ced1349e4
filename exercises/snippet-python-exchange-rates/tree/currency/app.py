"""Prices in other currencies, by the bank's rates."""
import logging
import os
import time
from decimal import ROUND_HALF_UP, Decimal

import httpx
from fastapi import FastAPI, HTTPException, Query, Request, Response
from prometheus_client import CollectorRegistry, Counter, generate_latest

log = logging.getLogger(__name__)
app = FastAPI()
registry = CollectorRegistry()
REQUESTS = Counter("requests", "Requests by page and status", ["page", "status"], registry=registry)

FRESH, USABLE, PAUSE = 60, 600, 5
CURRENCIES = frozenset({"CHF", "CZK", "DKK", "GBP", "SEK", "USD"})
TIMEOUT = httpx.Timeout(2)
rates = {}
quiet_until = {}


async def asked(currency):
    async with httpx.AsyncClient(timeout=TIMEOUT) as client:
        answer = await client.get(os.environ["BANK_URL"] + "/rates/" + currency)
    answer.raise_for_status()
    return Decimal(answer.json()["rate"])


async def rate_of(currency):
    """The rate of the last minute, or of the last ten while the bank, left alone for some seconds, does not answer."""
    rate, at = rates.get(currency, (None, float("-inf")))
    age = time.monotonic() - at
    if age < FRESH or age < USABLE and time.monotonic() < quiet_until.get(currency, 0):
        return rate
    try:
        rate = await asked(currency)
    except (httpx.HTTPError, KeyError, ArithmeticError, ValueError):
        log.exception("no rate of %s, the last one is %.0f s old", currency, age)
        quiet_until[currency] = time.monotonic() + PAUSE
        if age < USABLE:
            return rate
        raise HTTPException(503, "no rate") from None
    rates[currency] = (rate, time.monotonic())
    return rate


@app.middleware("http")
async def counted(request: Request, call_next):
    answer = await call_next(request)
    route = request.scope.get("route")
    page = route.path if route else "none"
    REQUESTS.labels(page, answer.status_code).inc()
    return answer


@app.get("/convert")
async def convert(to: str, cents: int = Query(ge=0, le=10**9)):
    if to not in CURRENCIES:
        raise HTTPException(400, "unknown currency")
    rate = await rate_of(to)
    converted = (cents * rate).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return {"cents": int(converted), "rate": str(rate)}


@app.get("/metrics")
async def metrics():
    return Response(generate_latest(registry), media_type="text/plain")
