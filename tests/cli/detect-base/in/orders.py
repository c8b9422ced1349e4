from pydantic import BaseModel


class OrderOut(BaseModel):
    number: str
    total: int


class RefundRequest(BaseModel):
    number: str
    note: str = ""
