"""An editor's desk: Chromium with the editor open on a copy of the content in the browser's own file
system, which takes the place of the folder that an editor would choose."""

import threading
from contextlib import contextmanager

from plugins.editor.serving import LocalEditor
from plugins.preview.server import Preview
from tests.conftest import MAIN

# What the editor asks the browser for is the origin private file system (File System Standard, 5.1).
CHOOSE = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle(".git", { create: true });
  const put = async ([path, text]) => {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  };
  await Promise.all(Object.entries(files).map(put));
}"""
# Nothing while the file is just being replaced.
READ = """async (path) => {
  try {
    return await read(path);
  } catch {
    return null;
  }
  async function read(path) {
  const parts = path.split("/");
  const name = parts.pop();
  let folder = await navigator.storage.getDirectory();
  for (const part of parts) folder = await folder.getDirectoryHandle(part);
  return (await (await folder.getFileHandle(name)).getFile()).text();
  }
}"""
TEXT = "[data-key-path=body] [contenteditable=true]"


class Desk:
    """The tab, what it asked for, what it said, and the files as they were at first."""

    def __init__(self, tab, address, files):
        self.tab, self.address, self.files = tab, address, files
        self.asked, self.said = [], []
        tab.on("request", lambda request: self.asked.append(request.url))
        tab.on("console", lambda message: self.said.append(message.text))

    def begin(self):
        """Fills the folder and opens it in the editor."""
        self.tab.goto(f"{self.address}status.json")
        self.tab.evaluate(FILL, self.files)
        self.tab.goto(self.address)
        self.tab.locator(".buttons button").first.click()
        self.tab.locator("[role=listbox], [role=grid], [role=tree]").first.wait_for()

    def press(self, name):
        """Presses a button of the row above the text."""
        row = self.tab.locator("[data-key-path=body] [role=toolbar]").first
        row.get_by_role("button", name=name, exact=True).click()

    def open(self, collection, name):
        """Opens an entry, until its fields are there."""
        self.tab.goto(f"{self.address}#/collections/{collection}/entries/{name}")
        self.tab.locator("[data-key-path]").first.wait_for()

    def create(self, collection):
        """Opens the form of a new entry."""
        self.tab.goto(f"{self.address}#/collections/{collection}/new")
        self.tab.locator("[data-key-path]").first.wait_for()

    def write(self, words):
        """Writes at the end of the text."""
        text = self.tab.locator(TEXT).first
        text.wait_for()
        text.focus()
        self.tab.keyboard.press("Control+End")
        self.tab.keyboard.type(words)

    def save(self, file):
        """Saves, and returns what the file says then."""
        self.tab.wait_for_timeout(500)  # the editor gathers what is typed
        self.tab.get_by_role("button", name="Save", exact=True).click()
        for _ in range(100):
            if self.read(file) not in (None, self.files[file]):
                break
            self.tab.wait_for_timeout(100)
        return self.read(file)

    def read(self, file):
        """What a file of the folder says."""
        return self.tab.evaluate(READ, file)


@contextmanager
def desk(chromium, lang="en", say=str, only=""):
    """A desk at which the real content is edited, in the language `lang`: all of it, or the files
    whose path has `only` in it."""
    content = MAIN / "content"
    server = Preview(MAIN / "theme", 0)
    address = server.address
    server.editor = LocalEditor(content, "La Strada", address, lang, say, MAIN / "theme")
    threading.Thread(target=server.run, daemon=True).start()
    kinds = {".md", ".toml"}
    files = {
        f"content/{file.relative_to(content).as_posix()}": file.read_text(encoding="utf-8")
        for file in content.rglob("*")
        if file.suffix in kinds and only in file.as_posix()
    }
    context = chromium.new_context(viewport={"width": 1500, "height": 2400}, locale="en-GB")
    context.add_init_script(CHOOSE)
    yield Desk(context.new_page(), f"{address}/editor/", files)
    context.close()
    server.stop()
