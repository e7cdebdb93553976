"""The profiles: what minutes of each kind say, selected from a record (Meeting -> Paper)."""
