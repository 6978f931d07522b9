"""The shipped words for columns and statuses."""

from collections import defaultdict

import pytest

import make_term_labels
from ogdplan.actions.importing.tables.targets import target_called
from ogdplan.model.kinds import KINDS, fields_of, kind_named
from ogdplan.model.vocabularies import VOCABULARIES, Frequency, Status
from ogdplan.reference import columns, frequencies, statuses, term_labels
from ogdplan.reference.columns import Synonym, synonyms_of
from ogdplan.reference.frequencies import frequency_word
from ogdplan.reference.plain_words import plain_words
from ogdplan.reference.statuses import StatusWord, status_word
from ogdplan.reference.sure_words import sure_words
from ogdplan.reference.tables import read_table
from ogdplan.reference.term_labels import term_called
from ogdplan.report.translations import languages, translations

SYNONYMS = [Synonym(*row) for row in read_table(columns.TABLE)]
WORDS = [StatusWord(*row) for row in read_table(statuses.TABLE)]


def test_every_synonym_means_a_field_of_its_kinds() -> None:
    for synonym in SYNONYMS:
        for kind in synonym.kinds.split():
            assert target_called(kind_named(kind), synonym.field).text == synonym.field


def test_every_synonym_of_any_kind_means_a_field_of_some_kind() -> None:
    names = {name for kind in KINDS for name in kind.model.model_fields}
    assert {synonym.field for synonym in SYNONYMS if not synonym.kinds} <= names


@pytest.mark.parametrize("language", ["es", "fr", "pt"])
def test_every_field_of_every_kind_has_a_heading_in_each_language(language: str) -> None:
    known = {
        (kind, synonym.field)
        for synonym in SYNONYMS
        for kind in synonym.kinds.split() or [each.name for each in KINDS]
        # What Spanish and Portuguese write alike may stand as Spanish.
        if synonym.language == language or (language, synonym.language) == ("pt", "es")
    }
    fields = {(kind.name, spec.name) for kind in KINDS for spec in fields_of(kind.model)}
    assert fields - known == set()


def test_four_languages_are_known() -> None:
    assert {synonym.language for synonym in SYNONYMS} == {"en", "es", "fr", "pt"}
    assert {word.language for word in WORDS} == {"en", "es", "fr", "pt"}


def test_every_word_means_a_status_and_no_word_two() -> None:
    found = defaultdict(set)
    for word in WORDS:
        found[sure_words(word.words)].add(Status(word.status))
        assert word.source

    assert {words for words, meant in found.items() if len(meant) > 1} == set()


def test_words_are_known_in_any_case_and_without_accents() -> None:
    assert {each.field for each in synonyms_of("FECHA LIMITE")} == {"due", "end", "planned"}
    assert synonyms_of("#") == synonyms_of("") == ()
    found = status_word("NAO INICIADO")
    assert found is not None
    assert found.status == "not-started"


def test_letters_of_other_scripts_keep_their_signs() -> None:
    assert plain_words("राष्ट्रिय  योजना!") == "राष्ट्रिय योजना"
    assert plain_words("Órgão_responsável:") == "orgao responsavel"


def test_every_word_for_a_frequency_means_one_and_no_word_two() -> None:
    rows = read_table(frequencies.TABLE)
    found = defaultdict(set)
    for words, language, frequency in rows:
        found[plain_words(words)].add(Frequency(frequency))
        assert language in {"en", "es", "fr", "pt"}

    assert {words for words, meant in found.items() if len(meant) > 1} == set()
    own = {plain_words(text): each for each in Frequency for text in (each.value, each.label)}
    assert {words for words in found if words in own} == set()
    assert {each for meant in found.values() for each in meant} == set(Frequency)


def test_every_translated_label_means_one_value_of_its_list() -> None:
    """A label that means two would be taken for the first."""
    for name, vocabulary in VOCABULARIES.items():
        meant = defaultdict(set)
        for term in vocabulary:
            for language in languages():
                meant[sure_words(translations(language).pgettext(name, term.label))].add(term)
            for words in (term.value, term.label):
                meant[sure_words(words)].add(term)

        assert {words for words, terms in meant.items() if len(terms) > 1} == set()
        for words, (term,) in meant.items():
            assert term_called(name, words) in {term.value, None}


def test_table_of_labels_is_in_step_with_the_catalogues() -> None:
    assert make_term_labels.PATH.read_text(encoding="utf-8") == make_term_labels.table(), (
        "run: python scripts/make_term_labels.py"
    )


def test_translated_label_of_a_status_is_no_other_word_for_one() -> None:
    for label, _, name, value in read_table(term_labels.TABLE):
        word = status_word(label) if name == "status" else None
        assert word is None or word.status == value
        assert name != "frequency" or frequency_word(label) in {value, None}


@pytest.mark.parametrize("words", ["Biannual", "Bianual", "Bimensual", "Bimestral", "", "often"])
def test_word_that_means_several_frequencies_means_none(words: str) -> None:
    assert frequency_word(words) is None
