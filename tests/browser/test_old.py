"""The oldest browsers that are served: with what they leave out of the stylesheet, nothing that is
hidden shows, and the way out and the numbers are there."""

import pytest

from tests.browser.old import old

PAGES = [
    "",
    "404.html",
    "be/",
    "ru/questions/phone/",
    "en/about/write/",
    "ar/",
    "ar/questions/phone/",
    "ar/about/write/",
    "be/press/",
    "en/advice/abroad/documents/",
]
WIDTHS = (320, 1280)
# What nobody shall see: what the HTML hides, the words for small screens on large ones, those for
# paper.
SHOWN = """[...document.querySelectorAll("[hidden], .print-head, .contact-form__trap, .exit-page")]
  .filter(one => one.checkVisibility() && one.getBoundingClientRect().width > 1)
  .map(one => one.outerHTML.slice(0, 60))"""
IN_SIGHT = """selector => [...document.querySelectorAll(selector)].map(one => {
  const { left, right, top, bottom, width } = one.getBoundingClientRect();
  const met = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return one.checkVisibility() && width >= 20 && left >= 0 && right <= innerWidth && top >= 0
    && (one === met || one.contains(met));
})"""
STRIP = ".help-strip .exit-link, .help-strip a[href^='tel:']"


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("p{margin-inline:0;color:red}", "p{color:red}"),
        ("p{inset:0;gap:1px}", "p{}"),
        ("p{margin-left:0;top:0}", "p{margin-left:0;top:0}"),
        ("p:where(.a){top:0}b{top:0}", "b{top:0}"),
        ("@supports (width:clamp(1px,1px,1px)){a{top:0}}b{top:0}", "b{top:0}"),
        ("@supports not (inset:0){a{top:0}}b{top:0}", "a{top:0}b{top:0}"),
        ("@media print{a{inset:0}}", "@media print{a{}}"),
        ("a{width:min(1px,2px);top:0}", "a{top:0}"),
        ("a{width:min(var(--a),2px)}", "a{width:unset}"),
        ('a{content:"b";content:"b" / ""}', 'a{content:"b"}'),
    ],
)
def test_what_is_left(css, left):
    """The stand-in leaves out what an old browser does not know, and nothing else."""
    assert old(css) == left


@pytest.fixture(scope="module")
def tab(chromium, address):
    """A tab that reads the stylesheet as an old browser does."""
    context = chromium.new_context(base_url=address)

    def answer(route):
        text = route.fetch().text()
        route.fulfill(content_type="text/css; charset=utf-8", body=old(text))

    context.route("**/theme/*.css", answer)
    yield context.new_page()
    context.close()


@pytest.fixture(params=WIDTHS, scope="module")
def window(request, tab):
    """That tab in a narrow window and in a wide one."""
    tab.set_viewport_size({"width": request.param, "height": 740})
    return tab


@pytest.mark.parametrize("page", PAGES)
def test_nothing_hidden_shows(window, page):
    """What is hidden stays hidden."""
    window.goto(page)
    assert window.evaluate(SHOWN) == []


@pytest.mark.parametrize("page", PAGES)
def test_exit_and_numbers(window, page):
    """The exit link and every number of the strip are in sight, and nothing lies above them."""
    window.goto(page)
    seen = window.evaluate(IN_SIGHT, STRIP)
    assert (len(seen) > 3, all(seen)) == (True, True)


@pytest.mark.parametrize("page", PAGES)
def test_strip_stays(window, page):
    """At the end of the page too."""
    window.goto(page)
    window.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    assert all(window.evaluate(IN_SIGHT, STRIP))


@pytest.mark.parametrize("page", PAGES)
def test_fits(window, page):
    """No page is wider than its window."""
    window.goto(page)
    root = "document.documentElement"
    assert window.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")


@pytest.mark.parametrize("page", ["", "ar/questions/phone/", "en/about/write/"])
def test_cover(window, page):
    """Who leaves sees the whole page covered at once."""
    window.context.route("https://*.wikipedia.org/**", lambda route: route.fulfill(status=204))
    window.goto(page)
    window.locator(".help-strip .exit-link").click()
    box = "document.querySelector('.exit-page').getBoundingClientRect()"
    covered = window.evaluate(f"[{box}.x, {box}.y, {box}.width, {box}.height]")
    size = window.viewport_size
    assert covered == [0, 0, size["width"], size["height"]]
