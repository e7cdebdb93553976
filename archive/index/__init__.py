"""The index: derived from the records, deleted and rebuilt at will, and what makes search fast."""
