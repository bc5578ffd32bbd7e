"""What is worked out once in a build."""

from plugins.housekeeping.once import once


def test_once():
    """The same question is answered once, another one anew."""
    asked = []
    settings = {"ONCE": {}}

    def double(number):
        asked.append(number)
        return 2 * number

    assert [once(settings, double, number) for number in (1, 1, 2)] == [2, 2, 4]
    assert asked == [1, 2]


def test_again_in_another_build():
    """Another build asks again."""
    asked = []
    for _ in range(2):
        once({"ONCE": {}}, asked.append, "asked")
    assert asked == ["asked", "asked"]
