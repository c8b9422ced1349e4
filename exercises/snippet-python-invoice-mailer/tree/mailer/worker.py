"""Takes jobs from the queue and sends the invoices."""
import json
import logging
import os
import smtplib
from email.message import EmailMessage

log = logging.getLogger(__name__)

ATTEMPTS = 5
SENDER = "invoices@shop.example"


def compose(order, recipient, pdf):
    message = EmailMessage()
    message["Subject"] = f"Your invoice for order {order}"
    message["From"] = SENDER
    message["To"] = recipient
    message.set_content("Thank you for your order. The invoice is attached.")
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename=f"{order}.pdf")
    return message


def handle(queue, job, invoices, post):
    """Works one job off. Whatever goes wrong with it, the next one must have its turn."""
    request_id = job.headers.get("request-id", "none")
    try:
        order = json.loads(job.body)
        pdf = invoices.read(order["order"])
        post(compose(order["order"], order["to"], pdf))
        queue.ack(job)
        log.info("request %s: job %s is sent", request_id, job.id)
    except Exception:
        log.exception("request %s: job %s failed, attempt %d", request_id, job.id, job.attempts)
        if job.attempts < ATTEMPTS:
            queue.retry(job, after=30 * 2**job.attempts)
        else:
            queue.bury(job)


class Post:
    """Hands messages to the mail server; a connection for each, since hours may lie between two."""

    def __init__(self, host):
        self._host = host

    def __call__(self, message):
        with smtplib.SMTP(self._host, timeout=10) as server:
            server.send_message(message)


def run(queue, invoices):
    post = Post(os.environ["SMTP_HOST"])
    for job in queue.jobs():
        handle(queue, job, invoices, post)
