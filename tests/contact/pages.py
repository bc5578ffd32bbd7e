"""Small pages with every place that the endpoint fills, as Pelican would build them."""

from contact.form import FIELDS, PLACES, ROUTES, UNSEEN
from contact.page import KINDS

SAID = (
    "missing",
    "long",
    "unreadable",
    "honeypot",
    "links",
    "breaks",
    "addresses",
    "rate",
    "cross-site",
    "busy",
    "scripts",
    "no-contact",
)


def page(lang, form, kind):
    """A page that names its kind, says what is wrong, and shows every field again."""
    said = "".join(f"[[if {one}]]<p>{one}</p>[[end]]" for one in SAID)
    shown = "".join(
        f'<input name="{name}" value="[[{name}]]">' for name in FIELDS[form] if name not in UNSEEN
    )
    script = "<script>onpageshow=()=>document.forms[0].reset()</script>"
    return f'<html lang="{lang}"><h1>{kind}</h1>{said}<form>{shown}<input name="id" value="[[id]]"><input name="token" value="[[token]]"></form>{script}'


def letter(form):
    """The letter of a form: each field by its name."""
    odd = "".join(f"[[if {one}]]suspicion: {one} [[letters]]\n[[end]]" for one in SAID)
    expired = "[[if expired]]expired: [[expired]]\n[[end]]"
    return f"form: {form}\nlang: [[lang]]\n{expired}{odd}" + "".join(
        f"[[if {name}]]{name}: [[{name}]]\n[[end]]" for name in FIELDS[form] if name not in UNSEEN
    )


def write(folder, langs=("be", "en")):
    """All pages of `langs` below `folder`, and the form pages of the site beside it."""
    for form in FIELDS:
        for lang in langs:
            (folder.parent / lang / PLACES[form]).mkdir(parents=True, exist_ok=True)
            text = f'<html lang="{lang}"><h1>form</h1><form><input type="hidden" name="id" value=""></form>'
            (folder.parent / lang / PLACES[form] / "index.html").write_text(text, encoding="utf-8")
            (folder / lang / ROUTES[form]).mkdir(parents=True)
            for kind in KINDS:
                (folder / lang / ROUTES[form] / f"{kind}.html").write_text(
                    page(lang, form, kind), encoding="utf-8"
                )
        (folder / f"{form}.txt").write_text(letter(form), encoding="utf-8")
    return folder
