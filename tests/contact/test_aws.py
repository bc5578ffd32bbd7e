"""On AWS: the queue is moto's, the requests are API Gateway's."""

import base64
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import boto3
import pytest
from botocore.exceptions import ClientError
from moto import mock_aws

from contact import aws
from contact.aws import TOO_OLD, Sqs, name_of
from contact.spool import form_of
from contact.transport import Later, Refused, Unreachable
from tests.conftest import MAIN
from tests.contact.conftest import SEALED, put


@pytest.fixture
def sqs(monkeypatch):
    """A client of two queues, and their addresses."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-central-1")
    with mock_aws():
        client = boto3.client("sqs")
        fifo = {"FifoQueue": "true"}
        waiting = client.create_queue(QueueName="waiting.fifo", Attributes=fifo)["QueueUrl"]
        held = client.create_queue(QueueName="held.fifo", Attributes=fifo)["QueueUrl"]
        yield client, waiting, held


def received(client, url):
    """What waits in a queue, as Lambda hands it over."""
    found = client.receive_message(
        QueueUrl=url, AttributeNames=["All"], MaxNumberOfMessages=10
    ).get("Messages", [])
    return [
        {
            "messageId": m["MessageId"],
            "receiptHandle": m["ReceiptHandle"],
            "body": m["Body"],
            "attributes": m["Attributes"],
        }
        for m in found
    ]


class Way:
    """A transport that does what it is told."""

    def __init__(self, error=None):
        self.error, self.sent = error, []

    def send(self, name, sealed, when):
        if self.error:
            raise self.error
        self.sent.append((name, sealed))

    def close(self):
        pass


@pytest.fixture
def deliverer(sqs, monkeypatch):
    """Delivers what waits by a way that fails as told;
    gives the way, the answer, and what each queue then shows."""
    client, waiting, held = sqs
    monkeypatch.setenv("CONTACT_HELD", held)
    monkeypatch.setattr(aws, "_queue", lambda: Sqs(waiting, client))

    def run(error=None):
        way = Way(error)
        monkeypatch.setattr(aws, "_transport", lambda: way)
        answer = aws.deliver({"Records": received(client, waiting)}, None)
        return way, answer["batchItemFailures"], received(client, held)

    return run


def test_put(sqs):
    """A message waits as ciphertext, in a group of its own, under the name the deliverer needs."""
    client, waiting, _ = sqs
    names = [put(Sqs(waiting, client)) for _ in range(3)]
    records = received(client, waiting)
    assert [name_of(record) for record in records] == names
    assert {record["body"].encode() for record in records} == {SEALED}
    assert (form_of(names[0]), time.time() - aws.sent_at(records[0]) < 5) == ("press", True)


def test_sent(sqs, deliverer):
    """What could be sent is reported as done."""
    client, waiting, _ = sqs
    name = put(Sqs(waiting, client))
    way, failures, held = deliverer()
    assert (way.sent, failures, held) == ([(name, SEALED.decode())], [], [])


@pytest.mark.parametrize("error", [Later("450"), Unreachable("no connection")])
def test_later(sqs, deliverer, error):
    """What could not be sent stays in the queue, unseen for a while."""
    client, waiting, _ = sqs
    put(Sqs(waiting, client))
    _, failures, held = deliverer(error)
    assert (len(failures), held, received(client, waiting)) == (1, [], [])


def test_refused(sqs, deliverer):
    """What is refused for good is held and blocks nothing."""
    client, waiting, _ = sqs
    name = put(Sqs(waiting, client))
    _, failures, held = deliverer(Refused("550"))
    assert (failures, [(name_of(record), record["body"]) for record in held]) == (
        [],
        [(name, SEALED.decode())],
    )


def test_too_old(sqs, deliverer, monkeypatch):
    """Before the queue forgets a message it is held."""
    client, waiting, _ = sqs
    put(Sqs(waiting, client))
    now = time.time()
    monkeypatch.setattr(aws.time, "time", lambda: now + TOO_OLD + 60)
    _, failures, held = deliverer(Later("450"))
    assert (failures, len(held)) == ([], 1)


def event(body, encoded=False):
    """A request as API Gateway's HTTP API hands it over (payload format 2.0)."""
    path = "/contact/be/press"
    return {
        "version": "2.0",
        "routeKey": "ANY /contact/{lang}/{form}",
        "rawPath": path,
        "rawQueryString": "",
        "headers": {
            "content-type": "application/x-www-form-urlencoded",
            "content-length": str(len(body)),
        },
        "requestContext": {
            "http": {
                "method": "POST",
                "path": path,
                "sourceIp": "192.0.2.7",
                "protocol": "HTTP/1.1",
            }
        },
        "body": base64.b64encode(body).decode() if encoded else body.decode(),
        "isBase64Encoded": encoded,
    }


