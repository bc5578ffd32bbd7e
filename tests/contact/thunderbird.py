"""The pictures of Thunderbird in the guides for counsellors: a key is made in the program itself, a
message is sealed to it as the endpoint does, and the program reads it.

    apt-get install thunderbird thunderbird-l10n-be thunderbird-l10n-ru
    .venv/bin/python -m tests.contact.thunderbird deploy/pictures
"""

import argparse
import base64
import os
import tempfile
import time
from io import BytesIO
from pathlib import Path

from PIL import Image

from contact.letter import part, quoted
from contact.outgoing import Delivering
from contact.seal import Seal
from contact.transport import mail
from tests.browser.marionette import Marionette
from tests.contact.keyring import GnuPG, examine

LANGS = {"be": "be", "ru": "ru", "en": "en-US"}
LETTERS = {
    "be": ("Новае паведамленне", "Добры дзень! Гэта пробнае паведамленне."),
    "ru": ("Новое сообщение", "Добрый день! Это пробное сообщение."),
    "en": ("A new message", "Hello! This is a trial message."),
}
ADDRESS = "counsellor@example.org"
SIZE = {"MOZ_HEADLESS_WIDTH": "1100", "MOZ_HEADLESS_HEIGHT": "760"}
COLOURS = 48
PREFS = {
    "mail.accountmanager.accounts": "account1,account2",
    "mail.accountmanager.defaultaccount": "account1",
    "mail.accountmanager.localfoldersserver": "server2",
    "mail.account.account1.identities": "id1",
    "mail.account.account1.server": "server1",
    "mail.account.account2.server": "server2",
    "mail.identity.id1.fullName": "Counsellor",
    "mail.identity.id1.useremail": ADDRESS,
    "mail.identity.id1.valid": True,
    "mail.server.server1.hostname": "mail.example.org",
    "mail.server.server1.name": ADDRESS,
    "mail.server.server1.type": "pop3",
    "mail.server.server1.userName": "counsellor",
    "mail.server.server1.check_new_mail": False,
    "mail.server.server1.login_at_startup": False,
    "mail.server.server2.hostname": "Local Folders",
    "mail.server.server2.name": "Local Folders",
    "mail.server.server2.type": "none",
    "mail.server.server2.userName": "nobody",
    "mail.provider.suppress_dialog_on_startup": True,
    "mail.spotlight.firstRunDone": True,
    "mail.rights.version": 1,
    "mail.inappnotifications.enabled": False,
    "mailnews.start_page.enabled": False,
    "mail.shell.checkDefaultClient": False,
    "extensions.autoDisableScopes": 0,
}
PAGE = """const page = document.getElementById("tabmail").currentTabInfo.browser.contentDocument;
const frame = page.getElementById("contentFrame").contentDocument;
const opened = [...page.querySelectorAll("browser")].map(one => one.contentDocument);
const wizard = opened.find(one => one?.location.href.includes("keyWizard"));
"""
KEYS = """const { RNP } = ChromeUtils.importESModule("chrome://openpgp/content/modules/RNP.sys.mjs");
const [key] = await RNP.getKeys();
return RNP.getMultiplePublicKeys(["0x" + key.fpr], [], []);"""
READ = """const root = MailServices.accounts.localFoldersServer.rootFolder;
const local = root.QueryInterface(Ci.nsIMsgLocalMailFolder);
const folder = local.createLocalSubfolder("113").QueryInterface(Ci.nsIMsgLocalMailFolder);
folder.addMessage(letter);
const tabs = document.getElementById("tabmail");
tabs.switchToTab(0);
tabs.currentAbout3Pane.displayFolder(folder.URI);
await pause(2000);
tabs.currentAbout3Pane.threadTree.selectedIndex = 0;
await pause(5000);
return tabs.currentAboutMessage.document.getElementById("messagepane")
  .contentDocument.body.innerText;"""


class Thunderbird(Marionette):
    """Thunderbird with one account, in one language."""

    def __init__(self, folder, locale):
        options = ["--remote-allow-system-access"]
        super().__init__("thunderbird", folder, PREFS | {"intl.locale.requested": locale}, options)
        self.ask("Marionette:SetContext", value="chrome")
        self.ask("WebDriver:SetTimeouts", script=60_000)
        time.sleep(5)  # until its first window is drawn

    def run(self, script, letter=""):
        """What an asynchronous script returns."""
        whole = f"""const letter = arguments[0], done = arguments[1];
const pause = time => new Promise(resolve => setTimeout(resolve, time));
(async () => {{ {script} }})().then(done, error => done("error: " + error));"""
        return self.ask("WebDriver:ExecuteAsyncScript", script=whole, args=[letter])["value"]

    def press(self, button):
        """Presses a button, and waits until what it opens is there."""
        self.run(f"{PAGE} {button}.click(); await pause(3000);")

    def picture(self):
        """What the window shows."""
        found = self.ask("WebDriver:TakeScreenshot", full=False, hash=False)["value"]
        return Image.open(BytesIO(base64.b64decode(found)))


def pictures(program, recovery, words):
    """Yield each picture with its name, as somebody goes on; the last is of a message that was
    sealed to the key made before."""
    accounts = "MailServices.accounts.defaultAccount.incomingServer"
    program.run(f'window.MsgAccountManager("am-e2e.xhtml", {accounts}); await pause(4000);')
    yield "encryption", program.picture()
    program.press('frame.getElementById("addOpenPgpButton")')
    program.press('wizard.querySelector("dialog").getButton("accept")')
    yield "expiry", program.picture()
    program.press('wizard.querySelector("dialog").getButton("accept")')
    program.press('wizard.getElementById("openPgpKeygenConfirmButton")')
    program.run(f"for (;;) {{ {PAGE} if (!wizard) break; await pause(500); }} await pause(2000);")
    program.press('frame.querySelector(".arrowhead")')
    scroll = 'frame.querySelector(".openpgp-more-btn").scrollIntoView({block: "end"})'
    program.run(f"{PAGE} {scroll}; await pause(1000);")
    yield "key", program.picture()
    said = program.run(READ, letter(program.run(KEYS), recovery, *words))
    assert words[1] in said, said
    yield "message", program.picture()


def letter(key, recovery, head, text):
    """A message of the form as it comes by mail, sealed to both keys."""
    seal = Seal([examine("counsellor", key.encode()), examine("recovery", recovery)])
    to = Delivering("", Path(), "form@example.org", {"counselling": ADDRESS})
    sealed = seal.seal(part(f"{head}\n\n{quoted(text)}"))
    return f"From -\r\n{mail('trial.counselling', sealed, time.time(), to).decode()}"


def main():
    """Write the pictures of each language to the folder that is named."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    out = parser.parse_args().folder
    out.mkdir(parents=True, exist_ok=True)
    os.environ |= SIZE
    for lang, locale in LANGS.items():
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            profile, keys = Path(folder, "profile"), Path(folder, "keys")
            profile.mkdir()
            keys.mkdir(mode=0o700)
            recovery = GnuPG(keys).make("recovery", "default", "default", "never")
            program = Thunderbird(profile, locale)
            try:
                for name, picture in pictures(program, recovery, LETTERS[lang]):
                    small = picture.convert("RGB").quantize(COLOURS)
                    small.save(out / f"thunderbird-{name}.{lang}.png", optimize=True)
            finally:
                program.end()


if __name__ == "__main__":
    main()
