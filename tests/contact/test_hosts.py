"""Hosts that call the endpoint in their own way, each imitated by what its documentation says: Google
Cloud Run by its container contract, Azure Functions by its own package, AWS Lambda by its own
runtime and the interface that it asks.

    pip install azure-functions awslambdaric     without them their tests are skipped
"""

import hashlib
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from urllib.parse import urlencode

import pytest

from contact.outbox import Outbox
from tests.conftest import MAIN
from tests.contact.conftest import FORM_TYPE, request, talk
from tests.contact.mailserver import AUTHORITY, Handler, mail_server
from tests.contact.programs import needs
from tests.contact.test_stop import free_port, wait_for

pytestmark = needs("gpg")


def start(environ, *command, **how):
    """A process with these settings and nothing else of this environment."""
    inherited = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return subprocess.Popen([sys.executable, *command], env=inherited | environ, cwd=MAIN, **how)


@pytest.fixture
def cloud_run(settled):
    """The endpoint as Cloud Run starts it: told the port, nothing in front that is known."""
    port = free_port()
    more = {"PORT": str(port), "CONTACT_PROXY": "*", "CONTACT_RATE": "1", "CONTACT_STOP": "7"}
    process = start(settled | more, "-m", "contact", "serve", stderr=subprocess.PIPE)
    wait_for(port)
    yield port, process
    process.kill()


def test_cloud_run(cloud_run, settled):
    """It listens on every address at the port it is told, and takes from the last address in
    X-Forwarded-For, which Google's front writes, who a visitor is."""
    port, _ = cloud_run
    others = [address[4][0] for address in socket.getaddrinfo(socket.gethostname(), port)]
    with socket.create_connection((others[0], port), timeout=5):
        pass
    asked = [
        talk(port, request(b"message=help", f"X-Forwarded-For: 203.0.113.1, {visitor}")).status
        for visitor in ("192.0.2.1", "198.51.100.1", "192.0.2.2")
    ]
    assert (asked, len(Outbox(_path(settled)).waiting())) == ([303, 303, 200], 2)


def _path(settled):

    return Path(settled["CONTACT_SPOOL"])


def test_cloud_run_ends(cloud_run):
    """After SIGTERM it has ended within the ten seconds that Cloud Run waits, whoever still writes."""
    port, process = cloud_run
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.sendall(request(b"message=help")[:-3])
        time.sleep(0.3)
        begun = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert (process.wait(10), time.monotonic() - begun < 10) == (0, True)
        assert client.recv(100).startswith(b"HTTP/1.1 408")


@pytest.fixture
def azure(settled, monkeypatch):
    """The function of deploy/, called as the worker of Azure calls it."""
    functions = pytest.importorskip("azure.functions")
    for name, value in settled.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("CONTACT_RATE", "1")
    monkeypatch.delitem(sys.modules, "contact.wsgi", raising=False)
    made = runpy.run_path(str(MAIN / "deploy" / "azure" / "function_app.py"))
    (function,) = made["app"].get_functions()
    monkeypatch.delitem(sys.modules, "contact.wsgi")

    def ask(form, visitor="192.0.2.1:50000", method="POST", path="/contact/en/message"):
        asked = functions.HttpRequest(
            method=method,
            url=f"https://contact.example.org{path}",
            headers={"Content-Type": FORM_TYPE, "X-Forwarded-For": visitor},
            body=urlencode(form).encode(),
        )
        return function.get_user_function()(asked, None)

    return ask


def test_azure(azure, settled):
    """A form is kept, a wrong one comes back, one that does not exist is refused."""
    kept, wrong = azure({"message": "Дапамога"}), azure({"contact": "x"})
    nowhere = azure({}, path="/contact/zz/nowhere")
    assert (kept.status_code, kept.headers["Location"]) == (303, "../../en/about/write/more/")
    assert (wrong.status_code, nowhere.status_code) == (422, 404)
    assert len(Outbox(_path(settled)).waiting()) == 1


def test_azure_visitors(azure):
    """Visitors are told apart by the address that Azure's front writes last, whatever they say."""
    said = [
        azure({"message": str(number)}, visitor).status_code
        for number, visitor in enumerate(
            ["192.0.2.1:1", "1.2.3.4, 198.51.100.1:2", "[2001:db8::1]:3", "192.0.2.9:4"]
        )
    ]
    assert said == [303, 303, 303, 200]


def test_azure_logs_nothing(azure, settled, caplog):
    """When nothing can be kept the text comes back, and is in no exception and no log: azure-functions
    raises the page of a 5xx as an error."""
    Outbox(_path(settled)).folder.joinpath("tmp").rename(_path(settled) / "gone")
    answer = azure({"message": "MARKER"})
    assert (answer.status_code, b"MARKER" in answer.get_body()) == (429, True)
    assert "MARKER" not in caplog.text