@pytest.mark.parametrize("encoded", [False, True])
def test_receive(app, monkeypatch, encoded):
    """A request of API Gateway is answered as any other."""
    monkeypatch.setattr(aws, "_endpoint", lambda: aws.make_lambda_handler(app))
    answer = aws.receive(event("message=Дапамога".encode(), encoded), None)
    assert (answer["statusCode"], answer["headers"]["location"]) == (
        303,
        "../../be/press/write/more/",
    )
    assert aws.receive(event(b"contact=x", encoded), None)["statusCode"] == 422


def test_queue_fails(app, sqs, monkeypatch):
    """When the queue does not take a message the visitor gets the text back."""
    client, waiting, _ = sqs
    client.delete_queue(QueueUrl=waiting)
    app.store = Sqs(waiting, client)
    monkeypatch.setattr(aws, "_endpoint", lambda: aws.make_lambda_handler(app))
    answer = aws.receive(event(b"message=x"), None)
    assert (answer["statusCode"], "unavailable" in answer["body"]) == (503, True)


@pytest.mark.parametrize(
    ("status", "retries", "kind"),
    [(400, 0, "unavailable"), (400, 1, "unsure"), (500, 0, "unsure"), (503, 4, "unsure")],
)
def test_queue_says_no(app, monkeypatch, status, retries, kind):
    """Only a queue that has said no at its first word is known to have kept nothing."""

    class Queue:
        def send_message(self, **_):
            said = {"HTTPStatusCode": status, "RetryAttempts": retries}
            raise ClientError({"Error": {}, "ResponseMetadata": said}, "SendMessage")

    app.store = Sqs("https://queue.example", Queue())
    monkeypatch.setattr(aws, "_endpoint", lambda: aws.make_lambda_handler(app))
    answer = aws.receive(event(b"message=MARKER"), None)
    assert (answer["statusCode"], f"<h1>{kind}</h1>" in answer["body"]) == (503, True)
    assert "MARKER" in answer["body"]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(
            lambda event: event["requestContext"]["http"].pop("protocol"), id="no protocol"
        ),
        pytest.param(
            lambda event: (
                event["requestContext"].update(stage="prod"),
                event.update(rawPath="/prod" + event["rawPath"]),
            ),
            id="stage",
        ),
        pytest.param(
            lambda event: event["requestContext"]["http"].pop("sourceIp"), id="no address"
        ),
    ],
)
def test_events(app, monkeypatch, changed):
    """Whatever a gateway leaves out or puts before the path, a form is a form."""
    monkeypatch.setattr(aws, "_endpoint", lambda: aws.make_lambda_handler(app))
    changed(form := event(b"message=x"))
    assert aws.receive(form, None)["statusCode"] == 303


def test_queue_hangs(app, monkeypatch):
    """A queue that never answers is given up within ten seconds,
    and nobody is told that nothing was sent."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        client = boto3.client(
            "sqs", region_name="eu-central-1", endpoint_url=url, config=aws.PATIENT
        )
        app.store = Sqs(url, client)
        monkeypatch.setattr(aws, "_endpoint", lambda: aws.make_lambda_handler(app))
        begun = time.perf_counter()
        answer = aws.receive(event(b"message=MARKER"), None)
    assert time.perf_counter() - begun < 10
    assert (
        answer["statusCode"],
        "<h1>unsure</h1>" in answer["body"],
        "MARKER" in answer["body"],
    ) == (503, True, True)


def test_template():
    """cfn-lint finds nothing in the template."""
    done = subprocess.run(
        [
            str(Path(sys.executable).with_name("cfn-lint")),
            str(MAIN / "deploy" / "aws" / "template.yaml"),
        ],
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
