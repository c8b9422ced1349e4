"""Where an order's parcel is: the carrier knows."""
import logging

import httpx
from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import select

from .auth import current_agent
from .db import Session
from .models import Agent, Order
from .schemas import ParcelOut

log = logging.getLogger(__name__)
router = APIRouter()


class CarrierError(Exception):
    """The carrier refused a request, or did not answer it."""


class Carrier:
    def __init__(self, base_url, key):
        headers = {"Authorization": f"Bearer {key}"}
        self._client = httpx.AsyncClient(base_url=base_url, headers=headers, timeout=4)

    async def track(self, tracking_code):
        """Returns the parcel's state and the place where it was last seen."""
        try:
            response = await self._client.get(f"/parcels/{tracking_code}")
            response.raise_for_status()
            return ParcelOut.parse_obj(response.json())
        except (httpx.HTTPError, ValueError) as error:
            raise CarrierError("the carrier did not say where the parcel is") from error


@router.get("/orders/{number}/parcel", response_model=ParcelOut)
async def get_parcel(number: str, request: Request, agent: Agent = Depends(current_agent)):
    order = await run_in_threadpool(find_order, number, agent.shop_id)
    if order is None:
        raise HTTPException(404, "no such order")
    if order.tracking_code is None:
        return ParcelOut(state="not shipped")
    try:
        return await request.app.state.carrier.track(order.tracking_code)
    except CarrierError:
        log.exception("no answer about the parcel of order %s", number)
        raise HTTPException(503, "the carrier does not answer")


def find_order(number, shop_id):
    with Session() as session:
        return session.scalar(select(Order).where(Order.number == number, Order.shop_id == shop_id))
