"""The commands, a file each or a group; the only place that prints or exits."""
