"""`python -m plugins <command>`: everything that is done to the site from a terminal,
and without make."""

from plugins.cli.parser import main

if __name__ == "__main__":
    main()
