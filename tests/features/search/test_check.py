"""What editors are told of content/data/search.toml."""

import tomllib

from plugins.data.records import DataFile
from plugins.features.search.check import example_problems, problems
from plugins.model.merge import UNMERGED

TEXT = """[ru]
crisi = ["a"]
[rules."questions/phon"]
ru = ["a"]
[need]
care = ["helps"]
[rx]
"""


def test_every_problem_at_once():
    """Each name that there is not is a problem with its line, and what may have been meant;
    all are said at once."""
    found = list(
        problems(
            DataFile("data/search.toml", TEXT, tomllib.loads(TEXT)),
            {"questions", "questions/phone"},
            ["ru"],
        )
    )
    assert [(problem.line, problem.what) for problem in found] == [
        (2, "[ru] has no 'crisi'."),
        (7, "'rx' is no language of the site and no table of the search."),
        (3, "There is no page 'questions/phon'."),
        (6, "There is no page 'helps'."),
    ]
    assert "crisis" in found[0].fix and "questions/phone" in found[2].fix


def test_a_good_file():
    """A file that fits has no problem."""
    text = '[ru]\ncrisis = ["a"]\n[rules."questions"]\nru = ["a"]\n'
    assert (
        list(
            problems(DataFile("data/search.toml", text, tomllib.loads(text)), {"questions"}, ["ru"])
        )
        == []
    )


def test_sets():
    """A phrase with a set that its language does not have is a problem with its line."""
    text = '[ru]\ncrisis = [\n"(kin) пропал", "(km) пропал",\n]\n[ru.one_of]\nkin = ["сын"]\n'
    found = list(problems(DataFile("data/search.toml", text, tomllib.loads(text)), (), ["ru"]))
    assert [(one.line, one.what) for one in found] == [(3, "[ru.one_of] has no 'km'.")]


EXAMPLES = """[ru]
danger = '''
нас заперли
Нас заперли в комнате
'''
non = ""
none = '''
нас заперли в комнате
'''
[rx]
"""


def test_examples():
    """In the examples a kind and a language that there is not, and an example below two kinds, are
    problems with their lines."""
    file = DataFile("data/examples.toml", EXAMPLES, tomllib.loads(EXAMPLES))
    assert [(one.line, one.what) for one in example_problems(file, ["ru"])] == [
        (6, "[ru] has no 'non'."),
        (8, "'нас заперли в комнате' stands below danger and below none."),
        (10, "'rx' is no language of the site and no table of the search."),
    ]


UNFIT = """[ru]
danger = '''
<<<<<<< HEAD
нас заперли
=======
позвоните 8 029 123-45-67 марине
>>>>>>> other
мне 19, работаю 12 часов, должна 2000
'''
"""


def test_unfit_examples():
    """What git could not merge, and what may be somebody's number, are problems also within a text of
    many lines; other numbers are none."""
    file = DataFile("data/examples.toml", UNFIT, tomllib.loads(UNFIT))
    assert [(one.line, one.what) for one in example_problems(file, ["ru"])] == [
        (3, UNMERGED[0]),
        (7, UNMERGED[0]),
        (6, "An example has what may be a telephone number."),
    ]
