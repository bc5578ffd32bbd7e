"""On AWS: the endpoint and the deliverer as two Lambda functions, with a queue of ciphertext between them."""

import os
import random
import time
from functools import cache
from typing import Any

import boto3
from apig_wsgi import make_lambda_handler
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from contact.deliver import wait
from contact.endpoint import application
from contact.outgoing import delivering
from contact.settings import serving
from contact.spool import Unsure
from contact.transport import Later, Maildir, Mailer, Refused, Unreachable, open_transport

# A queue that hangs is given up within ten seconds: the visitor reads our page, not the gateway's.
PATIENT = Config(connect_timeout=2, read_timeout=3, retries={"total_max_attempts": 2, "mode": "standard"})
TOO_OLD = 10 * 24 * 60 * 60  # seconds


class Sqs:
    """A FIFO queue; each message is a group of its own, so that none waits for another."""

    def __init__(self, url: str, client: Any = None) -> None:
        self._url = url
        self._client = client or boto3.client("sqs", config=PATIENT)

    def put(self, name: str, sealed: bytes) -> bool:
        """Keep `sealed`; the queue takes a name once in five minutes.

        Raise ClientError when the queue said no, Unsure when it may have said yes in any try.
        """
        try:
            self._send(self._url, name, sealed.decode())
        except ClientError as error:
            said = error.response.get("ResponseMetadata", {})
            if said.get("HTTPStatusCode", 500) < 500 and not said.get("RetryAttempts"):
                raise
            raise Unsure("the queue failed") from None
        except BotoCoreError:
            raise Unsure("the queue did not answer") from None
        return True

    def probe(self, data: bytes) -> None:
        """Ask the queue for something that needs no message. Raise botocore's errors."""
        self._client.get_queue_attributes(QueueUrl=self._url, AttributeNames=["QueueArn"])

    def hold(self, url: str, record: dict[str, Any]) -> None:
        """Puts the message of `record` into the queue at `url`, where it waits for a person."""
        self._send(url, name_of(record), record["body"])

    def postpone(self, record: dict[str, Any]) -> None:
        """Not before a while from now; the longer it waits already, the longer."""
        tries = int(record["attributes"].get("ApproximateReceiveCount", 1))
        seconds = wait(tries - 1, random.random())
        self._client.change_message_visibility(
            QueueUrl=self._url, ReceiptHandle=record["receiptHandle"], VisibilityTimeout=int(seconds)
        )

    def _send(self, url: str, name: str, body: str) -> None:
        self._client.send_message(QueueUrl=url, MessageBody=body, MessageGroupId=name, MessageDeduplicationId=name)


def receive(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """The endpoint: one request of API Gateway's HTTP API."""
    answer: dict[str, Any] = _endpoint()(tidied(event), context)
    return answer


def tidied(event: dict[str, Any]) -> dict[str, Any]:
    """Return `event` without the stage in its path, and with what gateways and tests leave out."""
    context = event.get("requestContext", {})
    http = {"protocol": "HTTP/1.1", "method": "GET", "sourceIp": "", **context.get("http", {})}
    stage, path = context.get("stage", "$default"), event.get("rawPath", "/")
    if path.startswith(f"/{stage}/"):
        path = path.removeprefix(f"/{stage}")
    whole = {"version": "2.0", "rawQueryString": "", "headers": {}, "isBase64Encoded": False, **event}
    return {**whole, "rawPath": path, "requestContext": {**context, "http": http}}


def deliver(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """The deliverer: a batch of SQS; what could not be sent stays in the queue."""
    transport = _transport()
    failed = [record["messageId"] for record in event["Records"] if not _sent(transport, record)]
    transport.close()
    return {"batchItemFailures": [{"itemIdentifier": identifier} for identifier in failed]}


def name_of(record: dict[str, Any]) -> str:
    """The name under which the endpoint kept the message."""
    return str(record["attributes"]["MessageGroupId"])


def sent_at(record: dict[str, Any]) -> float:
    """Return when the queue took the message, in seconds, by the clock of the queue."""
    return int(record["attributes"]["SentTimestamp"]) / 1000


def _sent(transport: Mailer | Maildir, record: dict[str, Any]) -> bool:
    try:
        transport.send(name_of(record), record["body"], sent_at(record))
    except Refused as error:
        print(f"contact: held: {error}")
        _queue().hold(os.environ["CONTACT_HELD"], record)
    except (Later, Unreachable) as error:
        return _later(record, error)
    return True


def _later(record: dict[str, Any], error: Exception) -> bool:
    """Tries again; a message that grows too old for the queue, which forgets after 14 days, is held instead."""
    if time.time() - sent_at(record) > TOO_OLD:
        print(f"contact: held after ten days: {error}")
        _queue().hold(os.environ["CONTACT_HELD"], record)
        return True
    print(f"contact: put off: {error}")
    _queue().postpone(record)
    return False


@cache
def _endpoint() -> Any:
    return make_lambda_handler(application(serving(os.environ)))


@cache
def _queue() -> Sqs:
    return Sqs(os.environ["CONTACT_SPOOL"])


@cache
def _transport() -> Mailer | Maildir:
    return open_transport(delivering(os.environ))