class Lambda(ThreadingHTTPServer):
    """The runtime interface of Lambda (version 2018-06-01), and a queue of SQS, for one process."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answering)
        self.events, self.answers, self.queue = Queue(), Queue(), Queue()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def place(self):
        return f"127.0.0.1:{self.server_address[1]}"


class Answering(BaseHTTPRequestHandler):
    """One request of the runtime or to the queue."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        event = self.server.events.get()
        if event is None:
            return
        headers = {
            "Lambda-Runtime-Aws-Request-Id": "8476a536",
            "Lambda-Runtime-Deadline-Ms": str(int(time.time() * 1000) + 15_000),
            "Lambda-Runtime-Invoked-Function-Arn": "arn:aws:lambda:eu-central-1:1:function:contact",
            "Lambda-Runtime-Trace-Id": "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700",
        }
        self.answer(event, headers)

    def do_POST(self):
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])) or b"{}")
        if self.path.startswith("/2018-06-01/"):
            self.server.answers.put((self.path.rpartition("/")[2], said))
            return self.answer({"status": "OK"}, {}, 202)
        self.server.queue.put(said)
        digest = hashlib.md5(said["MessageBody"].encode()).hexdigest()
        return self.answer({"MessageId": "1", "MD5OfMessageBody": digest}, {})

    def answer(self, body, headers, status=200):
        data = json.dumps(body).encode()
        self.send_response(status)
        told = {"Content-Type": "application/json", "Content-Length": str(len(data))}
        for name, value in (headers | told).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


@pytest.fixture
def lambda_of(settled):
    """Starts Amazon's runtime with one of the two functions."""
    pytest.importorskip("awslambdaric")
    started = []

    def run(handler, **more):
        made = Lambda()
        environ = settled | more | {
            "AWS_LAMBDA_RUNTIME_API": made.place,
            "AWS_ENDPOINT_URL_SQS": f"http://{made.place}",
            "AWS_DEFAULT_REGION": "eu-central-1",
            "AWS_ACCESS_KEY_ID": "x",
            "AWS_SECRET_ACCESS_KEY": "x",
            "LAMBDA_TASK_ROOT": str(MAIN),
            "CONTACT_SPOOL": f"http://{made.place}/1/waiting.fifo",
        }  # fmt: skip
        started.append(
            (made, start(environ, "-m", "awslambdaric", handler, stdout=subprocess.PIPE))
        )
        return made

    yield run
    for made, process in started:
        made.events.put(None)
        process.kill()
        made.shutdown()


def form_event(body):
    """A request as API Gateway's HTTP API hands it over (payload format 2.0)."""
    http = {"method": "POST", "path": "/contact/be/press", "sourceIp": "192.0.2.7"}
    return {
        "version": "2.0",
        "rawPath": "/contact/be/press",
        "rawQueryString": "",
        "headers": {"content-type": FORM_TYPE, "content-length": str(len(body))},
        "requestContext": {"http": http, "stage": "$default"},
        "body": body,
        "isBase64Encoded": False,
    }


def test_lambda(lambda_of, tmp_path):
    """Under Amazon's own runtime a form goes into the queue as ciphertext and its writer is thanked;
    what the queue hands over leaves by mail."""
    receiving = lambda_of("contact.aws.receive")
    receiving.events.put(form_event("message=MARKER"))
    kind, answer = receiving.answers.get(timeout=30)
    sent = receiving.queue.get(timeout=5)
    assert (kind, answer["statusCode"]) == ("response", 303), answer
    assert sent["MessageBody"].startswith("-----BEGIN PGP MESSAGE-----")
    AUTHORITY.cert_pem.write_to_path(tmp_path / "ca.pem")
    with mail_server(handler := Handler()) as port:
        way = {
            "CONTACT_DELIVER": f"smtp://127.0.0.1:{port}",
            "CONTACT_SMTP_CA": str(tmp_path / "ca.pem"),
        }
        delivering = lambda_of("contact.aws.deliver", **way)
        delivering.events.put({"Records": [record(sent)]})
        kind, answer = delivering.answers.get(timeout=30)
    assert (kind, answer, len(handler.mails)) == ("response", {"batchItemFailures": []}, 1)


def record(sent):
    """What was put into the queue, as Lambda hands it over."""
    attributes = {"MessageGroupId": sent["MessageGroupId"], "SentTimestamp": "1800000000000"}
    return {
        "messageId": "1",
        "receiptHandle": "x",
        "body": sent["MessageBody"],
        "attributes": attributes,
    }
