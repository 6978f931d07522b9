"""Ids made of words in any script."""

SLUG_LENGTH = 40
"""How many characters an id that is made of words has at most."""


def slug(words: str, *, length: int = SLUG_LENGTH) -> str:
    """Return words as an id, cut behind a whole word; "" when there is no letter or digit in them.

    Letters of other scripts are written as they sound: `Ministère` gives `ministere`.
    """
    # Here, since it takes 20 ms to load and most commands make no id.
    from slugify import slugify  # noqa: PLC0415

    return slugify(
        words,
        max_length=length,
        word_boundary=True,
        save_order=True,
        # A text of a plan is no HTML: `AT&amp;T` stays what it is.
        entities=False,
        decimal=False,
        hexadecimal=False,
        # Not whatever is installed: the same words give the same id everywhere.
        backend="text-unidecode",
    )
