"""Agents sign in with a token, of which we keep the hash."""
import hashlib

from fastapi import Header, HTTPException
from sqlalchemy import select

from .db import Session
from .models import Agent


def current_agent(desk_token: str = Header("")):
    digest = hashlib.sha256(desk_token.encode()).hexdigest()
    with Session() as session:
        agent = session.scalar(select(Agent).where(Agent.token_sha256 == digest))
    if agent is None:
        raise HTTPException(401, "unknown token")
    return agent
