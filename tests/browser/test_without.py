"""Visits without what a browser usually has: scripts, pictures,
a screen that shows more than letters, or much room."""

import re
import subprocess
import threading

import pytest

from plugins.preview import endpoint as development
from plugins.preview.server import Preview
from tests.browser.conftest import KINDS, LANGS
from tests.contact.programs import needs
from tests.full import sample

# Tor Browser at its safest runs no scripts and shows no SVG, no MathML and no fonts of the site.
PICTURES = re.compile(r"\.svg(?:$|\?)")
MEANING = """[...document.querySelectorAll("svg, math, img[src$='.svg']")]
  .filter(one => one.getAttribute("aria-hidden") !== "true" && one.getAttribute("alt") !== "")
  .map(one => one.outerHTML.slice(0, 90))"""
NAMELESS = """[...document.querySelectorAll("a, button, summary")].filter(one =>
    !one.innerText.trim() && !one.querySelector("img[alt]:not([alt=''])") && one.checkVisibility())
  .map(one => one.outerHTML.slice(0, 90))"""
TO_WRITE = "main a[href$='/about/write/'], .help-strip a[href$='/about/write/']"
# Words that the strip lies on when the page has just been opened, and how much of the screen it
# takes.
UNDER = """() => {
  const strip = document.querySelector(".help-strip").getBoundingClientRect();
  const under = [...document.querySelectorAll("header *, main *")].filter(one => one.checkVisibility() && !one.children.length)
    .filter(one => { const box = one.getBoundingClientRect(); return box.height && box.top < strip.bottom - 1 && box.bottom > strip.top; });
  return [strip.height, under.map(one => one.textContent)];
}"""
# What cannot be read because it is cut off or pushed out of the page; some words are for screen
# readers only.
CUT = """[...document.querySelectorAll("main *, header *, footer *")].filter(one => one.checkVisibility() && one.innerText?.trim())
  .filter(one => !one.closest(".contact-form__trap, [role=status], .language-menu__link--missing .language-menu__note"))
  .filter(one => { const style = getComputedStyle(one), box = one.getBoundingClientRect();
    const cut = style.overflow !== "visible" && style.display !== "inline" && (one.scrollWidth > one.clientWidth + 1 && style.overflowX === "hidden");
    return cut || box.left < -1 || box.right > innerWidth + 1; })
  .map(one => one.outerHTML.slice(0, 90))"""

ENLARGED = ["", "questions/phone/", "about/write/", "advice/abroad/documents/"]


@pytest.fixture(scope="module")
def served(published, tmp_path_factory):
    """The published build with the endpoint of its forms beside it."""
    server = Preview(published.folder, 0)
    server.endpoint = development.endpoint(
        tmp_path_factory.mktemp("contact"), published.folder / "contact"
    )
    threading.Thread(target=server.run, daemon=True).start()
    yield f"{server.address}/"
    server.stop()


@pytest.fixture(scope="module")
def safest(chromium, served):
    """A tab that runs no scripts, is given no SVG, and follows no link out of the site."""
    context = chromium.new_context(
        base_url=served, java_script_enabled=False, viewport={"width": 360, "height": 740}
    )
    context.route(PICTURES, lambda route: route.abort())
    context.route(
        lambda url: not url.startswith(served), lambda route: route.fulfill(body="elsewhere")
    )
    tab = context.new_page()
    yield tab
    context.close()


@pytest.fixture(scope="module")
def enlarged(chromium, served):
    """A window of 1280 × 1024 at 400 %."""
    context = chromium.new_context(base_url=served, viewport={"width": 320, "height": 256})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", LANGS)
def test_every_task(safest, lang):
    """Somebody finds the number, reads, takes another language, writes, gets the receipt,
    and leaves."""
    safest.goto(f"{lang}/")
    number = safest.locator("main a[href='tel:113']").first.is_visible()
    safest.locator("main a[href*='/advice/abroad/']").first.click()
    safest.wait_for_url("**/advice/abroad/**")
    text = safest.locator("main .prose").first.inner_text()
    other = LANGS[LANGS.index(lang) - 1]
    safest.goto(f"{other}/questions/phone/")
    safest.locator(f".language-menu a[hreflang='{lang}']").click()
    safest.locator(TO_WRITE).first.click()
    safest.locator("textarea").fill("MARKER")
    safest.locator(".contact-form__send").click()
    safest.wait_for_url(f"**/{lang}/about/write/more/")
    safest.locator(".help-strip .exit-link").click()
    safest.wait_for_url(re.compile(rf"https://{lang}\."))
    assert (number, len(text) > 200) == (True, True)


