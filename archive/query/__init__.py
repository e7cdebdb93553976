"""The one query language of all commands: from what the user typed to a tree of conditions."""
