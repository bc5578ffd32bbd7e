"""A host of Git that answers as GitHub does, within the browser: the part of its REST and GraphQL API
that the editor asks for one file to be read, changed and proposed; and the address that signs in."""

import base64
import json
import re
from hashlib import sha1

API, SIGN_IN = "https://api.github.com", "https://auth.example.org"
TOKEN, LOGIN, REPOSITORY = "a-token-of-a-test", "editor", "org/site"
HEAD, DAY = "1" * 40, "2026-11-24T10:00:00Z"
AUTHOR = {"name": "An editor", "email": "", "user": {"id": 7, "login": LOGIN}}
HISTORY = {"nodes": [{"oid": HEAD, "message": "A"}]}
LAST = {"repository": {"ref": {"target": {"oid": HEAD, "history": HISTORY}}}}
# What is answered alike every time, by words of the question.
ALWAYS = {
    "fork: repository": {"fork": {"id": "R"}, "base": {"ref": {"target": {"oid": HEAD}}}},
    "pullRequests": {"repository": {"pullRequests": {"nodes": [], "totalCount": 0}}},
    "history(first: 1)": LAST,
    "Commit { oid }": LAST,
}
# What sveltia-cms-auth answers in the window that the editor opens: it greets whoever opened it, and
# gives the token to whoever greets back.
POPUP = """<!doctype html><script>
addEventListener("message", ({ data, origin }) => {
  const said = 'authorization:github:success:{"provider":"github","token":"%s"}';
  if (data === "authorizing:github") opener.postMessage(said, origin);
});
opener.postMessage("authorizing:github", "*");
</script>"""


class GitHub:
    """The files of the branch `main` by their path, what is in other branches, the pull requests,
    their labels, and what was asked that it does not know."""

    def __init__(self, files):
        self.files = files
        self.shas = {sha1(text.encode()).hexdigest(): text for text in files.values()}
        self.branches, self.pulls, self.labels, self.unknown, self.popups = {}, [], [], [], []

    def attach(self, context):
        """Answers what pages of `context` ask of GitHub, and the window for signing in."""
        context.route(f"{API}/**", self._answer)
        context.route(f"{SIGN_IN}/**", self._sign_in)

    def _sign_in(self, route):
        self.popups.append(route.request.url)
        route.fulfill(content_type="text/html", body=POPUP % TOKEN)

    def _answer(self, route):
        request = route.request
        allowed = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*"}
        if request.headers.get("authorization") != f"token {TOKEN}":
            route.fulfill(status=401, headers=allowed, json={"message": "Bad credentials"})
            return
        path = request.url.removeprefix(API).partition("?")[0]
        said = json.loads(request.post_data) if request.post_data else {}
        if path == "/graphql":
            answer = 200, {"data": self._graphql(said["query"], said["variables"])}
        else:
            answer = self._rest(request.method, path, said)
        route.fulfill(status=answer[0], headers=allowed, json=answer[1])

    def _rest(self, method, path, said):
        repository = f"/repos/{REPOSITORY}"
        if path == "/user":
            return 200, {"id": 7, "login": LOGIN, "name": "An editor", "email": "", "html_url": ""}
        if path == f"{repository}/collaborators/{LOGIN}":
            return 204, ""
        if path == f"{repository}/git/trees/{HEAD}":
            tree = [
                {
                    "type": "blob",
                    "path": path,
                    "size": len(text),
                    "sha": sha1(text.encode()).hexdigest(),
                }
                for path, text in self.files.items()
            ]
            return 200, {"tree": tree}
        if (method, path) == ("POST", f"{repository}/pulls"):
            self.pulls.append(said)
            made = {"number": 1, "node_id": "P", "html_url": "", "head": {"sha": HEAD}}
            return 201, made | {"title": said["title"], "created_at": DAY, "updated_at": DAY}
        if path == f"{repository}/issues/1/labels":
            self.labels += said["labels"]
            return 200, []
        self.unknown.append(f"{method} {path}")
        return 404, {}

    def _graphql(self, query, variables):
        blobs = re.findall(r'(\w+_\d+): object\(oid: "(\w+)"\)', query)
        commits = re.findall(r"(commit_\d+):\s+ref", query)
        if blobs:
            read = {name: {"text": self.shas[sha], "isTruncated": False} for name, sha in blobs}
            return {"repository": read}
        if commits:
            history = {"nodes": [{"author": AUTHOR, "committedDate": DAY}]}
            return {"repository": {name: {"target": {"history": history}} for name in commits}}
        if "createCommitOnBranch" in query:
            return self._commit(query, variables["input"])
        if "createRef" in query:
            self.branches[variables["input"]["name"].removeprefix("refs/heads/")] = {}
            return {"createRef": {"ref": {"name": variables["input"]["name"]}}}
        for asked, answer in ALWAYS.items():
            if asked in query:
                return answer
        self.unknown.append(query)
        return {}

    def _commit(self, query, said):
        changed = {
            one["path"]: base64.b64decode(one["contents"]).decode()
            for one in said["fileChanges"]["additions"]
        }
        self.branches.setdefault(said["branch"]["branchName"], {}).update(changed)
        files = re.findall(r"(file_\d+): file", query)
        return {
            "createCommitOnBranch": {
                "commit": {"oid": "2" * 40, "committedDate": DAY}
                | {name: {"oid": "3" * 40} for name in files}
            }
        }
