"""Editing: what an editor would have to know by heart, done to the content folder by a command.

Not heard by Pelican. Everything that a command changes is worked out first and written at the end,
so that a command that cannot be carried out changes nothing.
"""
