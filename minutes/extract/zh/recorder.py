"""Who took the minutes."""

from minutes.extract.zh.labels import listed
from minutes.extract.zh.names import names_of
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.titles import titles_of


def find_recorder(reading: Reading) -> None:
    """Puts the recorder of a label row."""
    label = reading.label("recorder")
    if label is None:
        return
    people = listed(reading.document, label, names_of(reading.lexicon), titles_of(reading.lexicon))
    if people:
        entry = reading.mentions.register.entries.get(people[0].name)
        person = entry.person() if entry else people[0].person()
        reading.draft.put("recorder", person, reading.document.span(label.start, label.end), "recorder-label")