@pytest.mark.parametrize("lang", LANGS)
def test_index_instead_of_search(safest, lang):
    """The box of the search leads to the list of all pages, and the list to the page."""
    safest.goto(f"{lang}/")
    if not safest.locator(".search-box__button").is_visible():
        safest.locator(".site-header__open").click()
    safest.locator(".search-box__button").click()
    safest.locator(f"main a[href='/{lang}/advice/abroad/documents/']").click()
    safest.wait_for_url("**/abroad/documents/")
    safest.locator("h1").wait_for()


@pytest.mark.parametrize("lang", LANGS)
def test_refused_without_scripts(safest, lang):
    """What is wrong in a form has the focus without scripts too, and what was written is there."""
    safest.goto(f"{lang}/about/write/")
    safest.locator("textarea").fill("  ")
    safest.locator("[name=contact]").fill("a@example.org")
    safest.locator(".contact-form__send").click()
    safest.locator(".form-problems:focus").wait_for()
    assert safest.input_value("[name=contact]") == "a@example.org"


@pytest.mark.parametrize("page", [f"be/{path}" for path in KINDS.values()] + ["", "ar/"])
def test_no_meaning_in_pictures_alone(visitor, page):
    """No drawing says anything that words do not, and whatever is pressed has words."""
    tab = visitor()
    tab.goto(page)
    assert (tab.evaluate(MEANING), tab.evaluate(NAMELESS)) == ([], [])


def dumped(url):
    done = subprocess.run(
        ["w3m", "-dump", "-cols", "80", "-O", "UTF-8", "-o", "accept_language=", url],
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    return done.stdout


def words(text):
    """The words of a text without the numbers of footnotes."""
    return " ".join(re.sub(r"\^\d+", "", text).split())


def said(element):
    """The text of an element without the numbers of footnotes."""
    inside = (("" if one.tag == "sup" else said(one)) + (one.tail or "") for one in element)
    return (element.text or "") + "".join(inside)


@needs("w3m")
@pytest.mark.parametrize("lang", LANGS)
def test_number_in_w3m(served, published, lang):
    """In w3m the number and the first paragraph stand among the first forty lines."""
    first = published.page(f"{lang}/questions/phone/").of_class("prose")[0].find(".//p")
    beginning = words(said(first))[:40]
    shown = words("\n".join(dumped(f"{served}{lang}/questions/phone/").splitlines()[:40]))
    assert ("113" in shown, beginning in shown) == (True, True)


@needs("w3m")
@pytest.mark.parametrize("lang", LANGS)
def test_form_in_w3m(served, published, lang):
    """In w3m every field of the form has its label above or beside it, and the button its word."""
    page = published.page(f"{lang}/about/write/")
    form = page.of_class("contact-form")[0]
    labels = [words("".join(one.itertext())) for one in [*form.iter("label"), *form.iter("button")]]
    shown = words(dumped(f"{served}{lang}/about/write/"))
    assert [label for label in labels if label not in shown] == []


@pytest.mark.parametrize("lang", sample(LANGS, ["be", "ar"]))
@pytest.mark.parametrize("page", sample(ENLARGED, ["questions/phone/", "about/write/"]))
def test_enlarged(enlarged, lang, page):
    """At 400 % nothing is cut off or beside the page,
    and the strip is two rows that lie on no word."""
    enlarged.goto(f"{lang}/{page}")
    height, under = enlarged.evaluate(UNDER)
    wide = enlarged.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert (wide, enlarged.evaluate(CUT), under) == (False, [], [])
    assert height <= 2 * 48


@pytest.mark.parametrize("lang", LANGS)
def test_exit_enlarged(enlarged, lang):
    """At 400 % the exit link is whole in the window at the end of a page too."""
    enlarged.goto(f"{lang}/questions/phone/")
    enlarged.keyboard.press("End")
    for _ in range(200):  # the policy of the site lets no driver wait by itself
        if enlarged.evaluate("scrollY > 500"):
            break
        enlarged.wait_for_timeout(20)
    scrolled, box = (
        enlarged.evaluate("scrollY > 500"),
        enlarged.locator(".help-strip .exit-link").bounding_box(),
    )
    inside = box["x"] >= 0 and box["x"] + box["width"] <= 320
    assert (scrolled, inside, 0 <= box["y"] <= 48) == (True, True, True)
