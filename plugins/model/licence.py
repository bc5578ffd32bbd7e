"""A licence, as people name it and as programs do."""


def spdx(name: str) -> str:
    """Return the identifier of a licence (SPDX License List) whose short name is `name`:
    CC-BY-SA-4.0 for CC BY-SA 4.0."""
    return "-".join(name.split())
