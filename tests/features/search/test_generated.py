"""Pages that no file was written for are found too."""

from plugins.features.search.generated import generated
from plugins.model.listing import Listing
from tests.pages import a_page


def test_topics_pictures_corrections(document):
    """Of such pages topics, pictures and corrections are searched, by the titles of their lists;
    years are not."""
    entry = document("en/news/2026-01-02-a.md", title="A new law")
    pages = [
        a_page(Listing([entry]), lang="en", key=key, url=f"en/{key}/", title="Title")
        for key in (
            "topics/labour",
            "press/pictures",
            "press/corrections",
            "news/2026",
            "style-guide",
        )
    ]
    found = list(generated([*pages, entry]))
    assert [page.key for page in found] == ["topics/labour", "press/pictures", "press/corrections"]
    assert {page.content for page in found} == {"A new law"} and len(
        {page.content_digest for page in found}
    ) == 3
