"""Command line: one module a command, named as it is;
`make` has a target of the same name for each.

A module says in its docstring what the command does, and has `add_arguments(parser)` and
`run(arguments)`. What a command does is in the room it belongs to; here is only what is asked for,
and how the answer is said.
"""
