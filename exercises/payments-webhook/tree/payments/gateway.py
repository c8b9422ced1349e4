"""The client of the payment gateway."""
import requests


class GatewayError(Exception):
    """The gateway refused a request, or did not answer it."""


class GatewayClient:
    def __init__(self, session, base_url):
        self._session = session
        self._base_url = base_url

    def authorise(self, payment, card_token):
        """Returns the gateway's reference of the payment."""
        body = {
            "amount_cents": payment.amount_cents,
            "account": payment.merchant.gateway_account,
            "card_token": card_token,
        }
        return self._post("/payments", body, key=f"authorise-{payment.id}")["reference"]

    def capture(self, payment):
        """Takes the authorised amount. Asking again is harmless: the gateway knows a capture by its key."""
        body = {"amount_cents": payment.amount_cents, "account": payment.merchant.gateway_account}
        self._post(f"/payments/{payment.reference}/capture", body, key=f"capture-{payment.id}")

    def _post(self, path, body, key):
        try:
            response = self._session.post(self._base_url + path, json=body, headers={"Idempotency-Key": key})
            response.raise_for_status()
            return response.json()
        except requests.RequestException as error:
            raise GatewayError(f"POST {path} failed") from error
