"""Makes records of reports: text in, what was said and is to be done out. Knows no HTML, no Word and no disk."""
