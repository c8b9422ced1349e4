"""The Flask application."""
import logging

from flask import Flask, jsonify

from . import api, settlements, webhooks
from .config import Settings
from .db import Base, connect
from .gateway import GatewayClient, GatewayError
from .http import gateway_session

log = logging.getLogger(__name__)


def create_app(settings=None, gateway=None):
    logging.basicConfig(level=logging.INFO)
    settings = settings or Settings.from_env()
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 64 * 1024
    app.extensions["settings"] = settings
    app.extensions["gateway"] = gateway or GatewayClient(gateway_session(settings), settings.gateway_url)
    engine = connect(settings.database_url)

    app.register_blueprint(api.bp)
    app.register_blueprint(settlements.bp)
    app.register_blueprint(webhooks.bp)
    app.register_error_handler(GatewayError, gateway_failed)
    app.cli.command("create-tables")(lambda: Base.metadata.create_all(engine))
    return app


def gateway_failed(error):
    log.error("the gateway failed", exc_info=error)
    return jsonify(error="the payment gateway did not accept the request"), 502
